// Messages that were taken back: by whom and how soon, the words to write them again, and what still shows of them elsewhere.
import { signal } from "@preact/signals";
import type { MatrixEvent, SyncResponse } from "../api/types";
import { redactedBy } from "./reduce";
import { me, world } from "./state";
import { fold, plainBody, RECALL_MS, type Message } from "./timeline";

const AGAIN_MS = 5 * 60_000;
const TAKEN_MAX = 2_000;

/** Whether deleting this message now is a recall. */
export const mayRecall = (message: Message, now = Date.now()): boolean => message.sender === me.value && message.kind === "message" && now - message.ts < RECALL_MS;

export interface Again {
  /** The conversation, or the thread in it, whose composer gets the words. */
  place: string;
  text: string;
  answered?: Message;
}

/** The words of what I recalled, by event, for as long as they can be had again. */
export const again = signal<Readonly<Record<string, Again>>>({});
/** Words that wait for their composer. */
export const rewritten = signal<Again | null>(null);

export const placeOf = (roomId: string, thread?: string): string => (thread ? `${roomId} ${thread}` : roomId);

/** Keep the words of a message that is being recalled. */
export function keepWords(roomId: string, message: Message): void {
  if (message.content.msgtype !== "m.text" || !mayRecall(message)) return;
  const event = world.value.rooms[roomId]?.timeline.find((one) => one.event_id === message.replyTo);
  const words: Again = { place: placeOf(roomId, message.thread), text: plainBody(message.content, message.replyTo !== undefined), answered: event && fold([event], me.value)[0] };
  again.value = { ...again.value, [message.id]: words };
  setTimeout(() => {
    const { [message.id]: _, ...others } = again.value;
    again.value = others;
  }, AGAIN_MS);
}

/** What was taken back since the app was opened. Whoever keeps words of messages outside of timelines asks here. */
export const taken = signal<ReadonlySet<string>>(new Set());

/** Take notice of redactions: notifications of what they name are closed. */
export function noticeRedactions(answer: SyncResponse): void {
  const events = Object.values(answer.rooms?.join ?? {}).flatMap((room) => room.timeline?.events ?? []);
  const targets = events.filter((event: MatrixEvent) => event.type === "m.room.redaction").map((event) => redactedBy(event) ?? "");
  if (targets.length === 0) return;
  taken.value = new Set([...taken.value, ...targets].slice(-TAKEN_MAX));
  void closeNotifications(targets).catch(() => undefined);
}

async function closeNotifications(events: readonly string[]): Promise<void> {
  const registration = await globalThis.navigator?.serviceWorker?.getRegistration();
  for (const shown of (await registration?.getNotifications()) ?? []) if (events.includes(shown.tag)) shown.close();
}
