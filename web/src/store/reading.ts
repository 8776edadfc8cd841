// Who has read what, in threads and outside of them. Pure.
import type { MatrixEvent } from "../api/types";
import type { Receipt, Room } from "./model";
import { lookIn, threadOf } from "./threading";
import { readers, type Message } from "./timeline";

/** Receipts that count in a thread, or with "" outside of threads. */
export const receiptsIn = (room: Room, root: string): Record<string, Receipt>[] =>
  [root === "" ? room.receipts : room.threadReceipts?.[root], room.threadReceipts?.[""]].filter((one) => one !== undefined);

/** When somebody said last that she has read there, in ms; 0 if never. */
export const readAt = (room: Room, user: string, root = ""): number => Math.max(0, ...receiptsIn(room, root).map((receipts) => receipts[user]?.ts ?? 0));

/** Who else has read each message of mine, of those outside of threads and of those in the thread `root`, if one is named. */
export function readersIn(room: Room, events: readonly MatrixEvent[], root: string, me: string): Map<string, string[]> {
  const look = lookIn(events);
  const within = (place: string) => (event: MatrixEvent) => (threadOf(event, look) ?? "") === place;
  const outside = readers(events, receiptsIn(room, ""), me, within(""));
  return root === "" ? outside : new Map([...outside, ...readers(events, receiptsIn(room, root), me, within(root))]);
}

/**
 * The ids of the last `count` messages of others, none of them newer than `newest`: what was unread when a thread was opened. Empty while
 * the first of them is not loaded yet, unless nothing is older (`whole`).
 */
export function lastOfOthers(messages: readonly Message[], newest: string, count: number, me: string, whole: boolean): ReadonlySet<string> {
  const end = messages.findLastIndex((message) => message.id === newest);
  const others = messages.slice(0, end + 1).filter((message) => message.sender !== me && message.kind === "message");
  return new Set(count > 0 && (whole || others.length >= count) ? others.slice(-count).map((message) => message.id) : []);
}
