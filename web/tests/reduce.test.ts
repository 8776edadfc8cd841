// The sync reducer: gaps, repeats, redactions, receipts, invitations, pages.
import { describe, expect, it } from "vitest";
import { emptyWorld, reachesStart } from "../src/store/model";
import { applySync, prependPage, trimTimeline } from "../src/store/reduce";
import { answer, LI, ME, member, ROOM, event, text, timeline, worldWith } from "./made";

const ids = (world: ReturnType<typeof worldWith>) => world.rooms[ROOM]!.timeline.map((one) => one.event_id);

describe("timeline", () => {
  it("appends what is new and keeps the token", () => {
    const world = worldWith(timeline([text("$1", LI, "a")]), timeline([text("$2", LI, "b")]));
    expect(ids(world)).toEqual(["$1", "$2"]);
    expect(world.since).toBe("s1");
  });

  it("shows an event once, however often it is answered", () => {
    const one = text("$1", LI, "a");
    const world = worldWith(timeline([one]), timeline([one, text("$2", LI, "b")]));
    expect(ids(world)).toEqual(["$1", "$2"]);
  });

  it("starts again after a gap, and looks back from behind it", () => {
    const world = worldWith(timeline([text("$1", LI, "a")]), timeline([text("$9", LI, "z")], { limited: true, prev_batch: "gap" }));
    expect(ids(world)).toEqual(["$9"]);
    expect(world.rooms[ROOM]!.chunks).toEqual([{ first: "$9", token: "gap" }]);
  });

  it("has no gap where a limited answer overlaps with what is here", () => {
    const one = text("$1", LI, "a");
    const world = worldWith(timeline([one]), timeline([one, text("$2", LI, "b")], { limited: true, prev_batch: "x" }));
    expect(ids(world)).toEqual(["$1", "$2"]);
  });

  it("leaves other rooms the very same values", () => {
    const world = worldWith(timeline([text("$1", LI, "a")]));
    const next = applySync(world, { next_batch: "s9", rooms: { join: { "!other:x": timeline([]) } } });
    expect(next.rooms[ROOM]).toBe(world.rooms[ROOM]);
    expect(applySync(world, { next_batch: "s9" }).rooms).toBe(world.rooms);
  });

  it("takes the content out of what is redacted, in both spellings", () => {
    const world = worldWith(
      timeline([text("$1", LI, "secret"), text("$2", LI, "other")]),
      timeline([
        event("$r1", LI, { redacts: "$1" } as never, { type: "m.room.redaction" }),
        event("$r2", LI, {}, { type: "m.room.redaction", redacts: "$2" }),
      ]),
    );
    expect(world.rooms[ROOM]!.timeline.slice(0, 2).map((one) => one.content)).toEqual([{}, {}]);
    expect(JSON.stringify(world)).not.toContain("secret");
  });
});

describe("pages", () => {
  const world = worldWith(timeline([text("$5", LI, "e")], { prev_batch: "p5" }));

  it("come before what is here, oldest first, and carry the next token", () => {
    const room = prependPage(world.rooms[ROOM]!, { chunk: [text("$4", LI, "d"), text("$3", LI, "c")], end: "p3" });
    expect(room.timeline.map((one) => one.event_id)).toEqual(["$3", "$4", "$5"]);
    expect(room.chunks[0]).toEqual({ first: "$3", token: "p3" });
    expect(reachesStart(room)).toBe(false);
  });

  it("without an end reach the start", () => {
    expect(reachesStart(prependPage(world.rooms[ROOM]!, { chunk: [text("$4", LI, "d")] }))).toBe(true);
    expect(reachesStart(prependPage(world.rooms[ROOM]!, { chunk: [] }))).toBe(true);
  });

  it("do not overwrite what is known of people by what was true then", () => {
    const known = worldWith({ state: { events: [member(LI, "join", { content: { membership: "join", displayname: "Li now" } as never })] } });
    const then = member(LI, "join", { content: { membership: "join", displayname: "Li then" } as never });
    expect(prependPage(known.rooms[ROOM]!, { chunk: [], state: [then] }).members[LI]!.name).toBe("Li now");
  });

  it("are forgotten whole, so that the token fits what is left", () => {
    const long = prependPage(world.rooms[ROOM]!, { chunk: [text("$4", LI, "d"), text("$3", LI, "c")], end: "p3" });
    expect(trimTimeline(long, 1)).toMatchObject({ chunks: [{ first: "$5", token: "p5" }] });
    expect(trimTimeline(long, 2)).toBe(long);
  });
});

describe("what surrounds the timeline", () => {
  it("counts, names and typing follow the answer", () => {
    const world = worldWith({
      summary: { "m.heroes": [LI], "m.joined_member_count": 2 },
      unread_notifications: { notification_count: 3, highlight_count: 1 },
      ephemeral: { events: [{ type: "m.typing", content: { user_ids: [LI, ME] } }] },
    });
    expect(world.rooms[ROOM]).toMatchObject({ heroes: [LI], joined: 2, unread: 3, highlights: 1, typing: [LI] });
    const later = applySync(world, answer("s2", timeline([text("$1", LI, "a")])));
    expect(later.rooms[ROOM]).toMatchObject({ unread: 3, joined: 2 });
  });

  it("a receipt moves forward only, and receipts of threads are not the main one", () => {
    const receipt = (id: string, ts: number, thread_id?: string) => ({ type: "m.receipt", content: { [id]: { "m.read": { [LI]: { ts, thread_id } } } } });
    const world = worldWith({ ephemeral: { events: [receipt("$2", 20), receipt("$1", 10), receipt("$9", 30, "$thread")] } });
    expect(world.rooms[ROOM]!.receipts[LI]!.eventId).toBe("$2");
  });

  it("an invitation knows who asks, joining replaces it, leaving removes it", () => {
    const invite_state = { events: [{ type: "m.room.member", state_key: ME, sender: LI, content: { membership: "invite", is_direct: true } }] };
    const invited = applySync(emptyWorld(ME), { next_batch: "s1", rooms: { invite: { [ROOM]: { invite_state } } } });
    expect(invited.rooms[ROOM]).toMatchObject({ membership: "invite", inviter: LI, inviteIsDirect: true });
    const joined = applySync(invited, answer("s2", timeline([member(ME, "join")])));
    expect(joined.rooms[ROOM]!.membership).toBe("join");
    expect(applySync(joined, { next_batch: "s3", rooms: { leave: { [ROOM]: {} } } }).rooms).toEqual({});
  });

  it("m.direct is read with care", () => {
    const events = [{ type: "m.direct", content: { [LI]: [ROOM, 7], "@odd:x": "no list" } }];
    expect(applySync(emptyWorld(ME), { next_batch: "s1", account_data: { events } }).direct).toEqual({ [LI]: [ROOM] });
  });
});

it("keeps the members as they are when lazy loading tells them again", () => {
  const first = worldWith({ state: { events: [member(LI, "join")] }, ...timeline([text("$1", LI, "a")]) });
  const next = applySync(first, answer("s9", { state: { events: [member(LI, "join")] }, ...timeline([text("$2", LI, "b")]) }));
  expect(next.rooms[ROOM]!.members).toBe(first.rooms[ROOM]!.members);
});
