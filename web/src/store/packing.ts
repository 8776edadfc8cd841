// Reading and changing image packs, and sending what is in them. Everything is written as a whole, so it is read right before.
import { accountData, setAccountData } from "../api/account";
import { MatrixError } from "../api/http";
import { stateOf, setState } from "../api/rooms";
import type { Json } from "../api/types";
import { queue, relationTo, type ThreadPlace } from "./actions";
import { OWN_PACK, PACK_ROOMS, RECENT_STICKERS, ROOM_PACK, type PackImage, type PackPlace } from "./packs";
import { changedPack, withRoom, type PackChange } from "./pack_changes";
import { me, world } from "./state";
import type { Message } from "./timeline";

const RECENT_MAX = 24;

const orNone = (asked: Promise<Json>): Promise<Json> =>
  asked.catch((error: unknown) => {
    if (error instanceof MatrixError && error.status === 404) return {};
    throw error;
  });

const told = (type: string): Promise<Json> => orNone(accountData(me.value, type));
const know = (type: string, content: Json) => (world.value = { ...world.value, packs: { ...world.value.packs, [type]: content } });

/** For a world that was stored before it knew about packs. */
export async function loadPacks(): Promise<void> {
  const [own, rooms] = await Promise.all([told(OWN_PACK), told(PACK_ROOMS)]);
  if (!world.value.packs) world.value = { ...world.value, packs: { [OWN_PACK]: own, [PACK_ROOMS]: rooms } };
}

/** Raises what the server refuses. */
export async function changePack(place: PackPlace, change: PackChange): Promise<void> {
  if (place) {
    await setState(place.roomId, ROOM_PACK, changedPack(await orNone(stateOf(place.roomId, ROOM_PACK, place.key)), change), place.key);
    return;
  }
  const content = changedPack(await told(OWN_PACK), change);
  await setAccountData(me.value, OWN_PACK, content);
  know(OWN_PACK, content);
}

/** Use the pack of a room everywhere, or only there. Raises what the server refuses. */
export async function setEverywhere(place: { roomId: string; key: string }, wanted: boolean): Promise<void> {
  const content = withRoom(await told(PACK_ROOMS), place, wanted);
  await setAccountData(me.value, PACK_ROOMS, content);
  know(PACK_ROOMS, content);
}

/** What was sent last from this browser, the newest first. */
export function recentStickers(): PackImage[] {
  try {
    const stored = JSON.parse(localStorage.getItem(RECENT_STICKERS) ?? "[]") as unknown;
    return Array.isArray(stored) ? (stored as PackImage[]) : [];
  } catch {
    return [];
  }
}

export function sendSticker(roomId: string, image: PackImage, replyTo?: Message, thread?: ThreadPlace): void {
  const answered = replyTo && replyTo.sender !== me.value ? { user_ids: [replyTo.sender] } : {};
  queue(roomId, "m.sticker", { body: image.text, url: image.url, info: image.info ?? {}, "m.mentions": answered, ...relationTo(replyTo, thread) });
  const recent = [image, ...recentStickers().filter(({ url }) => url !== image.url)].slice(0, RECENT_MAX);
  localStorage.setItem(RECENT_STICKERS, JSON.stringify(recent));
}
