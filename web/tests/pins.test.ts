// Pinned messages: reading the state, what a change says, and two changes at the same time.
import { describe, expect, it } from "vitest";
import { bothChanges, changedPins, pinChange, pinsIn, PINNED, PINS_MAX } from "../src/store/pins";
import { fold, withoutNoise } from "../src/store/timeline";
import { event, LI, ME } from "./made";

const pinned = (now: unknown, before?: unknown) =>
  event("$s", LI, { pinned: now } as never, { type: PINNED, state_key: "", unsigned: before === undefined ? {} : { prev_content: { pinned: before } } });

describe("pins", () => {
  it("are read with care", () => {
    expect(pinsIn({ pinned: ["$1", 7, "$1", "$2"] })).toEqual(["$1", "$2"]);
    expect([pinsIn({ pinned: "$1" }), pinsIn({}), pinsIn(undefined)]).toEqual([[], [], []]);
  });

  it("tell what was pinned and what was let go", () => {
    expect(pinChange(pinned(["$1", "$2"], ["$1"]))).toEqual({ added: ["$2"], removed: [] });
    expect(pinChange(pinned([], ["$1"]))).toEqual({ added: [], removed: ["$1"] });
    expect(pinChange(pinned(["$1"]))).toEqual({ added: ["$1"], removed: [] });
  });

  it("are told in the timeline, also between two people, unless nothing changed", () => {
    const said = (one: ReturnType<typeof pinned>) => withoutNoise(fold([one], ME), true).length;
    expect([said(pinned(["$1"], [])), said(pinned(["$1"], ["$1"])), said(pinned("odd"))]).toEqual([1, 0, 0]);
  });

  it("change without losing the order, and are not endless", () => {
    expect(changedPins(["$1", "$2"], { added: ["$3"], removed: ["$1"] })).toEqual(["$2", "$3"]);
    expect(changedPins(["$1", "$2"], { added: ["$1"], removed: [] })).toEqual(["$1", "$2"]);
    const full = Array.from({ length: PINS_MAX }, (_, i) => `$${i}`);
    expect(changedPins(full, { added: ["$new"], removed: [] })).toEqual([...full.slice(1), "$new"]);
  });

  it("keep what somebody else did at the same time, and what is wanted where both are about one message", () => {
    const mine = { added: ["$a"], removed: [] };
    expect(changedPins(["$1", "$a"], bothChanges(mine, { added: ["$b"], removed: ["$1"] }))).toEqual(["$a", "$b"]);
    expect(bothChanges(mine, { added: [], removed: ["$a"] })).toEqual(mine);
    expect(bothChanges({ added: [], removed: ["$a"] }, { added: ["$a"], removed: ["$a"] })).toEqual({ added: [], removed: ["$a"] });
  });
});
