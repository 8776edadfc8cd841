// The microphone: sound as it comes in, how loud it is, and in the end a file that every client plays.
import { durationOf, oggOf, opusInWebm } from "./ogg";
import { levelOf, waveformOf } from "./waveform";

export const RECORDING_MAX_MS = 10 * 60_000;
const LEVEL_MS = 50;
const BITS_PER_SECOND = 32_000;
const KINDS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4"];

export type Hindrance = "denied" | "missing" | "busy" | "impossible";

/** There is no recording, and why. */
export class NoRecording extends Error {
  constructor(readonly why: Hindrance) {
    super(why);
  }
}

export interface Recorded {
  file: Blob;
  durationMs: number;
  waveform: number[];
  name: string;
}

export interface Recording {
  /** Takes in no more, and keeps what there is. */
  pause(): void;
  /** Ends it; the file, or null if nothing was recorded. */
  finish(): Promise<Recorded | null>;
  /** Ends it and lets go of everything. */
  discard(): void;
}

const hindrance = (error: unknown): Hindrance => {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "missing" : "busy";
};

/** Begin to record. `onLevel` hears the time in milliseconds and how loud it is, 0 to 1, twenty times a second. Raises NoRecording. */
export async function record(onLevel: (ms: number, level: number) => void): Promise<Recording> {
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined") throw new NoRecording("impossible");
  const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
  if (!kind) throw new NoRecording("impossible");
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } })
    .catch((error: unknown) => Promise.reject(new NoRecording(hindrance(error))));
  const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => data.size > 0 && parts.push(data);
  const stopped = new Promise<void>((resolve) => (recorder.onstop = () => resolve()));
  const levels: number[] = [];
  const hearing = listen(stream);
  recorder.start(1_000);
  const begun = performance.now();
  let ended = 0;
  const timer = setInterval(() => {
    const level = hearing.level();
    levels.push(level);
    onLevel(performance.now() - begun, level);
  }, LEVEL_MS);
  const end = () => {
    ended ||= performance.now();
    clearInterval(timer);
    if (recorder.state !== "inactive") recorder.stop();
    for (const track of stream.getTracks()) track.stop();
    hearing.close();
  };
  return {
    pause: end,
    discard: end,
    async finish() {
      end();
      await stopped;
      if (parts.length === 0) return null;
      const { file, durationMs, extension } = await packed(new Blob(parts, { type: kind.split(";")[0] }), ended - begun);
      return { file, durationMs: Math.round(durationMs), waveform: waveformOf(levels), name: `voice-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-")}.${extension}` };
    },
  };
}

function listen(stream: MediaStream): { level: () => number; close: () => void } {
  const context = new AudioContext();
  void context.resume();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return levelOf(samples);
    },
    close: () => void context.close().catch(() => undefined),
  };
}

async function packed(file: Blob, measuredMs: number): Promise<{ file: Blob; durationMs: number; extension: string }> {
  if (file.type === "audio/webm") {
    const stream = opusInWebm(new Uint8Array(await file.arrayBuffer()));
    if (!stream) return { file, durationMs: measuredMs, extension: "webm" };
    const parts = oggOf(stream, Math.floor(Math.random() * 2 ** 32)) as Uint8Array<ArrayBuffer>[];
    return { file: new Blob(parts, { type: "audio/ogg" }), durationMs: durationOf(stream), extension: "ogg" };
  }
  return { file, durationMs: measuredMs, extension: file.type === "audio/mp4" ? "m4a" : "ogg" };
}
