// Spaces: what is in them and in which order, also in circles.
import { describe, expect, it } from "vitest";
import type { MatrixEvent } from "../src/api/types";
import { emptyRoom, type Room, type World } from "../src/store/model";
import { childrenOf, isSpace, roomsIn, spacesOf, unreadInSpace } from "../src/store/spaces";

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
