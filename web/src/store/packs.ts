// Image packs (MSC2545): pictures that are sent as stickers or stand in a text as emoticons. A person has one pack, rooms have theirs, and
// those of some rooms she uses everywhere. Pure.
import type { ImageInfo, Json } from "../api/types";
import { stateContent, type Room, type World } from "./model";

/** Account data: my own pack; and the packs of rooms that I use everywhere, by room and state key. */
export const OWN_PACK = "im.ponies.user_emotes";
export const PACK_ROOMS = "im.ponies.emote_rooms";
/** State: a pack of a room, one for each state key. */
export const ROOM_PACK = "im.ponies.room_emotes";
/** Where this browser keeps what was sent last. */
export const RECENT_STICKERS = "laiwang.stickers";

export type Use = "sticker" | "emoticon";

export interface PackImage {
  /** Its name within the pack, written ":code:" in texts. */
  code: string;
  url: string;
  text: string;
  info?: ImageInfo;
  use?: Use;
}

/** Where a pack is; null for my own one. */
export type PackPlace = { roomId: string; key: string } | null;

export interface Pack {
  place: PackPlace;
  name: string;
  images: PackImage[];
}

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const objectIn = (value: unknown): Json => (isObject(value) ? value : {});
const textIn = (value: unknown): string => (typeof value === "string" ? value : "");
/** The one use that is named; none if there are both, or nothing is said. */
const useIn = (value: unknown): Use | undefined => {
  const uses = Array.isArray(value) ? (["sticker", "emoticon"] as const).filter((use) => value.includes(use)) : [];
  return uses.length === 1 ? uses[0] : undefined;
};

export function packIn(content: Json | undefined, place: PackPlace): Pack {
  const about = objectIn(content?.pack);
  const images = Object.entries(objectIn(content?.images)).flatMap(([code, image]) => {
    if (!isObject(image) || !textIn(image.url).startsWith("mxc://")) return [];
    const info = isObject(image.info) ? { info: image.info as ImageInfo } : {};
    return [{ code, url: textIn(image.url), text: textIn(image.body) || code, ...info, use: useIn(image.usage) ?? useIn(about.usage) }];
  });
  return { place, name: textIn(about.display_name).trim(), images };
}

/** The packs of a room, the one without a state key first. */
export function packsOf(room: Room | undefined): Pack[] {
  const keys = Object.keys(room?.state ?? {}).filter((one) => one === ROOM_PACK || one.startsWith(`${ROOM_PACK}|`)).sort();
  return keys.map((one) => one.slice(ROOM_PACK.length + 1)).map((key) => packIn(stateContent(room!, ROOM_PACK, key), { roomId: room!.id, key }));
}

/** Whether a room's pack is used everywhere. */
export const isEverywhere = (world: World, { roomId, key }: { roomId: string; key: string }): boolean => key in objectIn(objectIn(world.packs?.[PACK_ROOMS]?.rooms)[roomId]);

/** What can be sent in a room: my own, the room's, those that I use everywhere. Empty packs are left out. */
export function packsFor(world: World, roomId: string): Pack[] {
  const elsewhere = Object.keys(objectIn(world.packs?.[PACK_ROOMS]?.rooms)).filter((id) => id !== roomId && world.rooms[id]?.membership === "join");
  const used = elsewhere.flatMap((id) => packsOf(world.rooms[id])).filter((pack) => isEverywhere(world, pack.place!));
  return [packIn(world.packs?.[OWN_PACK], null), ...packsOf(world.rooms[roomId]), ...used].filter((pack) => pack.images.length > 0);
}

/** The emoticons that can be written in a room; of two with one name the nearer one. */
export function emoticonsFor(world: World, roomId: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { images } of packsFor(world, roomId)) for (const { code, url, use } of images) if (use !== "sticker" && !found.has(code)) found.set(code, url);
  return found;
}
