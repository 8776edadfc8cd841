// What one can do with rooms: make, join, leave, invite, send, redact, look back, mark as read, sync.
import { ask, path } from "./http";
import type { ContextResponse, Json, MatrixEvent, MessagesResponse, SyncResponse } from "./types";

const LAZY = { lazy_load_members: true };
export const TIMELINE_LIMIT = 20;

const SYNC_FILTER = JSON.stringify({
  presence: { types: [] },
  room: { state: LAZY, timeline: { limit: TIMELINE_LIMIT, unread_thread_notifications: true, ...LAZY } },
});
const MESSAGES_FILTER = JSON.stringify(LAZY);

export const sync = (since: string | undefined, timeoutMs: number, signal: AbortSignal) =>
  ask<SyncResponse>("GET", "/v3/sync", {
    query: { since, timeout: timeoutMs, filter: SYNC_FILTER },
    signal,
    timeoutMs: timeoutMs + 30_000,
  });

export const messagesBefore = (roomId: string, from: string, limit: number) =>
  ask<MessagesResponse>("GET", path`/v3/rooms/${roomId}/messages`, {
    query: { dir: "b", from, limit, filter: MESSAGES_FILTER },
  });

export const messagesAfter = (roomId: string, from: string, limit: number) =>
  ask<MessagesResponse>("GET", path`/v3/rooms/${roomId}/messages`, {
    query: { dir: "f", from, limit, filter: MESSAGES_FILTER },
  });

/** What lies around an event, at most `limit` events in all. */
export const contextOf = (roomId: string, eventId: string, limit: number) =>
  ask<ContextResponse>("GET", path`/v3/rooms/${roomId}/context/${eventId}`, { query: { limit, filter: MESSAGES_FILTER } });

export const event = (roomId: string, eventId: string) =>
  ask<MatrixEvent>("GET", path`/v3/rooms/${roomId}/event/${eventId}`);

export const members = (roomId: string) =>
  ask<{ chunk: MatrixEvent[] }>("GET", path`/v3/rooms/${roomId}/members`, { query: { not_membership: "leave" } });

export const send = (roomId: string, type: string, txnId: string, content: Json) =>
  ask<{ event_id: string }>("PUT", path`/v3/rooms/${roomId}/send/${type}/${txnId}`, { body: content });

export const redact = (roomId: string, eventId: string, txnId: string, content: Json = {}) =>
  ask<{ event_id: string }>("PUT", path`/v3/rooms/${roomId}/redact/${eventId}/${txnId}`, { body: content });

export const stateOf = (roomId: string, type: string, key = "") => ask<Json>("GET", path`/v3/rooms/${roomId}/state/${type}/${key}`);

export const setState = (roomId: string, type: string, content: Json, key = "") =>
  ask<{ event_id: string }>("PUT", path`/v3/rooms/${roomId}/state/${type}/${key}`, { body: content });

export const createRoom = (body: Json) => ask<{ room_id: string }>("POST", "/v3/createRoom", { body });

export const join = (roomId: string) => ask<{ room_id: string }>("POST", path`/v3/join/${roomId}`);

export const leave = (roomId: string) => ask("POST", path`/v3/rooms/${roomId}/leave`);

export const invite = (roomId: string, user_id: string) => ask("POST", path`/v3/rooms/${roomId}/invite`, { body: { user_id } });

/** Where somebody who reads in order has come to, for herself. */
export const markPlace = (roomId: string, eventId: string) =>
  ask("POST", path`/v3/rooms/${roomId}/read_markers`, { body: { "m.fully_read": eventId } });

/** Read up to this event of one thread: the id of its root, or `main` for what is in none. */
export const markRead = (roomId: string, eventId: string, thread_id: string) =>
  ask("POST", path`/v3/rooms/${roomId}/receipt/m.read/${eventId}`, { body: { thread_id } });

export const setTyping = (roomId: string, userId: string, typing: boolean) =>
  ask("PUT", path`/v3/rooms/${roomId}/typing/${userId}`, { body: typing ? { typing, timeout: 20_000 } : { typing } });
