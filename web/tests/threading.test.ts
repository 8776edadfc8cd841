// Threads: what stands in one, what their roots show, their own timeline, receipts and counts.
import { describe, expect, it } from "vitest";
import type { MatrixEvent } from "../src/api/types";
import { relationTo } from "../src/store/actions";
import { unreadOf } from "../src/store/model";
import { lastOfOthers, readAt, readersIn } from "../src/store/reading";
import { applySync } from "../src/store/reduce";
import { eventsIn, threadTimeline } from "../src/store/threading";
import { fold } from "../src/store/timeline";
import { answer, event, LI, ME, ROOM, text, timeline, worldWith } from "./made";

const WU = "@wu:x";
const inThread = (id: string, sender: string, root: string, more: object = { is_falling_back: true, "m.in_reply_to": { event_id: root } }) =>
  event(id, sender, { msgtype: "m.text", body: id, "m.relates_to": { rel_type: "m.thread", event_id: root, ...more } });
const related = (id: string, sender: string, target: string, rel_type: string, type = "m.room.message") =>
  event(id, sender, { msgtype: "m.text", body: id, "m.new_content": { body: `now ${id}`, msgtype: "m.text" }, "m.relates_to": { rel_type, event_id: target, key: "👍" } }, { type });
const redact = (id: string, target: string) => event(id, LI, { redacts: target } as never, { type: "m.room.redaction" });
const told = (root: MatrixEvent, count: number, latest_event: MatrixEvent): MatrixEvent => ({
  ...root,
  unsigned: { "m.relations": { "m.thread": { count, latest_event } } },
});
const ids = (events: readonly MatrixEvent[]) => events.map((one) => one.event_id);
const answersOf = (events: readonly MatrixEvent[], root = "$1") => fold(events, ME).find((message) => message.id === root)?.answers;

describe("what a root shows", () => {
  const [root, a, b] = [text("$1", ME, "root"), inThread("$2", LI, "$1"), inThread("$3", WU, "$1")];

  it("is its answers, the newest of them, and who gave them", () => {
    expect(answersOf([root, a, b])).toMatchObject({ count: 2, last: { id: "$3" }, people: [WU, LI] });
    expect(answersOf([root])).toBeUndefined();
  });

  it("counts neither reactions nor edits nor what was deleted, and shows the edit", () => {
    const edited = related("$4", WU, "$3", "m.replace");
    expect(answersOf([root, a, b, edited, related("$5", ME, "$3", "m.annotation", "m.reaction")])).toMatchObject({ count: 2, last: { content: { body: "now $4" } } });
    expect(answersOf([root, a, b, redact("$6", "$3")])).toMatchObject({ count: 1, last: { id: "$2" }, people: [LI] });
    expect(answersOf([root, a, redact("$6", "$2")])).toBeUndefined();
  });

  it("is what the server told where the answers are not here, and goes on from there", () => {
    const far = told(root, 40, b);
    expect(answersOf([far])).toMatchObject({ count: 40, last: { id: "$3" }, people: [WU] });
    expect(answersOf([far, a, b])).toMatchObject({ count: 40, last: { id: "$3" } });
    expect(answersOf([far, inThread("$9", LI, "$1")])).toMatchObject({ count: 41, last: { id: "$9" } });
  });

  it("is what is known as soon as that is not less than what the server told", () => {
    expect(answersOf([told(root, 1, a), a, b])).toMatchObject({ count: 2 });
    expect(answersOf([told(root, 2, b), a, b, redact("$6", "$2")])).toMatchObject({ count: 1 });
    expect(answersOf([told(root, 3, inThread("$7", LI, "$1")), a, b])).toMatchObject({ count: 3, last: { id: "$7" } });
  });

  it("is not spoilt by answers that came as deleted: the server has not counted them, and they stand in the thread", () => {
    const gone = (id: string, place: string | null): MatrixEvent => ({ ...event(id, LI, {}), unsigned: { redacted_because: redact("$r", id), "org.matrix.msc4023.thread_id": place } });
    expect(answersOf([told(root, 1, a), gone("$7", "$1")])).toMatchObject({ count: 1, last: { id: "$2" } });
    expect(answersOf([root, gone("$7", "$1")])).toBeUndefined();
    expect(ids(eventsIn([root, gone("$7", "$1"), gone("$8", "main"), gone("$9", null)], ""))).toEqual(["$1", "$8", "$9"]);
  });

  it("stays the very same message while nothing about the thread changes", () => {
    const find = (events: MatrixEvent[]) => fold(events, ME).find((message) => message.id === "$1");
    const first = find([root, a, b]);
    expect(find([root, a, b, text("$8", LI, "elsewhere")])).toBe(first);
    expect(find([root, a, b, inThread("$9", LI, "$1")])).not.toBe(first);
  });
});

describe("a message of a thread", () => {
  it("is no answer where it only falls back on one", () => {
    const [, plain, real] = fold([text("$1", ME, "root"), inThread("$2", LI, "$1"), inThread("$3", LI, "$1", { "m.in_reply_to": { event_id: "$2" } })], ME);
    expect(plain).toMatchObject({ thread: "$1", replyTo: undefined });
    expect(real).toMatchObject({ thread: "$1", replyTo: "$2" });
  });

  it("takes what is done to it into the thread", () => {
    const events = [text("$1", ME, "r"), inThread("$2", LI, "$1"), related("$3", ME, "$2", "m.annotation", "m.reaction"), related("$4", ME, "$1", "m.annotation", "m.reaction"), related("$5", ME, "$far", "m.annotation", "m.reaction")];
    expect(ids(eventsIn(events, "$1"))).toEqual(["$2", "$3"]);
    expect(ids(eventsIn(events, ""))).toEqual(["$1", "$4"]);
  });

  it("keeps its place when it is deleted", () => {
    const world = worldWith(timeline([text("$1", ME, "r"), inThread("$2", LI, "$1")]), timeline([redact("$3", "$2")]));
    const deleted = fold(world.rooms[ROOM]!.timeline, ME).find((message) => message.id === "$2");
    expect(deleted).toMatchObject({ redacted: true, thread: "$1" });
    expect(deleted!.content.body).toBeUndefined();
  });

  it("names the newest one for clients without threads, or the one it really answers", () => {
    const place = { root: "$1", last: "$7" };
    expect(relationTo(undefined, place)).toEqual({ "m.relates_to": { rel_type: "m.thread", event_id: "$1", is_falling_back: true, "m.in_reply_to": { event_id: "$7" } } });
    const [answered] = fold([text("$4", LI, "a")], ME);
    expect(relationTo(answered, place)["m.relates_to"]).toMatchObject({ is_falling_back: false, "m.in_reply_to": { event_id: "$4" } });
    expect(relationTo(answered, undefined)).toEqual({ "m.relates_to": { "m.in_reply_to": { event_id: "$4" } } });
    expect(relationTo(undefined, undefined)).toEqual({});
  });
});

describe("the timeline of a thread", () => {
  const [root, a, b, c] = [text("$1", ME, "root"), inThread("$2", LI, "$1"), inThread("$3", LI, "$1"), inThread("$4", LI, "$1")];
  const other = text("$o", LI, "elsewhere");

  it("is the root and all that hangs on it", () => {
    const react = related("$r", LI, "$2", "m.annotation", "m.reaction");
    expect(ids(threadTimeline("$1", [], [root, a, other, b, react, related("$s", LI, "$1", "m.annotation", "m.reaction")]))).toEqual(["$1", "$2", "$3", "$r", "$s"]);
  });

  it("goes on where what the server told meets the timeline, and brings nothing twice or out of order", () => {
    expect(ids(threadTimeline("$1", [b], [a, b, other, c], root))).toEqual(["$1", "$3", "$4"]);
    expect(ids(threadTimeline("$1", [a, b], [other, c], root))).toEqual(["$1", "$2", "$3", "$4"]);
    expect(ids(threadTimeline("$1", [c], [a, other], root))).toEqual(["$1", "$4"]);
  });
});

describe("receipts", () => {
  const receipt = (id: string, ts: number, user: string, thread_id?: string) => ({ type: "m.receipt", content: { [id]: { "m.read": { [user]: { ts, thread_id } } } } });
  const events = [text("$1", ME, "root"), inThread("$2", ME, "$1"), text("$3", ME, "b"), inThread("$4", ME, "$1")];
  const read = (...receipts: ReturnType<typeof receipt>[]) => {
    const room = worldWith({ ...timeline(events), ephemeral: { events: receipts } }).rooms[ROOM]!;
    const of = (root: string) => [...readersIn(room, room.timeline, root, ME)].filter(([, users]) => users.length).map(([id]) => id);
    return { outside: of(""), inside: of("$1") };
  };

  it("of the main timeline and of a thread hold there", () => {
    expect(read(receipt("$3", 1, LI, "main"))).toEqual({ outside: ["$1", "$3"], inside: ["$1", "$3"] });
    expect(read(receipt("$4", 1, LI, "$1"))).toEqual({ outside: [], inside: ["$2", "$4"] });
    expect(read(receipt("$4", 1, LI, "$other"))).toEqual({ outside: [], inside: [] });
  });

  it("without a thread hold everywhere, also behind a newer one that names one", () => {
    expect(read(receipt("$3", 1, LI))).toEqual({ outside: ["$1", "$3"], inside: ["$1", "$3", "$2"] });
    expect(read(receipt("$3", 1, LI), receipt("$1", 2, LI, "main")).outside).toEqual(["$1", "$3"]);
  });

  it("are given by what somebody says, in the same thread only", () => {
    const room = worldWith(timeline([...events, inThread("$5", LI, "$1")])).rooms[ROOM]!;
    expect(readersIn(room, room.timeline, "$1", ME).get("$4")).toEqual([LI]);
    expect(readersIn(room, room.timeline, "$1", ME).get("$3")).toEqual([]);
  });

  it("tell when somebody read there last", () => {
    const room = worldWith({ ephemeral: { events: [receipt("$3", 5, ME, "main"), receipt("$4", 9, ME, "$1"), receipt("$1", 7, ME)] } }).rooms[ROOM]!;
    expect([readAt(room, ME), readAt(room, ME, "$1"), readAt(room, ME, "$x"), readAt(room, LI)]).toEqual([7, 9, 7, 0]);
  });

  it("are kept for a bounded number of threads, those without one always", () => {
    const many = Array.from({ length: 150 }, (_, i) => receipt(`$e${i}`, i, LI, `$t${i}`));
    const kept = worldWith({ ephemeral: { events: [receipt("$0", 0, LI), ...many] } }).rooms[ROOM]!.threadReceipts!;
    expect(Object.keys(kept)).toHaveLength(100);
    expect([kept[""], kept.$t149, kept.$t0].map(Boolean)).toEqual([true, true, false]);
  });
});

describe("what is unread", () => {
  const counts = (n: number, h = 0) => ({ notification_count: n, highlight_count: h });

  it("is counted apart for threads, and together for the list", () => {
    const world = worldWith({ unread_notifications: counts(1), unread_thread_notifications: { $a: counts(2, 1), $b: counts(0) } });
    const room = world.rooms[ROOM]!;
    expect(room.threads).toEqual({ $a: { count: 2, highlights: 1 } });
    expect(unreadOf(room)).toEqual({ count: 3, highlights: 1 });
    const later = applySync(world, answer("s2", { unread_notifications: counts(1) }));
    expect(unreadOf(later.rooms[ROOM]!)).toEqual({ count: 1, highlights: 0 });
    expect(applySync(world, answer("s2", timeline([]))).rooms[ROOM]!.threads).toEqual(room.threads);
  });

  it("is the last of what others said, when a thread is opened", () => {
    const messages = fold([text("$1", LI, "a"), text("$2", LI, "b"), text("$3", ME, "c"), text("$4", LI, "d"), text("$5", LI, "new")], ME);
    const last = (newest: string, count: number, whole = false) => [...lastOfOthers(messages, newest, count, ME, whole)];
    expect(last("$4", 2)).toEqual(["$2", "$4"]);
    expect(last("$4", 0)).toEqual([]);
    expect(last("$unknown", 2)).toEqual([]);
    expect([last("$4", 9), last("$4", 9, true)]).toEqual([[], ["$1", "$2", "$4"]]);
  });
});
