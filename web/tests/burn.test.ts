// Burning messages: which timer a message was sent under, when it goes, and what is forgotten with it.
import { describe, expect, it } from "vitest";
import { BURN, burning, isBurnt, timerIn, timersAt } from "../src/store/burn";
import { emptyRoom, type Room } from "../src/store/model";
import { filesOf } from "../src/store/redactions";
import { applySync } from "../src/store/reduce";
import { fold, rows, withoutNoise } from "../src/store/timeline";
import { choicesWith, CHOICES, left } from "../src/ui/burn/left";
import { answer, event, LI, ME, member, ROOM, text, timeline, worldWith } from "./made";

const timer = (id: string, content: object, before?: object) =>
  event(id, LI, content as never, { type: BURN, state_key: "", unsigned: before ? { prev_content: before as never } : {} });
const READ = { after_ms: 30_000, from: "read" };
const SENT = { after_ms: 5_000, from: "sent" };
const burnt = (target: string) => event("$r", LI, { redacts: target, reason: "Burnt after reading", [BURN]: READ } as never, { type: "m.room.redaction" });
const spoken = () => true;

describe("timers", () => {
  it("are read as the server reads them", () => {
    expect(timerIn(READ)).toEqual({ afterMs: 30_000, from: "read" });
    expect(timerIn({ after_ms: 1 })).toEqual({ afterMs: 1, from: "read" });
    for (const wrong of [undefined, {}, { after_ms: 0 }, { after_ms: 1.5 }, { after_ms: "5" }, { after_ms: 1e15 }, { after_ms: 5, from: "never" }]) {
      expect(timerIn(wrong)).toBeNull();
    }
  });

  it("hold for what is sent after them, until the next one", () => {
    const events = [text("$1", ME, "a"), timer("$t", READ), text("$2", ME, "b"), timer("$u", {}, READ), text("$3", ME, "c")];
    const timers = timersAt(events, events[3]);
    expect([timers[0], timers[2]?.afterMs, timers[4]]).toEqual([null, 30_000, null]);
  });

  it("that were set before what is loaded hold for all of it", () => {
    expect(timersAt([text("$1", ME, "a")], timer("$t", SENT))[0]?.from).toBe("sent");
  });
});

describe("burning", () => {
  const room = (events: Room["timeline"], receipts: Room["receipts"], more: Partial<Room> = {}): Room => {
    const people = { [ME]: { userId: ME, membership: "join" as const }, [LI]: { userId: LI, membership: "join" as const } };
    return { ...emptyRoom(ROOM, "join"), state: { [BURN]: timer("$t", READ) }, members: people, joined: 2, timeline: events, receipts, ...more };
  };

  it("begins when everybody else has read, and that is not put off by what is read later", () => {
    const events = [text("$1", ME, "a"), text("$2", ME, "b")];
    const seen = new Map<string, number>();
    expect(burning(room(events, {}), seen, spoken).get("$1")).toEqual({ afterMs: 30_000, from: "read" });
    expect(burning(room(events, { [LI]: { eventId: "$1", ts: 100 } }), seen, spoken).get("$1")?.due).toBe(30_100);
    const later = burning(room(events, { [LI]: { eventId: "$2", ts: 900 } }), seen, spoken);
    expect([later.get("$1")?.due, later.get("$2")?.due]).toEqual([30_100, 30_900]);
  });

  it("does not begin while somebody is not known, or nobody else is there", () => {
    const events = [text("$1", ME, "a")];
    const read = { [LI]: { eventId: "$1", ts: 100 } };
    expect(burning(room(events, read, { joined: 3 }), new Map(), spoken).get("$1")?.due).toBeUndefined();
    expect(burning(room(events, read, { members: {}, joined: 0 }), new Map(), spoken).get("$1")?.due).toBeUndefined();
  });

  it("begins at once when the timer says so", () => {
    const one = text("$1", ME, "a");
    expect(burning(room([one], {}, { state: { [BURN]: timer("$t", SENT) } }), new Map(), spoken).get("$1")?.due).toBe(one.origin_server_ts + 5_000);
  });
});

describe("what is burnt", () => {
  it("says nothing any more, and several are one line", () => {
    let world = worldWith(timeline([member(LI, "join"), text("$1", LI, "secret"), text("$2", LI, "stays")]));
    world = applySync(world, answer("s9", timeline([burnt("$1")])));
    const events = world.rooms[ROOM]!.timeline;
    expect(JSON.stringify(events)).not.toContain("secret");
    expect(isBurnt(events.find((one) => one.event_id === "$1")!)).toBe(true);
    const shown = rows(withoutNoise(fold(events, ME), true), () => "today");
    expect(shown.map((row) => row.kind)).toEqual(["day", "notice", "message"]);
  });

  it("takes its files along", () => {
    const info = { thumbnail_url: "mxc://x/small" };
    expect(filesOf({ url: "mxc://x/whole", info })).toEqual(["mxc://x/whole", "mxc://x/small"]);
    expect(filesOf({ body: "no file" })).toEqual([]);
  });
});

describe("the time left", () => {
  it("is said in the largest unit that fits, never as nothing", () => {
    expect([-5, 0, 1, 1_001, 61_000, 3_600_001, 90_000_000].map((ms) => left(ms).ms)).toEqual([1_000, 1_000, 1_000, 2_000, 120_000, 7_200_000, 172_800_000]);
  });

  it("can be chosen, also where another app has set another", () => {
    expect(choicesWith(undefined)).toEqual([...CHOICES]);
    expect(choicesWith(30_000)).toEqual([...CHOICES]);
    expect(choicesWith(42_000)).toContain(42_000);
  });
});
