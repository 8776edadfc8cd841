// A long conversation in blocks: nothing is lost, and what was measured stays true when messages come before and after.
import { describe, expect, it } from "vitest";
import { between, cut, Heights } from "../src/ui/conversation/blocks";
import type { Message, Row } from "../src/store/timeline";

const said = (n: number, txn?: string): Row => ({
  kind: "message",
  key: `$${n}`,
  message: { id: `$${n}`, event: { unsigned: txn ? { transaction_id: txn } : {} } } as Message,
  first: true,
  last: true,
});
const day = (n: number): Row => ({ kind: "day", key: `day-${n}`, ts: n });
const span = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => said(from + i));

describe("cutting", () => {
  it("keeps every row, in order, in blocks that one can draw at once", () => {
    const rows = span(0, 1_000);
    const blocks = cut(rows);
    expect(blocks.flatMap((block) => block.rows)).toEqual(rows);
    expect(Math.max(...blocks.map((block) => block.rows.length))).toBe(16);
  });

  it("leaves the blocks there were as they are when older and newer rows come", () => {
    const before = cut(span(500, 900));
    const after = cut(span(123, 1_000), before);
    expect(after.flatMap((block) => block.rows)).toEqual(span(123, 1_000));
    const keys = new Map(after.map((block) => [block.key, block.rows.length]));
    for (const block of before.slice(0, -1)) expect(keys.get(block.key)).toBe(block.rows.length);
  });

  it("never begins with the line of a day, except at the very beginning, since that line moves", () => {
    const rows = span(0, 200).flatMap((row, i) => (i % 8 === 0 ? [day(i), row] : [row]));
    expect(cut(rows).slice(1).every((block) => block.rows[0]!.kind === "message")).toBe(true);
  });

  it("gives a message of mine the same block before and after it came back from the server", () => {
    const on = cut([...span(0, 16), said(16, "txn")]);
    expect(on.at(-1)!.key).toBe("txn");
  });
});

describe("what is near", () => {
  const rows = span(0, 160);
  const blocks = cut(rows);

  it("is found by what was measured, counted from the bottom", () => {
    const heights = new Heights();
    for (const block of blocks) heights.learn(block.key, 1_000);
    expect([...between(blocks, heights, 1_500, 2_500)].sort()).toEqual([blocks.at(-2)!.key, blocks.at(-3)!.key].sort());
  });

  it("takes what was never drawn to be as high as its rows usually are", () => {
    const near = between(blocks, new Heights(), 0, 1);
    expect([...near]).toEqual([blocks.at(-1)!.key]);
    expect(new Heights().of(blocks[0]!)).toBeGreaterThan(16 * 30);
  });

  it("covers all distances without a hole", () => {
    const heights = new Heights();
    blocks.forEach((block, i) => heights.learn(block.key, 300 + 97 * (i % 5)));
    const all = new Set<string>();
    for (let low = 0; low < 8_000; low += 250) for (const key of between(blocks, heights, low, low + 250)) all.add(key);
    expect(all.size).toBe(blocks.length);
  });
});
