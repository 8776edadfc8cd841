// The language of the app: words with values put in, dates and times as people write them.
import { signal } from "@preact/signals";
import { en, type Word } from "./en";
import { zh } from "./zh";

export type Language = "zh" | "en";
export type { Word };

const KEY = "laiwang.language";
/** Words that exist as `word.one` and `word.other`. */
type Counted<Key> = Key extends `${infer Stem}.other` ? Stem : never;

export const language = signal<Language>(firstLanguage());

function firstLanguage(): Language {
  const chosen = globalThis.localStorage?.getItem(KEY);
  if (chosen === "zh" || chosen === "en") return chosen;
  return globalThis.navigator?.language?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  language.value = next;
}

const plurals: Record<Language, Intl.PluralRules> = { zh: new Intl.PluralRules("zh"), en: new Intl.PluralRules("en") };

type Values = Record<string, string | number>;

/** The words of one part of the app. They travel with its chunk, so that the first screen need not carry them: see `words.ts` of each part. */
export function book<Key extends string>(tables: Record<Language, Record<Key, string>>) {
  const t = (word: Key, values: Values = {}): string => fill(tables[language.value][word], values);
  /** As `t`, for words that change with a number. */
  const tn = (word: Counted<Key>, count: number, values: Values = {}): string => {
    const form = plurals[language.value].select(count) === "one" ? "one" : "other";
    return t(`${word}.${form}` as Key, { count, ...values });
  };
  return { t, tn };
}

const fill = (text: string, values: Values) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The words of the first screen, and those that all parts use. */
export const { t, tn } = book<Word>({ zh, en });

const locale = () => (language.value === "zh" ? "zh-CN" : "en-GB");
const formats = new Map<string, Intl.DateTimeFormat>();

function format(ts: number, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  let one = formats.get(key);
  if (!one) formats.set(key, (one = new Intl.DateTimeFormat(locale(), options)));
  return one.format(ts);
}

/** The local day of a time, the same text for all times of that day. */
export function dayOf(ts: number): string {
  if (ts < today.from || ts >= today.until) {
    const date = new Date(ts);
    const [from, name] = [date.setHours(0, 0, 0, 0), date.toDateString()];
    today = { from, until: date.setDate(date.getDate() + 1), name };
  }
  return today.name;
}

/** The day that was asked for last: what is said stands in order, and naming a day takes time. */
let today = { from: 0, until: 0, name: "" };

const daysAgo = (ts: number): number => {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(Date.now()) - midnight(ts)) / 86_400_000);
};

export const clock = (ts: number): string => format(ts, { hour: "2-digit", minute: "2-digit", hour12: false });

/** For lists: the time today, then yesterday, the weekday, the date. */
export function when(ts: number): string {
  const days = daysAgo(ts);
  if (days <= 0) return clock(ts);
  if (days === 1) return t("time.yesterday");
  if (days < 7) return format(ts, { weekday: "short" });
  const sameYear = new Date(ts).getFullYear() === new Date().getFullYear();
  return format(ts, sameYear ? { month: "numeric", day: "numeric" } : { year: "numeric", month: "numeric", day: "numeric" });
}

export function dayName(ts: number): string {
  const days = daysAgo(ts);
  if (days <= 0) return t("time.today");
  if (days === 1) return t("time.yesterday");
  const sameYear = new Date(ts).getFullYear() === new Date().getFullYear();
  return format(ts, { weekday: "long", month: "long", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) });
}

export const full = (ts: number): string => format(ts, { dateStyle: "full", timeStyle: "short" });

const SPANS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1_000]] as const;

/** A length of time in its largest whole unit: "5 minutes", or "5m" if `narrow`. */
export function duration(ms: number, narrow = false): string {
  const [unit, length] = SPANS.find(([, length]) => ms >= length && ms % length === 0) ?? SPANS[3];
  const options = { style: "unit", unit, unitDisplay: narrow ? "narrow" : "long" } as const;
  return new Intl.NumberFormat(locale(), options).format(Math.max(1, Math.round(ms / length)));
}

export function fileSize(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  const step = bytes > 0 ? Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024))) : 0;
  return `${(bytes / 1024 ** step).toFixed(step > 1 ? 1 : 0)} ${units[step]}`;
}

/** Minutes and seconds, with hours where there are any. */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
