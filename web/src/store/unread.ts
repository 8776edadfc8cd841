// The server counts all that is sealed as something to be read: it cannot see inside. What turns out to be none is taken out here. Pure.
import type { MatrixEvent } from "../api/types";
import { isCallType } from "../calls/kinds";
import type { Room } from "./model";
import { isVote } from "./polls";
import { receiptsIn } from "./reading";
import { lookIn, threadOf } from "./threading";

/** What would not have counted in the clear, by the predefined push rules: how a call goes on, votes, notices of programs. */
const isSilent = ({ type, content, secret, unsigned }: MatrixEvent): boolean =>
  secret?.state === "open" &&
  !unsigned?.redacted_because &&
  ((isCallType(type) && type !== "m.call.invite") || isVote(type) || (type === "m.room.message" && content.msgtype === "m.notice"));

/** A room whose unread messages are those that the server `counted` outside of threads, without the silent ones among what `me` has not read. */
export function recounted(room: Room, me: string): Room {
  const counted = room.counted ?? room.unread;
  if (counted === 0) return room;
  const { timeline } = room;
  const look = lookIn(timeline);
  const read = new Set(receiptsIn(room, "").map((receipts) => receipts[me]?.eventId));
  const start = timeline.findLastIndex((event) => read.has(event.event_id) || (event.sender === me && !threadOf(event, look)));
  const silent = timeline.slice(start + 1).filter((event) => isSilent(event) && event.sender !== me && !threadOf(event, look)).length;
  return { ...room, counted, unread: Math.max(0, counted - silent) };
}
