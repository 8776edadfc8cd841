// Timers of conversations: messages are taken back by the server some time after they were read or sent. Pure. See docs/capabilities/burn.md.
import type { MatrixEvent, StrippedEvent } from "../api/types";
import type { Room } from "./model";

export const BURN = "im.laiwang.burn";

export interface Timer {
  afterMs: number;
  from: "read" | "sent";
}

const AFTER_MS_MAX = 366 * 86_400_000;

/** The timer that content sets; null when it sets none, or nothing that the server takes for one. */
export function timerIn(content: Record<string, unknown> | undefined): Timer | null {
  const { after_ms: afterMs, from = "read" } = content ?? {};
  if (typeof afterMs !== "number" || !Number.isInteger(afterMs) || afterMs <= 0 || afterMs > AFTER_MS_MAX) return null;
  return from === "read" || from === "sent" ? { afterMs, from } : null;
}

export const timerOf = (room: Room): Timer | null => timerIn(room.state[BURN]?.content);

/** Whether an event was taken back by the timer rather than by a person. */
export const isBurnt = (event: MatrixEvent): boolean => event.unsigned?.redacted_because?.content[BURN] !== undefined;

/** Under which timer each event was sent, oldest first; `now` is the state that the room has after the last of them. */
export function timersAt(events: readonly MatrixEvent[], now: MatrixEvent | StrippedEvent | undefined): (Timer | null)[] {
  const timers: (Timer | null)[] = [];
  let timer = timerIn(now?.content);
  for (let i = events.length - 1; i >= 0; i -= 1) {
    timers[i] = timer;
    const event = events[i]!;
    if (event.type === BURN && event.state_key === "") timer = timerIn(event.unsigned?.prev_content);
  }
  return timers;
}

export interface Burning extends Timer {
  /** When it goes, in ms since 1970; undefined while somebody has not read it. */
  due?: number;
}

/**
 * Which messages will go, and when as far as that is known: since all who are in the room have read them, or since they were sent.
 * `seen` keeps when that was noticed first, since receipts only tell the newest.
 */
export function burning(room: Room, seen: Map<string, number>, spoken: (event: MatrixEvent) => boolean): Map<string, Burning> {
  const found = new Map<string, Burning>();
  if (!room.state[BURN]) return found;
  const timers = timersAt(room.timeline, room.state[BURN]);
  const at = new Map(room.timeline.map((event, i) => [event.event_id, i]));
  const joined = Object.values(room.members).filter((member) => member.membership === "join").map((member) => member.userId);
  const marks = joined.map((user) => ({ user, upTo: at.get(room.receipts[user]?.eventId ?? "") ?? -1, ts: room.receipts[user]?.ts ?? 0 }));
  room.timeline.forEach((event, i) => {
    const timer = timers[i];
    if (!timer || !spoken(event) || event.unsigned?.redacted_because) return;
    if (timer.from === "sent") {
      found.set(event.event_id, { ...timer, due: event.origin_server_ts + timer.afterMs });
      return;
    }
    if (event.content["m.relates_to"]?.rel_type === "m.thread") {
      found.set(event.event_id, timer); // receipts of threads are their own
      return;
    }
    const others = marks.filter(({ user }) => user !== event.sender);
    const read = others.length > 0 && joined.length >= room.joined && others.every(({ upTo }) => upTo >= i);
    if (read && !seen.has(event.event_id)) seen.set(event.event_id, Math.max(...others.map(({ ts }) => ts)));
    const start = seen.get(event.event_id);
    found.set(event.event_id, start === undefined ? timer : { ...timer, due: start + timer.afterMs });
  });
  return found;
}
