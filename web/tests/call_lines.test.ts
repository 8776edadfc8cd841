// What the timeline says of calls.
import { expect, it } from "vitest";
import { callLines } from "../src/calls/lines";
import { fold } from "../src/store/timeline";
import { event, LI, ME, text } from "./made";

const call = (kind: string, id: string, sender: string, more: object = {}) =>
  event(`$${kind}-${id}-${sender}`, sender, { call_id: id, version: "1", party_id: sender, ...more } as never, { type: `m.call.${kind}` });
const invite = (id: string, sender: string, sdp = "m=audio 9") => call("invite", id, sender, { lifetime: 60_000, offer: { type: "offer", sdp } });
const outcomes = (...events: Parameters<typeof fold>[0]) => fold(events, ME).map((message) => message.call?.outcome);

it("is one line for each call, with how it went", () => {
  const [message, ...none] = fold([invite("a", LI, "m=audio 9\r\nm=video 9\r\n"), call("candidates", "a", LI), call("answer", "a", ME), call("select_answer", "a", LI), call("hangup", "a", ME)], ME);
  expect(none).toEqual([]);
  expect(message!.call).toMatchObject({ video: true, outcome: "talked", talkedMs: 2000 });
  expect(outcomes(invite("a", LI))).toEqual(["open"]);
  expect(outcomes(invite("a", LI), call("hangup", "a", LI))).toEqual(["cancelled"]);
  expect(outcomes(invite("a", LI), call("hangup", "a", LI, { reason: "invite_timeout" }))).toEqual(["unanswered"]);
  expect(outcomes(invite("a", LI), call("reject", "a", ME), text("$x", LI, "oh"))).toEqual(["declined", undefined]);
  expect(outcomes(invite("a", LI), call("answer", "a", ME), call("reject", "a", ME))).toEqual(["open"]); // the reject came too late
  expect(outcomes(invite("a", LI), call("answer", "a", ME), call("hangup", "a", LI, { reason: "ice_failed" }))).toEqual(["failed"]);
  expect(outcomes(call("hangup", "a", LI))).toEqual([]); // its invitation is further up
});

it("leaves out the call that was given up for the other one of two at once", () => {
  const events = [invite("b", ME), invite("a", LI), call("hangup", "b", ME), call("answer", "a", ME), call("hangup", "a", LI)];
  expect(outcomes(...events)).toEqual(["talked"]);
  expect(outcomes(invite("b", ME), call("hangup", "b", ME), invite("a", LI), call("answer", "a", ME))).toEqual(["cancelled", "open"]);
});

it("is the same message as long as nothing changes, and another when the call ends", () => {
  const events = [invite("s", LI), call("answer", "s", ME)];
  const [before] = fold(events, ME);
  expect(fold(events, ME)[0]).toBe(before);
  expect(fold([...events, call("hangup", "s", LI)], ME)[0]).not.toBe(before);
  expect(callLines([text("$1", LI, "a")]).size).toBe(0);
});
