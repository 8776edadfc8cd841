// What one can do with a message: a sheet on phones, a menu at the pointer on desks, all by keyboard too.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { deleteMessage, toggleReaction } from "../../store/actions";
import { outbox } from "../../store/engine";
import { reason } from "../../i18n/errors";
import { PINNED, pinsOf, setPinned } from "../../store/pins";
import { maySetState } from "../../store/powers";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import type { Outgoing } from "../../store/outbox";
import { may } from "../../store/powers";
import { mayRecall } from "../../store/recall";
import { me, say } from "../../store/state";
import { plainBody, type Message } from "../../store/timeline";
import { looked } from "../app/router";
import { Icon, type IconName } from "../parts/Icon";
import { floats, Menu, MenuItem, type Point } from "../parts/Menu";
import { EmojiPicker } from "./EmojiPicker";

const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏", "🎉", "👏", "🔥", "✅", "🍵"];

interface Props {
  room: Room;
  roomId: string;
  message: Message;
  item?: Outgoing;
  at?: Point;
  readBy: string[];
  onReply: (message: Message) => void;
  onThread?: (message: Message) => void;
  onEdit: (message: Message) => void;
  onForward: (message: Message) => void;
  onDelete: (message: Message) => void;
  onClose: () => void;
}

export function ActionMenu({ room, roomId, message, item, at, readBy, onReply, onThread, onEdit, onForward, onDelete, onClose }: Props) {
  const own = message.sender === me.value;
  const sent = !item || item.status === "sent";
  const text = message.content.msgtype === "m.text" || message.content.msgtype === "m.notice";
  const body = plainBody(message.content, message.replyTo !== undefined);
  const pinned = pinsOf(room).includes(message.id);
  const mayPin = !message.id.startsWith("~") && (pinned || !message.redacted) && maySetState(room, me.value, PINNED);
  const [more, setMore] = useState(false);
  const act = (work: () => void) => () => {
    onClose();
    work();
  };
  const entry = (icon: IconName, label: string, work: () => void, danger = false) => <MenuItem icon={icon} label={label} danger={danger} onChoose={act(work)} />;
  return (
    <Menu label={t("action.menu")} at={at} onClose={onClose}>
      {sent && !message.redacted && (
        <div class="quick" role="group" aria-label={t("action.react")}>
          {QUICK.map((key) => (
            <button
              key={key}
              type="button"
              aria-label={`${t("action.react")} ${key}`}
              aria-pressed={message.reactions.some((reaction) => reaction.key === key && reaction.mine)}
              onClick={act(() => toggleReaction(roomId, message, key))}
            >
              {key}
            </button>
          ))}
          <button type="button" aria-label={t("action.reactMore")} title={t("action.reactMore")} aria-expanded={more} onClick={() => setMore(!more)}>
            <Icon name={more ? "close" : "plus"} size={22} />
          </button>
        </div>
      )}
      {more && <EmojiPicker onPick={(key) => act(() => toggleReaction(roomId, message, key))()} />}
      <div role="menu" aria-label={t("action.menu")} class="menu-items" hidden={more}>
        {item?.status === "failed" && entry("retry", t("action.retry"), () => outbox.retry(item.txn))}
        {sent && !message.redacted && entry("reply", t("action.reply"), () => onReply(message))}
        {onThread && sent && !message.redacted && !message.call && !message.event.content["m.relates_to"]?.rel_type && entry("thread", t("thread.reply"), () => onThread(message))}
        {!item && !message.redacted && message.event.type !== "m.room.encrypted" && !message.call && entry("forward", t("action.forward"), () => onForward(message))}
        {mayPin && entry(pinned ? "unpin" : "pin", t(pinned ? "action.unpin" : "action.pin"), () => void setPinned(roomId, message.id, !pinned).catch((error) => say(reason(error))))}
        {sent && !message.redacted && message.content.url && (message.event.type === "m.sticker" || message.content.msgtype === "m.image") && entry("sticker", t("action.addSticker"), () => void import("../stickers/adding").then(({ addToMine }) => addToMine(message)))}
        {text && !message.redacted && entry("copy", t("action.copy"), () => void copy(body))}
        {own && sent && text && !message.redacted && entry("edit", t("action.edit"), () => onEdit(message))}
        {own && !message.redacted && (sent && mayRecall(message) ? entry("undo", t("action.recall"), () => deleteMessage(roomId, message)) : entry("trash", t("action.delete"), () => onDelete(message), true))}
        {!own && !message.redacted && may(room, me.value, "redact") && entry("trash", t("action.delete"), () => onDelete(message), true)}
        {!own && !message.redacted && entry("alert", t("action.report"), () => (looked.value = { roomId, eventId: message.id, report: true }))}
        {floats(at) ? null : entry("close", t("action.cancel"), () => undefined)}
      </div>
      {own && readBy.length > 0 && (
        <p class="menu-note">
          {t("talk.readBy")} · {readBy.map((user) => personName(room, user)).join("、")}
        </p>
      )}
      {item?.error && <p class="menu-note">{item.error}</p>}
    </Menu>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard?.writeText(text).then(() => say(t("action.copied")), () => undefined);
}
