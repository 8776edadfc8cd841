// People whom one ignores: the server keeps what they say away, and what is here already goes with them. Pure.
import type { Room } from "./model";

export const IGNORED = "m.ignored_user_list";
export const INVITES = "m.invite_permission_config";

/** The people in the content of m.ignored_user_list, whatever its shape. */
export const ignoredIn = (content: Record<string, unknown>): string[] => {
  const users = content.ignored_users;
  return users && typeof users === "object" ? Object.keys(users).sort() : [];
};

/** The rooms without what these people said, and without their invitations. What changed in a room stays told. */
export function withoutPeople(rooms: Record<string, Room>, people: readonly string[]): Record<string, Room> {
  const gone = new Set(people);
  const kept: Record<string, Room> = {};
  for (const [id, room] of Object.entries(rooms)) {
    if (room.membership === "invite" && room.inviter && gone.has(room.inviter)) continue;
    const timeline = room.timeline.filter((event) => event.state_key !== undefined || !gone.has(event.sender));
    kept[id] = timeline.length === room.timeline.length ? room : { ...room, timeline, typing: room.typing.filter((user) => !gone.has(user)) };
  }
  return kept;
}

/** The rooms without invitations, for those who want none. */
export const withoutInvitations = (rooms: Record<string, Room>): Record<string, Room> =>
  Object.fromEntries(Object.entries(rooms).filter(([, room]) => room.membership !== "invite"));
