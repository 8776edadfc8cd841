// What can be looked at: photos and films of a conversation, as the viewer needs them.
import { t } from "../../i18n";
import { hides } from "../rich/Formatted";
import type { Message } from "../../store/timeline";
import { posterOf, smallSourceOf, sourceOf, type Source } from "./useMedia";

export interface Picture {
  /** The id of its message. */
  id: string;
  film: boolean;
  source: Source;
  /** Stands in until the whole has come. */
  small?: Source;
  /** The name of the file. */
  name: string;
  /** What a screen reader says. */
  label: string;
  caption?: string;
  /** Who sent it, and when. */
  by: string;
  ts: number;
  w?: number;
  h?: number;
}

/** What was written under a picture rather than being the name of its file. */
export const captionOf = ({ content }: Message): string | undefined =>
  content.filename && content.body !== content.filename ? content.body : undefined;

/** The picture or film of a message; undefined if it is none, or is not on the server yet. */
export function pictureOf(message: Message, by: string): Picture | undefined {
  const { content, id, ts, redacted } = message;
  const film = content.msgtype === "m.video";
  const source = sourceOf(content);
  if (redacted || !source || message.event.type !== "m.room.message" || !(film || content.msgtype === "m.image")) return undefined;
  const caption = hides(content) ? undefined : captionOf(message); // what is hidden below it stays hidden above it
  const label = t(film ? "talk.filmFrom" : "talk.photoFrom", { name: by });
  const { w, h } = content.info ?? {};
  const sized = typeof w === "number" && typeof h === "number" && w > 0 && h > 0 ? { w, h } : {};
  return { id, film, source, small: film ? posterOf(content) : smallSourceOf(content), name: content.filename ?? content.body ?? (film ? "film" : "photo"), label: caption ? `${label}: ${caption}` : label, caption, by, ts, ...sized };
}
