// Telling those who run the server about what should not be.
import { ask, path } from "./http";

/** What is reported: a message of a room, a room, or a person. */
export interface Reported {
  roomId?: string;
  eventId?: string;
  user?: string;
}

export function report({ roomId = "", eventId, user = "" }: Reported, reason: string): Promise<unknown> {
  const where = eventId ? path`/v3/rooms/${roomId}/report/${eventId}` : roomId ? path`/v3/rooms/${roomId}/report` : path`/v3/users/${user}/report`;
  return ask("POST", where, { body: { reason } });
}
