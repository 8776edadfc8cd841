// Spaces: rooms that hold other rooms, shown as folders above the chat list. Source: CS "Spaces".
import { signal } from "@preact/signals";
import { stateContent, unreadOf, type Room, type World } from "./model";

const CHILD = "m.space.child|";
const ORDER = /^[\x20-\x7e]{1,50}$/;

export interface Child {
  id: string;
  order?: string;
  suggested: boolean;
  ts: number;
}

/** The space whose rooms the chat list shows; "" shows all. */
export const chosenSpace = signal("");

export const isSpace = (room: Room | undefined): boolean => room !== undefined && stateContent(room, "m.room.create").type === "m.space";

/** The rooms that a space names, in their order: those with a place of their own first, then by age. Pure. */
export function childrenOf(space: Room): Child[] {
  const found: Child[] = [];
  for (const [key, event] of Object.entries(space.state)) {
    if (!key.startsWith(CHILD)) continue;
    const { via, order, suggested } = event.content as Record<string, unknown>;
    if (!Array.isArray(via) || via.length === 0) continue; // taken out again
    const place = typeof order === "string" && ORDER.test(order) ? order : undefined;
    found.push({ id: key.slice(CHILD.length), order: place, suggested: suggested === true, ts: "origin_server_ts" in event ? event.origin_server_ts : 0 });
  }
  const after = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => {
    if (a.order !== undefined && b.order !== undefined && a.order !== b.order) return after(a.order, b.order);
    if ((a.order === undefined) !== (b.order === undefined)) return a.order === undefined ? 1 : -1;
    return a.ts - b.ts || after(a.id, b.id);
  });
}

/** All rooms in a space and in the spaces in it; circles do no harm. Pure. */
export function roomsIn(world: World, spaceId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [spaceId];
  const done = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const space = world.rooms[id];
    if (done.has(id) || !space || !isSpace(space)) continue;
    done.add(id);
    for (const child of childrenOf(space)) {
      found.add(child.id);
      open.push(child.id);
    }
  }
  return found;
}

/** The spaces that stand as folders: those that I am in, by name. Pure. */
export const spacesOf = (world: World): Room[] => Object.values(world.rooms).filter((room) => room.membership === "join" && isSpace(room));

/** How much is unread in a folder. Pure. */
export const unreadInSpace = (world: World, spaceId: string): number =>
  [...roomsIn(world, spaceId)].reduce((sum, id) => sum + (world.rooms[id] ? unreadOf(world.rooms[id]).count : 0), 0);

/**
 * The places that change when a child of a space moves one step up (-1) or down (1): those of the two, if all have one of their own, else
 * those of all. Pure.
 */
export function moved(children: readonly Child[], id: string, step: -1 | 1): { id: string; order: string; suggested: boolean }[] {
  const from = children.findIndex((child) => child.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= children.length) return [];
  const next = [...children];
  [next[from], next[to]] = [next[to]!, next[from]!];
  const own = new Set(children.map((child) => child.order));
  const places = own.size === children.length && !own.has(undefined) ? children.map((child) => child.order!) : children.map((_, i) => (i + 1).toString(36).padStart(4, "0"));
  return next.flatMap(({ id, order, suggested }, i) => (order === places[i] ? [] : [{ id, order: places[i]!, suggested }]));
}
