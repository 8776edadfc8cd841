// Where the app is: hash routes on the browser's own history, so that the back gesture of the phone works.
import { signal } from "@preact/signals";

export type Route =
  | { name: "chats" }
  /** `at`: the event to go to; `side`: what stands beside the conversation. */
  | { name: "room"; id: string; info: boolean; at?: string; side?: Side }
  /** Search in all conversations, or in one. */
  | { name: "search"; room?: string }
  | { name: "new" }
  | { name: "group"; people: string[] }
  | { name: "settings" }
  | { name: "security" }
  | { name: "devices" }
  | { name: "ignored" }
  | { name: "space"; id: string; page?: string }
  /** A link to a person or a room, as it stands behind the `#/`. */
  | { name: "link"; to: string }
  /** The administrator's pages: a section, and what is looked at in it. */
  | { name: "admin"; path: string[] }
  | { name: "register"; token?: string };

/** One thread, at one of its messages; the threads of a conversation; its pinned messages; a page of its settings. */
export type Side = { kind: "thread"; root: string; at?: string } | { kind: "threads" | "pins" } | { kind: "settings"; page?: string };

export const route = signal<Route>(parse(globalThis.location?.hash ?? ""));
/** Whether search results were left for a conversation: on a desk they stay beside it. */
export const searching = signal(route.value.name === "search");

/** A message of the conversation that is shown, to be brought into sight. */
export const goal = signal<{ roomId: string; eventId: string } | null>(null);

/** The person whose sheet is open, in a room or by herself; with `report`, what is being reported. */
export const looked = signal<{ user?: string; roomId?: string; eventId?: string; report?: boolean } | null>(null);

function come(hash: string): void {
  const next = parse(hash);
  if (next.name !== "room") searching.value = next.name === "search";
  route.value = next;
  looked.value = null;
}

export function parse(hash: string): Route {
  if (/^#\/(?:[@#!]|%23|%40|%21)/i.test(hash)) return { name: "link", to: hash.slice(2) };
  const parts = hash.replace(/^#\/?/, "").split("/").map(decode);
  if (parts[0] === "room" && parts[1]) {
    const at = (parts[2] === "at" && parts[3]) || undefined;
    const rest = parts.slice(at ? 4 : 2);
    return { name: "room", id: parts[1], info: rest[0] === "info", at, side: sideOf(rest) };
  }
  if (parts[0] === "space" && parts[1]) return { name: "space", id: parts[1], page: parts[2] };
  if (parts[0] === "search") return { name: "search", room: parts[1] || undefined };
  if (parts[0] === "admin") return { name: "admin", path: parts.slice(1) };
  if (parts[0] === "register") return { name: "register", token: parts[1] || undefined };
  if (parts[0] === "group") return { name: "group", people: parts.slice(1) };
  if (parts[0] === "new" || parts[0] === "settings" || parts[0] === "security" || parts[0] === "devices" || parts[0] === "ignored") return { name: parts[0] };
  return { name: "chats" };
}

function sideOf([kind, root, at]: string[]): Side | undefined {
  if (kind === "thread" && root) return { kind, root, at: at || undefined };
  if (kind === "settings") return { kind, page: root };
  return kind === "threads" || kind === "pins" ? { kind } : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const roomPath = (id: string, info = false): string => `#/room/${encodeURIComponent(id)}${info ? "/info" : ""}`;

export const eventPath = (id: string, event: string): string => `${roomPath(id)}/at/${encodeURIComponent(event)}`;

/** The conversation as it is, with something else beside it. */
export function sidePath(id: string, ...parts: string[]): string {
  const now = route.peek();
  const from = now.name === "room" && now.id === id && now.at ? eventPath(id, now.at) : roomPath(id);
  return [from, ...parts.map(encodeURIComponent)].join("/");
}

/** A thread beside its conversation, at its newest message or at `event`. */
export const threadPath = (id: string, root: string, event = ""): string => sidePath(id, "thread", root, ...(event ? [event] : []));

export const searchPath = (room = ""): string => `#/search${room && `/${encodeURIComponent(room)}`}`;

/** Where a group is made, with these people in it to begin with. */
export const groupPath = (people: readonly string[] = []): string => ["#/group", ...people.map(encodeURIComponent)].join("/");

export const spacePath = (id: string, page = ""): string => `#/space/${encodeURIComponent(id)}${page && `/${page}`}`;

const LINK_KEY = "laiwang.link";

/** Keep a link through login and registration. */
export function keepLink(): void {
  if (route.peek().name === "link") sessionStorage.setItem(LINK_KEY, location.hash.slice(2));
}

/** The link that somebody came by who is not logged in yet, as it stands behind the `#/`; "" without one. */
export const waitingLink = (): string => sessionStorage.getItem(LINK_KEY) ?? "";

/** Where somebody goes who has just logged in. */
export function afterLogin(): string {
  const link = waitingLink();
  sessionStorage.removeItem(LINK_KEY);
  return `#/${link}`;
}

const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0;

export function go(hash: string, replace = false): void {
  if (location.hash === hash) return;
  if (replace) history.replaceState({ depth: depth() }, "", hash);
  else history.pushState({ depth: depth() + 1 }, "", hash);
  come(hash);
}

/** One step back inside the app; to `parent` for whoever came here by a link. */
export function back(parent = "#/"): void {
  if (depth() > 0) history.back();
  else go(parent, true);
}

/** Whether a conversation, or one of its threads, is in sight; on narrow screens a thread hides the rest. */
function isBefore(roomId: string, thread: string | undefined): boolean {
  const at = route.value;
  if (at.name !== "room" || at.id !== roomId) return false;
  if (thread) return at.side?.kind === "thread" && at.side.root === thread;
  return !at.side || matchMedia("(min-width: 1081px)").matches;
}

export function listenToHistory(): void {
  const read = () => come(location.hash);
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  globalThis.navigator?.serviceWorker?.addEventListener("message", ({ data, ports }: MessageEvent<{ open?: string; shows?: string; thread?: string }>) => {
    if (data.open?.startsWith("#/room/")) go(data.open); // somebody chose a notification
    if (data.shows) ports[0]?.postMessage(document.visibilityState === "visible" && document.hasFocus() && isBefore(data.shows, data.thread));
  });
  globalThis.navigator?.serviceWorker?.startMessages();
}
