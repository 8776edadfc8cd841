// The verbs of the screens: speak, react, edit, delete, read, invite, start chats.
import { setAccountData } from "../api/account";
import * as api from "../api/rooms";
import type { Json, MessageContent, Relation } from "../api/types";
import { outbox } from "./engine";
import { pictureSize } from "./pictures";
import { emoticonsFor } from "./packs";
import type { Outgoing } from "./outbox";
import { isSealed, openEvent, openRoom, startSealing } from "./sealing";
import { partnerOf, personName, present } from "./names";
import { reachesStart, type Room } from "./model";
import { keepWords } from "./recall";
import { memberOf, prependPage } from "./reduce";
import { changeRoom, me, quoted, world } from "./state";
import { OF_EDIT, plainBody, type Message } from "./timeline";
import { written } from "./written";

const PAGE = 50;
let counter = 0;
const txn = () => `w${Date.now().toString(36)}${(counter++).toString(36)}${Math.random().toString(36).slice(2, 8)}`;

/** Put something into the send queue; its transaction id. */
export function queue(roomId: string, type: string, content: Json, more: Pick<Outgoing, "file" | "redacts" | "after"> = {}): string {
  const item = { txn: txn(), roomId, type, content, createdAt: Date.now(), ...more };
  outbox.add(item);
  return item.txn;
}

const HTML_MAX_BYTES = 40_000;

/** A text as content: with its looks, if it has any, and whom it mentions, the answered person among them. */
function wordsOf(room: Room | undefined, text: string, answered?: string): { body: string; format?: string; formatted_body?: string; "m.mentions": { user_ids?: string[] } } {
  const people = (room ? present(room) : []).map(({ userId }) => ({ userId, name: personName(room, userId) })).filter((one) => one.userId !== me.value);
  const { html, users } = written(text, people, room && /:\S+:/.test(text) ? emoticonsFor(world.value, room.id) : undefined);
  const named = [...new Set([...(answered && answered !== me.value ? [answered] : []), ...users])];
  const fits = html !== undefined && html.length + text.length < HTML_MAX_BYTES; // an event is 64 KiB at most, and more under seal
  return { body: text, ...(fits && { format: "org.matrix.custom.html", formatted_body: html }), "m.mentions": named.length ? { user_ids: named } : {} };
}

/** The thread that one writes in, and its newest message, which clients without threads show as the one that is answered. */
export interface ThreadPlace {
  root: string;
  last: string;
}

/** Where a new message stands: in a thread, as an answer, as both or neither. */
export function relationTo(replyTo: Message | undefined, thread: ThreadPlace | undefined): { "m.relates_to"?: Relation } {
  if (!thread) return replyTo ? { "m.relates_to": { "m.in_reply_to": { event_id: replyTo.id } } } : {};
  const answered = { event_id: replyTo?.id ?? thread.last };
  return { "m.relates_to": { rel_type: "m.thread", event_id: thread.root, is_falling_back: !replyTo, "m.in_reply_to": answered } };
}

export function sendText(roomId: string, text: string, replyTo?: Message, thread?: ThreadPlace, after?: string[]): void {
  const room = world.value.rooms[roomId];
  queue(roomId, "m.room.message", { msgtype: "m.text", ...wordsOf(room, text, replyTo?.sender), ...relationTo(replyTo, thread) }, { after });
}

/** Send a message on to other conversations, as words of one's own: whom it answered and mentioned stays behind. */
export function forward(roomIds: readonly string[], message: Message): void {
  const { "m.relates_to": _, "m.new_content": __, ...content } = message.content;
  const html = typeof content.formatted_body === "string" ? content.formatted_body.replace(/^\s*<mx-reply>[^]*<\/mx-reply>/i, "") : undefined;
  const body = content.msgtype === "m.text" ? { body: plainBody(content, message.replyTo !== undefined), formatted_body: html } : {};
  for (const roomId of roomIds) queue(roomId, message.event.type, { ...content, ...body, "m.mentions": {} });
}

export function editText(roomId: string, message: Message, text: string): void {
  const fresh = { msgtype: message.content.msgtype ?? "m.text", ...wordsOf(world.value.rooms[roomId], text) };
  queue(roomId, "m.room.message", {
    ...fresh,
    body: `* ${text}`,
    ...(fresh.formatted_body && { formatted_body: `* ${fresh.formatted_body}` }),
    "m.mentions": {},
    "m.new_content": fresh,
    "m.relates_to": { rel_type: "m.replace", event_id: message.id },
  });
}

/** Send files in their order, then the text; one picture or film takes the text as its caption. */
export async function sendFiles(roomId: string, files: readonly File[], text: string, replyTo?: Message, thread?: ThreadPlace): Promise<void> {
  const [first, ...others] = await Promise.all(files.map(described));
  if (!first) return;
  const caption = others.length === 0 && ["m.image", "m.video"].includes(first.content.msgtype ?? "") ? text : "";
  const body = caption ? wordsOf(world.value.rooms[roomId], caption, replyTo?.sender) : {};
  const queued = [queue(roomId, "m.room.message", { ...first.content, ...body, ...relationTo(replyTo, thread) }, { file: first.file })];
  for (const { content, file } of others) queued.push(queue(roomId, "m.room.message", { ...content, ...relationTo(undefined, thread) }, { file }));
  if (text && !caption) sendText(roomId, text, undefined, thread, queued); // what is said of them comes behind them
}

/** Send a file whose content is known already, but for its place. */
export function sendFile(roomId: string, content: MessageContent, file: Blob, replyTo?: Message, thread?: ThreadPlace): void {
  queue(roomId, "m.room.message", { ...content, ...relationTo(replyTo, thread) }, { file });
}

async function described(file: File): Promise<{ file: File; content: MessageContent }> {
  const kind = file.type.split("/")[0];
  const msgtype = kind === "image" ? "m.image" : kind === "video" ? "m.video" : kind === "audio" ? "m.audio" : "m.file";
  const size = kind === "image" ? await pictureSize(file) : kind === "video" ? await import("./films").then(({ filmSize }) => filmSize(file)) : undefined;
  const content: MessageContent = {
    msgtype: kind === "image" && !size ? "m.file" : msgtype,
    body: file.name,
    filename: file.name,
    info: { mimetype: file.type || "application/octet-stream", size: file.size, ...size },
    "m.mentions": {},
  };
  return { file, content };
}

export function toggleReaction(roomId: string, message: Message, key: string): void {
  const mine = message.reactions.find((reaction) => reaction.key === key)?.mine;
  if (mine?.startsWith("~")) outbox.remove(mine.slice(1)); // not sent yet
  else if (mine) queue(roomId, "m.room.redaction", {}, { redacts: mine });
  else queue(roomId, "m.reaction", { "m.relates_to": { rel_type: "m.annotation", event_id: message.id, key } });
}

/** Take a message back for everybody, and after it what it was edited to. */
export function deleteMessage(roomId: string, message: Message, reason = ""): void {
  if (message.id.startsWith("~")) {
    outbox.remove(message.id.slice(1));
    return;
  }
  keepWords(roomId, message);
  const content = reason ? { reason } : {};
  queue(roomId, "m.room.redaction", content, { redacts: message.id });
  for (const event of world.value.rooms[roomId]?.timeline ?? []) {
    const relation = event.content["m.relates_to"];
    if (relation?.rel_type === "m.replace" && relation.event_id === message.id && event.sender === message.sender) queue(roomId, "m.room.redaction", { ...content, [OF_EDIT]: true }, { redacts: event.event_id });
  }
}

const paging = new Map<string, Promise<void>>();

/** Read one page further back; at most one at a time per room. */
export function lookBack(roomId: string): Promise<void> {
  const room = world.value.rooms[roomId];
  const token = room?.chunks[0]?.token;
  if (!room || reachesStart(room) || !token) return Promise.resolve();
  const running = paging.get(roomId);
  if (running) return running;
  const work = api
    .messagesBefore(roomId, token, PAGE)
    .then((page) => {
      changeRoom(roomId, (now) => (now.chunks[0]?.token === token ? prependPage(now, page) : now));
      return openRoom(roomId, false);
    })
    .finally(() => paging.delete(roomId));
  paging.set(roomId, work);
  return work;
}

const asked = new Set<string>();

/** Get a quoted event that the timeline does not hold. */
export function fetchQuoted(roomId: string, eventId: string): void {
  if (asked.has(eventId)) return;
  asked.add(eventId);
  const coming = api.event(roomId, eventId).then((event) => openEvent(roomId, event));
  coming.then(
    (event) => (quoted.value = { ...quoted.value, [eventId]: event }),
    () => (quoted.value = { ...quoted.value, [eventId]: null }),
  );
}

export async function loadMembers(roomId: string): Promise<void> {
  const { chunk } = await api.members(roomId);
  changeRoom(roomId, (room) => ({
    ...room,
    everybody: true,
    members: Object.fromEntries(chunk.map((event) => [event.state_key!, memberOf(event)])),
  }));
}

const readUpTo = new Map<string, string>();

/** Tell the server that everything up to this event of a thread has been seen; without a thread, of what is in none. */
export function markRead(roomId: string, eventId: string, thread = "main"): void {
  const place = `${roomId} ${thread}`;
  if (readUpTo.get(place) === eventId) return;
  readUpTo.set(place, eventId);
  changeRoom(roomId, (room) => {
    if (thread === "main") return room.unread || room.counted || room.highlights ? { ...room, unread: 0, counted: 0, highlights: 0 } : room;
    const { [thread]: unread, ...threads } = room.threads ?? {};
    return unread ? { ...room, threads } : room;
  });
  api.markRead(roomId, eventId, thread).catch(() => readUpTo.delete(place));
  if (thread === "main") api.markPlace(roomId, eventId).catch(() => undefined);
}

export async function joinRoom(room: Room): Promise<void> {
  const partner = partnerOf(world.value, room);
  await api.join(room.id);
  changeRoom(room.id, (now) => (now.membership === "invite" ? { ...now, membership: "join", unread: 0 } : now));
  if (partner) await addDirect(partner, room.id);
}

export async function leaveRoom(roomId: string): Promise<void> {
  await api.leave(roomId);
  const { [roomId]: _, ...rooms } = world.value.rooms;
  world.value = { ...world.value, rooms };
}

async function addDirect(user: string, roomId: string): Promise<void> {
  const ids = world.value.direct[user] ?? [];
  if (ids.includes(roomId)) return;
  const direct = { ...world.value.direct, [user]: [...ids, roomId] };
  world.value = { ...world.value, direct };
  await setAccountData(me.value, "m.direct", direct);
}

const SEALED = [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }];

/** What a new room begins with; the crypto is fetched before the room is there, so that nobody is left with a room she cannot write in. */
async function beginning(sealed: boolean) {
  if (!sealed) return {};
  await startSealing();
  return { initial_state: SEALED };
}

/** The one-to-one chat with this person: the one there is, else a new one; with `sealed` only an encrypted one will do. */
export async function startDirect(user: string, sealed = false): Promise<string> {
  const known = (world.value.direct[user] ?? []).find((id) => {
    const room = world.value.rooms[id];
    const theirs = room?.members[user]?.membership;
    return room?.membership === "join" && theirs !== "leave" && theirs !== "ban" && (!sealed || isSealed(room));
  });
  if (known) return known;
  const { room_id } = await api.createRoom({ preset: "trusted_private_chat", is_direct: true, invite: [user], ...(await beginning(sealed)) });
  await addDirect(user, room_id);
  return room_id;
}

export async function createGroup(name: string, users: string[], sealed = false): Promise<string> {
  const body = { preset: "private_chat", invite: users, ...(name.trim() ? { name: name.trim() } : {}), ...(await beginning(sealed)) };
  return (await api.createRoom(body)).room_id;
}
