// The thread that is open, where it reaches further back than the room's timeline: what /relations tells of it, page by page.
import { signal } from "@preact/signals";
import * as api from "../api/threads";
import { event as fetchEvent } from "../api/rooms";
import type { MatrixEvent } from "../api/types";
import { emptied, redactedBy } from "./reduce";
import { openEvent } from "./sealing";
import { world } from "./state";

const PAGE = 50;

interface OpenThread {
  roomId: string;
  root: string;
  /** Everything that relates to the root or to one of its answers, oldest first. */
  events: MatrixEvent[];
  rootEvent?: MatrixEvent;
  /** Leads to what is older; "" before the first page, null after the last. */
  older: string | null;
}

export const openThread = signal<OpenThread | null>(null);

/** Begin with a thread; nothing is asked of the server yet. */
export function beginThread(roomId: string, root: string): void {
  openThread.value = { roomId, root, events: [], older: "" };
}

export function endThread(): void {
  openThread.value = null;
}

const isOpen = ({ roomId, root }: OpenThread): boolean => openThread.value?.roomId === roomId && openThread.value.root === root;
const openedAll = (roomId: string, events: readonly MatrixEvent[]) => Promise.all(events.map((event) => openEvent(roomId, event)));

async function page(at: OpenThread, from: string): Promise<{ events: MatrixEvent[]; older: string | null }> {
  const told = await api.relationsOf(at.roomId, at.root, from, PAGE);
  return { events: await openedAll(at.roomId, told.chunk.reverse()), older: told.next_batch ?? null };
}

let running: { place: string; work: Promise<void> } | undefined;

/** Read one page further back; with the first one comes the root. Raises what the server refuses. */
export function olderAnswers(): Promise<void> {
  const at = openThread.value;
  if (!at || at.older === null) return Promise.resolve();
  const place = `${at.roomId} ${at.root}`;
  if (running?.place === place) return running.work;
  const work = (async () => {
    const hasRoot = at.rootEvent || world.value.rooms[at.roomId]?.timeline.some((event) => event.event_id === at.root);
    const [told, rootEvent] = await Promise.all([
      page(at, at.older!),
      hasRoot ? at.rootEvent : fetchEvent(at.roomId, at.root).then((event) => openEvent(at.roomId, event)),
    ]);
    if (!isOpen(at)) return;
    const known = new Set(openThread.value!.events.map((event) => event.event_id));
    const events = [...told.events.filter((event) => !known.has(event.event_id)), ...openThread.value!.events];
    openThread.value = { ...openThread.value!, events, older: told.older, rootEvent };
  })().finally(() => (running = undefined));
  running = { place, work };
  return work;
}

/** Begin anew with the newest page: what happened to the rest while the timeline had a gap is not known. */
export async function catchUp(): Promise<void> {
  const at = openThread.value;
  if (!at || at.older === "") return;
  const told = await page(at, "");
  if (isOpen(at)) openThread.value = { ...openThread.value!, ...told };
}

/** What has been taken back is forgotten here as well. */
export function forgetAnswers(timeline: readonly MatrixEvent[]): void {
  const at = openThread.value;
  if (!at) return;
  const gone = new Map(timeline.filter((event) => event.type === "m.room.redaction").map((event) => [redactedBy(event), event]));
  const isGone = (event: MatrixEvent | undefined) => event !== undefined && !event.unsigned?.redacted_because && gone.has(event.event_id);
  if (![at.rootEvent, ...at.events].some(isGone)) return;
  const now = (event: MatrixEvent) => (isGone(event) ? emptied(event, gone.get(event.event_id)!) : event);
  openThread.value = { ...at, events: at.events.map(now), rootEvent: at.rootEvent && now(at.rootEvent) };
}

/** Try what stayed shut again: keys have come. */
export async function reopenAnswers(): Promise<void> {
  const at = openThread.value;
  if (!at?.events.some((event) => event.type === "m.room.encrypted")) return;
  const events = await openedAll(at.roomId, at.events);
  if (isOpen(at) && openThread.value!.events === at.events) openThread.value = { ...at, events };
}
