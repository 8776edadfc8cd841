// What is heard: one recording at a time, at the speed one likes; the next one that was not heard yet goes on by itself.
import { signal } from "@preact/signals";
import { reason } from "../../i18n/errors";
import { me, say, world } from "../../store/state";
import { streamUrl } from "../../api/streams";
import type { MatrixEvent, MessageContent } from "../../api/types";
import { sourceOf, urlOf } from "../media/useMedia";
import { isHeard, markHeard } from "./heard";
import { soundingOf } from "./waveform";

export interface Track {
  /** The id of its message. */
  id: string;
  roomId: string;
  content: MessageContent;
  /** The recording itself, while it is still on its way out. */
  file?: Blob;
}

export interface Playing {
  track: Track;
  state: "loading" | "playing" | "paused";
  atMs: number;
  durationMs: number;
}

const RATE_KEY = "laiwang.rate";
const RATES = [1, 1.5, 2];
const STEP_MS = 100;
const FAR_S = 1e7;
const STREAMED_BYTES_MIN = 512 * 1024;

export const playing = signal<Playing | null>(null);
export const rate = signal(RATES.find((one) => String(one) === localStorage.getItem(RATE_KEY)) ?? 1);
/** Recordings that this browser cannot play, by the id of their message. */
export const broken = signal<ReadonlySet<string>>(new Set());

const audio = new Audio();
let own = ""; // a blob address of ours that nobody else lets go
let ticking: ReturnType<typeof setInterval> | undefined;

const change = (now: Partial<Playing>) => (playing.value = playing.value && { ...playing.value, ...now });

/** Play a recording, from where it stood or from `fromMs`. */
export async function play(track: Track, fromMs?: number): Promise<void> {
  const now = playing.value;
  if (now?.track.id === track.id && now.state !== "loading") {
    if (fromMs !== undefined) seek(fromMs);
    await audio.play().catch(() => undefined);
    return;
  }
  stop();
  playing.value = { track, state: "loading", atMs: fromMs ?? 0, durationMs: soundingOf(track.content).durationMs ?? 0 };
  try {
    const isWanted = () => playing.value?.track.id === track.id; // or another one meanwhile
    const stream = track.file ? null : await streamOf(track.content);
    if (!isWanted()) return;
    const began = stream !== null && (await load(stream).then(() => true, () => false));
    if (!isWanted()) return;
    if (!began) {
      const url = track.file ? (own = URL.createObjectURL(track.file)) : await urlOf(sourceOf(track.content)!);
      if (!isWanted()) return;
      await load(url);
      if (!isWanted()) return;
    }
    if (Number.isFinite(audio.duration)) change({ durationMs: audio.duration * 1000 });
    audio.currentTime = (playing.value?.atMs ?? 0) / 1000;
    audio.playbackRate = rate.value;
    if (track.content.msgtype) markHeard(track.id);
    await audio.play();
  } catch (error) {
    if (playing.value?.track.id !== track.id) return;
    playing.value = null;
    if (error instanceof MediaError || (error as Error)?.name === "NotSupportedError") broken.value = new Set([...broken.value, track.id]);
    else if ((error as Error)?.name !== "AbortError") say(reason(error));
  }
}

/** Where a long recording plays from while it comes. Short ones are here sooner as a whole, and stay. */
async function streamOf(content: MessageContent): Promise<string | null> {
  const source = sourceOf(content);
  return typeof source === "string" && (content.info?.size ?? Infinity) > STREAMED_BYTES_MIN ? streamUrl(source) : null;
}

/** Resolves when the length is known; recordings of some browsers tell it only once they were looked through. */
function load(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    audio.onerror = () => reject(audio.error);
    audio.onloadedmetadata = () => {
      if (Number.isFinite(audio.duration)) return resolve();
      audio.onseeked = () => {
        audio.onseeked = null;
        resolve();
      };
      audio.currentTime = FAR_S;
    };
    audio.src = url;
  });
}

export const pause = (): void => audio.pause();

export function stop(): void {
  audio.onloadedmetadata = audio.onseeked = audio.onerror = null;
  audio.pause();
  audio.removeAttribute("src");
  if (own) URL.revokeObjectURL(own);
  own = "";
  clearInterval(ticking);
  playing.value = null;
}

/** Go to a place of what is being played. */
export function seek(toMs: number): void {
  const now = playing.value;
  if (!now) return;
  const atMs = Math.max(0, Math.min(now.durationMs || toMs, toMs));
  if (now.state !== "loading") audio.currentTime = atMs / 1000;
  change({ atMs });
}

/** The next speed. */
export function hurry(): void {
  rate.value = RATES[(RATES.indexOf(rate.value) + 1) % RATES.length]!;
  audio.playbackRate = rate.value;
  localStorage.setItem(RATE_KEY, String(rate.value));
}

const tick = () => playing.value && change({ atMs: audio.currentTime * 1000 });

audio.onplay = () => {
  silenceOthers(audio);
  change({ state: "playing" });
  clearInterval(ticking);
  ticking = setInterval(tick, STEP_MS);
};
audio.onpause = () => {
  clearInterval(ticking);
  if (playing.value && playing.value.state !== "loading") change({ state: "paused", atMs: audio.currentTime * 1000 });
};
audio.onended = () => {
  const ended = playing.value?.track;
  stop();
  const next = ended && nextUnheard(ended);
  if (next) void play(next);
};

/** Whatever else sounds on this page is silent from now on. */
function silenceOthers(one: EventTarget): void {
  for (const other of document.querySelectorAll<HTMLMediaElement>("audio, video")) if (other !== one) other.pause();
}
document.addEventListener(
  "play",
  (event) => {
    if ((event.target as HTMLMediaElement).muted) return;
    audio.pause();
    silenceOthers(event.target!);
  },
  true,
);

/** What goes on playing: the next voice message of somebody else that was not heard, in the same conversation or thread. */
export function nextUnheard(track: Track): Track | null {
  const timeline = world.value.rooms[track.roomId]?.timeline ?? [];
  const at = timeline.findIndex((event) => event.event_id === track.id);
  if (at < 0 || !soundingOf(track.content).voice) return null;
  const thread = (event: { content: MessageContent }) => (event.content["m.relates_to"]?.rel_type === "m.thread" ? event.content["m.relates_to"].event_id : undefined);
  const fits = (event: MatrixEvent) =>
    event.type === "m.room.message" &&
    event.content.msgtype === "m.audio" &&
    event.sender !== me.value &&
    soundingOf(event.content).voice &&
    !event.unsigned?.redacted_because &&
    thread(event) === thread(track) &&
    !isHeard(event.event_id, event.origin_server_ts);
  const found = timeline.slice(at + 1).find(fits);
  return found ? { id: found.event_id, roomId: track.roomId, content: found.content } : null;
}
