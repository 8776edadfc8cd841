// One line that says what is new in a room; and the words for changes of a room.
import { signal } from "@preact/signals";
import type { MatrixEvent } from "../../api/types";
import { callWord, lasted } from "../calls/CallBubble";
import { duration, t } from "../../i18n";
import { BURN, isBurnt, timerIn, type Timer } from "../../store/burn";
import { personName } from "../../store/names";
import { PINNED, pinChange } from "../../store/pins";
import type { Room } from "../../store/model";
import { isPoll, pollText } from "../../store/polls";
import { taken } from "../../store/recall";
import { goneBy, plainBody, type Message } from "../../store/timeline";
import { me } from "../../store/state";
import { hides } from "../rich/Formatted";

export function gist(message: Message): string {
  if (message.redacted && isBurnt(message.event)) return t("talk.burnt");
  if (message.redacted || taken.value.has(message.id)) return t(goneBy(message) === "recalled" ? "preview.recalled" : "preview.deleted");
  if (message.event.type === "m.room.encrypted") return t("preview.encrypted");
  if (message.call) {
    const word = callWord(message.call, message.sender === me.value, Date.now());
    return [t(message.call.video ? "call.video" : "call.voice"), word ? t(word) : message.call.talkedMs === undefined ? "" : lasted(message.call.talkedMs)].join(" ").trim();
  }
  if (message.event.type === "m.sticker") return t("preview.sticker");
  if (isPoll(message.event.type)) return t("preview.poll", { question: pollText(message.content) });
  const { msgtype, body, filename } = message.content;
  if (msgtype === "m.key.verification.request") return t("verify.requested");
  if (msgtype === "m.image") return filename && body && body !== filename ? `${t("preview.photo")} ${body}` : t("preview.photo");
  if (msgtype === "m.video") return t("preview.video");
  if (msgtype === "m.audio") return t("preview.audio");
  if (msgtype === "m.file") return t("preview.file", { name: filename ?? body ?? "" });
  if (hides(message.content)) return t("preview.hidden");
  return plainBody(message.content, message.replyTo !== undefined).replace(/\s+/g, " ");
}

/** What one state event, or several of the same kind, say in the middle of the timeline. */
export function notice(messages: readonly Message[], room: Room, direct: boolean): string {
  const { event } = messages[0]!;
  if (isBurnt(event)) return t("talk.burnt");
  const name = event.sender === me.value ? t("notice.you") : personName(room, event.sender);
  const value = (key: string) => String(event.content[key] ?? "");
  return tighten(
    event.type === "m.room.create"
      ? t(direct ? "notice.createdDirect" : "notice.created", { name })
      : event.type === "m.room.name"
        ? value("name")
          ? t("notice.roomNamed", { name, value: value("name") })
          : t("notice.roomUnnamed", { name })
        : event.type === BURN
          ? timerNotice(timerIn(event.content), name)
          : event.type === "m.room.topic"
          ? t("notice.topic", { name })
          : event.type === "m.room.avatar"
            ? t("notice.avatar", { name })
            : event.type === PINNED
              ? t(pinChange(event).added.length ? "notice.pinned" : "notice.unpinned", { name })
            : event.type === "m.room.member"
              ? memberNotice(messages, room, name)
              : setting(event, room, name),
  );
}

/** The words for changed settings come when the first of them is seen. */
const told = signal<typeof import("../told/told").told | null>(null);

function setting(event: MatrixEvent, room: Room, name: string): string {
  if (!told.value) void import("../told/told").then((part) => (told.value = part.told), () => undefined);
  return told.value?.(event, room, name) ?? "…";
}

const timerNotice = (timer: Timer | null, name: string) =>
  timer ? t(timer.from === "read" ? "notice.burnRead" : "notice.burnSent", { name, time: duration(timer.afterMs) }) : t("notice.burnOff", { name });

/** Between Chinese characters there are no spaces. */
const tighten = (text: string) => text.replace(/(?<=[\p{Script=Han}，“”]) (?=[\p{Script=Han}“”])/gu, "");

function memberNotice(messages: readonly Message[], room: Room, name: string): string {
  const { event } = messages[0]!;
  const who = event.state_key ?? "";
  const before = (event.unsigned?.prev_content ?? {}) as Record<string, string | undefined>;
  const self = who === event.sender;
  const called = ({ event: one }: Message) =>
    one.state_key === me.value
      ? t(self ? "notice.you" : "notice.youObject")
      : ((one.content.displayname as string | undefined) ?? personName(room, one.state_key ?? ""));
  const why = event.content.reason;
  const because = (text: string) => (typeof why === "string" && why.trim() ? t("talk.because", { text, reason: why.slice(0, 300) }) : text);
  const target = messages.map(called).join(t("notice.and"));
  switch (event.content.membership) {
    case "join":
      if (before.membership === "join") return t("notice.renamed", { old: before.displayname ?? target, name: target });
      return t("notice.joined", { name: target });
    case "invite":
      return t("notice.invited", { name, target });
    case "knock":
      return t("notice.knocked", { name: target });
    case "ban":
      return because(t("notice.banned", { name, target }));
    default:
      if (self) return t(before.membership === "invite" ? "notice.declined" : "notice.left", { name });
      if (before.membership === "ban") return t("notice.unbanned", { name, target });
      return because(t(before.membership === "invite" ? "notice.withdrew" : "notice.removed", { name, target }));
  }
}
