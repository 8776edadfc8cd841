// Join rules that name spaces: which can be chosen, and what is written.
import { describe, expect, it } from "vitest";
import type { MatrixEvent } from "../src/api/types";
import { emptyRoom, type Room, type World } from "../src/store/model";
import { allowed, ruleContent, spacesFor } from "../src/ui/links/rules";

const state = (type: string, content: object, key = ""): MatrixEvent => ({ event_id: `$${type}${key}`, type, sender: "@a:x", state_key: key, origin_server_ts: 1, content: content as never });
const membership = (room_id: unknown) => ({ type: "m.room_membership", room_id });
const chat = (allow: unknown): Room => ({ ...emptyRoom("!tea", "join"), state: { "m.room.join_rules": state("m.room.join_rules", { join_rule: "restricted", allow }) } });
const space = (id: string, ...children: string[]): Room => ({
  ...emptyRoom(id, "join"),
  state: Object.fromEntries([["m.room.create", state("m.room.create", { type: "m.space" })], ...children.map((child) => [`m.space.child|${child}`, state("m.space.child", { via: ["x"] }, child)])]),
});
const world = (...rooms: Room[]): World => ({ me: "@a:x", direct: {}, rooms: Object.fromEntries(rooms.map((room) => [room.id, room])) });
const names = (room: Room) => room.id.slice(1);

describe("rules by space", () => {
  it("offer the spaces that hold the room first, then my others, then what is chosen already", () => {
    const room = chat([membership("!foreign"), membership("!b")]);
    const now = world(room, space("!a"), space("!b"), space("!z", "!tea"));
    expect(spacesFor(now, room, names)).toEqual([
      { id: "!z", name: "z" },
      { id: "!a", name: "a" },
      { id: "!b", name: "b" },
      { id: "!foreign", name: "!foreign" },
    ]);
    expect(spacesFor(world(space("!a", "!tea")), space("!a"), names)).toEqual([]); // a space is not let in by itself
  });

  it("are read from whatever stands there", () => {
    expect(allowed(chat([membership("!s"), membership(7), { type: "org.other", room_id: "!t" }, null, "no"]))).toEqual(["!s"]);
    expect(allowed(chat("no"))).toEqual([]);
    expect(allowed(emptyRoom("!tea", "join"))).toEqual([]);
  });

  it("keep conditions of other kinds, and name no spaces where none count", () => {
    const other = { type: "org.other", size: 3 };
    expect(ruleContent(chat([membership("!s"), other]), "knock_restricted", ["!t"])).toEqual({ join_rule: "knock_restricted", allow: [other, membership("!t")] });
    expect(ruleContent(chat([membership("!s")]), "public", ["!s"])).toEqual({ join_rule: "public" });
  });
});
