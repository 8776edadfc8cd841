// What rooms and people are called, and which person a one-to-one room is with. Pure.
import { stateContent, type Member, type Room, type World } from "./model";

export const localpart = (userId: string): string => /^@([^:]*)/.exec(userId)?.[1] || userId;

export const personName = (room: Room | undefined, userId: string): string => room?.members[userId]?.name ?? localpart(userId);

/** The other person of a one-to-one room, or undefined for a group. */
export function partnerOf(world: World, room: Room): string | undefined {
  if (room.membership === "invite") return room.inviteIsDirect ? room.inviter : undefined;
  for (const [user, ids] of Object.entries(world.direct)) if (user !== world.me && ids.includes(room.id)) return user;
  return undefined;
}

/** The name as the specification computes it; `empty` and `andMore` are in the reader's language. */
export function roomName(world: World, room: Room, words: { empty: string; andMore: (names: string, more: number) => string }): string {
  const name = stateContent(room, "m.room.name").name;
  if (typeof name === "string" && name.trim()) return name;
  const partner = partnerOf(world, room);
  if (partner) return personName(room, partner);
  const alias = stateContent(room, "m.room.canonical_alias").alias;
  if (typeof alias === "string" && alias) return alias;
  if (room.membership === "invite" && room.inviter) return personName(room, room.inviter);
  const others = othersOf(world, room);
  const total = Math.max(room.joined + room.invited - 1, others.length);
  if (others.length === 0) return words.empty;
  const names = others.slice(0, 5).map((user) => personName(room, user));
  return total > names.length ? words.andMore(names.join("、"), total - names.length) : names.join("、");
}

export function othersOf(world: World, room: Room): string[] {
  const heroes = room.heroes.filter((user) => user !== world.me);
  if (heroes.length > 0) return heroes;
  return present(room).filter((member) => member.userId !== world.me).map((member) => member.userId);
}

export const present = (room: Room): Member[] =>
  Object.values(room.members).filter((member) => member.membership === "join" || member.membership === "invite");

/** The picture of a room: its own, else that of the partner. */
export function roomAvatar(world: World, room: Room): string | undefined {
  const url = stateContent(room, "m.room.avatar").url;
  if (typeof url === "string" && url) return url;
  const partner = partnerOf(world, room);
  return partner ? room.members[partner]?.avatar : undefined;
}

/** One of a fixed circle of hues, always the same for the same id. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const sign of id) hash = (hash * 31 + sign.codePointAt(0)!) >>> 0;
  return [168, 196, 214, 245, 280, 322, 350, 18, 38, 88, 140][hash % 11]!;
}

/** One Chinese character, or up to two initials of scripts whose letters stand alone. */
export function initials(name: string): string {
  const clean = name.replace(/^[@#!]/, "").trim();
  const first = [...clean][0] ?? "?";
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(first)) return first;
  const words = clean.split(/[\s._-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const last = [...(words.at(-1) ?? "")][0] ?? "";
  const paired = words.length > 1 && /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(first) && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(last);
  const letters = paired ? [[...words[0]!][0], last] : [[...(words[0] ?? clean)][0] ?? "?"];
  return letters.join("").toUpperCase();
}
