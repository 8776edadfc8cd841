// What a recording looks like: how loud it is from beginning to end, as it is sent and as it is drawn. Pure.
// Source: MSC3245 (voice messages), MSC3246 (waveforms: whole numbers from 0 to 1024), MSC1767.
import type { Json, MessageContent } from "../../api/types";

export const LOUDEST = 1024;
const POINTS_MAX = 4_000;
const DURATION_MAX_MS = 24 * 3_600_000;

/** `count` values of the same shape as `values`: the loudest of each stretch, or, where there are fewer, the nearest. */
export function resample(values: readonly number[], count: number): number[] {
  if (values.length === 0) return Array<number>(count).fill(0);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((i + 1) * values.length) / count));
    return Math.max(...values.slice(from, to));
  });
}

/** Levels from 0 to 1 as the points that are sent: made as loud as they can be, so that soft voices show too. */
export function waveformOf(levels: readonly number[], count = 100): number[] {
  const points = resample(levels, Math.min(count, Math.max(1, levels.length)));
  const loudest = Math.max(0.05, ...points); // silence stays silence
  return points.map((level) => Math.round((Math.min(level, loudest) / loudest) * LOUDEST));
}

export interface Sounding {
  /** Whether it was spoken into a message, rather than being a file of sound. */
  voice: boolean;
  durationMs?: number;
  /** From 0 to 1024, as many as the sender liked. */
  waveform: number[];
}

/** What a message of sound says of itself, in the stable and the unstable form; what makes no sense is left out. */
export function soundingOf(content: MessageContent): Sounding {
  const details = (content["m.audio_details"] ?? content["org.matrix.msc1767.audio"] ?? {}) as Json;
  const voice = content["m.voice"] !== undefined || content["org.matrix.msc3245.voice"] !== undefined || content["org.matrix.msc3245.voice.v2"] !== undefined;
  const said = [details.duration, content.info?.duration].find((one): one is number => typeof one === "number" && one > 0 && one < DURATION_MAX_MS);
  const points = Array.isArray(details.waveform) ? details.waveform.slice(0, POINTS_MAX) : [];
  const waveform = points.every((one) => typeof one === "number" && Number.isFinite(one)) ? points.map((one: number) => Math.max(0, Math.min(LOUDEST, one))) : [];
  return { voice, durationMs: said, waveform };
}

/** The content of a voice message, without the place of its file. */
export function voiceContent({ mimetype, size, durationMs, waveform, name }: { mimetype: string; size: number; durationMs: number; waveform: number[]; name: string }): MessageContent {
  return {
    msgtype: "m.audio",
    body: name,
    filename: name,
    info: { mimetype, size, duration: durationMs },
    "org.matrix.msc1767.audio": { duration: durationMs, waveform },
    "org.matrix.msc3245.voice": {},
    "m.mentions": {},
  };
}

/** How loud a stretch of samples is, from 0 to 1: the root of the mean square, bent so that speech fills the scale. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(Math.sqrt(sum / Math.max(1, samples.length))) * 1.25);
}
