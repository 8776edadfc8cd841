// Pinned messages: the state m.room.pinned_events, which is replaced as a whole, so that it is read again before it is written.
import { MatrixError } from "../api/http";
import * as api from "../api/rooms";
import type { Json, MatrixEvent } from "../api/types";
import { stateContent, type Room } from "./model";

export const PINNED = "m.room.pinned_events";
/** Of more the oldest are let go. */
export const PINS_MAX = 100;
const ROUNDS_MAX = 4;

/** The ids in the content of the state, the one that was pinned last at the end. Pure. */
export const pinsIn = (content: Json | undefined): string[] =>
  Array.isArray(content?.pinned) ? [...new Set(content.pinned.filter((id): id is string => typeof id === "string"))] : [];

export const pinsOf = (room: Room): string[] => pinsIn(stateContent(room, PINNED));

export interface PinChange {
  added: string[];
  removed: string[];
}

const between = (before: readonly string[], now: readonly string[]): PinChange => ({
  added: now.filter((id) => !before.includes(id)),
  removed: before.filter((id) => !now.includes(id)),
});

/** What a state event pinned and what it let go. Pure. */
export const pinChange = (event: MatrixEvent): PinChange => between(pinsIn(event.unsigned?.prev_content), pinsIn(event.content));

/** The ids after a change: what is new stands last. Pure. */
export function changedPins(pins: readonly string[], { added, removed }: PinChange): string[] {
  const kept = pins.filter((id) => !removed.includes(id));
  return [...kept, ...added.filter((id) => !kept.includes(id))].slice(-PINS_MAX);
}

/** Two changes of which the first one is still wanted where the second one is about something else. Pure. */
export const bothChanges = (mine: PinChange, theirs: PinChange): PinChange => ({
  added: [...theirs.added.filter((id) => !mine.removed.includes(id) && !mine.added.includes(id)), ...mine.added],
  removed: [...theirs.removed.filter((id) => !mine.added.includes(id) && !mine.removed.includes(id)), ...mine.removed],
});

async function told(roomId: string): Promise<Json> {
  try {
    return await api.stateOf(roomId, PINNED);
  } catch (error) {
    if (error instanceof MatrixError && error.status === 404) return {};
    throw error;
  }
}

/**
 * Pin a message or let it go. Whoever writes at the same time replaces the whole, so what was really replaced is looked at afterwards, and
 * what others did between reading and writing is done again. Raises what the server refuses.
 */
export async function setPinned(roomId: string, eventId: string, wanted: boolean): Promise<void> {
  let change: PinChange = wanted ? { added: [eventId], removed: [] } : { added: [], removed: [eventId] };
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const now = await told(roomId);
    const pins = pinsIn(now);
    const next = changedPins(pins, change);
    if (next.join() === pins.join()) return;
    const { event_id } = await api.setState(roomId, PINNED, { ...now, pinned: next });
    const replaced = pinsIn((await api.event(roomId, event_id)).unsigned?.prev_content);
    change = bothChanges(change, between(pins, replaced));
  }
}
