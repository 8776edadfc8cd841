// The chat list as data: which rooms, in which order, with which line.
import { t } from "../../i18n";
import { partnerOf, roomAvatar, roomName } from "../../store/names";
import type { Room, World } from "../../store/model";
import { asEvent, type Outgoing } from "../../store/outbox";
import { fold, type Message } from "../../store/timeline";

export interface Entry {
  room: Room;
  name: string;
  avatar?: string;
  /** The other person of a one-to-one room. */
  partner?: string;
  last?: Message;
  ts: number;
  pending?: "sending" | "failed";
}

const cache = new WeakMap<Room, { me: string; last?: Message }>();

/** The newest thing said in a room, counting what is still on its way out. */
export function lastMessage(room: Room, out: readonly Outgoing[], me: string): Message | undefined {
  const mine = out.filter((item) => item.roomId === room.id);
  if (mine.length === 0) {
    const known = cache.get(room);
    if (known?.me === me) return known.last;
  }
  const events = [...room.timeline.slice(-60), ...mine.map((item) => asEvent(item, me))];
  const spoken = fold(events, me).filter((message) => message.kind === "message");
  const last = spoken.findLast((message) => !message.redacted) ?? spoken.at(-1);
  if (mine.length === 0) cache.set(room, { me, last });
  return last;
}

export const nameWords = () => ({
  empty: t("room.empty"),
  andMore: (names: string, more: number) => t("room.andMore", { names, more }),
});

export function entries(world: World, out: readonly Outgoing[]): Entry[] {
  return Object.values(world.rooms)
    .map((room): Entry => {
      const last = lastMessage(room, out, world.me);
      const mine = out.filter((item) => item.roomId === room.id && item.status !== "sent");
      return {
        room,
        name: roomName(world, room, nameWords()),
        avatar: roomAvatar(world, room),
        partner: partnerOf(world, room),
        last,
        ts: last?.ts ?? room.timeline.at(-1)?.origin_server_ts ?? 0,
        pending: mine.some((item) => item.status === "failed") ? "failed" : mine.length ? "sending" : undefined,
      };
    })
    .sort((a, b) => b.ts - a.ts);
}
