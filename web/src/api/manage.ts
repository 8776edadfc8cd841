// What those ask of the server who look after a room: its people, its addresses, its place in the directory, its version.
import { ask, path } from "./http";
import type { Json, MatrixEvent } from "./types";

const onPerson = (roomId: string, what: "kick" | "ban" | "unban", user_id: string, reason: string) =>
  ask("POST", `${path`/v3/rooms/${roomId}`}/${what}`, { body: { user_id, ...(reason && { reason }) } });

export const kick = (roomId: string, user: string, reason = "") => onPerson(roomId, "kick", user, reason);

export const ban = (roomId: string, user: string, reason = "") => onPerson(roomId, "ban", user, reason);

export const unban = (roomId: string, user: string) => onPerson(roomId, "unban", user, "");

/** The member events of those who are banned, with who did it and why. */
export const banned = async (roomId: string): Promise<MatrixEvent[]> =>
  (await ask<{ chunk: MatrixEvent[] }>("GET", path`/v3/rooms/${roomId}/members`, { query: { membership: "ban" } })).chunk;

export const aliases = async (roomId: string): Promise<string[]> => (await ask<{ aliases: string[] }>("GET", path`/v3/rooms/${roomId}/aliases`)).aliases;

export const putAlias = (alias: string, room_id: string) => ask("PUT", path`/v3/directory/room/${alias}`, { body: { room_id } });

export const dropAlias = (alias: string) => ask("DELETE", path`/v3/directory/room/${alias}`);

export const isPublished = async (roomId: string): Promise<boolean> =>
  (await ask<{ visibility: string }>("GET", path`/v3/directory/list/room/${roomId}`)).visibility === "public";

export const publish = (roomId: string, on: boolean) =>
  ask("PUT", path`/v3/directory/list/room/${roomId}`, { body: { visibility: on ? "public" : "private" } });

/** The room version that the server makes rooms with. */
export async function newestVersion(): Promise<string | undefined> {
  const { capabilities } = await ask<{ capabilities: { "m.room_versions"?: { default?: string; available?: Json } } }>("GET", "/v3/capabilities");
  return capabilities["m.room_versions"]?.default;
}

export const upgrade = (roomId: string, new_version: string) => ask<{ replacement_room: string }>("POST", path`/v3/rooms/${roomId}/upgrade`, { body: { new_version } });
