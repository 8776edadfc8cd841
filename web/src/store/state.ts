// The signals that the screens read: who I am, the world, what is on its way out, the connection.
import { computed, signal } from "@preact/signals";
import type { Session } from "../api/session";
import { storedSession } from "../api/session";
import type { FoundUser, MatrixEvent } from "../api/types";
import { emptyWorld, unreadOf, type Room, type World } from "./model";
import type { Outgoing } from "./outbox";

export type Connection = "starting" | "online" | "connecting" | "offline";

export const session = signal<Session | null>(storedSession());
export const world = signal<World>(emptyWorld(session.value?.userId ?? ""));
export const outgoing = signal<readonly Outgoing[]>([]);
export const connection = signal<Connection>("starting");
/** Whether the world on screen is at least one answer of the server (or of the disk). */
export const loaded = signal(false);
/** Whether an administrator has locked this account: it can log out, or wait. */
export const locked = signal(false);
/** Whether the server said that this account is suspended: it can read, but not write. */
export const suspended = signal(false);
/** Why the last session ended without the person asking for it. */
export const endedBecause = signal<"" | "expired">("");
export const myProfile = signal<FoundUser>({ user_id: session.value?.userId ?? "" });
/** Quoted events that are not in the loaded timeline, by id; null while unknown or not to be had. */
export const quoted = signal<Record<string, MatrixEvent | null>>({});
/** A line that is shown for some seconds. */
export const toast = signal<{ text: string; at: number } | null>(null);

export const me = computed(() => session.value?.userId ?? "");
export const unreadTotal = computed(() =>
  Object.values(world.value.rooms).reduce((sum, room) => sum + unreadOf(room).count + (room.membership === "invite" ? 1 : 0), 0),
);

export function changeRoom(id: string, change: (room: Room) => Room): Room | undefined {
  const old = world.value.rooms[id];
  if (!old) return undefined;
  const room = change(old);
  if (room !== old) world.value = { ...world.value, rooms: { ...world.value.rooms, [id]: room } };
  return room;
}

export function say(text: string): void {
  toast.value = { text, at: Date.now() };
}
