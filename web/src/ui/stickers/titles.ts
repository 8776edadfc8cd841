// What packs are called.
import { roomName } from "../../store/names";
import type { Pack } from "../../store/packs";
import { world } from "../../store/state";
import { nameWords } from "../chats/list";
import { w } from "./words";

/** The name of a pack, else whose it is. */
export function titleOf({ place, name }: Pack): string {
  if (name || !place) return name || w("mine");
  const room = world.value.rooms[place.roomId];
  return room ? w("ofRoom", { name: roomName(world.value, room, nameWords()) }) : w("unnamed");
}
