// What one can do with a message: a sheet on phones, a menu at the pointer on desks, all by keyboard too.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import { toggleReaction } from "../../store/actions";
import { outbox } from "../../store/engine";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import type { Outgoing } from "../../store/outbox";
import { me, say } from "../../store/state";
import { plainBody, type Message } from "../../store/timeline";
import { Dialog } from "../parts/Dialog";
import { Icon, type IconName } from "../parts/Icon";
import { EmojiPicker } from "./EmojiPicker";

const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏", "🎉", "👏", "🔥", "✅", "🍵"];

interface Props {
  room: Room;
  roomId: string;
  message: Message;
  item?: Outgoing;
  at?: { x: number; y: number };
  readBy: string[];
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
  onForward: (message: Message) => void;
  onDelete: (message: Message) => void;
  onClose: () => void;
}

export function ActionMenu({ room, roomId, message, item, at, readBy, onReply, onEdit, onForward, onDelete, onClose }: Props) {
  const own = message.sender === me.value;
  const sent = !item || item.status === "sent";
  const text = message.content.msgtype === "m.text" || message.content.msgtype === "m.notice";
  const body = plainBody(message.content, message.replyTo !== undefined);
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const floating = at !== undefined && matchMedia("(min-width: 721px)").matches;
  const [place, setPlace] = useState<Record<string, string>>(floating ? { opacity: "0" } : {} /* hidden things take no focus */);
  useEffect(() => {
    const menu = box.current!; // has a size only now that the dialog is open
    if (!floating) return;
    const left = Math.max(8, Math.min(at.x, innerWidth - menu.offsetWidth - 8));
    const top = Math.max(8, Math.min(at.y, innerHeight - menu.offsetHeight - 8));
    setPlace({ left: `${left}px`, top: `${top}px` });
  }, [more]);

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...box.current!.querySelectorAll<HTMLElement>("button")];
    const next = (all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length;
    all[next]?.focus();
  };
  const act = (work: () => void) => () => {
    onClose();
    work();
  };
  const entry = (icon: IconName, label: string, work: () => void, danger = false) => (
    <button type="button" role="menuitem" class={`menu-item ${danger ? "danger" : ""}`} onClick={act(work)}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
    </button>
  );
  return (
    <Dialog label={t("action.menu")} kind="sheet" onClose={onClose}>
      <div class={`menu ${floating ? "floating" : ""}`} ref={box} style={place} onKeyDown={walk}>
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
          {!item && !message.redacted && message.event.type !== "m.room.encrypted" && entry("forward", t("action.forward"), () => onForward(message))}
          {text && !message.redacted && entry("copy", t("action.copy"), () => void copy(body))}
          {own && sent && text && !message.redacted && entry("edit", t("action.edit"), () => onEdit(message))}
          {own && !message.redacted && entry("trash", t("action.delete"), () => onDelete(message), true)}
          {floating ? null : entry("close", t("action.cancel"), () => undefined)}
        </div>
        {own && readBy.length > 0 && (
          <p class="menu-note">
            {t("talk.readBy")} · {readBy.map((user) => personName(room, user)).join("、")}
          </p>
        )}
        {item?.error && <p class="menu-note">{item.error}</p>}
      </div>
    </Dialog>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard?.writeText(text).then(() => say(t("action.copied")), () => undefined);
}
