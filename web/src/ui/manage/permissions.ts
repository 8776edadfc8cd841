// The permissions of a room as lines that people understand, each with the level it needs. Pure. Source: CS "m.room.power_levels".
import { BURN } from "../../store/burn";
import type { Powers } from "../../store/powers";

/** The levels behind the words: everybody, moderators, admins. */
export const LEVELS = { member: 0, moderator: 50, admin: 100 } as const;

export interface Line {
  key: "write" | "invite" | "mention" | "pin" | "redact" | "kick" | "ban" | "details" | "access" | "privacy" | "burn" | "contents" | "powers";
  /** A field of the content, or the types of state that it stands for. */
  field?: "events_default" | "invite" | "redact" | "kick" | "ban";
  types?: readonly string[];
}

const PEOPLE: Line[] = [
  { key: "invite", field: "invite" },
  { key: "kick", field: "kick" },
  { key: "ban", field: "ban" },
];
const ROOM: Line[] = [
  { key: "details", types: ["m.room.name", "m.room.topic", "m.room.avatar"] },
  { key: "access", types: ["m.room.join_rules", "m.room.canonical_alias"] },
  { key: "privacy", types: ["m.room.history_visibility", "m.room.encryption"] },
  { key: "powers", types: ["m.room.power_levels"] },
];

export const linesOf = (space: boolean): Line[] =>
  space
    ? [{ key: "contents", types: ["m.space.child"] }, ...PEOPLE, ...ROOM]
    : [
        { key: "write", field: "events_default" },
        { key: "mention" },
        { key: "pin", types: ["m.room.pinned_events"] },
        { key: "redact", field: "redact" },
        ...PEOPLE,
        { key: "burn", types: [BURN] },
        ...ROOM,
      ];

const DEFAULTS = { events_default: 0, invite: 0, redact: 50, kick: 50, ban: 50 } as const;

type WithNotifications = Powers & { notifications?: { room?: number } };

/** What a line needs now; of several types the highest. */
export function neededFor(powers: WithNotifications, { field, types }: Line): number {
  if (field) return powers[field] ?? DEFAULTS[field];
  if (types) return Math.max(...types.map((type) => powers.events?.[type] ?? powers.state_default ?? 50));
  return powers.notifications?.room ?? 50;
}

/** The powers with another level for a line. */
export function withLevel(powers: WithNotifications, { field, types }: Line, level: number): WithNotifications {
  if (field) return { ...powers, [field]: level };
  if (types) return { ...powers, events: { ...powers.events, ...Object.fromEntries(types.map((type) => [type, level])) } };
  return { ...powers, notifications: { ...powers.notifications, room: level } };
}

/** The powers with another level for a person; who has what all have is not named. */
export function withPerson(powers: Powers, user: string, level: number): Powers {
  const { [user]: _, ...users } = powers.users ?? {};
  return { ...powers, users: level === (powers.users_default ?? 0) ? users : { ...users, [user]: level } };
}

/** Whether somebody of this level may set a line to `next`: neither what stands there nor what comes may be above. */
export const mayMove = (own: number, now: number, next: number): boolean => own >= now && own >= next;

/** Whose levels a change of the powers moved, and to what. */
export function movedPeople(before: Powers, after: Powers): { user: string; level: number }[] {
  const at = (powers: Powers, user: string) => powers.users?.[user] ?? powers.users_default ?? 0;
  const all = new Set([...Object.keys(before.users ?? {}), ...Object.keys(after.users ?? {})]);
  return [...all].filter((user) => at(before, user) !== at(after, user)).map((user) => ({ user, level: at(after, user) }));
}
