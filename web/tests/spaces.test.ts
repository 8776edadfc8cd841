// Spaces: what is in them and in which order, also in circles.
import { describe, expect, it } from "vitest";
import type { MatrixEvent } from "../src/api/types";
import { emptyRoom, type Room, type World } from "../src/store/model";
import { childrenOf, isSpace, moved, roomsIn, spacesOf, unreadInSpace } from "../src/store/spaces";

const state = (type: string, content: object, key = "", ts = 1): MatrixEvent => ({ event_id: `$${type}${key}`, type, sender: "@a:x", state_key: key, origin_server_ts: ts, content: content as never });

function space(id: string, children: [string, object, number?][]): Room {
  const kept: Room["state"] = { "m.room.create": state("m.room.create", { type: "m.space" }) };
  for (const [child, content, ts] of children) kept[`m.space.child|${child}`] = state("m.space.child", content, child, ts);
  return { ...emptyRoom(id, "join"), state: kept };
}
const via = { via: ["x"] };
const chat = (id: string, unread = 0): Room => ({ ...emptyRoom(id, "join"), unread });
const world = (...rooms: Room[]): World => ({ me: "@a:x", direct: {}, rooms: Object.fromEntries(rooms.map((room) => [room.id, room])) });

describe("spaces", () => {
  it("put rooms with a place first, then by age, and leave out what was taken out", () => {
    const room = space("!s", [["!old", via, 1], ["!new", via, 9], ["!b", { ...via, order: "b" }], ["!a", { ...via, order: "a", suggested: true }], ["!gone", {}], ["!odd", { ...via, order: "\n" }, 5]]);
    expect(childrenOf(room).map((child) => child.id)).toEqual(["!a", "!b", "!old", "!odd", "!new"]);
    expect(childrenOf(room)[0]!.suggested).toBe(true);
  });

  it("hold what is in the spaces in them, and circles end", () => {
    const now = world(space("!s", [["!t", via], ["!one", via]]), space("!t", [["!s", via], ["!two", via], ["!unknown", via]]), chat("!one", 2), chat("!two", 3), chat("!else", 9));
    expect([...roomsIn(now, "!s")].sort()).toEqual(["!one", "!s", "!t", "!two", "!unknown"]);
    expect(unreadInSpace(now, "!s")).toBe(5);
    expect(spacesOf(now).map((room) => room.id)).toEqual(["!s", "!t"]);
    expect(isSpace(now.rooms["!one"])).toBe(false);
    expect(roomsIn(now, "!nowhere").size).toBe(0);
  });
});

describe("moving a child of a space", () => {
  const children = (room: Room) => childrenOf(room).map((child) => child.id);
  const applied = (room: Room, id: string, step: -1 | 1): Room => {
    const changes = moved(childrenOf(room), id, step);
    const state_ = { ...room.state };
    for (const { id, ...content } of changes) state_[`m.space.child|${id}`] = state("m.space.child", { via: ["x"], ...content }, id);
    return { ...room, state: state_ };
  };
  const three = space("!s:x", [["!a:x", { via: ["x"] }, 1], ["!b:x", { via: ["x"], suggested: true }, 2], ["!c:x", { via: ["x"] }, 3]]);

  it("gives all a place the first time, and exchanges two from then on", () => {
    expect(moved(childrenOf(three), "!c:x", -1)).toHaveLength(3);
    const once = applied(three, "!c:x", -1);
    expect(children(once)).toEqual(["!a:x", "!c:x", "!b:x"]);
    expect(childrenOf(once).at(-1)!.suggested).toBe(true);
    expect(moved(childrenOf(once), "!c:x", -1)).toHaveLength(2);
    expect(children(applied(once, "!c:x", -1))).toEqual(["!c:x", "!a:x", "!b:x"]);
  });

  it("does nothing over the ends or for what is not in it", () => {
    expect(moved(childrenOf(three), "!a:x", -1)).toEqual([]);
    expect(moved(childrenOf(three), "!c:x", 1)).toEqual([]);
    expect(moved(childrenOf(three), "!z:x", 1)).toEqual([]);
  });
});
