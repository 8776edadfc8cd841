// Acts of the audit in words, and values as people read them. Pure.
import { full, language } from "../../i18n";
import { en, w } from "./words";

/** What was done, in words; an act that this app does not know yet is shown by its name. */
export function actText(act: string, value: unknown): string {
  const off = value === false || (typeof value === "object" && value !== null && (value as Record<string, unknown>).is_blocked === false);
  for (const key of off ? [`act.${act}.off`, `act.${act}`] : [`act.${act}`]) if (key in en) return w(key as keyof typeof en);
  return act;
}

export const ACTS = Object.keys(en)
  .filter((key) => key.startsWith("act.") && !key.endsWith(".off"))
  .map((key) => key.slice(4));

/** The new value of an act, in one line; nothing for what its words say already. */
export function detailText(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .filter(([name, one]) => one !== null && one !== "" && name !== "is_blocked")
    .map(([name, one]) => `${name}: ${name.endsWith("_ms") && typeof one === "number" ? full(one) : Array.isArray(one) ? one.join(", ") : String(one)}`)
    .join(" · ");
}

/** Where the subject of an act is shown. */
export function subjectPath(subject: string): string | undefined {
  const section = subject.startsWith("@") ? "people" : subject.startsWith("!") ? "rooms" : undefined;
  return section && `#/admin/${section}/${encodeURIComponent(subject)}`;
}

/** Both languages of an announcement as one text. */
export const joined = (zh: string, en: string): string => [zh.trim(), en.trim()].filter(Boolean).join("\n\n");

export const registerLink = (origin: string, token: string): string => `${origin}/#/register/${encodeURIComponent(token)}`;

export const dayText = (ms: number): string =>
  new Intl.DateTimeFormat(language.value === "zh" ? "zh-CN" : "en-GB", { month: "numeric", day: "numeric", timeZone: "UTC" }).format(ms);

/** What a field for a date and time holds, as milliseconds since 1970; null for nothing. */
export const momentOf = (text: string): number | null => (text ? new Date(text).getTime() : null);

/** And back, in the time of this place. */
export function fieldOf(ms: number | null): string {
  if (ms === null) return "";
  const at = new Date(ms);
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** A part of a whole in percent, such as "12%"; what is there is never none. */
export function shareOf(part: number, whole: number): string {
  const percent = whole > 0 ? (part / whole) * 100 : 0;
  return `${part > 0 ? Math.max(1, Math.round(percent)) : 0}%`;
}
