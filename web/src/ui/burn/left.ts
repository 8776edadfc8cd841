// What is left of a time, rounded as one says it. Pure.
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `ms` is a whole number of one unit, never less than a second; it is worth looking again after `everyMs`. */
export function left(ms: number): { ms: number; everyMs: number } {
  if (ms > DAY) return { ms: Math.ceil(ms / DAY) * DAY, everyMs: HOUR };
  if (ms > HOUR) return { ms: Math.ceil(ms / HOUR) * HOUR, everyMs: MINUTE };
  if (ms > MINUTE) return { ms: Math.ceil(ms / MINUTE) * MINUTE, everyMs: SECOND };
  return { ms: Math.max(1, Math.ceil(ms / SECOND)) * SECOND, everyMs: SECOND };
}

/** The times that are offered, in ms. */
export const CHOICES = [5 * SECOND, 30 * SECOND, 5 * MINUTE, HOUR, DAY, 7 * DAY] as const;

/** The choices with the one that is set, if somebody set another by another app. */
export const choicesWith = (set: number | undefined): number[] =>
  set === undefined || CHOICES.some((one) => one === set) ? [...CHOICES] : [...CHOICES, set].sort((a, b) => a - b);
