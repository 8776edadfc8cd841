// What the timeline says of calls: one line for each invitation, with how it ended. Pure.
import type { MatrixEvent } from "../api/types";
import { isCallType, LIFETIME_MS, showsVideo } from "./kinds";

/** `open`: nothing says yet that it is over. `cancelled` and `unanswered` are what the callee calls missed. */
export type Outcome = "open" | "talked" | "cancelled" | "unanswered" | "declined" | "failed";

export interface CallLine {
  callId: string;
  video: boolean;
  outcome: Outcome;
  /** From the answer to the end, where both are known. */
  talkedMs?: number;
  /** Until when it can ring, in milliseconds since 1970. */
  until: number;
}

interface Told {
  invite: MatrixEvent;
  answer?: MatrixEvent;
  end?: MatrixEvent;
}

/** The line of each invitation by its event id; null for a call that was given up for another one of both at the same time. */
export function callLines(events: readonly MatrixEvent[]): Map<string, CallLine | null> {
  const told = new Map<string, Told>();
  for (const event of events) {
    if (!isCallType(event.type)) continue;
    const id = String(event.content.call_id ?? "");
    const known = told.get(id);
    if (event.type === "m.call.invite") {
      if (!known) told.set(id, { invite: event });
    } else if (known && !known.end) {
      const byCaller = event.sender === known.invite.sender;
      if (event.type === "m.call.answer" && !byCaller) known.answer ??= event;
      else if (event.type === "m.call.hangup" || (event.type === "m.call.reject" && !byCaller && !known.answer)) known.end = event;
    }
  }
  const calls = [...told.values()];
  return new Map(calls.map((call) => [call.invite.event_id, isReplaced(call, calls) ? null : lineOf(call)]));
}

/** Called off by its caller, who meanwhile answered the call of the other. */
function isReplaced(call: Told, calls: readonly Told[]): boolean {
  const { invite, answer, end } = call;
  if (answer || !end || end.sender !== invite.sender || end.type !== "m.call.hangup") return false;
  return calls.some(
    (other) =>
      other.answer?.sender === invite.sender &&
      other.invite.origin_server_ts <= end.origin_server_ts &&
      other.answer.origin_server_ts >= invite.origin_server_ts,
  );
}

function lineOf({ invite, answer, end }: Told): CallLine {
  const { call_id, offer, lifetime } = invite.content as { call_id?: unknown; offer?: { sdp?: unknown }; lifetime?: unknown };
  const sdp = typeof offer?.sdp === "string" ? offer.sdp : "";
  return {
    callId: String(call_id ?? ""),
    video: showsVideo(sdp),
    outcome: outcomeOf(invite, answer, end),
    talkedMs: answer && end ? Math.max(0, end.origin_server_ts - answer.origin_server_ts) : undefined,
    until: invite.origin_server_ts + (typeof lifetime === "number" ? lifetime : LIFETIME_MS),
  };
}

function outcomeOf(invite: MatrixEvent, answer: MatrixEvent | undefined, end: MatrixEvent | undefined): Outcome {
  const reason = end?.content.reason;
  if (answer) return reason === "ice_failed" ? "failed" : end ? "talked" : "open";
  if (!end) return "open";
  if (end.sender !== invite.sender) return reason === "user_media_failed" ? "failed" : "declined";
  return reason === "invite_timeout" ? "unanswered" : "cancelled";
}
