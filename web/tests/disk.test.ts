// The copy on disk: what was stored comes back, what is gone is gone, other people's is not touched.
import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import * as disk from "../src/store/disk";
import { emptyRoom, emptyWorld } from "../src/store/model";

it("a world comes back with its token, without rooms that are gone", async () => {
  const world = { ...emptyWorld("@me:x"), since: "s7", direct: { "@li:x": ["!a:x"] } };
  const rooms = [emptyRoom("!a:x", "join"), { ...emptyRoom("!b:x", "join"), typing: ["@li:x"] }];
  await disk.save(world, rooms, []);
  expect((await disk.load("@me:x")).world).toMatchObject({ since: "s7", direct: world.direct, rooms: { "!b:x": { typing: [] } } });
  await disk.save({ ...world, since: "s8" }, [], ["!b:x"]);
  const { world: later } = await disk.load("@me:x");
  expect(Object.keys(later!.rooms)).toEqual(["!a:x"]);
  expect(later!.since).toBe("s8");
});

it("keeps unsent messages in order and nothing that was sent", async () => {
  const item = { roomId: "!a:x", type: "m.room.message", content: {}, tries: 0 };
  await disk.saveOutbox("@me:x", [
    { ...item, txn: "z", createdAt: 1, status: "waiting" },
    { ...item, txn: "a", createdAt: 2, status: "failed" },
    { ...item, txn: "m", createdAt: 3, status: "sent" },
  ], []);
  expect((await disk.load("@me:x")).outbox.map((one) => one.txn)).toEqual(["z", "a"]);
});

it("leaves alone what another tab has waiting", async () => {
  const item = { roomId: "!a:x", type: "m.room.message", content: {}, tries: 0, createdAt: 1, status: "waiting" as const };
  await disk.saveOutbox("@tabs:x", [{ ...item, txn: "mine" }], []);
  await disk.saveOutbox("@tabs:x", [{ ...item, txn: "theirs" }], []); // as the other tab stores it, which does not know "mine"
  expect((await disk.load("@tabs:x")).outbox.map((one) => one.txn).sort()).toEqual(["mine", "theirs"]);
  await disk.saveOutbox("@tabs:x", [], ["theirs"]);
  expect((await disk.load("@tabs:x")).outbox.map((one) => one.txn)).toEqual(["mine"]);
});

it("is empty for somebody else, and after erasing", async () => {
  expect(await disk.load("@li:x")).toEqual({ world: null, outbox: [] });
  await disk.erase("@me:x");
  expect((await disk.load("@me:x")).world).toBeNull();
});
