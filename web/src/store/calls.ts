// Calls as the first screen knows them: what goes on, and who listens for invitations. All the rest comes when there is a call.
import { effect, signal } from "@preact/signals";
import type { MatrixEvent, SyncResponse } from "../api/types";
import type { Arrived, Call, Calls, Ending } from "../calls/call";
import { isCallType } from "../calls/kinds";
import { stateContent, type Room } from "./model";
import { partnerOf } from "./names";
import { levelOf } from "./quiet";
import { isSealed, sealing } from "./sealing";
import { me, say, world } from "./state";

export const calls = signal<Calls>({ me: "", current: null, waiting: null, over: [] });
/** The call that has just ended, until its end was told. */
export const ended = signal<{ call: Call; ending: Ending } | null>(null);
/** What the window is called while somebody rings. */
export const ringTitle = signal("");

type Live = typeof import("../calls/live");
/** Nothing older can ring. */
const FRESH_MS = 125_000;
const LOOK_BACK = 30;
const SEEN_MAX = 400;

let live: Promise<Live> | null = null;
let loadedFor = "";
let seen = new Set<string>();
/** Events that came shut; an invitation may be in them. */
const shut = new Map<string, { roomId: string; ageMs: number; at: number }>();

const load = (): Promise<Live> =>
  (live ??= import("../calls/live").catch((error: unknown) => {
    live = null;
    throw error;
  }));

/** Whether this app can call the other person of this room: one to one, she is there, and what is said can be sealed if it must. */
export const canCall = (room: Room, partner: string | undefined): partner is string =>
  partner !== undefined &&
  room.joined === 2 &&
  room.members[partner]?.membership === "join" &&
  !(isSealed(room) && (sealing.value === "elsewhere" || sealing.value === "impossible"));

export function placeCall(roomId: string, partner: string, video: boolean, sorry: string): void {
  load().then(
    (loaded) => loaded.place(roomId, partner, video),
    () => say(sorry),
  );
}

/** Look through an answer of /sync, all of it opened as far as can be, for what concerns calls. */
export function hearCalls(answer: SyncResponse): void {
  const { rooms } = world.value;
  const fresh = new Set(Object.values(answer.rooms?.join ?? {}).flatMap((part) => (part.timeline?.events ?? []).map((event) => event.event_id)));
  const first = loadedFor !== me.value;
  if (first) {
    // What was stored may hold an invitation that still rings, now that the server has told what became of it.
    loadedFor = me.value;
    seen = new Set();
    shut.clear();
  }
  const where = first ? Object.values(rooms) : Object.keys(answer.rooms?.join ?? {}).flatMap((id) => rooms[id] ?? []);
  const told = where.flatMap((room) => room.timeline.slice(-LOOK_BACK).map((event) => ({ room, event })));
  hear(
    first ? told : told.filter(({ event }) => fresh.has(event.event_id)),
    (event) => (fresh.has(event.event_id) ? (event.unsigned?.age ?? 0) : Date.now() - event.origin_server_ts),
  );
}

function hear(told: { room: Room; event: MatrixEvent }[], ageOf: (event: MatrixEvent) => number): void {
  const arrived: Arrived[] = [];
  for (const { room, event } of told) {
    const ageMs = ageOf(event);
    if (ageMs > FRESH_MS && !live) continue;
    if (event.type === "m.room.encrypted") {
      if (ageMs < FRESH_MS) shut.set(event.event_id, { roomId: room.id, ageMs, at: Date.now() });
    } else if (isCallType(event.type) && !seen.has(event.event_id)) {
      seen.add(event.event_id);
      const { event_id: eventId, type, sender, content } = event;
      arrived.push({ roomId: room.id, eventId, type, sender, content, ageMs, rings: rings(room, event) });
    }
  }
  if (seen.size > SEEN_MAX) seen = new Set([...seen].slice(-SEEN_MAX / 2));
  if (!live && !arrived.some(({ type, sender }) => type === "m.call.invite" && sender !== me.value)) return;
  if (arrived.length > 0) load().then((loaded) => loaded.hear(arrived), () => undefined);
}

/** Calls ring where two people are among themselves, not in what everybody may enter, and not in what is silenced. */
function rings(room: Room, event: MatrixEvent): boolean {
  if (stateContent(room, "m.room.join_rules").join_rule === "public" || levelOf(world.value, room.id) === "none") return false;
  return room.joined <= 2 || event.content.invitee === me.value || partnerOf(world.value, room) === event.sender;
}

effect(() => {
  const { rooms } = world.value;
  if (shut.size === 0) return;
  const opened: { room: Room; event: MatrixEvent }[] = [];
  const ages = new Map<string, number>();
  for (const [id, { roomId, ageMs, at }] of shut) {
    const waited = ageMs + Date.now() - at;
    const room = rooms[roomId];
    const event = room?.timeline.find((one) => one.event_id === id);
    if (waited < FRESH_MS && event?.type === "m.room.encrypted") continue;
    shut.delete(id);
    ages.set(id, waited);
    if (room && event && waited < FRESH_MS) opened.push({ room, event });
  }
  if (opened.length > 0) queueMicrotask(() => hear(opened, (event) => ages.get(event.event_id) ?? 0));
});
