// From events to what is seen: edits, reactions and redactions folded in, then days, groups and the line of the unread. Pure.
import type { MatrixEvent, MessageContent } from "../api/types";
import { callLines, type CallLine } from "../calls/lines";
import { PINNED, pinChange } from "./pins";
import { isPoll } from "./polls";
import { BURN, isBurnt } from "./burn";
import { redactedBy } from "./reduce";
import { threadNamed } from "./threading";
import { answersOf, type Answers } from "./threading";

export interface Reaction {
  key: string;
  senders: string[];
  /** The id of my own reaction, to take it back. */
  mine?: string;
}

export interface Message {
  id: string;
  event: MatrixEvent;
  sender: string;
  ts: number;
  kind: "message" | "notice";
  content: MessageContent;
  edited: boolean;
  redacted: boolean;
  /** What took it back. */
  because?: MatrixEvent;
  reactions: Reaction[];
  replyTo?: string;
  /** m.call.invite: how the call went. */
  call?: CallLine;
  /** The root of the thread that it stands in. */
  thread?: string;
  /** The thread that hangs on it. */
  answers?: Answers;
}

export type Row =
  | { kind: "day"; key: string; ts: number }
  | { kind: "unread"; key: string }
  | { kind: "notice"; key: string; messages: Message[] }
  | { kind: "message"; key: string; message: Message; first: boolean; last: boolean };

const GROUP_GAP_MS = 5 * 60_000;
const SPOKEN = new Set(["m.room.message", "m.sticker", "m.room.encrypted", "m.call.invite"]);
const TOLD = new Set(["m.room.member", "m.room.name", "m.room.topic", "m.room.avatar", "m.room.create", PINNED, BURN]);
/** Settings of a room, told where they change something. */
const SETTINGS = new Set(["m.room.power_levels", "m.room.join_rules", "m.room.history_visibility", "m.room.encryption", "m.room.canonical_alias", "m.room.tombstone"]);

/** Messages of a contiguous timeline, oldest first; later relations must be part of `events`. */
export function fold(events: readonly MatrixEvent[], me: string): Message[] {
  const gone = new Map<string, MatrixEvent>();
  const edits = new Map<string, MatrixEvent>();
  const reactions = new Map<string, Map<string, Reaction>>();
  const targets = new Map(events.map((event) => [event.event_id, event]));
  for (const event of events) {
    if (event.type === "m.room.redaction") gone.set(redactedBy(event) ?? "", event);
    if (event.unsigned?.redacted_because) gone.set(event.event_id, event.unsigned.redacted_because);
  }
  for (const event of events) {
    const relation = event.content["m.relates_to"];
    const target = relation?.event_id;
    if (!target || gone.has(event.event_id)) continue;
    if (relation.rel_type === "m.replace" && event.content["m.new_content"] && mayReplace(event, targets.get(target))) {
      const known = edits.get(target);
      if (!known || known.origin_server_ts <= event.origin_server_ts) edits.set(target, event);
    } else if (event.type === "m.reaction" && relation.rel_type === "m.annotation" && typeof relation.key === "string") {
      addReaction(reactions, target, relation.key, event, me);
    }
  }
  const calls = callLines(events);
  const messages: Message[] = [];
  const threads = new Map<string, Message[]>();
  for (const event of events) {
    const message = toMessage(event, gone, edits.get(event.event_id));
    const call = calls.get(event.event_id);
    if (!message || call === null) continue;
    if (!message.redacted) message.call = call;
    if (!message.redacted) message.reactions = [...(reactions.get(message.id)?.values() ?? [])];
    const said = unchanged(message, edits.get(event.event_id));
    messages.push(said);
    if (!said.thread) continue;
    const others = threads.get(said.thread);
    if (others) others.push(said);
    else threads.set(said.thread, [said]);
  }
  return messages.map((message) => withAnswers(message, threads.get(message.id)));
}

const rooted = new WeakMap<Message, Message>();

/** A root with its thread; the one of the last time if the thread still looks the same. */
function withAnswers(message: Message, known: readonly Message[] = []): Message {
  const told = message.event.unsigned?.["m.relations"]?.["m.thread"];
  if (known.length === 0 && !told) return message;
  const latest = told && toMessage(told.latest_event, new Map(), undefined);
  const answers = answersOf(message, known, latest ? unchanged(latest, undefined) : undefined);
  if (!answers) return message;
  const before = rooted.get(message);
  if (before?.answers?.count === answers.count && before.answers.last === answers.last && before.answers.people.join() === answers.people.join()) return before;
  const root = { ...message, answers };
  rooted.set(message, root);
  return root;
}

/** An edit is by the same person; and what was said under seal is not replaced by something in the clear. */
const mayReplace = (edit: MatrixEvent, target: MatrixEvent | undefined): boolean =>
  target !== undefined && edit.sender === target.sender && (!target.secret || edit.secret?.state === "open");

const folded = new WeakMap<MatrixEvent, { message: Message; edit?: MatrixEvent; reactions: string }>();

/** The message of the last time if it still says the same, so that whoever draws it can tell by identity. */
function unchanged(message: Message, edit: MatrixEvent | undefined): Message {
  const reactions = message.reactions.map(({ key, senders, mine }) => `${key} ${senders.join()} ${mine ?? ""}`).join("\n") + (message.call ? JSON.stringify(message.call) : "");
  const known = folded.get(message.event);
  if (known && known.edit === edit && known.reactions === reactions && known.message.redacted === message.redacted && known.message.because?.event_id === message.because?.event_id) return known.message;
  folded.set(message.event, { message, edit, reactions });
  return message;
}

function addReaction(all: Map<string, Map<string, Reaction>>, target: string, key: string, event: MatrixEvent, me: string): void {
  const ofTarget = all.get(target) ?? new Map<string, Reaction>();
  all.set(target, ofTarget);
  const reaction = ofTarget.get(key) ?? { key, senders: [] };
  ofTarget.set(key, reaction);
  if (!reaction.senders.includes(event.sender)) reaction.senders.push(event.sender);
  if (event.sender === me) reaction.mine = event.event_id;
}

function toMessage(event: MatrixEvent, gone: ReadonlyMap<string, MatrixEvent>, edit: MatrixEvent | undefined): Message | null {
  const relation = event.content["m.relates_to"];
  const spoken = SPOKEN.has(event.type) || isPoll(event.type);
  if (relation?.rel_type === "m.replace" || event.unsigned?.redacted_because?.content[OF_EDIT]) return null;
  if (!spoken && !(event.state_key !== undefined && isTold(event))) return null;
  const redacted = spoken && (gone.has(event.event_id) || (event.type === "m.room.message" && !event.content.msgtype));
  const bundled = event.unsigned?.["m.relations"]?.["m.replace"];
  const latest = edit ?? (bundled && mayReplace(bundled, event) ? bundled : undefined);
  const replaced = !redacted && latest?.content?.["m.new_content"];
  return {
    id: event.event_id,
    event,
    sender: event.sender,
    ts: event.origin_server_ts,
    kind: spoken ? "message" : "notice",
    content: redacted ? {} : replaced ? { ...latest!.content["m.new_content"]! } : event.content,
    edited: Boolean(replaced),
    redacted,
    because: redacted ? (gone.get(event.event_id) ?? event.unsigned?.redacted_because) : undefined,
    reactions: [],
    // For clients without threads a message of a thread answers the one before it; that is no answer here.
    replyTo: redacted || (relation?.rel_type === "m.thread" && relation.is_falling_back) ? undefined : relation?.["m.in_reply_to"]?.event_id,
    thread: spoken ? threadNamed(event) : undefined,
  };
}

/** Whether a state event changes something that people want to be told of. */
function isTold(event: MatrixEvent): boolean {
  if (SETTINGS.has(event.type)) return JSON.stringify(event.content) !== JSON.stringify(event.unsigned?.prev_content ?? {});
  if (!TOLD.has(event.type)) return false;
  if (event.type === PINNED) return Object.values(pinChange(event)).some((ids) => ids.length > 0);
  if (event.type !== "m.room.member") return true;
  const before = event.unsigned?.prev_content as Record<string, unknown> | undefined;
  const now = event.content as Record<string, unknown>;
  return before?.membership !== now.membership || before?.displayname !== now.displayname;
}

/** The same before and after a message of mine came back from the server, so that what is drawn stays. */
export const rowKey = (row: Row): string => (row.kind === "message" && row.message.event.unsigned?.transaction_id) || row.key;

/** Rows as they are drawn. `dayOf` names the local day of a time; the unread line comes before the first of `unread`. */
export function rows(messages: readonly Message[], dayOf: (ts: number) => string, unread: ReadonlySet<string> = new Set()): Row[] {
  const out: Row[] = [];
  let day = "";
  let before: Message | undefined;
  let lineDue = unread.size > 0;
  for (const message of messages) {
    const today = dayOf(message.ts);
    let broken = false;
    if (today !== day) {
      out.push({ kind: "day", key: `day-${today}-${message.id}`, ts: message.ts });
      day = today;
      broken = true;
    }
    if (lineDue && unread.has(message.id)) {
      out.push({ kind: "unread", key: "unread" });
      lineDue = false;
      broken = true;
    }
    if (message.kind === "notice" || isBurnt(message.event)) {
      const last = out.at(-1);
      if (last?.kind === "notice" && saidTogether(last.messages[0]!, message)) last.messages.push(message);
      else out.push({ kind: "notice", key: message.id, messages: [message] });
      before = undefined;
    } else {
      const alone = goneBy(message) === "recalled"; // told in the middle, like a notice
      const joins = !broken && !alone && before !== undefined && before.sender === message.sender && message.ts - before.ts < GROUP_GAP_MS;
      const last = out.at(-1);
      if (joins && last?.kind === "message") out[out.length - 1] = { ...last, last: false };
      out.push({ kind: "message", key: message.id, message, first: !joins, last: true });
      before = alone ? undefined : message;
    }
  }
  return out;
}

/** In the content of redactions: what is redacted was an edit, which does not show once the server has taken its relation out. */
export const OF_EDIT = "im.laiwang.of_edit";

/** Within this time, taking one's own words back is a recall. */
export const RECALL_MS = 2 * 60_000;

/** How a message went: recalled soon or deleted later by whoever sent it, or removed by somebody else; undefined for one that is there. */
export function goneBy({ redacted, because, sender, ts }: Message): "recalled" | "deleted" | "removed" | undefined {
  if (!redacted) return undefined;
  if (!because) return "deleted";
  if (because.sender !== sender) return "removed";
  return because.origin_server_ts - ts <= RECALL_MS ? "recalled" : "deleted";
}

/** Several invitations by one person, several arrivals, or what was burnt, are one sentence. */
function saidTogether(a: Message, b: Message): boolean {
  const [first, second] = [a.event, b.event];
  if (isBurnt(first) && isBurnt(second)) return true;
  if (first.type !== "m.room.member" || second.type !== "m.room.member") return false;
  if (first.content.membership !== second.content.membership) return false;
  if (first.content.membership === "invite") return first.sender === second.sender;
  const arrives = (event: MatrixEvent) => event.content.membership === "join" && event.unsigned?.prev_content?.membership !== "join";
  return arrives(first) && arrives(second);
}

const CREATION_MS = 10_000;
/** The server makes the first settings in one go, and no person changes one as soon. */
const SETTING_MS = 1_000;

/** Without what goes without saying: how a one-to-one chat came about, and the first settings of a group. */
export function withoutNoise(messages: readonly Message[], direct: boolean): Message[] {
  const made = messages.find((message) => message.event.type === "m.room.create");
  const spoken = messages.find((message) => message.kind === "message")?.ts ?? Infinity;
  return messages.filter(({ kind, event, sender, ts }) => {
    if (kind === "message") return true;
    const departs = event.type === "m.room.member" && ["leave", "ban"].includes(String(event.content.membership));
    const setting = SETTINGS.has(event.type);
    const settled = made && sender === made.sender && ts <= spoken && ts - made.ts < (setting ? SETTING_MS : CREATION_MS) && event.unsigned?.prev_content === undefined;
    if (setting) return !settled || event.type === "m.room.tombstone";
    if (direct) return departs || event.type === PINNED || event.type === BURN;
    return !(settled && (event.type === "m.room.name" || event.type === "m.room.topic" || event.state_key === sender));
  });
}

/**
 * What had not been read when a room was opened: what lies behind the newest event read or said by `me`, up to `newest`,
 * the newest event at that time. Empty while that place is not loaded yet, unless the room has no older events (`whole`).
 */
export function unreadSince(events: readonly MatrixEvent[], newest: string, readUpTo: string | undefined, me: string, whole: boolean): ReadonlySet<string> {
  const end = events.findIndex((event) => event.event_id === newest);
  let start = end;
  while (start >= 0 && events[start]!.event_id !== readUpTo && events[start]!.sender !== me) start -= 1;
  if (start < 0 && !whole) return new Set();
  return new Set(events.slice(start + 1, end + 1).map((event) => event.event_id));
}

/**
 * Who else has read each event of mine: a receipt of theirs, or something they said, stands at it or after it. Only what they said in the
 * same thread counts, `inside`; a receipt may stand at any of the events.
 */
export function readers(
  events: readonly MatrixEvent[],
  receipts: readonly Record<string, { eventId: string }>[],
  me: string,
  inside: (event: MatrixEvent) => boolean = () => true,
): Map<string, string[]> {
  const furthest = new Map<string, number>();
  const at = new Map(events.map((event, i) => [event.event_id, i]));
  events.forEach((event, i) => event.sender !== me && inside(event) && furthest.set(event.sender, i));
  for (const [user, receipt] of receipts.flatMap((one) => Object.entries(one))) {
    const i = at.get(receipt.eventId);
    if (user !== me && i !== undefined) furthest.set(user, Math.max(furthest.get(user) ?? -1, i));
  }
  const arrivals = [...furthest].sort((a, b) => b[1] - a[1]); // from the newest event to the oldest, more and more have read
  const result = new Map<string, string[]>();
  let left = arrivals.map(([user]) => user);
  events.forEach((event, i) => {
    let count = left.length;
    while (count > 0 && arrivals[count - 1]![1] < i) count -= 1;
    if (count < left.length) left = left.slice(0, count); // one list for all that the same people have read
    if (event.sender === me && inside(event)) result.set(event.event_id, left);
  });
  return result;
}

/** The text without the quotation that older clients put before a reply. */
export function plainBody(content: MessageContent, isReply: boolean): string {
  const body = typeof content.body === "string" ? content.body : "";
  if (!isReply || !/^> (?:\* )?<@/.test(body)) return body; // any other quotation is the person's own
  const lines = body.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("> "));
  return end < 0 ? body : lines.slice(lines[end] === "" ? end + 1 : end).join("\n");
}
