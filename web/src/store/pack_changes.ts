// What becomes of the content of an image pack (MSC2545) when it is changed. Pure; what is not known stays as it is.
import type { Json } from "../api/types";
import type { PackImage } from "./packs";

export interface PackChange {
  /** The new name of the pack. */
  name?: string;
  /** Names of pictures that go. */
  removed?: readonly string[];
  /** New names of pictures by their old ones. */
  renamed?: Readonly<Record<string, string>>;
  added?: readonly PackImage[];
}

const CODE_MAX = 60;

const objectIn = (value: unknown): Json => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {});

/** A name as it can stand between colons. */
export const asCode = (text: string): string => text.trim().replace(/[\s:]+/gu, "_").slice(0, CODE_MAX);

/** The name of a picture after that of its file. */
export const codeOf = (fileName: string): string => asCode(fileName.replace(/\.[^.]*$/, "")) || "sticker";

/** The name, or with a number behind it, if another picture is called so. */
export function freeCode(code: string, taken: (code: string) => boolean): string {
  if (!taken(code)) return code;
  for (let i = 2; ; i += 1) if (!taken(`${code}${i}`)) return `${code}${i}`;
}

export function changedPack(content: Json, { name, removed = [], renamed = {}, added = [] }: PackChange): Json {
  const images = new Map<string, unknown>();
  for (const [code, image] of Object.entries(objectIn(content.images))) {
    if (removed.includes(code)) continue;
    const next = Object.hasOwn(renamed, code) ? renamed[code]! : code;
    images.set(freeCode(next, (one) => images.has(one)), image);
  }
  for (const { code, url, text, info } of added) {
    const free = freeCode(code, (one) => images.has(one));
    images.set(free, { url, ...(text && text !== code && { body: text }), ...(info && { info }) });
  }
  const about = { ...objectIn(content.pack), ...(name !== undefined && { display_name: name }) };
  return { ...content, images: Object.fromEntries(images), ...(Object.keys(about).length > 0 && { pack: about }) };
}

/** The content of im.ponies.emote_rooms with or without the pack of a room. */
export function withRoom(content: Json, { roomId, key }: { roomId: string; key: string }, wanted: boolean): Json {
  const rooms = objectIn(content.rooms);
  const { [key]: known = {}, ...others } = objectIn(rooms[roomId]);
  const keys = wanted ? { ...others, [key]: known } : others;
  const { [roomId]: _, ...rest } = rooms;
  return { ...content, rooms: Object.keys(keys).length ? { ...rest, [roomId]: keys } : rest };
}
