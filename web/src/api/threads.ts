// Threads: what belongs to one, and which ones a room has.
import { ask, path } from "./http";
import type { RelationsResponse } from "./types";

/** A page of everything that relates to an event, or to what relates to it: answers, their reactions and edits. Newest first. */
export const relationsOf = (roomId: string, eventId: string, from: string, limit: number) =>
  ask<RelationsResponse>("GET", path`/v1/rooms/${roomId}/relations/${eventId}`, { query: { dir: "b", recurse: true, limit, from: from || undefined } });

/** A page of the roots of a room's threads, the one with the newest answer first; with `mine` those that I take part in. */
export const threadsOf = (roomId: string, mine: boolean, from: string, limit: number) =>
  ask<RelationsResponse>("GET", path`/v1/rooms/${roomId}/threads`, { query: { include: mine ? "participated" : "all", limit, from: from || undefined } });
