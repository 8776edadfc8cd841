// Which thread an event is in, what a thread looks like from outside, and its own timeline. Pure.
import type { MatrixEvent } from "../api/types";
import type { Message } from "./timeline";

/** A thread as its root shows it. */
export interface Answers {
  count: number;
  last?: Message;
  /** Who spoke last, the newest first. */
  people: string[];
}

type Look = (id: string) => MatrixEvent | undefined;

/** In `unsigned` of a message that was deleted: the thread that it was in, which its content no longer says (MSC4023). */
export const THREAD_ID = "org.matrix.msc4023.thread_id";
const HOPS_MAX = 3;
const FACES_MAX = 3;

/** The root that an event names itself, or the server for it. */
export function threadNamed({ content, unsigned }: MatrixEvent): string | undefined {
  const relation = content["m.relates_to"];
  if (relation?.rel_type) return relation.rel_type === "m.thread" ? relation.event_id : undefined;
  return unsigned?.[THREAD_ID] === "main" ? undefined : (unsigned?.[THREAD_ID] ?? undefined);
}

/** The root of the thread that an event is in; "" for none, undefined where it hangs on an event that is not here. */
export function threadOf(event: MatrixEvent, look: Look): string | undefined {
  let at: MatrixEvent | undefined = event;
  for (let hop = 0; at && hop <= HOPS_MAX; hop += 1) {
    const named = threadNamed(at);
    if (named) return named;
    const relation: MatrixEvent["content"]["m.relates_to"] = at.content["m.relates_to"];
    if (!relation?.rel_type || !relation.event_id) return "";
    at = look(relation.event_id);
  }
  return at ? "" : undefined;
}

export const lookIn = (events: readonly MatrixEvent[]): Look => {
  const byId = new Map(events.map((event) => [event.event_id, event]));
  return (id) => byId.get(id);
};

/** The events of one thread, or with "" those that are surely in none. */
export function eventsIn(events: readonly MatrixEvent[], root: string): MatrixEvent[] {
  const look = lookIn(events);
  return events.filter((event) => threadOf(event, look) === root);
}

/**
 * What a root shows of its thread. `known` are the messages of the thread that are here, deleted ones included, oldest first; `latest` is
 * the one that the server told with the root. Where more is known than the server told, that counts, so that it is right as things happen;
 * where the root stands far from the rest, the server's number counts, and what came since.
 */
export function answersOf(root: Message, known: readonly Message[], latest: Message | undefined): Answers | undefined {
  const told = root.event.unsigned?.["m.relations"]?.["m.thread"];
  const alive = known.filter((message) => !message.redacted);
  const since = latest ? alive.filter((message) => message.ts > latest.ts) : alive;
  const counted = known.filter((message) => !message.event.unsigned?.[THREAD_ID]); // what came as deleted is not in the server's number
  const isPart = told !== undefined && counted.length < told.count;
  const count = isPart ? told.count + since.length : alive.length;
  if (count === 0) return undefined;
  const last = isPart ? (since.at(-1) ?? latest) : alive.at(-1);
  const spoken = isPart && latest && since.length === 0 ? [...alive, latest] : alive;
  return { count, last, people: [...new Set(spoken.map((message) => message.sender).reverse())].slice(0, FACES_MAX) };
}

/**
 * One thread, oldest first: its root, what /relations told (`loaded`), and what the room's timeline knows beyond that, with reactions,
 * edits and redactions.
 */
export function threadTimeline(root: string, loaded: readonly MatrixEvent[], timeline: readonly MatrixEvent[], rootEvent?: MatrixEvent): MatrixEvent[] {
  const here = lookIn(timeline);
  const there = lookIn(loaded);
  const belongs = (event: MatrixEvent) =>
    event.content["m.relates_to"]?.event_id === root || threadOf(event, (id) => here(id) ?? there(id)) === root;
  const met = timeline.findLastIndex((event) => there(event.event_id));
  const newest = loaded.at(-1)?.origin_server_ts ?? 0;
  const fresh = timeline.filter((event, i) => {
    if (event.type === "m.room.redaction") return true;
    return !there(event.event_id) && (met >= 0 ? i > met : event.origin_server_ts >= newest) && belongs(event);
  });
  const first = here(root) ?? rootEvent;
  return [...(first ? [first] : []), ...loaded.map((event) => here(event.event_id) ?? event), ...fresh];
}
