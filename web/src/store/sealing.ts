// End-to-end encryption as the rest of the app sees it. The crypto itself is large and comes only when somebody has an encrypted
// room; from then on it is there at every start, since keys must be received. One tab at a time holds it.
import { signal } from "@preact/signals";
import * as api from "../api/rooms";
import { MatrixError } from "../api/http";
import type { Json, MatrixEvent, SyncResponse } from "../api/types";
import type { Machine } from "../crypto/machine";
import type { Verification } from "../crypto/verification";
import { stateContent, type Room, type World } from "./model";
import { present } from "./names";
import { memberOf } from "./reduce";
import { changeRoom, me, session, world } from "./state";
import { recounted } from "./unread";

/** `elsewhere`: another tab of this browser has it; `impossible`: the browser or the address does not allow it. */
export type SealingState = "off" | "starting" | "ready" | "elsewhere" | "impossible";

export const sealing = signal<SealingState>("off");
/** Rooms in which what is written waits, since none of the others has a device that could read it yet. */
export const unreadable = signal<ReadonlySet<string>>(new Set());
/** The verification that goes on. */
export const verification = signal<Verification | null>(null);
/** Counts up when a device or a person is trusted, or keys were restored. */
export const trustChanges = signal(0);
const KEY = "laiwang.sealing";
const FORWARD_MS = 5_000;

let machine: Promise<Machine> | null = null;
let letGo: () => void = () => undefined;
let channel: BroadcastChannel | null = null;
let taken: Set<string> = new Set();

export const isSealed = (room: Room | undefined): boolean => room?.state["m.room.encryption"] !== undefined;
const shut = (event: MatrixEvent): boolean => event.type === "m.room.encrypted" && event.content.ciphertext !== undefined;
const deviceKey = (): string => `${session.value?.userId} ${session.value?.deviceId}`;
export const sealingWanted = (now: World): boolean =>
  session.value !== null && (localStorage.getItem(KEY) === deviceKey() || Object.values(now.rooms).some(isSealed));

/** Load the crypto and open this device's keys, once. Resolves when another tab that has it lets go. */
export function startSealing(): Promise<Machine> {
  return (machine ??= load().catch((error: unknown) => {
    machine = null;
    sealing.value = "off";
    throw error;
  }));
}

async function load(): Promise<Machine> {
  const { userId, deviceId } = session.value!;
  if (typeof WebAssembly === "undefined" || !globalThis.crypto?.subtle || !navigator.locks) {
    sealing.value = "impossible";
    return new Promise(() => undefined);
  }
  sealing.value = "starting";
  localStorage.setItem(KEY, deviceKey());
  const { Machine: Loaded } = await fetched();
  await hold(`laiwang.sealing ${deviceKey()}`);
  const opened = await Loaded.open(userId, deviceId, {
    onKeys: (rooms) => setTimeout(() => void Promise.all(rooms.map((id) => openRoom(id, true)))),
    onRestored: () => {
      trustChanges.value += 1;
      void openAll();
    },
    onVerification: (now) => (verification.value = now),
    onTrust: () => (trustChanges.value += 1),
  });
  sealing.value = "ready";
  listenToTabs(opened);
  return opened;
}

/** The crypto, code and all; a network that is away for now is told as such. */
async function fetched() {
  try {
    const loaded = await import("../crypto/machine");
    await loaded.fetchCrypto();
    return loaded;
  } catch {
    throw new MatrixError(0, "NETWORK", "the encryption could not be fetched");
  }
}

/** The store of the keys is broken: go on without it until the app is opened again. */
export function giveUpSealing(): void {
  machine = new Promise(() => undefined);
  sealing.value = "impossible";
}

/** Have the lock to oneself until `letGo`. */
async function hold(name: string): Promise<void> {
  const release = new Promise<void>((resolve) => (letGo = resolve));
  await new Promise<void>((resolve, reject) => {
    const taker = (lock: Lock | null) => {
      if (lock === null) return undefined;
      resolve();
      return release;
    };
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return taker(lock);
        sealing.value = "elsewhere";
        listenToTabs(null);
        navigator.locks.request(name, taker).catch(reject);
        return undefined;
      })
      .catch(reject);
  });
}

/** A tab without the crypto may get messages for the device first: it hands them over to the tab that has it. */
function listenToTabs(holder: Machine | null): void {
  channel?.close();
  channel = new BroadcastChannel(`laiwang.sealing ${deviceKey()}`);
  if (!holder) return;
  channel.onmessage = async ({ data }: MessageEvent<{ id?: string; answer?: SyncResponse }>) => {
    if (!data.id || !data.answer) return;
    await take(holder, data.answer);
    channel?.postMessage({ done: data.id });
  };
}

function handOver(answer: SyncResponse): Promise<void> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const heard = ({ data }: MessageEvent<{ done?: string }>) => data.done === id && end();
    const end = () => {
      clearTimeout(timer);
      channel?.removeEventListener("message", heard);
      resolve();
    };
    const timer = setTimeout(end, FORWARD_MS);
    channel?.addEventListener("message", heard);
    channel?.postMessage({ id, answer: { ...answer, rooms: undefined, account_data: undefined } });
  });
}

/** The same message may come through two tabs. */
async function take(holder: Machine, answer: SyncResponse): Promise<void> {
  const events = (answer.to_device?.events ?? []).filter((event) => {
    const text = JSON.stringify(event);
    if (taken.has(text)) return false;
    taken.add(text);
    return true;
  });
  if (taken.size > 500) taken = new Set([...taken].slice(-250));
  await holder.receive({ ...answer, to_device: { events } });
}

/** Take in the keys of an answer of /sync and open what it brought. Must end before the next /sync lets the server forget them. */
export async function receive(answer: SyncResponse): Promise<void> {
  if (!sealingWanted(world.value) || sealing.value === "impossible") return;
  if (sealing.value === "off") startSealing().catch(() => undefined);
  while (sealing.value === "starting") await new Promise<void>((resolve) => {
    const stop = sealing.subscribe((now) => now !== "starting" && queueMicrotask(() => (stop(), resolve())));
  });
  if (sealing.value === "elsewhere") return handOver(answer);
  const holder = await startSealing();
  await take(holder, answer);
  const rooms = Object.values(world.value.rooms).filter((room) => room.timeline.some((event) => shut(event) && !event.secret));
  for (const room of rooms) await openRoom(room.id, false);
  for (const [id, part] of Object.entries(answer.rooms?.join ?? {})) {
    const fresh = new Set((part.timeline?.events ?? []).map((event) => event.event_id));
    await holder.hear(id, (world.value.rooms[id]?.timeline ?? []).filter((event) => fresh.has(event.event_id)));
  }
}

/** Open what is shut in a room's timeline; with `again` also what could not be opened before. */
export async function openRoom(roomId: string, again: boolean): Promise<void> {
  if (sealing.value !== "ready") return;
  const holder = await startSealing();
  const opened = new Map<string, MatrixEvent>();
  for (const event of world.value.rooms[roomId]?.timeline ?? []) {
    if (shut(event) && (again || !event.secret)) opened.set(event.event_id, await holder.open(roomId, event));
  }
  if (opened.size === 0) return;
  changeRoom(roomId, (room) =>
    recounted({ ...room, timeline: room.timeline.map((event) => (shut(event) ? (opened.get(event.event_id) ?? event) : event)) }, me.value),
  );
}

/** Open everything that is shut, also what could not be opened before: at the start, and when keys were restored. */
export async function openAll(): Promise<void> {
  for (const room of Object.values(world.value.rooms)) await openRoom(room.id, true);
}

/** A single event in the clear, if it can be. */
export async function openEvent(roomId: string, event: MatrixEvent): Promise<MatrixEvent> {
  return shut(event) && sealing.value === "ready" ? (await startSealing()).open(roomId, event) : event;
}

/** What goes to the server instead of an event of a sealed room; null where the room is not sealed. Reactions stay in the clear, as in all clients. */
export async function seal(roomId: string, type: string, content: Json): Promise<Json | null> {
  const room = world.value.rooms[roomId];
  const sealed = isSealed(room) || (sealing.value === "ready" && (await (await startSealing()).remembers(roomId)));
  if (!sealed || type === "m.reaction") return null;
  if (!room || sealing.value === "impossible" || sealing.value === "elsewhere") throw new MatrixError(0, "SEALING", "encryption is not at hand");
  const holder = await startSealing();
  const historyVisibility = String(stateContent(room, "m.room.history_visibility").history_visibility ?? "shared");
  const users = (await everybody(roomId))
    .filter((member) => member.membership === "join" || historyVisibility !== "joined")
    .map((member) => member.userId);
  const known = stateContent(room, "m.room.encryption");
  try {
    const envelope = await holder.seal(roomId, type, content, { users, encryption: known, historyVisibility });
    tellUnreadable(roomId, false);
    return envelope;
  } catch (error) {
    if (error instanceof MatrixError && error.errcode === "SEALING_NOBODY") tellUnreadable(roomId, true);
    throw error;
  }
}

/** Send what is under way: sealed where the conversation is. The id that the event got. */
export async function sendSealed({ roomId, type, content, txn }: { roomId: string; type: string; content: Json; txn: string }): Promise<string> {
  const sealed = await seal(roomId, type, content);
  return (await api.send(roomId, sealed ? "m.room.encrypted" : type, txn, sealed ?? content)).event_id;
}

function tellUnreadable(roomId: string, waits: boolean): void {
  if (unreadable.value.has(roomId) === waits) return;
  const next = new Set(unreadable.value);
  if (waits) next.add(roomId);
  else next.delete(roomId);
  unreadable.value = next;
}

async function everybody(roomId: string) {
  if (!world.value.rooms[roomId]?.everybody) {
    const { chunk } = await api.members(roomId);
    changeRoom(roomId, (room) => ({
      ...room,
      everybody: true,
      members: Object.fromEntries(chunk.map((event) => [event.state_key!, memberOf(event)])),
    }));
  }
  const room = world.value.rooms[roomId];
  return room ? present(room) : [];
}

/** Let go of the keys; with `forget` they are deleted from this browser. */
export async function endSealing(userId: string, deviceId: string, forget: boolean): Promise<void> {
  const running = sealing.value === "ready" ? machine : null;
  machine = null;
  sealing.value = "off";
  taken = new Set();
  unreadable.value = new Set();
  verification.value = null;
  channel?.close();
  channel = null;
  (await running?.catch(() => null))?.close();
  letGo();
  if (!forget) return;
  localStorage.removeItem(KEY);
  for (const part of ["matrix-sdk-crypto", "matrix-sdk-crypto-meta"]) indexedDB.deleteDatabase(`laiwang-crypto:${userId}:${deviceId}::${part}`);
}
