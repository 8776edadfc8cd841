// What stands beside a conversation, by the route: a thread, or the list of threads.
import { useComputed } from "@preact/signals";
import { partnerOf, roomName } from "../../store/names";
import { world } from "../../store/state";
import { route } from "../app/router";
import { nameWords } from "../chats/list";
import { ThreadList } from "./ThreadList";
import { ThreadPanel } from "./ThreadPanel";

export function Beside({ roomId }: { roomId: string }) {
  const room = useComputed(() => world.value.rooms[roomId]).value;
  const side = route.value.name === "room" ? route.value.side : undefined;
  if (!room || !side) return null;
  if (side.kind !== "thread") return side.kind === "threads" ? <ThreadList room={room} /> : null;
  const direct = partnerOf(world.value, room) !== undefined;
  return <ThreadPanel key={side.root} room={room} name={roomName(world.value, room, nameWords())} direct={direct} root={side.root} at={side.at} />;
}
