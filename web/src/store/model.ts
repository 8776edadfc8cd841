// What the app knows: rooms as plain values, replaced and never changed in place.
import type { MatrixEvent, StrippedEvent } from "../api/types";

export interface Member {
  userId: string;
  membership: "join" | "invite" | "leave" | "ban" | "knock";
  name?: string;
  avatar?: string;
}

/** A run of the timeline that the server answered at once; `token` leads to what came before it, null: nothing did. */
export interface Chunk {
  first: string;
  token: string | null;
}

/** How much of something has not been read. */
export interface Unread {
  count: number;
  highlights: number;
}

export interface Receipt {
  eventId: string;
  ts: number;
}

export interface Room {
  id: string;
  membership: "join" | "invite";
  /** Newest state by `type` or `type|state key`, without members. */
  state: Record<string, MatrixEvent | StrippedEvent>;
  members: Record<string, Member>;
  /** Whether `members` is everybody, not only those whom lazy loading brought. */
  everybody: boolean;
  timeline: MatrixEvent[];
  chunks: Chunk[];
  /** How far each person has read outside of threads. */
  receipts: Record<string, Receipt>;
  /** Receipts that named a thread, by its root; under "" those that named none and hold everywhere. */
  threadReceipts?: Record<string, Record<string, Receipt>>;
  typing: string[];
  /** What is unread outside of threads. */
  unread: number;
  /** What the server says it is, which cannot see what is sealed; only where something is. */
  counted?: number;
  highlights: number;
  /** What is unread in threads, by root. */
  threads?: Record<string, Unread>;
  /** Counts the gaps after which the timeline began anew. */
  gaps?: number;
  heroes: string[];
  joined: number;
  invited: number;
  /** Who invited me, for invitations; and whether as one to one. */
  inviter?: string;
  inviteIsDirect?: boolean;
  fullyRead?: string;
}

/** Which push rules of mine keep a conversation quiet: one over all others, or one of the conversation. */
export interface QuietRules {
  override?: boolean;
  room?: boolean;
}

export interface World {
  me: string;
  since?: string;
  rooms: Record<string, Room>;
  /** m.direct: the one-to-one rooms of each person. */
  direct: Record<string, string[]>;
  /** Rules of mine by conversation; undefined until the server has told them. */
  quiet?: Record<string, QuietRules>;
  /** My account data about image packs, by type; undefined until the server has told. */
  packs?: Record<string, Record<string, unknown>>;
  /** Whom I ignore; undefined until the server has told it. */
  ignored?: string[];
}

export const emptyWorld = (me: string): World => ({ me, rooms: {}, direct: {} });

export const emptyRoom = (id: string, membership: Room["membership"]): Room => ({
  id,
  membership,
  state: {},
  members: {},
  everybody: false,
  timeline: [],
  chunks: [],
  receipts: {},
  typing: [],
  unread: 0,
  highlights: 0,
  heroes: [],
  joined: 0,
  invited: 0,
});

/** All that is unread in a room, threads included. */
export function unreadOf(room: Room): Unread {
  let { unread: count, highlights } = room;
  for (const thread of Object.values(room.threads ?? {})) {
    count += thread.count;
    highlights += thread.highlights;
  }
  return { count, highlights };
}

/** Whether everything down to the room's first event is here. */
export const reachesStart = (room: Room): boolean => room.chunks.length > 0 && room.chunks[0]!.token === null;

export const stateContent = (room: Room, type: string, key = ""): Record<string, unknown> =>
  room.state[key ? `${type}|${key}` : type]?.content ?? {};

/** Whether a room goes on in another one that I am in. */
export const isReplaced = (world: World, room: Room): boolean => world.rooms[String(stateContent(room, "m.room.tombstone").replacement_room)]?.membership === "join";
