// Events and answers of /sync as tests need them.
import type { JoinedRoomSync, MatrixEvent, MessageContent, SyncResponse } from "../src/api/types";
import { emptyWorld, type World } from "../src/store/model";
import { applySync } from "../src/store/reduce";

export const ME = "@me:x";
export const LI = "@li:x";
export const ROOM = "!room:x";
const START = Date.UTC(2026, 10, 24, 4, 0, 0);

let serial = 0;
export function event(id: string, sender: string, content: MessageContent, more: Partial<MatrixEvent> = {}): MatrixEvent {
  serial += 1;
  return { event_id: id, type: "m.room.message", sender, origin_server_ts: START + serial * 1000, content, ...more };
}

export const text = (id: string, sender: string, body: string, more: Partial<MatrixEvent> = {}): MatrixEvent =>
  event(id, sender, { msgtype: "m.text", body }, more);

export const member = (user: string, membership: string, more: Partial<MatrixEvent> = {}): MatrixEvent =>
  event(`$member-${user}-${membership}`, user, { membership }, { type: "m.room.member", state_key: user, ...more });

export const answer = (token: string, room: JoinedRoomSync): SyncResponse => ({ next_batch: token, rooms: { join: { [ROOM]: room } } });

export const worldWith = (...rooms: JoinedRoomSync[]): World =>
  rooms.reduce((world, room, i) => applySync(world, answer(`s${i}`, room)), emptyWorld(ME));

export const timeline = (events: MatrixEvent[], more: { limited?: boolean; prev_batch?: string } = {}): JoinedRoomSync => ({
  timeline: { events, prev_batch: "p0", limited: false, ...more },
});
