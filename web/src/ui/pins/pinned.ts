// A pinned message as it is now, however far back, and the way to it.
import { useEffect } from "preact/hooks";
import { fetchQuoted } from "../../store/actions";
import type { Room } from "../../store/model";
import { past } from "../../store/past";
import { openEvent, sealing } from "../../store/sealing";
import { me, quoted } from "../../store/state";
import { fold, type Message } from "../../store/timeline";
import { eventPath, go, goal, route, sidePath, threadPath } from "../app/router";

/** Messages by id: null for those that are not to be had, nothing for those that have not come yet. */
export function usePinned(room: Room, ids: readonly string[]): Map<string, Message | null> {
  const here = new Map(room.timeline.map((event) => [event.event_id, event]));
  const known = quoted.value;
  const found = ids.flatMap((id) => here.get(id) ?? known[id] ?? []);
  const done = room.timeline.filter((event) => event.type === "m.room.redaction" || ids.includes(event.content["m.relates_to"]?.event_id ?? ""));
  const messages = new Map<string, Message | null>(fold([...found, ...done.filter((event) => !ids.includes(event.event_id))], me.value).map((message) => [message.id, message]));
  for (const id of ids) if (!here.has(id) && known[id] === null) messages.set(id, null);
  useEffect(() => {
    for (const id of ids) if (!here.has(id)) fetchQuoted(room.id, id);
  }, [ids.join()]);
  useEffect(() => {
    if (sealing.value !== "ready") return;
    for (const id of ids) {
      const event = quoted.peek()[id];
      if (event?.type !== "m.room.encrypted") continue; // it came before the keys were at hand
      void openEvent(room.id, event).then((opened) => (quoted.value = { ...quoted.peek(), [id]: opened }));
    }
  }, [sealing.value, ids.join()]);
  return messages;
}

/** Go to a pinned message: in sight where it is loaded, else among what lies around it, or in its thread. */
export function visit(room: Room, id: string, message: Message | null | undefined): void {
  const now = route.peek();
  const beside = now.name === "room" && now.side !== undefined;
  if (message?.thread) return go(threadPath(room.id, message.thread, id), beside);
  const loaded = past.peek()?.roomId === room.id ? past.peek()!.timeline : room.timeline;
  if (!loaded.some((event) => event.event_id === id)) return go(eventPath(room.id, id), beside || (now.name === "room" && now.at !== undefined));
  if (beside && matchMedia("(max-width: 1080px)").matches) go(sidePath(room.id), true);
  goal.value = { roomId: room.id, eventId: id };
}
