// What was written but not sent, per room, kept over restarts.
import { signal } from "@preact/signals";

const KEY = "laiwang.drafts";

function read(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

const drafts = signal(read());

export const draftOf = (roomId: string): string => drafts.value[roomId] ?? "";

export function keepDraft(roomId: string, text: string): void {
  if ((drafts.peek()[roomId] ?? "") === text) return;
  const { [roomId]: _, ...rest } = drafts.peek();
  drafts.value = text.trim() ? { ...rest, [roomId]: text } : rest;
  localStorage.setItem(KEY, JSON.stringify(drafts.value));
}

export function forgetDrafts(): void {
  drafts.value = {};
  localStorage.removeItem(KEY);
}
