// What spaces ask of the server.
import { ask, path } from "../../api/http";
import { createRoom } from "../../api/rooms";

export interface Seen {
  room_id: string;
  name?: string;
  canonical_alias?: string;
  avatar_url?: string;
  topic?: string;
  num_joined_members: number;
  join_rule?: string;
  room_type?: string;
}

const PAGE = 30;

/** A page of what is in a space, the space itself first, two folders deep. */
export const hierarchy = (spaceId: string, from?: string) =>
  ask<{ rooms: Seen[]; next_batch?: string }>("GET", path`/v1/rooms/${spaceId}/hierarchy`, { query: { limit: PAGE, max_depth: 2, from } });

const server = (me: string) => me.slice(me.indexOf(":") + 1);

/** Put a room into a space, or change how it stands there. */
export const putChild = (spaceId: string, roomId: string, me: string, more: { suggested: boolean; order?: string }) =>
  ask("PUT", path`/v3/rooms/${spaceId}/state/m.space.child/${roomId}`, { body: { via: [server(me)], ...more } });

export const dropChild = (spaceId: string, roomId: string) => ask("PUT", path`/v3/rooms/${spaceId}/state/m.space.child/${roomId}`, { body: {} });

export const makeSpace = (name: string) =>
  createRoom({ name, preset: "private_chat", creation_content: { type: "m.space" }, power_level_content_override: { events_default: 100 } });
