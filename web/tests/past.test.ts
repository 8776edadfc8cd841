// A stretch of the past that meets the present, and excerpts with marks.
import { describe, expect, it } from "vitest";
import { joined, roomInPast, type Past } from "../src/store/past";
import { fold } from "../src/store/timeline";
import { trimTimeline } from "../src/store/reduce";
import { excerpt } from "../src/ui/search/excerpt";
import { event, LI, ME, ROOM, text, timeline, worldWith } from "./made";

const one = (id: string) => text(id, LI, `said ${id}`);
const room = worldWith(timeline([one("$7"), one("$8"), one("$9")], { prev_batch: "t7", limited: true })).rooms[ROOM]!;
const stretch = (...ids: string[]): Past => ({ roomId: ROOM, target: ids[0]!, timeline: ids.map(one), chunks: [{ first: ids[0]!, token: "t1" }], newer: "n" });

describe("a stretch of the past", () => {
  it("stays apart while something is missing between", () => {
    expect(joined(room, stretch("$2", "$3"))).toBeUndefined();
  });

  it("is put before the timeline that it meets, each event once, and paging goes on before it", () => {
    const whole = joined(room, stretch("$5", "$6", "$7", "$8"))!;
    expect(whole.timeline.map((event) => event.event_id)).toEqual(["$5", "$6", "$7", "$8", "$9"]);
    expect(whole.chunks).toEqual([{ first: "$5", token: "t1" }, { first: "$7", token: "t7" }]);
    expect(trimTimeline(whole, 3).timeline).toEqual(room.timeline);
  });

  it("changes nothing where it is all known", () => {
    expect(joined(room, stretch("$8", "$9"))).toEqual(room);
  });

  it("is drawn with what was done to it since", () => {
    const edit = event("$10", LI, { msgtype: "m.text", body: "* new", "m.new_content": { msgtype: "m.text", body: "new" }, "m.relates_to": { rel_type: "m.replace", event_id: "$2" } });
    const gone = event("$11", LI, { redacts: "$3" }, { type: "m.room.redaction" });
    const later = { ...room, timeline: [...room.timeline, edit, gone] };
    const drawn = fold(roomInPast(later, stretch("$2", "$3")).timeline, ME);
    expect(drawn.map(({ id, content, redacted }) => [id, redacted || content.body])).toEqual([["$2", "new"], ["$3", true]]);
  });
});

describe("an excerpt", () => {
  const said = (body: string, ...words: string[]) => excerpt(body, words).map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

  it("marks every word as it stands, the longest first", () => {
    expect(said("Tea, teapot and TEA", "tea", "teapot")).toBe("[Tea], [teapot] and [TEA]");
    expect(said("西湖边喝龙井茶", "龙井")).toBe("西湖边喝[龙井]茶");
    expect(said("a.b (c)", "(c)", ".")).toBe("a[.]b [(c)]");
  });

  it("begins shortly before the first mark and ends in time", () => {
    expect(said(`${"word ".repeat(40)}here ${"more ".repeat(60)}`, "here")).toMatch(/^…(word )+\[here\] (more )+.*…$/);
    expect(said("x".repeat(100) + "needle", "needle")).toBe(`…${"x".repeat(24)}[needle]`);
  });

  it("loses nothing of a short text", () => {
    expect(said("a  b\nc")).toBe("a b c");
    expect(said("")).toBe("");
  });
});
