// Which voice messages were heard on this device. What is older than the first visit counts as heard.
import { signal } from "@preact/signals";

const KEY = "laiwang.heard";
const KEPT_MAX = 500;

interface Heard {
  sinceTs: number;
  ids: string[];
}

function read(): Heard {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "null") as Heard | null;
    if (stored && typeof stored.sinceTs === "number" && Array.isArray(stored.ids)) return stored;
  } catch {
    // nothing usable is there
  }
  const fresh = { sinceTs: Date.now() - 24 * 3_600_000, ids: [] };
  localStorage.setItem(KEY, JSON.stringify(fresh));
  return fresh;
}

const heard = signal(read());

export const isHeard = (id: string, ts: number): boolean => ts < heard.value.sinceTs || heard.value.ids.includes(id);

export function markHeard(id: string): void {
  if (heard.value.ids.includes(id)) return;
  heard.value = { ...heard.value, ids: [...heard.value.ids, id].slice(-KEPT_MAX) };
  localStorage.setItem(KEY, JSON.stringify(heard.value));
}
