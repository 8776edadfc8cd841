// Polls: read in every form they are sent in, counted as MSC3381 says, whatever order the votes come in.
import { describe, expect, it } from "vitest";
import type { MatrixEvent } from "../src/api/types";
import { endOf, pollIn, responseOf, startOf, tally, winners, type Poll } from "../src/store/polls";
import { event, LI, ME } from "./made";

const POLL: Poll = { question: "Lunch?", answers: [{ id: "a", text: "noodles" }, { id: "b", text: "rice" }, { id: "c", text: "soup" }], open: true, max: 1 };
const TWO = { ...POLL, max: 2 };
const START = event("$poll", LI, startOf(POLL).content, { type: startOf(POLL).type });
const WU = "@wu:x";

const vote = (id: string, sender: string, answers: unknown, ts: number, more: Partial<MatrixEvent> = {}) =>
  event(id, sender, { ...responseOf("$poll", []).content, "org.matrix.msc3381.poll.response": { answers } } as never, { type: responseOf("$poll", []).type, origin_server_ts: ts, ...more });
const end = (id: string, sender: string, ts: number) => event(id, sender, endOf("$poll", "over").content, { type: endOf("$poll", "").type, origin_server_ts: ts });
const count = (events: MatrixEvent[], poll = POLL, mayEnd: (user: string) => boolean = () => false) => {
  const { votes, ...rest } = tally(START, poll, events, ME, mayEnd);
  return { ...Object.fromEntries(votes), ...rest };
};

describe("pollIn", () => {
  it("reads what it writes", () => expect(pollIn(startOf(TWO).content)).toEqual(TWO));

  it("reads the later forms", () => {
    const text = (body: string) => ({ "m.text": [{ mimetype: "text/html", body: `<b>${body}</b>` }, { body }] });
    const answers = POLL.answers.map((answer) => ({ "m.id": answer.id, ...text(answer.text) }));
    expect(pollIn({ "m.poll": { question: text("Lunch?"), kind: "m.disclosed", answers } })).toEqual(POLL);
    const older = POLL.answers.map((answer) => ({ id: answer.id, "m.text": answer.text }));
    expect(pollIn({ "m.poll.start": { question: { "m.text": "Lunch?" }, kind: "m.poll.disclosed", answers: older } })).toEqual(POLL);
  });

  it("takes 20 answers at most, each once, and an odd kind for a hidden one", () => {
    const answers = Array.from({ length: 30 }, (_, i) => ({ id: `${i % 25}`, "m.text": `${i}` }));
    const read = pollIn({ "m.poll": { question: { "m.text": "?" }, kind: "org.example.odd", max_selections: 99, answers } })!;
    expect([read.answers.length, read.open, read.max]).toEqual([20, false, 20]);
    expect(pollIn({ "m.poll": { question: { "m.text": "?" }, max_selections: 0.5, answers } })!.max).toBe(1);
  });

  it("is nothing where it makes no sense", () => {
    for (const content of [{}, { "m.poll": 7 }, { "m.poll": { question: {}, answers: [] } }, { "m.poll": { question: { "m.text": "?" }, answers: [{ id: 1 }, null, "x", { id: "a" }] } }, { "m.poll": [] }]) {
      expect(pollIn(content)).toBeUndefined();
    }
  });
});

describe("tally", () => {
  it("counts the newest vote of each person", () => {
    expect(count([vote("$1", ME, ["a"], 10), vote("$2", WU, ["a"], 11), vote("$3", ME, ["b"], 12)])).toEqual({ a: [WU], b: [ME], c: [], voters: 2, mine: ["b"], shut: 0 });
    expect(count([vote("$3", ME, ["b"], 12), vote("$1", ME, ["a"], 10)]).mine).toEqual(["b"]);
  });

  it("takes no more answers than one may choose, each once", () => {
    expect(count([vote("$1", ME, ["b", "a"], 10)]).mine).toEqual(["b"]);
    expect(count([vote("$1", ME, ["b", "b", "a"], 10)], TWO).mine).toEqual(["b"]);
    expect(count([vote("$1", ME, ["b", "a", "c"], 10)], TWO).mine).toEqual(["b", "a"]);
  });

  it("lets a spoilt or empty vote take the one before it away", () => {
    for (const spoilt of [["x"], ["a", "x"], "a", [7], undefined, []]) {
      expect(count([vote("$1", ME, ["a"], 10), vote("$2", ME, spoilt, 11)])).toMatchObject({ a: [], voters: 0, mine: [] });
    }
  });

  it("goes back to the vote before one that was redacted", () => {
    const redaction = event("$r", ME, { redacts: "$2" } as never, { type: "m.room.redaction" });
    expect(count([vote("$1", ME, ["a"], 10), vote("$2", ME, ["b"], 11), redaction]).mine).toEqual(["a"]);
  });

  it("ends by its author or whoever may, at the first such time, and takes no vote after it", () => {
    const votes = [vote("$1", ME, ["a"], 10), vote("$2", ME, ["b"], 21), vote("$3", WU, ["b"], 20)];
    expect(count([...votes, end("$e", LI, 20), end("$f", LI, 30)])).toMatchObject({ a: [ME], b: [WU], endedTs: 20 });
    expect(count([...votes, end("$e", WU, 20)]).endedTs).toBeUndefined();
    expect(count([...votes, end("$e", WU, 20)], POLL, (user) => user === WU).endedTs).toBe(20);
  });

  it("takes what is on its way as the newest, whatever the clock says", () => {
    const { mine } = tally(START, POLL, [vote("~w", ME, ["b"], 5), vote("$1", ME, ["a"], 10)], ME, () => false, new Set(["~w"]));
    expect(mine).toEqual(["b"]);
  });

  it("tells of votes that are still shut, and minds no other poll", () => {
    const relation = { "m.relates_to": { rel_type: "m.reference", event_id: "$poll" }, ciphertext: "x" };
    const other = vote("$2", WU, ["a"], 10, { content: responseOf("$other", ["a"]).content });
    const shut = event("$1", WU, relation, { type: "m.room.encrypted" });
    expect(count([shut, shut, other])).toMatchObject({ a: [], shut: 1, voters: 0 });
  });

  it("comes to the same in every order", () => {
    const events = [vote("$1", ME, ["a"], 10), vote("$2", ME, ["b"], 12), vote("$3", WU, ["a", "c"], 11), vote("$4", WU, ["x"], 14), end("$e", LI, 13), vote("$5", LI, ["c"], 13)];
    const expected = JSON.stringify(Object.entries(count(events, TWO)).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]));
    let seed = 5;
    const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    for (let round = 0; round < 200; round += 1) {
      const mixed = [...events, ...events.slice(next(6))];
      for (let i = mixed.length - 1; i > 0; i -= 1) {
        const j = next(i + 1);
        [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
      }
      expect(JSON.stringify(Object.entries(count(mixed, TWO)).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]))).toBe(expected);
    }
  });

  it("knows who won", () => {
    const won = (...events: MatrixEvent[]) => winners(POLL, tally(START, POLL, events, ME, () => false)).map((answer) => answer.id);
    expect(won()).toEqual([]);
    expect(won(vote("$1", ME, ["a"], 10), vote("$2", WU, ["b"], 11))).toEqual(["a", "b"]);
    expect(won(vote("$1", ME, ["c"], 10), vote("$2", WU, ["c"], 11), vote("$3", LI, ["a"], 12))).toEqual(["c"]);
  });
});
