// Calls as they happen: the state machine, the connection, the devices, and what is sent, brought together. Comes with the first call.
import { batch, effect, signal } from "@preact/signals";
import { iceServers, sendAtLast } from "../api/calls";
import { MatrixError } from "../api/http";
import type { Json } from "../api/types";
import { calls, ended, ringTitle } from "../store/calls";
import { Outbox } from "../store/outbox";
import { seal, sendSealed, unreadable } from "../store/sealing";
import { connection, me, outgoing, session, world } from "../store/state";
import { noCalls, step, type Arrived, type Call, type Effect, type Input } from "./call";
import { freshId, metadataContent, METADATA_CHANGED, type Description, VERSION } from "./events";
import { LIFETIME_MS } from "./kinds";
import { capture, captureCamera, hasTwoCameras, NoMedia, stopAll, type Facing } from "./media";
import { Peer } from "./peer";
import { keepSounding, soundEnd } from "./sounds";

/** What comes from the other side, and whether it shows something now. */
export const remote = signal<{ stream: MediaStream | null; picture: boolean }>({ stream: null, picture: false });
/** What this device gives; a new value whenever a track comes or goes. */
export const local = signal<{ stream: MediaStream | null; picture: boolean }>({ stream: null, picture: false });
export const muted = signal(false);
export const twoCameras = signal(false);

let media: { id: string; coming: Promise<MediaStream> } | null = null;
let active: { id: string; peer: Peer } | null = null;
/** The last word, ready for when the page is closed. */
let goodbye: { id: string; roomId: string; type: string; content: Json } | null = null;
let facing: Facing = "user";
let ticking: ReturnType<typeof setInterval> | undefined;
const voice = new Audio();
voice.autoplay = true;

// --- what the screens do ---

export const place = (roomId: string, partner: string, video: boolean): void =>
  take({ kind: "place", id: freshId(), party: freshId(), roomId, partner, video });

export const hear = (events: readonly Arrived[]): void => take({ kind: "arrived", events, party: freshId() });
export const accept = (id: string, camera: boolean): void => take({ kind: "accept", id, camera });
export const decline = (id: string): void => take({ kind: "decline", id });
export const hangUp = (): void => take({ kind: "hangUp" });

export function mute(on: boolean): void {
  muted.value = on;
  for (const track of local.value.stream?.getAudioTracks() ?? []) track.enabled = !on;
  tellMetadata();
}

/** Turn the camera on or off, or, with `turn`, to the other side of the phone. Raises NoMedia. */
export async function film(on: boolean, turn = false): Promise<void> {
  const now = active;
  if (!now) return;
  if (turn) {
    facing = facing === "user" ? "environment" : "user";
    await now.peer.showPicture(null); // phones open one camera at a time
  }
  const track = on ? await captureCamera(facing) : null;
  if (active !== now) return track?.stop();
  await now.peer.showPicture(track);
  showLocal();
  tellMetadata();
  void hasTwoCameras().then((two) => (twoCameras.value = two));
}

/** Figures of the connection, for whoever wants to see how good it is. */
export const figures = async (): Promise<RTCStats[]> => [...((await active?.peer.figures()) ?? new Map<string, RTCStats>()).values()] as RTCStats[];

// --- the machine and its effects ---

function take(input: Input): void {
  const before = calls.value.me === me.value ? calls.value : noCalls(me.value);
  const [state, effects] = step(before, input, Date.now());
  batch(() => {
    calls.value = state;
    for (const one of effects) perform(one);
  });
  const busy = state.current !== null;
  if (busy && ticking === undefined) ticking = setInterval(() => take({ kind: "tick" }), 500);
  if (!busy && ticking !== undefined) ticking = void clearInterval(ticking);
}

function perform(effect: Effect): void {
  switch (effect.do) {
    case "capture":
      return void captureFor(effect.id, effect.camera);
    case "offer":
      return void begin(effect.id, "offer", (peer) => peer.offer());
    case "answer":
      return void begin(effect.id, "answer", (peer) => peer.answer(effect.offer, effect.metadata));
    case "takeAnswer":
      return void peerOf(effect.id)?.takeAnswer(effect.answer, effect.metadata);
    case "candidates":
      return void peerOf(effect.id)?.addCandidates(effect.candidates);
    case "negotiate":
      return void peerOf(effect.id)?.negotiate(effect.description, effect.metadata);
    case "metadata":
      return peerOf(effect.id)?.hearMetadata(effect.metadata);
    case "restart":
      return peerOf(effect.id)?.restart();
    case "send":
      return send(effect.roomId, effect.callId, effect.type, effect.content);
    case "end":
      return end(effect);
  }
}

const peerOf = (id: string): Peer | undefined => (active?.id === id ? active.peer : undefined);
const isCurrent = (id: string): boolean => calls.value.current?.id === id;

/** Microphone and camera for a call; where it takes the place of another, with those that are there. */
async function captureFor(id: string, camera: boolean): Promise<void> {
  media = { id, coming: media?.coming ?? capture(camera) };
  const { coming } = media;
  try {
    const stream = await coming;
    if (media?.coming !== coming) return stopAll(stream); // over meanwhile
    if (media.id !== id) return;
    local.value = { stream, picture: stream.getVideoTracks().length > 0 };
    void hasTwoCameras().then((two) => (twoCameras.value = two));
    take({ kind: "captured", id, camera: stream.getVideoTracks().length > 0 });
  } catch (error) {
    if (media?.coming === coming && media.id === id) take({ kind: "notCaptured", id, why: error instanceof NoMedia ? error.why : "missing" });
  }
}

/** Make the connection and the description with which this side begins. */
async function begin(id: string, kind: Description["type"], describe: (peer: Peer) => Promise<Description>): Promise<void> {
  const servers = await iceServers();
  const stream = local.value.stream;
  if (!isCurrent(id) || !stream) return;
  const peer = new Peer(stream, servers, kind === "answer", {
    onCandidates: (candidates) => say(id, "m.call.candidates", { candidates }),
    onState: (state) => take({ kind: "ice", id, state }),
    onDescription: (description) => say(id, "m.call.negotiate", { description, lifetime: LIFETIME_MS, ...metadataContent(peer.ownMetadata(muted.value)) }),
    onRemote: (coming, picture) => {
      if (active?.peer !== peer && coming) return;
      remote.value = { stream: coming, picture };
      if (voice.srcObject !== coming) voice.srcObject = coming;
      if (coming) void voice.play().catch(() => undefined);
    },
  });
  active = { id, peer };
  try {
    const description = await describe(peer);
    if (!isCurrent(id)) return;
    take({ kind: kind === "offer" ? "offered" : "answered", id, description, metadata: peer.ownMetadata(muted.value) });
    peer.announced(kind);
    void prepareGoodbye(id);
  } catch {
    if (isCurrent(id)) take({ kind: "unsent", id }); // a description that this browser cannot make or take
  }
}

function end({ call, ending }: Extract<Effect, { do: "end" }>): void {
  if (active?.id === call.id) {
    active.peer.close();
    active = null;
  }
  for (const item of lane.all) {
    const last = item.type === "m.call.hangup" || item.type === "m.call.reject" || item.type === "m.call.select_answer";
    if (item.content.call_id === call.id && !last && item.status === "waiting") lane.remove(item.txn);
  }
  if (ending === "replaced") return; // its microphone goes on
  if (media?.id === call.id) {
    const { coming } = media;
    media = null;
    coming.then(stopAll, () => undefined);
    local.value = { stream: null, picture: false };
    muted.value = false;
    facing = "user";
  }
  if (call.phase !== "ringing" && call.phase !== "preparing") soundEnd();
  ended.value = { call, ending };
}

function showLocal(): void {
  const { stream } = local.value;
  local.value = { stream, picture: (stream?.getVideoTracks().length ?? 0) > 0 };
}

function tellMetadata(): void {
  if (active) say(active.id, METADATA_CHANGED, metadataContent(active.peer.ownMetadata(muted.value)));
}

// --- what is sent: in order, apart from the messages of the room, so that no upload holds it up, and never stored ---

const lane = new Outbox(
  {
    upload: () => Promise.reject(new Error("calls carry no files")),
    send: sendSealed,
  },
  (items) => {
    for (const item of items) {
      if (item.status !== "sent" && item.status !== "failed") continue;
      lane.remove(item.txn);
      if (item.status === "failed") take({ kind: "unsent", id: String(item.content.call_id) });
      return; // it is told of the others again
    }
  },
  (error) => {
    if (!(error instanceof MatrixError)) return { transient: true, text: String(error) };
    const never = error.errcode === "SEALING" || error.errcode === "SEALING_NOBODY"; // nobody waits for that on the telephone
    if (never) unreadable.value = new Set([...unreadable.value].filter((id) => outgoing.value.some((item) => item.roomId === id)));
    return { transient: !never && (error.transient || error.status === 401), retryAfterMs: error.retryAfterMs, text: error.message };
  },
);

/** Send what belongs to the call that goes on. */
function say(id: string, type: string, content: Json): void {
  const call = calls.value.current;
  if (call?.id === id && call.phase !== "preparing" && call.phase !== "accepting") {
    send(call.roomId, id, type, { call_id: id, party_id: call.party, version: VERSION, ...content });
  }
}

function send(roomId: string, callId: string, type: string, content: Json): void {
  if (goodbye?.id === callId && (type === "m.call.hangup" || type === "m.call.reject")) goodbye = null;
  const txn = `call${freshId()}`;
  lane.add({ txn, roomId, type, content, createdAt: Date.now() });
  setTimeout(() => lane.remove(txn), LIFETIME_MS); // what comes later is of no use to anybody
}

/** Sealing takes a while that a page which is being closed does not have. */
async function prepareGoodbye(id: string): Promise<void> {
  const call = calls.value.current;
  if (call?.id !== id) return;
  const content = { call_id: id, party_id: call.party, version: VERSION, reason: "user_hangup" };
  const sealed = await seal(call.roomId, "m.call.hangup", content).catch(() => undefined);
  if (sealed !== undefined && isCurrent(id)) goodbye = { id, roomId: call.roomId, type: sealed ? "m.room.encrypted" : "m.call.hangup", content: sealed ?? content };
}

addEventListener("pagehide", () => {
  if (goodbye && isCurrent(goodbye.id)) sendAtLast(goodbye.roomId, goodbye.type, `call${freshId()}`, goodbye.content);
});
addEventListener("online", () => lane.wake());
effect(() => {
  if (connection.value === "online") lane.wake();
});

// --- what else goes with a call ---

effect(() => {
  if (session.value) return;
  const { current } = calls.peek();
  if (current) end({ do: "end", call: current, ending: "replaced" });
  for (const one of local.peek().stream?.getTracks() ?? []) one.stop();
  media = null;
  lane.stop();
  calls.value = noCalls("");
});

effect(() => {
  const { rooms } = world.value;
  for (const call of [calls.value.current, calls.value.waiting]) {
    const there = call && rooms[call.roomId]?.members[call.partner]?.membership;
    if (call && (!rooms[call.roomId] || there === "leave" || there === "ban")) queueMicrotask(() => take({ kind: "gone", roomId: call.roomId }));
  }
});

const rung = (state = calls.value): Call | null => (state.current?.phase === "ringing" ? state.current : state.waiting?.phase === "ringing" ? state.waiting : null);

effect(() => {
  const { current } = calls.value;
  keepSounding(rung() === current && current ? "ring" : current?.phase === "inviting" ? "wait" : undefined);
});

let screen: WakeLockSentinel | undefined;
effect(() => {
  const talking = calls.value.current?.connectedAt !== undefined;
  if (talking && !screen) void navigator.wakeLock?.request("screen").then((lock) => (screen = lock), () => undefined);
  if (!talking) screen = void screen?.release().catch(() => undefined);
});

/** Say it outside of the page, too, while nobody looks at it. */
export function announce(call: Call | null, title: string): () => void {
  ringTitle.value = call ? title : "";
  const untitle = () => (ringTitle.value = "");
  if (!call || document.visibilityState === "visible" || globalThis.Notification?.permission !== "granted") return untitle;
  const tag = call.eventId ?? call.id;
  const page = navigator.serviceWorker?.ready;
  void page?.then((worker) => worker.showNotification(title, { tag, icon: "/icon.svg", requireInteraction: true, data: { roomId: call.roomId } })).catch(() => undefined);
  return () => {
    untitle();
    void page?.then(async (worker) => (await worker.getNotifications({ tag })).forEach((one) => one.close())).catch(() => undefined);
  };
}
