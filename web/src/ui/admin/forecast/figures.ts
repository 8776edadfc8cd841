// Numbers of the forecast as people read them. Pure.
import type { Goal, LeverName } from "../../../api/forecast";
import { language } from "../../../i18n";
import { f } from "./words";

const locale = () => (language.value === "zh" ? "zh-CN" : "en-GB");

/** People in three figures: 24.7M, 2470万. */
export const people = (count: number): string =>
  new Intl.NumberFormat(language.value === "zh" ? "zh-CN" : "en-US", { notation: "compact", maximumSignificantDigits: 3 }).format(Math.abs(count) < 0.5 ? 0 : count);

export const percent = (share: number, digits = share > 0 && share < 0.1 ? 1 : 0): string =>
  new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: digits }).format(share);

export const plain = (value: number, digits = 2): string => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

export const goalText = ({ people: count, by_month, measure }: Goal): string => f(`goalText.${measure}`, { people: people(count), month: by_month });

/** The value of a lever in its own unit. */
export const leverValue = (lever: LeverName, value: number): string => (lever === "bought" ? people(value) : lever === "survival_12" ? percent(value, 1) : plain(value, 3));

/** A round number above, for the top of a chart. */
export function topOf(values: number[]): number {
  const most = Math.max(1, ...values);
  const size = 10 ** Math.floor(Math.log10(most));
  return size * ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => size * one >= most) ?? 10);
}
