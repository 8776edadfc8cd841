// Permissions of rooms: what a line needs, what it may be set to, whose role a change moved; and what is told of it.
import { describe, expect, it } from "vitest";
import { fold, withoutNoise } from "../src/store/timeline";
import { linesOf, mayMove, movedPeople, neededFor, withLevel, withPerson } from "../src/ui/manage/permissions";
import type { MatrixEvent } from "../src/api/types";

const line = (key: string, space = false) => linesOf(space).find((one) => one.key === key)!;

describe("a line of the permissions", () => {
  it("has the specification's level where nothing is said", () => {
    expect(neededFor({}, line("write"))).toBe(0);
    expect(neededFor({}, line("invite"))).toBe(0);
    expect(neededFor({}, line("ban"))).toBe(50);
    expect(neededFor({}, line("pin"))).toBe(50);
    expect(neededFor({}, line("mention"))).toBe(50);
    expect(neededFor({ state_default: 20 }, line("powers"))).toBe(20);
  });

  it("shows the highest of several types, and sets all of them", () => {
    const powers = { events: { "m.room.name": 100, "m.room.power_levels": 100 }, kick: 30 };
    expect(neededFor(powers, line("details"))).toBe(100);
    const next = withLevel(powers, line("details"), 0);
    expect(neededFor(next, line("details"))).toBe(0);
    expect(next.events!["m.room.power_levels"]).toBe(100);
    expect(next.kick).toBe(30);
  });

  it("reads back what was set, for every line", () => {
    for (const space of [false, true]) for (const one of linesOf(space)) expect(neededFor(withLevel({}, one, 75), one), one.key).toBe(75);
  });

  it("goes no higher than oneself, and is not taken from those above", () => {
    expect(mayMove(50, 50, 0)).toBe(true);
    expect(mayMove(50, 0, 100)).toBe(false);
    expect(mayMove(50, 100, 50)).toBe(false);
    expect(mayMove(Infinity, 100, 50)).toBe(true);
  });
});

describe("the level of a person", () => {
  it("is not named where all have it", () => {
    const powers = withPerson({ users: { "@a:x": 100 } }, "@b:x", 50);
    expect(powers.users).toEqual({ "@a:x": 100, "@b:x": 50 });
    expect(withPerson(powers, "@b:x", 0).users).toEqual({ "@a:x": 100 });
    expect(withPerson({ users_default: 10, users: {} }, "@b:x", 0).users).toEqual({ "@b:x": 0 });
  });

  it("is told for those whom a change moved", () => {
    expect(movedPeople({ users: { "@a:x": 100 } }, { users: { "@a:x": 100, "@b:x": 50 } })).toEqual([{ user: "@b:x", level: 50 }]);
    expect(movedPeople({ users: { "@b:x": 50 } }, { users: {} })).toEqual([{ user: "@b:x", level: 0 }]);
    expect(movedPeople({ users: {} }, { users: {}, users_default: 0 })).toEqual([]);
  });
});

describe("settings in the timeline", () => {
  const state = (id: string, type: string, content: object, ts: number, before?: object): MatrixEvent =>
    ({ event_id: id, type, state_key: "", sender: "@a:x", origin_server_ts: ts, content, unsigned: before ? { prev_content: before } : {} }) as MatrixEvent;
  const events = [
    state("$0", "m.room.create", {}, 0),
    state("$1", "m.room.join_rules", { join_rule: "invite" }, 5),
    state("$2", "m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" }, 5),
    state("$3", "m.room.join_rules", { join_rule: "public" }, 500, { join_rule: "invite" }),
    state("$4", "m.room.join_rules", { join_rule: "public" }, 600, { join_rule: "public" }),
    state("$5", "m.room.canonical_alias", { alias: "#tea:x" }, 5_000),
  ];
  const told = (direct: boolean) => withoutNoise(fold(events, "@b:x"), direct).map((one) => one.id);

  it("are told once they change, not as they were made, and not where nothing changed", () => {
    expect(told(false)).toEqual(["$0", "$3", "$5"]);
    expect(told(true)).toEqual(["$3", "$5"]);
  });
});
