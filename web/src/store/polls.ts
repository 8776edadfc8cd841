// Polls as events: reading and writing them, and what the votes come to. Pure. Source: MSC3381, in the words that Element sends
// (org.matrix.msc3381.*) and in the later ones (m.poll.*).
import type { Json, MatrixEvent } from "../api/types";

export interface Answer {
  id: string;
  text: string;
}

export interface Poll {
  question: string;
  answers: Answer[];
  /** Whether the votes are to be seen before the end. */
  open: boolean;
  /** How many answers one may choose. */
  max: number;
}

export interface Tally {
  /** Who chose each answer, by its id. */
  votes: Map<string, string[]>;
  voters: number;
  mine: string[];
  /** How many votes could not be read, since they are still encrypted. */
  shut: number;
  /** When it ended. */
  endedTs?: number;
}

const UNSTABLE = "org.matrix.msc3381.poll";
const TEXT = "org.matrix.msc1767.text";
const STARTS = new Set([`${UNSTABLE}.start`, "m.poll.start"]);
const RESPONSES = new Set([`${UNSTABLE}.response`, "m.poll.response"]);
export const isVote = (type: string): boolean => RESPONSES.has(type);
const ENDS = new Set([`${UNSTABLE}.end`, "m.poll.end"]);
const OPEN_KINDS = new Set([`${UNSTABLE}.disclosed`, "m.poll.disclosed", "m.disclosed"]);
const ANSWERS_MAX = 20;
const TEXT_MAX = 2_000;

export const isPoll = (type: string): boolean => STARTS.has(type);

const asJson = (value: unknown): Json | undefined => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined);

/** The plain text of an extensible event, in any of its forms. */
function textIn(value: unknown): string {
  const holder = asJson(value);
  for (const found of [holder?.["m.text"], holder?.[TEXT], holder?.body]) {
    if (typeof found === "string" && found.trim()) return found.slice(0, TEXT_MAX);
    if (!Array.isArray(found)) continue;
    const plain = found.map(asJson).find((one) => one && typeof one.body === "string" && (one.mimetype ?? "text/plain") === "text/plain");
    if (plain) return String(plain.body).slice(0, TEXT_MAX);
  }
  return "";
}

/** The poll in the content of an event that starts one; undefined where it makes no sense. */
export function pollIn(content: Json): Poll | undefined {
  const start = asJson(content[`${UNSTABLE}.start`]) ?? asJson(content["m.poll"]) ?? asJson(content["m.poll.start"]);
  const question = textIn(start?.question);
  if (!start || !question || !Array.isArray(start.answers)) return undefined;
  const answers = new Map<string, Answer>();
  for (const one of start.answers.slice(0, ANSWERS_MAX)) {
    const id = asJson(one)?.["m.id"] ?? asJson(one)?.id;
    const text = textIn(one);
    if (typeof id === "string" && text && !answers.has(id)) answers.set(id, { id, text });
  }
  if (answers.size === 0) return undefined;
  const max = start.max_selections;
  return {
    question,
    answers: [...answers.values()],
    open: OPEN_KINDS.has(String(start.kind)),
    max: typeof max === "number" && Number.isInteger(max) && max >= 1 ? Math.min(max, answers.size) : 1,
  };
}

/** The text of an event that starts a poll, for where no poll can be drawn. */
export const pollText = (content: Json): string => pollIn(content)?.question ?? textIn(content);

/** What a vote chooses; undefined where it is none that counts. */
function chosenBy(vote: MatrixEvent, poll: Poll): string[] | undefined {
  const response = asJson(vote.content[`${UNSTABLE}.response`]) ?? asJson(vote.content["m.poll.response"]);
  const chosen = vote.content["m.selections"] ?? response?.answers;
  if (!Array.isArray(chosen) || !chosen.every((id) => poll.answers.some((answer) => answer.id === id))) return undefined;
  return [...new Set((chosen as string[]).slice(0, poll.max))];
}

/**
 * What the votes come to. `events` are those that may relate to the poll, the oldest first, each once or more; those with an id in `pending` are
 * on their way and count as the newest. `mayEnd` says who may end it beside its author.
 */
export function tally(
  start: Pick<MatrixEvent, "event_id" | "sender">,
  poll: Poll,
  events: readonly MatrixEvent[],
  me: string,
  mayEnd: (user: string) => boolean,
  pending: ReadonlySet<string> = new Set(),
): Tally {
  const gone = new Set(events.flatMap((event) => (event.type === "m.room.redaction" ? [String(event.content.redacts ?? event.redacts)] : event.unsigned?.redacted_because ? [event.event_id] : [])));
  const related = events.filter((event) => {
    const relation = event.content["m.relates_to"];
    return relation?.rel_type === "m.reference" && relation.event_id === start.event_id && !gone.has(event.event_id);
  });
  const time = (event: MatrixEvent) => (pending.has(event.event_id) ? Infinity : event.origin_server_ts);
  const ends = related.filter((event) => ENDS.has(event.type) && (event.sender === start.sender || mayEnd(event.sender)));
  const ended = ends.length ? Math.min(...ends.map((event) => event.origin_server_ts)) : Infinity;
  const latest = new Map<string, MatrixEvent>();
  let shut = 0;
  const seen = new Set<string>();
  for (const event of related) {
    if (event.type === "m.room.encrypted" && !seen.has(event.event_id)) shut += 1;
    seen.add(event.event_id);
    if (!RESPONSES.has(event.type) || event.origin_server_ts > ended) continue;
    const known = latest.get(event.sender);
    if (!known || time(known) <= time(event)) latest.set(event.sender, event);
  }
  const votes = new Map<string, string[]>(poll.answers.map((answer) => [answer.id, []]));
  let voters = 0;
  let mine: string[] = [];
  for (const [user, vote] of latest) {
    const chosen = chosenBy(vote, poll) ?? []; // a vote that is spoilt takes the one before it away, too
    for (const id of chosen) votes.get(id)!.push(user);
    if (chosen.length) voters += 1;
    if (user === me) mine = chosen;
  }
  return { votes, voters, mine, shut, ...(ended < Infinity && { endedTs: ended }) };
}

/** The answers with the most votes; none where nobody voted. */
export function winners(poll: Poll, { votes }: Tally): Answer[] {
  const count = (answer: Answer) => votes.get(answer.id)?.length ?? 0;
  const most = Math.max(...poll.answers.map(count));
  return most === 0 ? [] : poll.answers.filter((answer) => count(answer) === most);
}

const START = `${UNSTABLE}.start`;

/** What is sent to start a poll: as Element writes it, with a text for clients that know no polls. */
export function startOf({ question, answers, open, max }: Poll): { type: string; content: Json } {
  const content = {
    [START]: {
      question: { [TEXT]: question, body: question, msgtype: "m.text" },
      kind: `${UNSTABLE}.${open ? "disclosed" : "undisclosed"}`,
      max_selections: max,
      answers: answers.map(({ id, text }) => ({ id, [TEXT]: text })),
    },
    [TEXT]: [question, ...answers.map(({ text }, i) => `${i + 1}. ${text}`)].join("\n"),
    "m.mentions": {},
  };
  return { type: START, content };
}

const reference = (poll: string) => ({ "m.relates_to": { rel_type: "m.reference", event_id: poll } });

export function responseOf(poll: string, answers: readonly string[]): { type: string; content: Json } {
  return { type: `${UNSTABLE}.response`, content: { ...reference(poll), [`${UNSTABLE}.response`]: { answers: [...answers] } } };
}

export function endOf(poll: string, text: string): { type: string; content: Json } {
  return { type: `${UNSTABLE}.end`, content: { ...reference(poll), [`${UNSTABLE}.end`]: {}, [TEXT]: text, body: text } };
}
