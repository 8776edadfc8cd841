// The sounds of a call, made by the browser itself: ringing, the tone while the other side rings, and the end.
type Sound = "ring" | "wait";

/** Notes as [frequency in Hz, start and length in seconds, loudness]. */
type Note = [number, number, number, number];
const RING: Note[] = [[659, 0, 0.5, 0.22], [784, 0.18, 0.5, 0.22], [988, 0.36, 0.9, 0.22], [784, 0.9, 0.5, 0.16], [988, 1.08, 1, 0.18]];
const WAIT: Note[] = [[450, 0, 1, 0.05]];
const END: Note[] = [[480, 0, 0.14, 0.07], [400, 0.2, 0.22, 0.07]];
const EVERY_MS: Record<Sound, number> = { ring: 3_000, wait: 5_000 };

let context: AudioContext | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
let now: Sound | undefined;
let letGo: () => void = () => undefined;

/** Let this sound go on until it is changed; of several tabs only one is heard ringing. */
export function keepSounding(sound: Sound | undefined): void {
  if (sound === now) return;
  now = sound;
  letGo();
  clearInterval(timer);
  silence();
  navigator.vibrate?.(0);
  if (sound === "ring") alone(() => now === "ring" && repeat("ring"));
  else if (sound) repeat(sound);
}

export const soundEnd = (): void => play(END);

function repeat(sound: Sound): void {
  const once = () => {
    play(sound === "ring" ? RING : WAIT);
    if (sound === "ring") navigator.vibrate?.([400, 200, 400]);
  };
  once();
  timer = setInterval(once, EVERY_MS[sound]);
}

function alone(work: () => void): void {
  const release = new Promise<void>((resolve) => (letGo = resolve));
  if (!navigator.locks) return work();
  navigator.locks.request("laiwang.ringing", { ifAvailable: true }, (lock) => (lock ? (work(), release) : undefined)).catch(() => undefined);
}

const playing = new Set<OscillatorNode>();

function silence(): void {
  for (const one of playing) one.stop();
  playing.clear();
}

/** Nobody has touched the page yet: then browsers allow no sound, and the page says the rest. */
function play(notes: readonly Note[]): void {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
  if (context.state === "suspended" && !navigator.userActivation?.hasBeenActive) return;
  const begin = context.currentTime + 0.02;
  for (const [frequency, start, length, loudness] of notes) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin + start);
    volume.gain.linearRampToValueAtTime(loudness, begin + start + 0.02);
    volume.gain.setValueAtTime(loudness, begin + start + length * 0.4);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + start + length);
    tone.connect(volume).connect(context.destination);
    tone.onended = () => playing.delete(tone);
    playing.add(tone);
    tone.start(begin + start);
    tone.stop(begin + start + length + 0.02);
  }
}
