// The send queue: order, retries, refusals, echoes.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type Carrier, type Outgoing, type Verdict } from "../src/store/outbox";
import { ROOM, text, ME } from "./made";

class Refusal extends Error {
  constructor(readonly verdict: Verdict) {
    super(verdict.text);
  }
}
const passing = new Refusal({ transient: true, text: "no network" });
const final = new Refusal({ transient: false, text: "forbidden" });

let sent: string[];
let fail: Map<string, Error[]>;
let states: (readonly Outgoing[])[];

function make(more: Partial<Carrier> = {}): Outbox {
  const carrier: Carrier = {
    upload: async () => ({ url: "mxc://x/file" }),
    send: async (item) => {
      const error = fail.get(item.txn)?.shift();
      if (error) throw error;
      sent.push(item.txn);
      return `$${item.txn}`;
    },
    ...more,
  };
  return new Outbox(carrier, (items) => states.push(items), (error) => (error as Refusal).verdict);
}
const item = (txn: string, roomId = ROOM): Parameters<Outbox["add"]>[0] => ({ txn, roomId, type: "m.room.message", content: { body: txn }, createdAt: 1 });

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  fail = new Map();
  states = [];
});
afterEach(() => vi.useRealTimers());
const settleDown = () => vi.advanceTimersByTimeAsync(0);

describe("order", () => {
  it("is kept while the first one is tried again", async () => {
    const box = make();
    fail.set("a", [passing, passing]);
    box.add(item("a"));
    box.add(item("b"));
    await settleDown();
    expect(sent).toEqual([]);
    expect(box.all.map((one) => one.status)).toEqual(["waiting", "waiting"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(["a", "b"]);
  });

  it("of one room does not hold another", async () => {
    const box = make();
    fail.set("a", [passing]);
    box.add(item("a"));
    box.add(item("b", "!other:x"));
    await settleDown();
    expect(sent).toEqual(["b"]);
  });

  it("waits as long as the server asks, but not when the network comes back", async () => {
    const box = make();
    fail.set("a", [new Refusal({ transient: true, retryAfterMs: 50_000, text: "slow down" })]);
    box.add(item("a"));
    await vi.advanceTimersByTimeAsync(49_000);
    expect(sent).toEqual([]);
    box.wake();
    await settleDown();
    expect(sent).toEqual(["a"]);
  });
});

describe("a refusal", () => {
  it("stays and lets the others pass, until it is tried again or deleted", async () => {
    const box = make();
    fail.set("a", [final]);
    box.add(item("a"));
    box.add(item("b"));
    await settleDown();
    expect(sent).toEqual(["b"]);
    expect(box.all[0]).toMatchObject({ txn: "a", status: "failed", error: "forbidden" });
    box.retry("a");
    await settleDown();
    expect(sent).toEqual(["b", "a"]);
    fail.set("c", [final]);
    box.add(item("c"));
    await settleDown();
    box.remove("c");
    expect(box.all.some((one) => one.txn === "c")).toBe(false);
  });
});

describe("the echo", () => {
  it("removes the draft by transaction id, before or after the answer", async () => {
    let answer: (id: string) => void = () => undefined;
    const box = make({ send: () => new Promise((resolve) => (answer = resolve)) });
    box.add(item("a"));
    await settleDown();
    box.settle([text("$a", ME, "a", { unsigned: { transaction_id: "a" } })]);
    expect(box.all).toEqual([]);
    answer("$a");
    await settleDown();
    expect(box.all).toEqual([]);
  });

  it("removes it by event id where no transaction id comes", async () => {
    const box = make();
    box.add(item("a"));
    await settleDown();
    expect(box.all[0]).toMatchObject({ status: "sent", eventId: "$a" });
    box.settle([text("$a", ME, "a")]);
    expect(box.all).toEqual([]);
  });
});

describe("files", () => {
  it("are uploaded once, however often the message is sent", async () => {
    const upload = vi.fn(async () => ({ url: "mxc://x/file" }));
    const box = make({ upload });
    fail.set("a", [passing]);
    box.add({ ...item("a"), file: new Blob(["x"]) });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(upload).toHaveBeenCalledTimes(1);
    expect(box.all[0]!.content).toMatchObject({ url: "mxc://x/file" });
    expect(sent).toEqual(["a"]);
  });

  const slow = () => {
    const going = new Map<string, { arrive: () => void; fail: (error: Error) => void; signal: AbortSignal }>();
    const upload = (one: Outgoing, _: unknown, signal: AbortSignal) =>
      new Promise<{ url: string }>((resolve, reject) => {
        going.set(one.txn, { arrive: () => resolve({ url: `mxc://x/${one.txn}` }), fail: reject, signal });
        signal.addEventListener("abort", () => reject(passing));
      });
    return { box: make({ upload }), going };
  };
  const file = (txn: string) => ({ ...item(txn), file: new Blob(["x"]) });

  it("let texts pass while they go up, one after the other, in order", async () => {
    const { box, going } = slow();
    for (const one of [file("film"), item("a"), file("photo"), item("b")]) box.add(one);
    await settleDown();
    expect(sent).toEqual(["a", "b"]);
    expect([...going.keys()]).toEqual(["film"]);
    going.get("film")!.arrive();
    await settleDown();
    expect(sent).toEqual(["a", "b", "film"]);
    expect([...going.keys()]).toEqual(["film", "photo"]);
    expect(box.all.find((one) => one.txn === "photo")).toMatchObject({ status: "sending" });
  });

  it("that are there take their place before later texts that could not go out", async () => {
    const { box, going } = slow();
    fail.set("a", [passing]);
    box.add(file("film"));
    box.add(item("a"));
    await settleDown();
    going.get("film")!.arrive();
    await settleDown();
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(["film", "a"]);
  });

  it("whose upload fails are tried again without holding texts; refused ones stay until they are tried again", async () => {
    const { box, going } = slow();
    box.add(file("film"));
    await settleDown();
    going.get("film")!.fail(passing);
    box.add(item("a"));
    await settleDown();
    expect(sent).toEqual(["a"]);
    expect(box.all[0]).toMatchObject({ txn: "film", status: "waiting", error: "no network" });
    await vi.advanceTimersByTimeAsync(2_000);
    going.get("film")!.fail(final);
    await settleDown();
    expect(box.all[0]).toMatchObject({ txn: "film", status: "failed", error: "forbidden" });
    box.retry("film");
    await settleDown();
    going.get("film")!.arrive();
    await settleDown();
    expect(sent).toEqual(["a", "film"]);
  });

  it("hold what is said of them until they are sent, refused or taken back", async () => {
    const { box, going } = slow();
    box.add(file("film"));
    box.add(file("photo"));
    box.add({ ...item("of film"), after: ["film"] });
    box.add({ ...item("of photo"), after: ["photo"] });
    await settleDown();
    expect(sent).toEqual([]);
    going.get("film")!.fail(final);
    await settleDown();
    expect(sent).toEqual(["of film"]);
    box.remove("photo");
    await settleDown();
    expect(sent).toEqual(["of film", "of photo"]);
    box.restore([{ ...item("late"), after: ["never seen"], status: "waiting", tries: 0 }]);
    await settleDown();
    expect(sent).toContain("late");
  });

  it("that are taken back while they go up are broken off", async () => {
    const { box, going } = slow();
    box.add(file("film"));
    box.add(file("photo"));
    await settleDown();
    box.remove("film");
    await settleDown();
    expect(going.get("film")!.signal.aborted).toBe(true);
    going.get("photo")!.arrive();
    await settleDown();
    expect(sent).toEqual(["photo"]);
    expect(box.all.map((one) => one.txn)).toEqual(["photo"]);
  });

  it("that are taken back when they are up already are not sent", async () => {
    let arrived: (place: { url: string }) => void = () => undefined;
    const box = make({ upload: () => new Promise((resolve) => (arrived = resolve)) });
    box.add({ ...item("a"), file: new Blob(["x"]) });
    await settleDown();
    box.remove("a");
    arrived({ url: "mxc://x/file" });
    await settleDown();
    expect(sent).toEqual([]);
    expect(box.all).toEqual([]);
  });

  it("tell how far they are without being written to the disk at every step", async () => {
    let lasting = 0;
    const upload = async (_: Outgoing, tell: (fraction: number) => void) => {
      for (let i = 1; i <= 1000; i += 1) tell(i / 1000);
      return { url: "mxc://x/file" };
    };
    const carrier = { upload, send: async () => "$a" };
    const seen: number[] = [];
    const box = new Outbox(carrier, (items, lasts) => (lasts ? (lasting += 1) : seen.push(items[0]!.progress!)), () => final.verdict);
    box.add({ ...item("a"), file: new Blob(["x"]) });
    await settleDown();
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.length).toBeLessThanOrEqual(100);
    expect(lasting).toBeLessThan(6);
  });
});

it("what an earlier visit left is sent first", async () => {
  const box = make();
  box.restore([
    { ...item("old"), status: "sending", tries: 1 },
    { ...item("done"), status: "sent", tries: 1, eventId: "$done" },
  ] as Outgoing[]);
  box.add(item("new"));
  await settleDown();
  expect(sent).toEqual(["old", "new"]);
});
