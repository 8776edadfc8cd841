// One message: bubble, sender, quotation, reactions, state of delivery, and the ways to its actions.
import { clock, full, t, tn } from "../../i18n";
import { toggleReaction } from "../../store/actions";
import { hueOf, personName } from "../../store/names";
import type { Room } from "../../store/model";
import type { Outgoing } from "../../store/outbox";
import { me } from "../../store/state";
import { goneBy, type Message } from "../../store/timeline";
import { gist } from "../chats/preview";
import { captionOf, type Picture } from "../media/album";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { steady } from "../parts/steady";
import { Recalled } from "../recall/Recalled";
import { AnswersBelow } from "./AnswersBelow";
import { Body } from "./Body";
import { burnsAlike, type Flame } from "./burning";
import { isJumbo } from "./linkify";
import { useTouch } from "./touch";

interface Props {
  room: Room;
  direct: boolean;
  message: Message;
  first: boolean;
  last: boolean;
  item?: Outgoing;
  readBy?: string[];
  /** How much is unread in the thread that hangs on it. */
  unread?: number;
  quote?: Message | null;
  flame?: Flame;
  marked: boolean;
  /** Whether the tab key stops here; the arrow keys go on from one message to the next. */
  tabStop: boolean;
  onMenu: (message: Message, at?: { x: number; y: number }) => void;
  onReply: (message: Message) => void;
  /** Leads to the thread that hangs on it; within a thread there are none. */
  onThread?: (message: Message) => void;
  onJump: (eventId: string) => void;
  onPicture: (picture: Picture) => void;
}

/** The functions among the props do the same at every time, so they do not count. */
const alike = (a: Props, b: Props): boolean =>
  a.message === b.message &&
  a.room.members === b.room.members &&
  a.room.id === b.room.id &&
  a.direct === b.direct &&
  a.first === b.first &&
  a.last === b.last &&
  a.item === b.item &&
  a.quote === b.quote &&
  a.marked === b.marked &&
  burnsAlike(a.flame, b.flame) &&
  a.tabStop === b.tabStop &&
  a.unread === b.unread &&
  a.readBy?.join() === b.readBy?.join();

export const MessageRow = steady(Row, alike);

function Row(props: Props) {
  return goneBy(props.message) === "recalled" ? <Recalled room={props.room} message={props.message} /> : <Spoken {...props} />;
}

function Spoken(props: Props) {
  const { room, direct, message, first, last, item, quote, marked, tabStop, unread, onMenu, onReply, onThread, onJump, onPicture } = props;
  const own = message.sender === me.value;
  const name = personName(room, message.sender);
  const touch = useTouch({ onHold: () => onMenu(message), onSwipe: item || message.redacted ? undefined : () => onReply(message) });
  const sticker = message.event.type === "m.sticker" && !message.redacted;
  const jumbo = sticker || message.content.msgtype === "m.text" && !message.redacted && !message.replyTo && isJumbo(String(message.content.body ?? ""));
  const bare = !message.redacted && (message.content.msgtype === "m.image" || message.content.msgtype === "m.video") && !message.replyTo && !captionOf(message);
  const captioned = !message.redacted && !bare && (message.content.msgtype === "m.image" || message.content.msgtype === "m.video");
  const showFace = !own && !direct;
  return (
    <article
      class={`row ${own ? "own" : "other"} ${first ? "first" : ""} ${last ? "last" : ""} ${marked ? "marked" : ""} ${item?.status === "failed" ? "failed" : ""}`}
      data-anchor={message.id}
      aria-label={`${own ? t("chats.you") : name}, ${clock(message.ts)}`}
    >
      {showFace && (
        <span class="row-face">{last && <Avatar id={message.sender} name={name} mxc={room.members[message.sender]?.avatar} size={34} />}</span>
      )}
      <div class="row-main">
        {showFace && first && (
          <span class="sender" style={{ "--hue": String(hueOf(message.sender)) }}>
            {name}
          </span>
        )}
        <div class="bubble-line">
          <div
            class={`bubble ${bare ? "bare" : ""} ${captioned ? "captioned" : ""} ${jumbo ? "free" : ""} ${message.redacted ? "gone" : ""}`}
            title={full(message.ts)}
            tabIndex={tabStop ? 0 : -1}
            aria-haspopup="menu"
            onContextMenu={(event) => {
              if ((event.target as HTMLElement).closest("a") || String(getSelection() ?? "")) return;
              event.preventDefault();
              onMenu(message, event.clientX ? { x: event.clientX, y: event.clientY } : undefined);
            }}
            onKeyDown={(event) => {
              if (event.target === event.currentTarget && (event.key === "Enter" || event.key === " ")) {
                event.preventDefault();
                onMenu(message, corner(event.currentTarget));
              }
            }}
            onDblClick={() => !message.redacted && !item && onReply(message)}
            {...touch}
          >
            {quote !== undefined && message.replyTo && (
              <button type="button" class="quote" onClick={() => onJump(message.replyTo!)}>
                <b>{quote ? (quote.sender === me.value ? t("chats.you") : personName(room, quote.sender)) : "…"}</b>
                <span>{quote ? gist(quote) : t("state.loading")}</span>
              </button>
            )}
            <Body room={room} message={message} own={own} name={name} item={item} onPicture={onPicture} />
            <span class="meta">
              {(message.event.secret || (room.state["m.room.encryption"] && !item)) && !message.redacted && <Shield message={message} />}
              {props.flame && !message.redacted && <props.flame.Sign {...props.flame} />}
              {message.edited && <span>{t("talk.edited")}</span>}
              <time dateTime={new Date(message.ts).toISOString()}>{clock(message.ts)}</time>
              {own && !message.redacted && <Delivery {...props} />}
            </span>
          </div>
          {item?.status === "failed" && (
            <button type="button" class="icon-button failed-button" aria-label={`${t("talk.failed")}. ${t("talk.failedHint")}`} onClick={(event) => onMenu(message, corner(event.currentTarget))}>
              <Icon name="alert" size={22} />
            </button>
          )}
          {!item && !message.redacted && (
            <span class="hover-tools">
              <button type="button" tabIndex={-1} aria-label={t("action.reply")} title={t("action.reply")} onClick={() => onReply(message)}>
                <Icon name="reply" size={18} />
              </button>
              {onThread && (
                <button type="button" tabIndex={-1} aria-label={t("thread.reply")} title={t("thread.reply")} onClick={() => onThread(message)}>
                  <Icon name="thread" size={18} />
                </button>
              )}
              <button
                type="button"
                tabIndex={-1}
                aria-label={t("action.menu")}
                title={t("action.menu")}
                onClick={(event) => onMenu(message, corner(event.currentTarget))}
              >
                <Icon name="more" size={18} />
              </button>
            </span>
          )}
        </div>
        {message.reactions.length > 0 && <Reactions room={room} message={message} />}
        {message.answers && onThread && <AnswersBelow room={room} root={message.id} answers={message.answers} unread={unread ?? 0} onOpen={() => onThread(message)} />}
        {item?.status === "failed" && <span class="failed-text">{t("talk.failed")}</span>}
      </div>
    </article>
  );
}

const corner = (element: HTMLElement) => {
  const place = element.getBoundingClientRect();
  return { x: place.left + Math.min(place.width, 40), y: place.bottom };
};

/** Says where the words are not certainly those of the sender, or could be read on the way. */
function Shield({ message }: { message: Message }) {
  const { secret } = message.event;
  if (message.content.msgtype === "m.key.verification.request") return null; // open in all clients
  if (secret && (secret.state !== "open" || !secret.shield)) return null;
  const label = t(!secret ? "talk.shield.open" : secret.shield === "red" ? "talk.shield.red" : "talk.shield.grey");
  return (
    <span class="shield" role="img" aria-label={label} title={label}>
      <Icon name="alert" size={13} />
    </span>
  );
}

function Delivery({ item, readBy, direct }: Props) {
  if (item && item.status !== "sent") {
    if (item.status === "failed") return null;
    return (
      <span class="delivery" role="img" aria-label={t("talk.waiting")}>
        <Icon name="clock" size={13} />
      </span>
    );
  }
  const count = readBy?.length ?? 0;
  const label = count === 0 ? t("talk.sent") : direct ? t("talk.readBy") : tn("talk.readByCount", count);
  return (
    <span class={`delivery ${count ? "read" : ""}`} role="img" aria-label={label} title={label}>
      <Icon name={count ? "checks" : "check"} size={15} />
      {!direct && count > 1 && <span aria-hidden="true">{count}</span>}
    </span>
  );
}

function Reactions({ room, message }: { room: Room; message: Message }) {
  return (
    <div class="reactions" role="group" aria-label={t("talk.reactions")}>
      {message.reactions.map((reaction) => {
        const names = reaction.senders.map((user) => (user === me.value ? t("talk.you") : personName(room, user))).join("、");
        return (
          <button
            key={reaction.key}
            type="button"
            class="reaction"
            aria-pressed={reaction.mine !== undefined}
            title={names}
            onClick={() => toggleReaction(room.id, message, reaction.key)}
          >
            <span>{reaction.key}</span>
            {reaction.senders.length > 1 && <small>{reaction.senders.length}</small>}
            <span class="visually-hidden">{t("talk.reactionBy", { names })}</span>
          </button>
        );
      })}
    </div>
  );
}
