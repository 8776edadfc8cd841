// Administration: our own API below /api/v1/admin, and the locks of Matrix. The server refuses whoever is no administrator.
import { ask, path } from "./http";
import type { Json, MatrixEvent } from "./types";

const A = "/api/v1/admin";
type Query = Record<string, string | number | undefined>;

export interface Numbers {
  server_name: string;
  version: string;
  people: number;
  administrators: number;
  locked: number;
  suspended: number;
  deactivated: number;
  seen_in_day: number;
  seen_in_week: number;
  seen_in_month: number;
  registered: { begin_ms: number; people: number }[];
  rooms: number;
  blocked_rooms: number;
  files: number;
  files_bytes: number;
  open_reports: number;
}

export interface PersonEntry {
  user_id: string;
  display_name: string | null;
  avatar_url: string | null;
  is_admin: boolean;
  is_deactivated: boolean;
  is_locked: boolean;
  is_suspended: boolean;
  created_ms: number;
}

export interface PersonDetails extends PersonEntry {
  devices: number;
  rooms: number;
  last_seen_ms: number | null;
}

export interface DeviceEntry {
  device_id: string;
  display_name: string | null;
  last_seen_ms: number | null;
  last_seen_ip: string | null;
}

export interface AddressEntry {
  address: string;
  validated_ms: number;
  added_ms: number;
}

export interface RoomEntry {
  room_id: string;
  name: string | null;
  canonical_alias: string | null;
  room_type: string | null;
  joined: number;
  invited: number;
  join_rule: string;
  is_encrypted: boolean;
  is_blocked: boolean;
}

export interface RoomDetails extends RoomEntry {
  topic: string | null;
  version: string;
  creator: string;
  is_published: boolean;
  is_shutting_down: boolean;
  aliases: string[];
  events: number;
}

export interface MemberEntry {
  user_id: string;
  membership: string;
  power_level: number;
}

export interface FileEntry {
  media_id: string;
  content_uri: string;
  content_type: string;
  file_name: string;
  size_bytes: number;
  created_ms: number;
  is_quarantined: boolean;
  user_id: string;
  is_fetched: boolean;
  /** When the newest message was sent that names it, as far as the server can read them. */
  named_ms: number | null;
}

export interface FileKind {
  kind: string;
  files: number;
  size_bytes: number;
}

export interface FilePage extends Page<FileEntry> {
  kinds: FileKind[];
  taken_bytes: number;
  quota_bytes: number;
}

export interface Purge {
  id: number;
  requested_by: string;
  before_event_id: string | null;
  before_ms: number | null;
  looked_at: number;
  deleted: number;
  files: number;
  started_ms: number;
  finished_ms: number | null;
}

export interface Activity {
  people: number;
  wrote_in_day: number;
  wrote_in_week: number;
  wrote_in_month: number;
  days: { begin_ms: number; messages: number; people: number }[];
}

export interface Report {
  id: number;
  at_ms: number;
  reporter: string;
  kind: string;
  room_id: string | null;
  event_id: string | null;
  user_id: string | null;
  reason: string;
  event: MatrixEvent | null;
  resolved_ms: number | null;
  resolved_by: string | null;
  resolution: string | null;
}

export interface Token {
  token: string;
  uses_left: number | null;
  expires_ms: number | null;
}

export interface Announcement {
  id: number;
  created_by: string;
  created_ms: number;
  body: string;
  people: string[] | null;
  told: number;
  total: number;
  finished_ms: number | null;
}

export interface AuditEntry {
  id: number;
  at_ms: number;
  actor: string;
  act: string;
  subject: string;
  old: unknown;
  new: unknown;
}

export interface Setting {
  name: string;
  kind: string;
  value: unknown;
  default: unknown;
  is_changed: boolean;
  is_secret: boolean;
  description: string;
}

export interface Page<T> {
  items: T[];
  next?: string;
  total?: number;
}

/** A page of a list that stands in the answer under `name`. */
async function page<T>(where: string, name: string, query: Query): Promise<Page<T>> {
  const answer = await ask<Json & { next?: string | null; total?: number }>("GET", A + where, { query });
  return { items: answer[name] as T[], next: answer.next ?? undefined, total: answer.total };
}

export const mayAdminister = async (): Promise<boolean> =>
  "m.account_moderation" in (await ask<{ capabilities: Json }>("GET", "/v3/capabilities")).capabilities;

export const overview = () => ask<Numbers>("GET", `${A}/overview`);
export const activity = () => ask<Activity>("GET", `${A}/activity`);
export const settings = () => ask<{ settings: Setting[] }>("GET", `${A}/settings`);

export const people = (query: Query) => page<PersonEntry>("/people", "people", query);
export const person = (id: string) => ask<PersonDetails>("GET", A + path`/people/${id}`);
export const makePerson = (body: Json) => ask<{ user_id: string; password: string | null }>("POST", `${A}/people`, { body });
export const resetPassword = (id: string, body: Json) => ask<{ password: string | null }>("POST", A + path`/people/${id}/password`, { body });
export const deactivate = (id: string) => ask("POST", A + path`/people/${id}/deactivate`);
export const setAdmin = (id: string, is_admin: boolean) => ask("PUT", A + path`/people/${id}/administrator`, { body: { is_admin } });
export const setLocked = (id: string, locked: boolean) => ask("PUT", path`/v1/admin/lock/${id}`, { body: { locked } });
export const setSuspended = (id: string, suspended: boolean) => ask("PUT", path`/v1/admin/suspend/${id}`, { body: { suspended } });
export const devicesOf = (id: string) => page<DeviceEntry>(path`/people/${id}/devices`, "devices", {});
export const dropDevice = (id: string, device: string) => ask("DELETE", A + path`/people/${id}/devices/${device}`);
export const dropDevices = (id: string) => ask("DELETE", A + path`/people/${id}/devices`);
export const addressesOf = (id: string) => page<AddressEntry>(path`/people/${id}/addresses`, "addresses", {});
export const dropAddress = (id: string, address: string) => ask("DELETE", A + path`/people/${id}/addresses/${address}`);
export const roomsOf = (id: string, query: Query) => page<RoomEntry>(path`/people/${id}/rooms`, "rooms", query);
export const storageOf = (id: string) => ask<{ taken_bytes: number; quota_bytes: number }>("GET", A + path`/people/${id}/files`, { query: { limit: 1 } });
/** Files of all, or below the path of a person or a room. */
export async function files(where: string, query: Query): Promise<FilePage> {
  const answer = await ask<Omit<FilePage, "items" | "next"> & { files: FileEntry[]; next: string | null }>("GET", `${A}${where}/files`, { query });
  return { ...answer, items: answer.files, next: answer.next ?? undefined };
}
export const setQuarantined = (id: string, is_quarantined: boolean) => ask("PUT", A + path`/files/${id}/quarantine`, { body: { is_quarantined } });
export const dropFile = (id: string) => ask("DELETE", A + path`/files/${id}`);

export const rooms = (query: Query) => page<RoomEntry>("/rooms", "rooms", query);
export const room = (id: string) => ask<RoomDetails>("GET", A + path`/rooms/${id}`);
export const membersOf = (id: string, query: Query) => page<MemberEntry>(path`/rooms/${id}/members`, "members", query);
export const setBlocked = (id: string, is_blocked: boolean, reason = "") => ask("PUT", A + path`/rooms/${id}/block`, { body: { is_blocked, reason } });
export const shutDown = (id: string, body: Json) => ask("POST", A + path`/rooms/${id}/shut_down`, { body });
export const purges = (id: string, query: Query) => page<Purge>(path`/rooms/${id}/purges`, "purges", query);
export const purge = (id: string, before_ms: number) => ask<Purge>("POST", A + path`/rooms/${id}/purges`, { body: { before_ms } });
export const redact = (id: string, event: string, reason: string) => ask("POST", A + path`/rooms/${id}/events/${event}/redact`, { body: { reason } });

export const reports = (query: Query) => page<Report>("/reports", "reports", query);
export const report = (id: string) => ask<Report>("GET", A + path`/reports/${id}`);
export const contextOf = (id: string) => ask<{ events: MatrixEvent[]; is_redacted: boolean }>("GET", A + path`/reports/${id}/context`);
export const resolve = (id: string, resolution: string) => ask("POST", A + path`/reports/${id}/resolve`, { body: { resolution } });

export const tokens = () => page<Token>("/registration_tokens", "tokens", {});
export const addToken = (body: Json) => ask<Token>("POST", `${A}/registration_tokens`, { body });
export const changeToken = (token: string, body: Json) => ask<Token>("PUT", A + path`/registration_tokens/${token}`, { body });
export const dropToken = (token: string) => ask("DELETE", A + path`/registration_tokens/${token}`);

export const announcements = (query: Query) => page<Announcement>("/announcements", "announcements", query);
export const announce = (body: Json) => ask<Announcement>("POST", `${A}/announcements`, { body });

export const audit = (query: Query) => page<AuditEntry>("/audit", "entries", query);
