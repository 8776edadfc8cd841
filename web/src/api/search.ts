// Searching what was said. Answers come newest first.
import { ask } from "./http";
import type { Json, MatrixEvent } from "./types";

export interface Hit {
  result: MatrixEvent;
  context?: { profile_info?: Record<string, { displayname?: string; avatar_url?: string }> };
}

export interface SearchPage {
  count: number;
  /** The words as they stand in the results. */
  highlights: string[];
  results: Hit[];
  next_batch?: string;
}

/** One page of the messages that hold these words, in all rooms of mine or in one. */
export async function searchMessages(term: string, room: string | undefined, next: string | undefined, signal: AbortSignal): Promise<SearchPage> {
  const room_events: Json = {
    search_term: term,
    order_by: "recent",
    keys: ["content.body"],
    filter: { limit: 20, ...(room && { rooms: [room] }) },
    event_context: { before_limit: 0, after_limit: 0, include_profile: true },
  };
  const body = { search_categories: { room_events } };
  const answer = await ask<{ search_categories: { room_events?: SearchPage } }>("POST", "/v3/search", { body, query: { next_batch: next }, signal });
  return answer.search_categories.room_events ?? { count: 0, highlights: [], results: [] };
}
