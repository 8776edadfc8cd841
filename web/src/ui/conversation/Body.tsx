// The inside of a bubble by kind of message. Text is set as text, never as HTML.
import type { MessageContent } from "../../api/types";
import { fileSize, t } from "../../i18n";
import { isBurnt } from "../../store/burn";
import type { Room } from "../../store/model";
import type { Outgoing } from "../../store/outbox";
import { personName } from "../../store/names";
import { isPoll } from "../../store/polls";
import { sealing } from "../../store/sealing";
import { me } from "../../store/state";
import { goneBy, plainBody, type Message } from "../../store/timeline";
import { CallBubble } from "../calls/CallBubble";
import { FileCard } from "../media/FileCard";
import { Photo } from "../media/Photo";
import { Film } from "../media/Film";
import { Sticker } from "../media/Sticker";
import { captionOf, type Picture } from "../media/album";
import { lazily } from "../parts/Lazy";
import { Poll } from "../polls/Poll";
import { Anchor } from "../rich/Anchor";
import { Formatted, hides, isFormatted } from "../rich/Formatted";
import { isJumbo, linkify } from "./linkify";

const VoiceMessage = lazily(() => import("../voice/VoiceMessage").then((part) => part.VoiceMessage));

interface Props {
  room: Room;
  message: Message;
  own: boolean;
  name: string;
  item?: Outgoing;
  onPicture: (picture: Picture) => void;
}

export function Body({ room, message, own, name, item, onPicture }: Props) {
  if (message.redacted) return <span class="text">{isBurnt(message.event) ? t("talk.burnt") : deleted(room, message, own)}</span>;
  if (message.event.type === "m.room.encrypted") return <Shut message={message} />;
  if (message.call) return <CallBubble room={room} line={message.call} own={own} />;
  if (isPoll(message.event.type)) return <Poll room={room} message={message} />;
  const { content } = message;
  if (content.msgtype === "m.image" || content.msgtype === "m.video") {
    const caption = captionOf(message);
    const Sight = content.msgtype === "m.video" ? Film : Photo;
    return (
      <>
        <Sight message={message} name={name} item={item} onPicture={onPicture} />
        {caption && <Spoken room={room} content={content} text={caption} />}
      </>
    );
  }
  if (message.event.type === "m.sticker") return <Sticker message={message} />;
  if (content.msgtype === "m.audio") {
    return (
      <div class={`voice-place ${content["org.matrix.msc3245.voice"] || content["m.voice"] ? "" : "named"}`}>
        <VoiceMessage roomId={room.id} message={message} item={item} />
      </div>
    );
  }
  if (content.msgtype === "m.file") {
    return <FileCard content={content} item={item} size={content.info?.size ? fileSize(content.info.size) : ""} />;
  }
  if (content.msgtype === "m.key.verification.request") return <span class="text faint">{t("verify.requested")}</span>;
  const body = plainBody(content, message.replyTo !== undefined);
  if (!body) return <span class="text faint">{t("talk.unknown")}</span>;
  return <Spoken room={room} content={content} text={body} before={content.msgtype === "m.emote" ? `* ${name} ` : ""} />;
}

/** Words as they were formatted, if they were. */
function Spoken({ room, content, text, before = "" }: { room: Room; content: MessageContent; text: string; before?: string }) {
  const plain = <Text text={before + text} />;
  if (!isFormatted(content) || isJumbo(text)) return plain;
  return <Formatted content={content} room={room} before={before} until={hides(content) ? <span class="text faint">{t("preview.hidden")}</span> : plain} />;
}

/** Who took it away, and why. */
function deleted(room: Room, message: Message, own: boolean): string {
  const { sender, content } = message.because ?? {};
  if (goneBy(message) !== "removed") return t(own ? "talk.deletedOwn" : "talk.deleted");
  const text = t("talk.removed", { name: sender === me.value ? t("notice.youObject") : personName(room, sender!) });
  const reason = content?.reason;
  return typeof reason === "string" && reason.trim() ? t("talk.because", { text, reason: reason.slice(0, 300) }) : text;
}

/** A message that could not be opened, and why. */
function Shut({ message }: { message: Message }) {
  const state = message.event.secret?.state;
  const now = sealing.value;
  const word =
    now === "impossible" || now === "elsewhere"
      ? "talk.shut.here"
      : now !== "ready" || state === undefined || state === "open"
        ? "talk.shut.opening"
        : (`talk.shut.${state}` as const);
  return <span class="text faint">{t(word)}</span>;
}

function Text({ text }: { text: string }) {
  if (isJumbo(text)) return <span class="text jumbo">{text}</span>;
  return (
    <span class="text" dir="auto">
      {linkify(text).map((piece, i) =>
        piece.href ? <Anchor key={i} href={piece.href} text={piece.text} /> : piece.text,
      )}
    </span>
  );
}
