// Folding and rows: edits, reactions, redactions, quotations, days, groups, the unread line, readers.
import { describe, expect, it } from "vitest";
import { fold, goneBy, OF_EDIT, plainBody, readers, rows, unreadSince, withoutNoise } from "../src/store/timeline";
import { event, LI, ME, member, ROOM, text, timeline, worldWith } from "./made";

const edit = (id: string, sender: string, target: string, body: string) =>
  event(id, sender, {
    msgtype: "m.text",
    body: `* ${body}`,
    "m.new_content": { msgtype: "m.text", body },
    "m.relates_to": { rel_type: "m.replace", event_id: target },
  });
const react = (id: string, sender: string, target: string, key: string) =>
  event(id, sender, { "m.relates_to": { rel_type: "m.annotation", event_id: target, key } }, { type: "m.reaction" });
const redact = (id: string, target: string) => event(id, LI, { redacts: target } as never, { type: "m.room.redaction" });
const bodies = (messages: ReturnType<typeof fold>) => messages.map((message) => message.content.body);

describe("fold", () => {
  it("shows the newest edit of the author, and of nobody else", () => {
    const messages = fold([text("$1", LI, "a"), edit("$2", LI, "$1", "b"), edit("$3", LI, "$1", "c"), edit("$4", ME, "$1", "forged")], ME);
    expect(bodies(messages)).toEqual(["c"]);
    expect(messages[0]!.edited).toBe(true);
  });

  it("falls back to the earlier text when an edit is redacted", () => {
    expect(bodies(fold([text("$1", LI, "a"), edit("$2", LI, "$1", "b"), redact("$3", "$2")], ME))).toEqual(["a"]);
  });

  it("uses the edit that the server bundled", () => {
    const bundled = text("$1", LI, "a", { unsigned: { "m.relations": { "m.replace": edit("$2", LI, "$1", "b") } } });
    expect(bodies(fold([bundled], ME))).toEqual(["b"]);
  });

  it("counts each person once per reaction and knows mine", () => {
    const [message] = fold([text("$1", LI, "a"), react("$2", LI, "$1", "👍"), react("$3", LI, "$1", "👍"), react("$4", ME, "$1", "👍")], ME);
    expect(message!.reactions).toEqual([{ key: "👍", senders: [LI, ME], mine: "$4" }]);
  });

  it("drops a reaction that was taken back, and every reaction of a deleted message", () => {
    expect(fold([text("$1", LI, "a"), react("$2", ME, "$1", "👍"), redact("$3", "$2")], ME)[0]!.reactions).toEqual([]);
    const [gone] = fold([text("$1", LI, "a"), react("$2", ME, "$1", "👍"), redact("$3", "$1")], ME);
    expect(gone).toMatchObject({ redacted: true, reactions: [] });
  });

  it("leaves out what nobody wants to read", () => {
    const powers = event("$p", LI, {}, { type: "m.room.power_levels", state_key: "" });
    const same = { membership: "join", displayname: "Li" };
    const picture = member(LI, "join", { content: same as never, unsigned: { prev_content: same } });
    expect(fold([powers, picture, event("$c", LI, {}, { type: "org.example.odd" })], ME)).toEqual([]);
  });
});

describe("rows", () => {
  const day = (ts: number) => new Date(ts).toISOString().slice(0, 10);
  const at = (hour: number, minute = 0) => ({ origin_server_ts: Date.UTC(2026, 10, 24, hour, minute) });

  it("groups what one person says within minutes, by days", () => {
    const messages = fold(
      [text("$1", LI, "a", at(4)), text("$2", LI, "b", at(4, 1)), text("$3", LI, "c", at(5)), text("$4", ME, "d", at(5)), text("$5", ME, "e", at(28))],
      ME,
    );
    const drawn = rows(messages, day).map((row) => (row.kind === "message" ? [row.message.id, row.first, row.last] : row.kind));
    expect(drawn).toEqual(["day", ["$1", true, false], ["$2", false, true], ["$3", true, true], ["$4", true, true], "day", ["$5", true, true]]);
  });

  it("draws one unread line, before the first unread message that is drawn", () => {
    const messages = fold([text("$1", LI, "a", at(4)), text("$2", LI, "b", at(4)), text("$3", LI, "c", at(4))], ME);
    const kinds = (...unread: string[]) => rows(messages, day, new Set(unread)).map((row) => row.kind);
    expect(kinds("$2", "$3")).toEqual(["day", "message", "unread", "message", "message"]);
    expect(kinds("$not-drawn", "$3")).toEqual(["day", "message", "message", "unread", "message"]);
    expect(kinds("$1", "$2", "$3")[1]).toBe("unread");
    expect(kinds("$not-drawn")).not.toContain("unread");
  });

  it("says several invitations of one person in one notice", () => {
    const invite = (user: string) => member(user, "invite", { sender: LI, ...at(4) });
    const drawn = rows(fold([invite("@a:x"), invite("@b:x"), member("@c:x", "join", at(4))], ME), day);
    expect(drawn.map((row) => (row.kind === "notice" ? row.messages.length : row.kind))).toEqual(["day", 2, 1]);
  });

  it("has unique keys", () => {
    const messages = fold([text("$1", LI, "a", at(4)), text("$2", LI, "b", at(28)), text("$3", LI, "c", at(52))], ME);
    const keys = rows(messages, day, new Set(["$2", "$3"])).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("does not tell how a one-to-one chat came about, but who left it", () => {
    const messages = fold([member(LI, "join"), text("$1", LI, "a"), member(LI, "leave")], ME);
    expect(withoutNoise(messages, true).map((message) => message.id)).toEqual(["$1", `$member-${LI}-leave`]);
    expect(withoutNoise(messages, false)).toHaveLength(3);
  });
});

describe("readers", () => {
  it("have read everything before their receipt or their own words", () => {
    const events = [text("$1", ME, "a"), text("$2", LI, "b"), text("$3", ME, "c"), text("$4", ME, "d")];
    const read = readers(events, [{ "@wu:x": { eventId: "$3" }, [ME]: { eventId: "$4" }, "@old:x": { eventId: "$unknown" } }], ME);
    expect(read.get("$1")!.sort()).toEqual([LI, "@wu:x"]);
    expect(read.get("$3")).toEqual(["@wu:x"]);
    expect(read.get("$4")).toEqual([]);
  });
});

it("a quotation that older clients put into the text is taken off", () => {
  expect(plainBody({ body: "> <@li:x> hi\n> more\n\nyes" }, true)).toBe("yes");
  expect(plainBody({ body: "> not a reply" }, false)).toBe("> not a reply");
  expect(plainBody({ body: 7 as never }, false)).toBe("");
});

describe("what was unread when a room was opened", () => {
  const events = [text("$1", LI, "a"), text("$2", ME, "b"), text("$3", LI, "c"), text("$4", LI, "d"), text("$5", LI, "e")];
  const after = (readUpTo: string, newest = "$5", whole = false, all = events) => [...unreadSince(all, newest, readUpTo, ME, whole)];

  it("begins behind what was read, or behind what one said oneself", () => {
    expect(after("$4")).toEqual(["$5"]);
    expect(after("$1")).toEqual(["$3", "$4", "$5"]);
    expect(after("$5")).toEqual([]);
  });

  it("does not grow with what comes later", () => {
    expect(after("$3", "$4")).toEqual(["$4"]);
  });

  it("is nothing while its begin is not loaded, and all if nothing is older", () => {
    expect(after("$0", "$5", false, events.slice(2))).toEqual([]);
    expect(after("$0", "$5", true, events.slice(2))).toEqual(["$3", "$4", "$5"]);
  });
});

describe("what was taken back", () => {
  const at = Date.UTC(2026, 10, 24, 4);
  const said = text("$1", LI, "secret", { origin_server_ts: at });
  const redaction = (sender: string, after: number, reason?: string) => event(`$r${sender}${after}${reason}`, sender, { redacts: "$1", reason } as never, { type: "m.room.redaction", origin_server_ts: at + after });
  const gone = (one: ReturnType<typeof event>) => fold([said, one], ME)[0]!;

  it("tells who did it, how soon, and why", () => {
    expect(goneBy(fold([said], ME)[0]!)).toBeUndefined();
    expect(goneBy(gone(redaction(LI, 120_000)))).toBe("recalled");
    expect(goneBy(gone(redaction(LI, 120_001)))).toBe("deleted");
    expect(goneBy(gone(redaction(ME, 5)))).toBe("removed");
    expect(gone(redaction(ME, 5, "spam")).because?.content.reason).toBe("spam");
    const served = { ...said, content: {}, unsigned: { redacted_because: redaction(LI, 10) } };
    expect(goneBy(fold([served], ME)[0]!)).toBe("recalled");
  });

  it("says nothing of what it was, not even of what it was edited to", () => {
    const all = fold([said, edit("$2", LI, "$1", "more secret"), redaction(LI, 10)], ME);
    expect(all[0]!.content).toEqual({});
    const room = worldWith(timeline([said, edit("$2", LI, "$1", "more secret")]), timeline([redaction(LI, 10)])).rooms[ROOM]!;
    expect(JSON.stringify(room.timeline)).not.toContain("secret");
    expect(fold(room.timeline, ME)).toHaveLength(1);
    const served = text("$2", LI, "", { content: {}, unsigned: { redacted_because: event("$x", LI, { [OF_EDIT]: true }) } });
    expect(fold([served], ME)).toEqual([]);
  });

  it("stands apart when it was recalled", () => {
    const around = [text("$0", LI, "a", { origin_server_ts: at }), said, text("$2", LI, "b", { origin_server_ts: at }), redaction(LI, 10)];
    expect(rows(fold(around, ME), () => "day").map((row) => (row.kind === "message" ? [row.first, row.last] : row.kind))).toEqual(["day", [true, true], [true, true], [true, true]]);
  });
});
