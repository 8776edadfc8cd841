// What relates to an event.
import { ask, path } from "./http";
import type { MatrixEvent } from "./types";

const PAGE = 500;

/** One page, the newest first; `from` leads on from an earlier one. */
export const relations = (roomId: string, eventId: string, kind: string, from?: string) =>
  ask<{ chunk: MatrixEvent[]; next_batch?: string }>("GET", path`/v1/rooms/${roomId}/relations/${eventId}/${kind}`, { query: { limit: PAGE, dir: "b", from } });
