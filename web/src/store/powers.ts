// Who may do what in a room, as its power levels say. Pure. Source: CS "m.room.power_levels".
import { stateContent, type Room } from "./model";

export interface Powers {
  users?: Record<string, number>;
  users_default?: number;
  events?: Record<string, number>;
  events_default?: number;
  state_default?: number;
  invite?: number;
  kick?: number;
  ban?: number;
  redact?: number;
}

export const powersOf = (room: Room): Powers => stateContent(room, "m.room.power_levels");

const CREATORS_RULE_FROM = 12;

/** Whether the room's creators stand above all levels, as from version 12 on. */
const creatorsRule = (room: Room): boolean => Number(stateContent(room, "m.room.create").room_version ?? 1) >= CREATORS_RULE_FROM;

function isCreator(room: Room, user: string): boolean {
  const made = room.state["m.room.create"];
  const more = made?.content.additional_creators;
  return made?.sender === user || (Array.isArray(more) && more.includes(user));
}

/** The level of a person; creators of newer rooms have no upper bound. */
export function levelOf(room: Room, user: string): number {
  if (isCreator(room, user) && creatorsRule(room)) return Infinity;
  const powers = room.state["m.room.power_levels"];
  if (!powers) return isCreator(room, user) ? 100 : 0;
  return powersOf(room).users?.[user] ?? powersOf(room).users_default ?? 0;
}

export type Role = "owner" | "admin" | "moderator" | "member";

/** What a level is called; the room's creator is its owner while nobody took that from her. */
export function roleOf(room: Room, user: string): Role {
  const level = levelOf(room, user);
  if (level >= 100) return isCreator(room, user) ? "owner" : "admin";
  return level >= 50 ? "moderator" : "member";
}

/** What is needed to set state of this type. */
export function stateLevel(room: Room, type: string): number {
  const powers = powersOf(room);
  return powers.events?.[type] ?? powers.state_default ?? (room.state["m.room.power_levels"] ? 50 : 0);
}

export const maySetState = (room: Room, user: string, type: string): boolean => levelOf(room, user) >= stateLevel(room, type);

const NEEDED = { invite: 0, kick: 50, ban: 50, redact: 50 } as const;

export const may = (room: Room, user: string, what: keyof typeof NEEDED): boolean => levelOf(room, user) >= (powersOf(room)[what] ?? NEEDED[what]);

/** Whether somebody may remove, ban or change the level of another person. */
export const mayActOn = (room: Room, user: string, other: string, what: "kick" | "ban"): boolean =>
  user !== other && may(room, user, what) && levelOf(room, user) > levelOf(room, other);
