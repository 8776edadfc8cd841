// Light or dark: as the system says, or as chosen.
import { effect, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";
const KEY = "laiwang.theme";
const BAR = { light: "#f3f7f5", dark: "#0f1715" };

const stored = localStorage.getItem(KEY);
export const theme = signal<Theme>(stored === "light" || stored === "dark" ? stored : "system");
const system = matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(system.matches);

export function chooseTheme(next: Theme): void {
  localStorage.setItem(KEY, next);
  theme.value = next;
}

export function applyTheme(): void {
  system.addEventListener("change", () => (systemIsDark.value = system.matches));
  effect(() => {
    const now = theme.value === "system" ? (systemIsDark.value ? "dark" : "light") : theme.value;
    document.documentElement.dataset.theme = now;
    for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) bar.content = BAR[now];
  });
}
