// The votes of a poll, from wherever they are: the timeline, what is on its way out, and the server for polls that lie far back.
import { signal } from "@preact/signals";
import { relations } from "../api/relations";
import type { MatrixEvent } from "../api/types";
import { queue, relationTo, type ThreadPlace } from "./actions";
import { outbox } from "./engine";
import type { Room } from "./model";
import { asEvent, type Outgoing } from "./outbox";
import type { Past } from "./past";
import { endOf, responseOf, startOf, tally, type Poll, type Tally } from "./polls";
import { may } from "./powers";
import { openEvent } from "./sealing";
import type { Message } from "./timeline";

interface Fetched {
  events: MatrixEvent[];
  /** The newest event that the timeline held when they were asked for: what came later is in the timeline itself. */
  upTo: string;
}

const PAGES_MAX = 20;
const POLLS_MAX = 50;
export const fetchedVotes = signal<Readonly<Record<string, Fetched>>>({});
const coming = new Set<string>();

const holds = (room: Room, eventId: string) => room.timeline.some((event) => event.event_id === eventId);

/** Whether votes may be missing here: the timeline does not reach back to the poll, nor to where they were fetched. */
export const needsVotes = (room: Room, pollId: string): boolean => {
  if (pollId.startsWith("~") || holds(room, pollId)) return false;
  const known = fetchedVotes.value[pollId];
  return !known || (known.upTo !== "" && !holds(room, known.upTo));
};

/** Ask the server for the votes, once. Raises what it refuses. */
export async function fetchVotes(room: Room, pollId: string): Promise<void> {
  if (coming.has(pollId)) return;
  coming.add(pollId);
  const upTo = room.timeline.at(-1)?.event_id ?? "";
  try {
    const found: MatrixEvent[] = [];
    let from: string | undefined;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const { chunk, next_batch } = await relations(room.id, pollId, "m.reference", from);
      found.push(...chunk);
      if (!(from = next_batch)) break;
    }
    const events = await Promise.all(found.map((event) => openEvent(room.id, event)));
    const others = Object.entries(fetchedVotes.value).filter(([id]) => id !== pollId).slice(1 - POLLS_MAX);
    fetchedVotes.value = { ...Object.fromEntries(others), [pollId]: { events, upTo } };
  } finally {
    coming.delete(pollId);
  }
}

/** What the votes known here come to. */
export function tallyIn(room: Room, message: Message, poll: Poll, out: readonly Outgoing[], me: string, stretch: Past | null): Tally {
  const known = new Set(room.timeline.map((event) => event.event_id));
  const drafts = out.filter((item) => item.roomId === room.id && item.status !== "failed" && !(item.eventId && known.has(item.eventId))).map((item) => asEvent(item, me));
  const fetched = fetchedVotes.value[message.id]?.events ?? [];
  const there = stretch?.roomId === room.id ? stretch.timeline : [];
  return tally(message.event, poll, [...fetched, ...there, ...room.timeline, ...drafts], me, (user) => may(room, user, "redact"), new Set(drafts.map((event) => event.event_id)));
}

export function startPoll(roomId: string, poll: Poll, thread?: ThreadPlace): void {
  const { type, content } = startOf(poll);
  queue(roomId, type, { ...content, ...relationTo(undefined, thread) });
}

/** Choose these answers. A vote of mine that has not gone out yet is not needed any more. */
export function vote(roomId: string, pollId: string, answers: readonly string[]): void {
  const { type, content } = responseOf(pollId, answers);
  for (const item of outbox.all) {
    const relation = item.content["m.relates_to"] as { event_id?: string } | undefined;
    if (item.roomId === roomId && item.type === type && relation?.event_id === pollId && (item.status === "waiting" || item.status === "failed")) outbox.remove(item.txn);
  }
  queue(roomId, type, content);
}

export function endPoll(roomId: string, pollId: string, text: string): void {
  const { type, content } = endOf(pollId, text);
  queue(roomId, type, content);
}
