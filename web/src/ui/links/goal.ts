// Where a link to a person, a room or a message leads in this app.
import type { Room } from "../../store/model";
import { stateContent } from "../../store/model";
import { world } from "../../store/state";
import { eventPath, go, looked, roomPath, route } from "../app/router";
import { linkPath, targetOf } from "./target";

/** The room of this id or address that one is in. Pure. */
export function roomAt(rooms: Readonly<Record<string, Room>>, id: string): Room | undefined {
  const at = (room: Room) => {
    const { alias, alt_aliases } = stateContent(room, "m.room.canonical_alias");
    return alias === id || (Array.isArray(alt_aliases) && alt_aliases.includes(id));
  };
  return id.startsWith("#") ? Object.values(rooms).find((room) => room.membership === "join" && at(room)) : rooms[id];
}

/** Open a person's sheet, the room or message if one is in it, or else the page of the room. */
export function follow(href: string): void {
  const target = targetOf(href);
  if (!target) return;
  if (target.kind === "person") {
    const now = route.peek();
    looked.value = { user: target.id, ...(now.name === "room" && { roomId: now.id }) };
    return;
  }
  const room = roomAt(world.value.rooms, target.id);
  go(!room ? linkPath(target) : target.event && room.membership === "join" ? eventPath(room.id, target.event) : roomPath(room.id));
}
