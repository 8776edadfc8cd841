// What is unread in sealed conversations: the server counts everything, the app takes out what is nothing to read.
import { describe, expect, it } from "vitest";
import type { MatrixEvent } from "../src/api/types";
import { recounted } from "../src/store/unread";
import { event, LI, ME, ROOM, text, timeline, worldWith } from "./made";

const opened = (id: string, type: string, sender = LI, content: MatrixEvent["content"] = {}) => event(id, sender, content, { type, secret: { state: "open" } });
const call = (...kinds: string[]) => kinds.map((kind) => opened(`$${kind}`, `m.call.${kind}`));
const unread = (count: number, events: MatrixEvent[]) => {
  const world = worldWith({ ...timeline(events), unread_notifications: { notification_count: count, highlight_count: 0 } });
  return world.rooms[ROOM]!.unread;
};

describe("unread messages of a sealed conversation", () => {
  it("a missed call is one, whatever it was made of", () => {
    expect(unread(4, call("invite", "candidates", "select_answer", "hangup"))).toBe(1);
  });

  it("votes and notices of programs are none, words are", () => {
    const vote = opened("$v", "org.matrix.msc3381.poll.response", LI, { "m.relates_to": { rel_type: "m.reference", event_id: "$p" } });
    const poll = opened("$p", "org.matrix.msc3381.poll.start");
    expect(unread(4, [poll, vote, opened("$n", "m.room.message", LI, { msgtype: "m.notice", body: "x" }), opened("$t", "m.room.message", LI, { msgtype: "m.text", body: "x" })])).toBe(2);
  });

  it("what came in the clear is not taken out again, nor what stays shut, nor what was deleted", () => {
    expect(unread(1, [event("$a", LI, {}, { type: "m.call.hangup" }), text("$1", LI, "a")])).toBe(1);
    expect(unread(1, [event("$b", LI, {}, { type: "m.room.encrypted", secret: { state: "waiting" } })])).toBe(1);
    expect(unread(1, [{ ...opened("$c", "m.call.hangup"), unsigned: { redacted_because: text("$r", LI, "") } }, text("$1", LI, "a")])).toBe(1);
  });

  it("only what stands behind my receipt or my own words counts", () => {
    expect(unread(1, [...call("candidates", "hangup"), text("$mine", ME, "a"), opened("$t", "m.room.message")])).toBe(1);
    const receipt = { type: "m.receipt", content: { "$candidates": { "m.read": { [ME]: { ts: 5, thread_id: "main" } } } } };
    const room = { ...timeline([...call("candidates", "invite", "hangup")]), ephemeral: { events: [receipt] }, unread_notifications: { notification_count: 2, highlight_count: 0 } };
    expect(worldWith(room).rooms[ROOM]!.unread).toBe(1);
  });

  it("my words in a thread have read nothing outside of it, and votes in a thread count there", () => {
    const relation = { "m.relates_to": { rel_type: "m.thread", event_id: "$root" } };
    expect(unread(2, [...call("invite", "hangup"), event("$mine", ME, { msgtype: "m.text", body: "a", ...relation })])).toBe(1);
    expect(unread(1, [opened("$n", "m.room.message", LI, { msgtype: "m.notice", body: "x", ...relation }), text("$t", LI, "a")])).toBe(1);
  });

  it("is counted anew when something is opened later, and from what the server counted", () => {
    const shut = ["candidates", "hangup"].map((kind) => event(`$${kind}`, LI, {}, { type: "m.room.encrypted" }));
    const room = worldWith({ ...timeline([...call("invite"), ...shut]), unread_notifications: { notification_count: 3, highlight_count: 0 } }).rooms[ROOM]!;
    expect(room.unread).toBe(3);
    const half = recounted({ ...room, timeline: [...call("invite", "candidates"), shut[1]!] }, ME);
    expect([half.unread, recounted(half, ME).unread, recounted({ ...half, timeline: call("invite", "candidates", "hangup") }, ME).unread]).toEqual([2, 2, 1]);
  });
});
