// Join rules that name spaces. Pure. Source: CS "Restricted rooms".
import { stateContent, type Room, type World } from "../../store/model";
import { roomsIn, spacesOf } from "../../store/spaces";

export const RULES = ["invite", "knock", "public", "restricted", "knock_restricted"] as const;
export type Rule = (typeof RULES)[number];

const MEMBERSHIP = "m.room_membership";

interface Condition {
  type?: unknown;
  room_id?: unknown;
}

const conditions = (room: Room): Condition[] => {
  const allow = stateContent(room, "m.room.join_rules").allow;
  return Array.isArray(allow) ? allow.filter((one): one is Condition => typeof one === "object" && one !== null) : [];
};

/** The rooms whose members can join. */
export const allowed = (room: Room): string[] => conditions(room).flatMap(({ type, room_id }) => (type === MEMBERSHIP && typeof room_id === "string" ? [room_id] : []));

/** The spaces that can be chosen: those that I am in, the ones that hold the room first, and those that are chosen already. */
export function spacesFor(world: World, room: Room, nameOf: (space: Room) => string): { id: string; name: string }[] {
  const mine = spacesOf(world).filter((space) => space.id !== room.id);
  const holds = new Set(mine.filter((space) => roomsIn(world, space.id).has(room.id)).map(({ id }) => id));
  const named = mine.map((space) => ({ id: space.id, name: nameOf(space) }));
  named.sort((a, b) => Number(holds.has(b.id)) - Number(holds.has(a.id)) || a.name.localeCompare(b.name));
  const known = new Set(mine.map(({ id }) => id));
  const others = allowed(room).filter((id) => !known.has(id));
  return [...named, ...others.map((id) => ({ id, name: world.rooms[id] ? nameOf(world.rooms[id]) : id }))];
}

/** The content of the rule. Conditions of kinds that are not known here stay. */
export function ruleContent(room: Room, rule: Rule, spaces: readonly string[]): Record<string, unknown> {
  if (!rule.endsWith("restricted")) return { join_rule: rule };
  const foreign = conditions(room).filter(({ type }) => type !== MEMBERSHIP);
  return { join_rule: rule, allow: [...foreign, ...spaces.map((room_id) => ({ type: MEMBERSHIP, room_id }))] };
}
