// Image packs: what is read of them, what is offered where, and what becomes of them when they are changed.
import { describe, expect, it } from "vitest";
import { changedPack, codeOf, freeCode, withRoom } from "../src/store/pack_changes";
import { emoticonsFor, isEverywhere, OWN_PACK, PACK_ROOMS, packIn, packsFor, ROOM_PACK } from "../src/store/packs";
import { applySync } from "../src/store/reduce";
import { written } from "../src/store/written";
import { startedMention } from "../src/ui/conversation/Mentions";
import { stickerSize } from "../src/ui/media/Sticker";
import { event, ME, ROOM, timeline, worldWith } from "./made";

const images = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, { url: `mxc://x/${code}` }]));
const state = (key: string, content: Record<string, unknown>) => event(`$pack-${key}`, ME, content, { type: ROOM_PACK, state_key: key });
const data = (type: string, content: Record<string, unknown>) => ({ next_batch: "n", account_data: { events: [{ type, content }] } });
const OTHER = "!other:x";

describe("a pack", () => {
  it("is read whatever somebody wrote", () => {
    for (const content of [undefined, {}, { images: [] }, { images: 7, pack: "x" }, { images: { a: null, b: 1, c: { url: 3 }, d: { url: "https://x" } } }]) {
      expect(packIn(content, null)).toEqual({ place: null, name: "", images: [] });
    }
    const pack = packIn({ pack: { display_name: " Cats ", usage: ["sticker"] }, images: { a: { url: "mxc://x/a", body: "A cat", info: { w: 3 } }, b: { url: "mxc://x/b", usage: ["emoticon"] }, c: { url: "mxc://x/c", info: [], usage: ["sticker", "emoticon"] } } }, null);
    expect(pack.name).toBe("Cats");
    expect(pack.images).toEqual([
      { code: "a", url: "mxc://x/a", text: "A cat", info: { w: 3 }, use: "sticker" },
      { code: "b", url: "mxc://x/b", text: "b", use: "emoticon" },
      { code: "c", url: "mxc://x/c", text: "c", use: "sticker" },
    ]);
  });

  it("is offered: my own, the room's, and those that I use everywhere from rooms I am in", () => {
    let world = worldWith(timeline([state("", { images: images("here") }), state("second", { images: images("more") }), state("gone", {})]));
    world = applySync(world, { next_batch: "o", rooms: { join: { [OTHER]: timeline([state("", { images: images("plain") }), state("k", { images: images("far", "mine") })]) } } });
    world = applySync(world, data(OWN_PACK, { images: images("mine") }));
    world = applySync(world, data(PACK_ROOMS, { rooms: { [OTHER]: { k: {} }, [ROOM]: { "": {} }, "!left:x": { "": {} } } }));
    expect(packsFor(world, ROOM).map((pack) => pack.images.map(({ code }) => code))).toEqual([["mine"], ["here"], ["more"], ["far", "mine"]]);
    expect(isEverywhere(world, { roomId: OTHER, key: "k" })).toBe(true);
    expect(isEverywhere(world, { roomId: OTHER, key: "" })).toBe(false);
    expect(emoticonsFor(world, ROOM).get("mine")).toBe("mxc://x/mine");
    expect(packsFor(worldWith(), "!nowhere:x")).toEqual([]);
  });

  it("is known to be none after a first sync, and not known in a world from before", () => {
    expect(worldWith(timeline([])).packs).toEqual({});
    const old = { ...worldWith(timeline([])), packs: undefined };
    expect(applySync(old, { next_batch: "n" }).packs).toBeUndefined();
    expect(applySync(applySync(old, data(OWN_PACK, {})), { next_batch: "m" }).packs).toEqual({ [OWN_PACK]: {} });
  });
});

describe("a change", () => {
  it("keeps what it is not about, also what other clients wrote", () => {
    const content = { odd: 1, pack: { avatar_url: "mxc://x/face" }, images: { ...images("a", "b"), c: { url: "mxc://x/c", usage: ["sticker"], extra: true } } };
    const changed = changedPack(content, { name: "Cats", removed: ["a"], renamed: { c: "cat" }, added: [{ code: "b", url: "mxc://x/new", text: "b" }] });
    expect(changed).toEqual({
      odd: 1,
      pack: { avatar_url: "mxc://x/face", display_name: "Cats" },
      images: { b: { url: "mxc://x/b" }, cat: { url: "mxc://x/c", usage: ["sticker"], extra: true }, b2: { url: "mxc://x/new" } },
    });
    expect(changedPack(changed, {})).toEqual(changed);
    expect(changedPack({}, {})).toEqual({ images: {} });
  });

  it("may exchange two names", () => {
    expect(changedPack({ images: images("a", "b") }, { renamed: { a: "b", b: "a" } }).images).toEqual({ b: { url: "mxc://x/a" }, a: { url: "mxc://x/b" } });
  });

  it("of what is used everywhere is about one pack only", () => {
    const content = { rooms: { [ROOM]: { "": {}, k: { odd: 1 } } } };
    expect(withRoom(content, { roomId: ROOM, key: "k" }, false)).toEqual({ rooms: { [ROOM]: { "": {} } } });
    expect(withRoom(content, { roomId: ROOM, key: "k" }, true)).toEqual(content);
    expect(withRoom({}, { roomId: ROOM, key: "" }, true)).toEqual({ rooms: { [ROOM]: { "": {} } } });
    expect(withRoom({ rooms: { [ROOM]: { "": {} } } }, { roomId: ROOM, key: "" }, false)).toEqual({ rooms: {} });
  });
});

it("names are made of those of files, and each once", () => {
  expect(codeOf("猫 猫:1.final.png")).toBe("猫_猫_1.final");
  expect(codeOf(".png")).toBe("sticker");
  expect(freeCode("cat", (code) => ["cat", "cat2"].includes(code))).toBe("cat3");
});

describe("an emoticon", () => {
  const known = new Map([["cat", "mxc://x/cat"], ['o"<o', "mxc://x/odd"]]);
  it("is written as a picture where its name is known", () => {
    const cat = '<img data-mx-emoticon height="32" src="mxc://x/cat" alt=":cat:" title=":cat:">';
    expect(written("a :cat::cat: b", [], known).html).toBe(`a ${cat}${cat} b`);
    expect(written(':o"<o:', [], known).html).toBe('<img data-mx-emoticon height="32" src="mxc://x/odd" alt=":o&quot;&lt;o:" title=":o&quot;&lt;o:">');
    for (const text of ["at 10:30:00", ":dog:", ": cat:", "\\:cat:", "https://x/:cat:"]) expect(written(text, [], known).html ?? "", text).not.toMatch(/<img/);
  });

  it("is looked for while it is written", () => {
    expect(startedMention("hi :ca", 6)).toEqual({ sign: ":", at: 3, term: "ca" });
    expect(startedMention("@", 1)).toEqual({ sign: "@", at: 0, term: "" });
    expect(startedMention("hi @li", 6)).toEqual({ sign: "@", at: 3, term: "li" });
    for (const text of [":", "10:30", "x@y", ":a b"]) expect(startedMention(text, text.length)).toBeUndefined();
  });
});

it("a sticker has a size that fits, whatever is said of it", () => {
  expect(stickerSize(512, 256)).toEqual({ width: 168, height: 84 });
  expect(stickerSize(8, 8)).toEqual({ width: 168, height: 168 });
  for (const [w, h] of [[1, 1e9], [1e9, 1], ["512", null], [-1, 5], [NaN, 3], [Infinity, 1], [undefined, undefined]] as [unknown, unknown][]) {
    const { width, height } = stickerSize(w, h);
    expect(Math.min(width, height), String([w, h])).toBeGreaterThanOrEqual(24);
    expect(Math.max(width, height)).toBe(168);
  }
});
