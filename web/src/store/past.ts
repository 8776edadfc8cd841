// A stretch of a conversation far from its newest message: what lies around one event, growing both ways until it meets the present.
import { signal } from "@preact/signals";
import * as api from "../api/rooms";
import type { MatrixEvent } from "../api/types";
import { reachesStart, type Chunk, type Room } from "./model";
import { memberOf, prependPage } from "./reduce";
import { openEvent } from "./sealing";
import { changeRoom, world } from "./state";

const AROUND = 40;
const PAGE = 50;

export interface Past {
  roomId: string;
  /** The event that it was opened for. */
  target: string;
  timeline: MatrixEvent[];
  chunks: Chunk[];
  /** Leads to what came after it. */
  newer: string;
}

export const past = signal<Past | null>(null);

const isRelation = (event: MatrixEvent) => event.type === "m.room.redaction" || Boolean(event.content["m.relates_to"]?.rel_type);

/** The room as it is drawn there: its own events, and what was done to them since as far as that is known. Pure. */
export const roomInPast = (room: Room, at: Past): Room => ({
  ...room,
  timeline: [...at.timeline, ...room.timeline.filter(isRelation)],
  chunks: at.chunks,
});

/** The room with a stretch that has met its timeline put before it; undefined while they do not meet. Pure. */
export function joined(room: Room, at: Past): Room | undefined {
  const here = new Set(room.timeline.map((event) => event.event_id));
  const before = at.timeline.filter((event) => !here.has(event.event_id));
  if (before.length === at.timeline.length) return undefined;
  return { ...room, timeline: [...before, ...room.timeline], chunks: before.length ? [...at.chunks, ...room.chunks] : room.chunks };
}

function learnMembers(roomId: string, state: MatrixEvent[] = []): void {
  const fresh = state.filter((event) => event.type === "m.room.member" && event.state_key);
  changeRoom(roomId, (room) => {
    const strangers = fresh.filter((event) => !room.members[event.state_key!]);
    if (!strangers.length) return room;
    return { ...room, members: { ...room.members, ...Object.fromEntries(strangers.map((event) => [event.state_key!, memberOf(event)])) } };
  });
}

let wanted = "";

/** Go to an event: nothing to do where the room's timeline holds it. Raises what the server refuses. */
export async function openPast(roomId: string, target: string): Promise<void> {
  wanted = target;
  past.value = null;
  if (world.value.rooms[roomId]?.timeline.some((event) => event.event_id === target)) return;
  const around = await api.contextOf(roomId, target, AROUND);
  const events = [...around.events_before.reverse(), around.event, ...around.events_after];
  const timeline = await Promise.all(events.map((event) => openEvent(roomId, event)));
  if (wanted !== target) return;
  learnMembers(roomId, around.state);
  settle({ roomId, target, timeline, chunks: [{ first: timeline[0]!.event_id, token: around.start ?? null }], newer: around.end ?? "" });
}

/** Show it, or the room itself once everything between is here. */
function settle(at: Past): void {
  const room = world.value.rooms[at.roomId];
  const whole = room && joined(room, at);
  if (whole) changeRoom(at.roomId, () => whole);
  past.value = whole || !room ? null : at;
}

export function closePast(): void {
  wanted = "";
  past.value = null;
}

let running: Promise<void> | undefined;
const oneAtATime = (work: () => Promise<void>) => (running ??= work().finally(() => (running = undefined)));

export const earlier = (): Promise<void> =>
  oneAtATime(async () => {
    const at = past.value;
    const token = at?.chunks[0]?.token;
    const room = at && world.value.rooms[at.roomId];
    if (!at || !room || !token || reachesStart(roomInPast(room, at))) return;
    const page = await api.messagesBefore(at.roomId, token, PAGE);
    const chunk = await Promise.all(page.chunk.map((event) => openEvent(at.roomId, event)));
    if (past.value?.target !== at.target) return;
    learnMembers(at.roomId, page.state);
    const { timeline, chunks } = prependPage({ ...room, timeline: at.timeline, chunks: at.chunks }, { chunk, end: page.end });
    past.value = { ...at, timeline, chunks };
  });

export const later = (): Promise<void> =>
  oneAtATime(async () => {
    const at = past.value;
    if (!at?.newer) return;
    const page = await api.messagesAfter(at.roomId, at.newer, PAGE);
    const known = new Set(at.timeline.map((event) => event.event_id));
    const fresh = page.chunk.filter((event) => !known.has(event.event_id));
    const events = await Promise.all(fresh.map((event) => openEvent(at.roomId, event)));
    if (past.value?.target !== at.target) return;
    learnMembers(at.roomId, page.state);
    settle({ ...at, timeline: [...at.timeline, ...events], newer: page.end && page.end !== at.newer ? page.end : "" });
  });
