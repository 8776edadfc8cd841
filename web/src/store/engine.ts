// What runs while somebody is logged in: the long poll, the send queue, and the copy on disk.
import { forgetMedia, upload } from "../api/media";
import { sealFile } from "../api/sealed";
import { freshSession, MatrixError, onSessionEnd, onSuspended } from "../api/http";
import * as api from "../api/rooms";
import { profile } from "../api/account";
import { leftSession, storeLeft, storeSession, type Session } from "../api/session";
import type { Json, SyncResponse } from "../api/types";
import { reason } from "../i18n/errors";
import { hearCalls } from "./calls";
import * as disk from "./disk";
import { loadLevels } from "./levels";
import { RECENT_STICKERS } from "./packs";
import { smallPicture } from "./pictures";
import { emptyWorld, type Room } from "./model";
import { Outbox, type Outgoing } from "./outbox";
import { noticeRedactions } from "./recall";
import { applySync, trimTimeline } from "./reduce";
import { forgetRedacted } from "./redactions";
import { endSealing, giveUpSealing, isSealed, openAll, receive, sealingWanted, sendSealed, startSealing } from "./sealing";
import { connection, endedBecause, loaded, locked, me, myProfile, outgoing, quoted, session, suspended, world } from "./state";

const POLL_MS = 30_000;
const BACKOFF_MAX_MS = 30_000;
const KEPT_EVENTS = 60;
const RETRY_KEYS_MS = 3_000;
const BROKEN_MAX = 5;
const LOCKED_PAUSE_MS = 15_000;

let stopped: AbortController | null = null;
let hurry: () => void = () => undefined;
let saving: Promise<void> = Promise.resolve();

export const outbox = new Outbox(
  {
    upload: (item, onProgress, signal) =>
      isSealed(world.value.rooms[item.roomId]) ? uploadSealed(item, onProgress, signal) : uploadOpen(item, onProgress, signal),
    send: async (item) => {
      if (item.redacts) return (await api.redact(item.roomId, item.redacts, item.txn, item.content)).event_id;
      const id = await sendSealed(item);
      suspended.value = false;
      return id;
    },
  },
  (items, lasting) => {
    if (!lasting) {
      outgoing.value = items;
      return;
    }
    const here = new Set(items.map((item) => item.txn));
    const gone = outgoing.value.map((item) => item.txn).filter((txn) => !here.has(txn));
    outgoing.value = items;
    const user = me.value;
    if (user) saving = saving.then(() => disk.saveOutbox(user, items, gone)).catch(() => undefined);
  },
  (error) =>
    error instanceof MatrixError
      ? { transient: error.transient || error.status === 401, retryAfterMs: error.retryAfterMs, text: reason(error) }
      : { transient: true, text: String(error) },
);

type Hear = (fraction: number) => void;

async function uploadOpen(item: Outgoing, onProgress: Hear, signal: AbortSignal) {
  const small = item.content.msgtype === "m.video" ? await poster(item) : null; // of photos the server makes small ones itself
  const thumbnail = small && { thumbnail_url: await upload(small.blob, "", undefined, signal), thumbnail_info: about(small) };
  const url = await upload(item.file!, String(item.content.filename ?? item.content.body ?? "file"), onProgress, signal);
  return { url, ...(thumbnail && { info: { ...(item.content.info as Json), ...thumbnail } }) };
}

/** A file of an encrypted room, and its small picture: the server learns neither name nor content. */
async function uploadSealed(item: Outgoing, onProgress: Hear, signal: AbortSignal) {
  const put = async (file: Blob, hear?: Hear) => {
    const { blob, sealed } = await sealFile(file);
    return { ...sealed, url: await upload(blob, "", hear, signal) };
  };
  const { msgtype, info } = item.content;
  const small = msgtype === "m.image" ? await smallPicture(item.file!) : msgtype === "m.video" ? await poster(item) : null;
  const thumbnail = small && { thumbnail_file: await put(small.blob), thumbnail_info: about(small) };
  return { file: await put(item.file!, onProgress), ...(thumbnail && { info: { ...(info as Json), ...thumbnail } }) };
}

const poster = (item: Outgoing) => import("./films").then(({ filmPoster }) => filmPoster(item.file!), () => undefined);

const about = ({ blob, w, h }: { blob: Blob; w: number; h: number }) => ({ w, h, mimetype: blob.type, size: blob.size });

/** Begin a session that was just made, and keep it. */
export function begin(fresh: Session): void {
  const left = leftSession();
  if (left && left.userId !== fresh.userId) void disk.erase(left.userId); // somebody else goes on here
  storeLeft(null);
  storeSession(fresh);
  endedBecause.value = "";
  session.value = fresh;
  void start();
}

export async function start(): Promise<void> {
  const user = me.value;
  if (!user || stopped) return;
  const running = new AbortController();
  stopped = running;
  world.value = emptyWorld(user);
  myProfile.value = { user_id: user };
  connection.value = "starting";
  loaded.value = false;
  const stored = await disk.load(user).catch(() => ({ world: null, outbox: [] }));
  if (running.signal.aborted) return;
  if (stored.world?.me === user) {
    world.value = stored.world.ignored ? stored.world : { ...stored.world, since: undefined }; // stored before one could ignore people
    loaded.value = true;
  }
  outbox.restore(stored.outbox);
  if (sealingWanted(world.value)) void startSealing().then(openAll).catch(() => undefined);
  if (stored.world && !stored.world.quiet) void loadLevels().catch(() => undefined);
  if (stored.world && !stored.world.packs) void import("./packing").then(({ loadPacks }) => loadPacks()).catch(() => undefined);
  void loadProfile(user);
  void poll(running.signal);
}

async function loadProfile(user: string): Promise<void> {
  const found = await profile(user).catch(() => null);
  if (found && me.value === user) myProfile.value = { user_id: user, display_name: found.displayname, avatar_url: found.avatar_url };
}

/** End everything and forget what this person had here; with `keep`, only until the same person logs in again. */
export async function end(reason: "" | "expired" = "", keep = false): Promise<void> {
  const user = me.value;
  const device = session.value?.deviceId ?? "";
  storeLeft(keep && session.value ? { userId: user, deviceId: session.value.deviceId } : null);
  stopped?.abort();
  stopped = null;
  outbox.stop();
  storeSession(null);
  localStorage.removeItem(RECENT_STICKERS);
  endedBecause.value = reason;
  session.value = null;
  world.value = emptyWorld("");
  outgoing.value = [];
  quoted.value = {};
  loaded.value = false;
  locked.value = suspended.value = false;
  forgetMedia();
  await saving;
  await endSealing(user, device, !keep);
  if (user && !keep) await disk.erase(user);
}

async function poll(signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const answer = await api.sync(world.value.since, failures === 0 && !locked.value && connection.value === "online" ? POLL_MS : 0, signal);
      if (signal.aborted) return;
      await take(answer, signal);
      failures = 0;
      locked.value = false;
      if (connection.value !== "online") {
        connection.value = "online";
        outbox.wake();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof MatrixError && error.errcode === "M_USER_LOCKED") {
        locked.value = true; // the session goes on when an administrator lifts it
        await pause(LOCKED_PAUSE_MS);
        continue;
      }
      if (error instanceof MatrixError && error.status === 401) return; // the session is over: `onSessionEnd` acts
      failures += 1;
      connection.value = navigator.onLine && failures < 2 ? "connecting" : "offline";
      const wait = (error as MatrixError).retryAfterMs ?? Math.min(BACKOFF_MAX_MS, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6);
      await pause(wait);
    }
  }
}

/** Sleep, but wake up when the network comes back or somebody presses "try now". */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    hurry = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

export const tryNow = (): void => {
  hurry();
  outbox.wake();
};

async function take(answer: SyncResponse, signal: AbortSignal): Promise<void> {
  const before = world.value;
  noticeRedactions(answer);
  forgetRedacted(answer);
  const after = applySync(before, answer);
  world.value = after;
  loaded.value = true;
  for (const [id, part] of Object.entries(answer.rooms?.join ?? {})) {
    if (part.timeline?.limited) outbox.forgetSent(id);
    outbox.settle(part.timeline?.events ?? []);
  }
  await receiveKeys(answer, signal);
  if (!signal.aborted) hearCalls(answer);
  if (answer.device_lists?.changed?.length) outbox.wake(); // somebody may be able to read now
  if (!signal.aborted) keep(before.rooms, world.value.rooms);
}

/** Keys are taken in before the next sync: with it the server forgets them. A store that stays broken must not stop the rest for ever. */
async function receiveKeys(answer: SyncResponse, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      return await receive(answer);
    } catch (error) {
      const passing = error instanceof MatrixError && error.transient;
      failures += passing ? 0 : 1;
      if (failures > BROKEN_MAX) return giveUpSealing();
      if (!signal.aborted) await pause(RETRY_KEYS_MS);
    }
  }
}

function keep(before: Record<string, Room>, after: Record<string, Room>): void {
  const changed = Object.values(after).filter((room) => before[room.id] !== room);
  const gone = Object.keys(before).filter((id) => !after[id]);
  const now = world.value;
  const small = changed.map((room) => trimTimeline(room, KEPT_EVENTS));
  saving = saving.then(() => disk.save(now, small, gone)).catch(() => undefined);
}

/** Let go of the old part of a timeline that nobody looks at. */
export function closeRoom(id: string): void {
  const room = world.value.rooms[id];
  if (!room) return;
  const small = trimTimeline(room, KEPT_EVENTS);
  if (small !== room) world.value = { ...world.value, rooms: { ...world.value.rooms, [id]: small } };
}

onSuspended(() => (suspended.value = true));
onSessionEnd((soft) => void end("expired", soft));

export function listenToBrowser(): void {
  addEventListener("online", tryNow);
  addEventListener("offline", () => (connection.value = "offline"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && session.value) {
      void freshSession().catch(() => undefined);
      if (connection.value !== "online") tryNow();
    }
  });
  addEventListener("storage", (event) => {
    // another tab logged out
    if (event.key === "laiwang.session" && event.newValue === null && session.value) void end();
  });
}
