// The sync reducer: a world and an answer of /sync make the next world. Pure, so that every odd order can be tested.
import type { EphemeralEvent, JoinedRoomSync, MatrixEvent, StrippedEvent, SyncResponse } from "../api/types";
import { emptyRoom, type Chunk, type Member, type Receipt, type Room, type Unread, type World } from "./model";
import { OWN_PACK, PACK_ROOMS } from "./packs";
import { IGNORED, ignoredIn, INVITES, withoutInvitations, withoutPeople } from "./ignored";
import { quietIn } from "./quiet";
import { recounted } from "./unread";

export function applySync(world: World, answer: SyncResponse): World {
  // An answer without a token tells everything: what it does not hold is no more, and timelines begin anew.
  const anew = world.since === undefined;
  let rooms: Record<string, Room> = anew ? {} : { ...world.rooms };
  for (const [id, part] of Object.entries(answer.rooms?.join ?? {})) {
    const known = anew ? begunAnew(world.rooms[id]) : rooms[id];
    rooms[id] = applyJoined(known?.membership === "join" ? known : emptyRoom(id, "join"), part, world.me);
  }
  for (const [id, part] of Object.entries(answer.rooms?.invite ?? {})) {
    rooms[id] = applyInvite(emptyRoom(id, "invite"), part.invite_state?.events ?? [], world.me);
  }
  for (const id of Object.keys(answer.rooms?.leave ?? {})) delete rooms[id];
  const changed = answer.rooms && Object.values(answer.rooms).some((part) => part && Object.keys(part).length > 0);
  let { direct, quiet, packs = anew ? {} : undefined, ignored = anew ? [] : undefined } = world;
  let since: string | undefined = answer.next_batch;
  for (const event of answer.account_data?.events ?? []) {
    if (event.type === "m.direct") direct = readDirect(event.content);
    if (event.type === "m.push_rules") quiet = quietIn(event.content);
    if (event.type === OWN_PACK || event.type === PACK_ROOMS) packs = { ...packs, [event.type]: event.content };
    if (event.type === IGNORED) {
      const now = ignoredIn(event.content);
      if (!anew && ignored?.some((user) => !now.includes(user))) since = undefined; // what they said meanwhile is asked for
      rooms = withoutPeople(rooms, now);
      ignored = now;
    }
    if (event.type === INVITES) {
      if (event.content.default_action === "block") rooms = withoutInvitations(rooms);
      else if (!anew) since = undefined;
    }
  }
  const same = !changed && !anew && ignored === world.ignored && Object.keys(rooms).length === Object.keys(world.rooms).length;
  return { ...world, since, rooms: same ? world.rooms : rooms, direct, ...(quiet && { quiet }), ...(packs && { packs }), ...(ignored && { ignored }) };
}

const begunAnew = (room: Room | undefined): Room | undefined => room && { ...room, timeline: [], chunks: [], gaps: (room.gaps ?? 0) + 1, everybody: false };

function readDirect(content: Record<string, unknown>): Record<string, string[]> {
  const direct: Record<string, string[]> = {};
  for (const [user, ids] of Object.entries(content)) {
    if (Array.isArray(ids)) direct[user] = ids.filter((id): id is string => typeof id === "string");
  }
  return direct;
}

function applyJoined(old: Room, part: JoinedRoomSync, me: string): Room {
  const room: Room = { ...old };
  const fresh = newEvents(old, part.timeline?.events ?? []);
  const overlaps = fresh.length < (part.timeline?.events?.length ?? 0);
  if (part.timeline?.limited && !overlaps && part.timeline.events) {
    // Something is missing between what we have and what came: start again here, the gap is read on scrolling back.
    room.timeline = [];
    room.chunks = [];
    room.gaps = (old.gaps ?? 0) + 1;
    room.everybody = false; // somebody may have come or gone meanwhile: nobody who left may get keys
  }
  if (fresh.length > 0) {
    room.chunks = [...room.chunks, { first: fresh[0]!.event_id, token: part.timeline?.prev_batch ?? null }];
    room.timeline = [...room.timeline, ...fresh];
    redactIn(room, fresh);
  }
  putState(room, part.state?.events ?? []);
  putState(room, fresh);
  if (part.summary) {
    room.heroes = part.summary["m.heroes"] ?? room.heroes;
    room.joined = part.summary["m.joined_member_count"] ?? room.joined;
    room.invited = part.summary["m.invited_member_count"] ?? room.invited;
  }
  if (part.unread_notifications) {
    room.unread = room.counted = part.unread_notifications.notification_count ?? 0;
    room.highlights = part.unread_notifications.highlight_count ?? 0;
    room.threads = unreadThreads(part.unread_thread_notifications);
  }
  for (const event of part.ephemeral?.events ?? []) applyEphemeral(room, event, me);
  for (const event of part.account_data?.events ?? []) {
    if (event.type === "m.fully_read") room.fullyRead = String(event.content.event_id ?? "");
  }
  return recounted(room, me);
}

function unreadThreads(told: JoinedRoomSync["unread_thread_notifications"] = {}): Record<string, Unread> | undefined {
  const threads: Record<string, Unread> = {};
  for (const [root, { notification_count: count = 0, highlight_count: highlights = 0 }] of Object.entries(told)) {
    if (count > 0) threads[root] = { count, highlights };
  }
  return Object.keys(threads).length ? threads : undefined;
}

function newEvents(room: Room, events: MatrixEvent[]): MatrixEvent[] {
  const known = new Set(room.timeline.slice(-200).map((event) => event.event_id));
  return events.filter((event) => !known.has(event.event_id) && known.add(event.event_id));
}

/** Take the content out of what a redaction among `fresh` names, and out of what that was edited to. */
function redactIn(room: Room, fresh: MatrixEvent[]): void {
  for (const redaction of fresh) {
    if (redaction.type !== "m.room.redaction") continue;
    const target = redactedBy(redaction);
    const isEdit = ({ content }: MatrixEvent) => content["m.relates_to"]?.rel_type === "m.replace" && content["m.relates_to"].event_id === target;
    if (room.timeline.some(isEdit)) {
      room.timeline = room.timeline.map((event) => (isEdit(event) ? { ...event, content: { "m.relates_to": event.content["m.relates_to"] } } : event));
    }
    const at = room.timeline.findIndex((event) => event.event_id === target);
    if (at < 0) continue;
    room.timeline = room.timeline.with(at, emptied(room.timeline[at]!, redaction));
  }
}

/** An event without what it said. A message of a thread stays where it was, and an edit is no message. */
export function emptied(event: MatrixEvent, redaction: MatrixEvent): MatrixEvent {
  const { rel_type, event_id } = event.content["m.relates_to"] ?? {};
  return {
    ...event,
    content: rel_type === "m.thread" || rel_type === "m.replace" ? { "m.relates_to": { rel_type, event_id } } : {},
    unsigned: { ...event.unsigned, redacted_because: redaction, "m.relations": undefined },
  };
}

export const redactedBy = (redaction: MatrixEvent): string | undefined =>
  typeof redaction.content.redacts === "string" ? redaction.content.redacts : redaction.redacts;

function putState(room: Room, events: MatrixEvent[]): void {
  let members: Record<string, Member> | undefined;
  let state: Room["state"] | undefined;
  for (const event of events) {
    if (event.state_key === undefined) continue;
    if (event.type === "m.room.member") {
      const member = memberOf(event);
      if (sameMember((members ?? room.members)[event.state_key], member)) continue; // lazy loading tells again what is known
      members ??= { ...room.members };
      members[event.state_key] = member;
    } else {
      state ??= { ...room.state };
      state[event.state_key ? `${event.type}|${event.state_key}` : event.type] = event;
    }
  }
  if (members) room.members = members;
  if (state) room.state = state;
}

const sameMember = (a: Member | undefined, b: Member): boolean =>
  a !== undefined && a.membership === b.membership && a.name === b.name && a.avatar === b.avatar;

export function memberOf(event: MatrixEvent | StrippedEvent): Member {
  const { membership, displayname, avatar_url } = event.content as Record<string, unknown>;
  return {
    userId: event.state_key ?? "",
    membership: (membership as Member["membership"]) ?? "leave",
    name: typeof displayname === "string" && displayname.trim() ? displayname : undefined,
    avatar: typeof avatar_url === "string" && avatar_url ? avatar_url : undefined,
  };
}

function applyInvite(room: Room, events: StrippedEvent[], me: string): Room {
  for (const event of events) {
    if (event.type !== "m.room.member") {
      room.state[event.state_key ? `${event.type}|${event.state_key}` : event.type] = event;
      continue;
    }
    room.members[event.state_key] = memberOf(event);
    if (event.state_key === me) {
      room.inviter = event.sender;
      room.inviteIsDirect = event.content.is_direct === true;
    }
  }
  return room;
}

function applyEphemeral(room: Room, event: EphemeralEvent, me: string): void {
  if (event.type === "m.typing") {
    const users = event.content.user_ids;
    room.typing = Array.isArray(users) ? users.filter((user): user is string => typeof user === "string" && user !== me) : [];
  } else if (event.type === "m.receipt") {
    takeReceipts(room, event.content);
  }
}

/** Of the threads with receipts the newest are kept. */
const RECEIPT_THREADS_MAX = 100;

function takeReceipts(room: Room, content: Record<string, unknown>): void {
  const main = { ...room.receipts };
  let threads = room.threadReceipts ?? {};
  const put = (receipts: Record<string, Receipt>, user: string, receipt: Receipt) => {
    if (!receipts[user] || receipts[user].ts <= receipt.ts) receipts[user] = receipt;
  };
  for (const [eventId, kinds] of Object.entries(content as Record<string, Record<string, Record<string, { ts?: number; thread_id?: string }>>>)) {
    for (const kind of ["m.read", "m.read.private"]) {
      for (const [user, { ts = 0, thread_id = "" }] of Object.entries(kinds?.[kind] ?? {})) {
        if (thread_id === "" || thread_id === "main") put(main, user, { eventId, ts });
        if (thread_id === "main") continue;
        const { [thread_id]: known, ...others } = threads;
        const receipts = { ...known };
        put(receipts, user, { eventId, ts });
        threads = { ...others, [thread_id]: receipts }; // the newest stands last
      }
    }
  }
  room.receipts = main;
  const kept = Object.entries(threads);
  if (kept.length > 0) room.threadReceipts = kept.length > RECEIPT_THREADS_MAX ? Object.fromEntries([...kept.filter(([root]) => root === ""), ...kept.filter(([root]) => root !== "").slice(1 - RECEIPT_THREADS_MAX)]) : threads;
}

/** Put an older page, newest first as /messages gives it, before what is here. */
export function prependPage(room: Room, page: { chunk: MatrixEvent[]; end?: string; state?: MatrixEvent[] }): Room {
  const known = new Set(room.timeline.map((event) => event.event_id));
  const older = page.chunk.filter((event) => !known.has(event.event_id)).reverse();
  const token = page.end ?? null;
  const chunks: Chunk[] =
    older.length > 0
      ? [{ first: older[0]!.event_id, token }, ...room.chunks]
      : room.chunks.map((chunk, i) => (i === 0 ? { ...chunk, token } : chunk));
  const next: Room = { ...room, timeline: [...older, ...room.timeline], chunks };
  const strangers = (page.state ?? []).filter((event) => event.type === "m.room.member" && event.state_key && !room.members[event.state_key]);
  if (strangers.length > 0) {
    next.members = { ...room.members, ...Object.fromEntries(strangers.map((event) => [event.state_key!, memberOf(event)])) };
  }
  return next;
}

/** Forget the oldest runs while at least `keep` events stay, so that a closed room is small. */
export function trimTimeline(room: Room, keep: number): Room {
  let { timeline, chunks } = room;
  while (chunks.length > 1) {
    const cut = timeline.findIndex((event) => event.event_id === chunks[1]!.first);
    if (cut <= 0 || timeline.length - cut < keep) break;
    timeline = timeline.slice(cut);
    chunks = chunks.slice(1);
  }
  return chunks === room.chunks ? room : { ...room, timeline, chunks };
}
