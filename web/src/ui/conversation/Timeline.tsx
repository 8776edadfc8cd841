// What was said: drawn from the newest upwards, older pages come on scrolling back, and nothing ever jumps.
// The scroller is a reversed column: its zero is the bottom, so opening and growing need no scrolling at all.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayName, dayOf, t, tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { deleteMessage, fetchQuoted, lookBack, markRead } from "../../store/actions";
import { reachesStart, type Room } from "../../store/model";
import { asEvent } from "../../store/outbox";
import { earlier, later, past, roomInPast } from "../../store/past";
import { me, outgoing, quoted, say } from "../../store/state";
import { fold, readers, rows, unreadSince, withoutNoise, type Message } from "../../store/timeline";
import { eventPath, go, roomPath } from "../app/router";
import { notice } from "../chats/preview";
import { Icon } from "../parts/Icon";
import { Confirm } from "../parts/Dialog";
import { Lazy } from "../parts/Lazy";
import { Viewer, type Picture } from "../media/Viewer";
import { ActionMenu } from "./ActionMenu";
import { MessageRow } from "./MessageRow";
import { useAnchor } from "./anchor";
import { NewAbove } from "./NewAbove";

const NONE: ReadonlySet<string> = new Set();

interface Props {
  room: Room;
  /** The event to begin at, instead of the newest. */
  at?: string;
  direct: boolean;
  name: string;
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
}

export function Timeline({ room: now, at, direct, name, onReply, onEdit }: Props) {
  const then = past.value?.roomId === now.id ? past.value : null;
  const room = useMemo(() => (then ? roomInPast(now, then) : now), [now, then]);
  const mine = outgoing.value.filter((item) => item.roomId === room.id);
  const known = useMemo(() => new Set(room.timeline.map((event) => event.event_id)), [room.timeline]);
  const drafts = then ? [] : mine.filter((item) => !item.eventId || !known.has(item.eventId));
  const messages = useMemo(
    () => fold([...room.timeline, ...drafts.map((item) => asEvent(item, me.value))], me.value),
    [room.timeline, outgoing.value, then],
  );
  const read = useMemo(() => readers(then ? [...then.timeline, ...now.timeline] : room.timeline, room.receipts, me.value), [room.timeline, room.receipts]);
  const [opened] = useState(() => ({ unread: then ? 0 : room.unread, newest: room.timeline.at(-1)?.event_id ?? "", readUpTo: room.receipts[me.value]?.eventId }));
  const unread = useMemo(
    () => (opened.unread > 0 ? unreadSince(room.timeline, opened.newest, opened.readUpTo, me.value, reachesStart(room)) : NONE),
    [room.timeline],
  );
  const drawn = useMemo(() => rows(withoutNoise(messages, direct), dayOf, unread), [messages, unread, direct]);
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);

  const scroller = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const [failed, setFailed] = useState(false);
  const [paging, setPaging] = useState(false);
  const [menu, setMenu] = useState<{ message: Message; at?: { x: number; y: number } }>();
  const [forwarding, setForwarding] = useState<Message>();
  const [deleting, setDeleting] = useState<Message>();
  const [picture, setPicture] = useState<Picture>();
  const [marked, setMarked] = useState("");
  useAnchor(scroller, drawn, !then);

  const older = () => {
    const box = scroller.current;
    if (!box || reachesStart(room)) return;
    const fromTop = box.scrollHeight - box.clientHeight + box.scrollTop;
    if (fromTop >= box.clientHeight) return;
    setPaging(true);
    (then ? earlier() : lookBack(room.id))
      .then(() => setFailed(false), () => setFailed(true))
      .finally(() => setPaging(false));
  };
  useLayoutEffect(() => {
    if (!failed) older(); // also when what there is does not fill the screen
  }, [room.timeline]);
  useSeen(now, away || then !== null);

  const newer = () => {
    if (!then?.newer || (scroller.current?.scrollTop ?? 0) < -(scroller.current?.clientHeight ?? 0)) return;
    later().catch((error) => say(reason(error)));
  };
  useEffect(() => {
    if (!at) return;
    point(at, "instant");
    newer();
  }, [at]);
  useEffect(newer, [then?.newer]);

  const point = (eventId: string, behavior: ScrollBehavior) => {
    document.getElementById(`m-${eventId}`)?.scrollIntoView({ block: "center", behavior });
    setMarked(eventId);
    setTimeout(() => setMarked(""), 1600);
  };
  const jump = async (eventId: string) => {
    for (let page = 0; page < 8 && !document.getElementById(`m-${eventId}`); page += 1) await (then ? earlier() : lookBack(room.id));
    requestAnimationFrame(() => {
      if (document.getElementById(`m-${eventId}`)) point(eventId, "smooth");
      else go(eventPath(room.id, eventId), at !== undefined);
    });
  };
  const quote = (message: Message): Message | null | undefined => {
    if (!message.replyTo) return undefined;
    const here = byId.get(message.replyTo);
    if (here) return here;
    if (!(message.replyTo in quoted.value)) fetchQuoted(room.id, message.replyTo);
    const event = quoted.value[message.replyTo];
    return event ? (fold([event], me.value)[0] ?? null) : null;
  };
  const pending = new Map(drafts.map((item) => [`~${item.txn}`, item]));
  const newest = messages.findLast((message) => message.kind === "message");
  const empty = messages.every((message) => message.kind === "notice");

  return (
    <div class="timeline-frame">
      <div
        ref={scroller}
        class="timeline"
        tabIndex={0}
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={t("talk.messages")}
        aria-busy={paging} // old pages are not news
        onKeyDown={walk}
        onScroll={() => {
          setAway((scroller.current?.scrollTop ?? 0) < -160);
          older();
          newer();
        }}
      >
        <div class="timeline-inner">
          {reachesStart(room) ? (
            <p class="timeline-start">{empty ? t("talk.empty", { name }) : t("talk.start")}</p>
          ) : failed ? (
            <button type="button" class="button quiet small older" onClick={() => (setFailed(false), older())}>
              {t("talk.olderFailed")} · {t("state.retry")}
            </button>
          ) : (
            <p class="timeline-start" role="status">
              <span class="spinner small" aria-hidden="true" /> <span class="visually-hidden">{t("talk.older")}</span>
            </p>
          )}
          {drawn.map((row) => {
            if (row.kind === "day") {
              return (
                <div class="day" key={row.key} role="separator">
                  <span>{dayName(row.ts)}</span>
                </div>
              );
            }
            if (row.kind === "unread") {
              return (
                <div class="unread-line" key={row.key} role="separator">
                  <span>{t("talk.unread")}</span>
                </div>
              );
            }
            if (row.kind === "notice") {
              return (
                <p class="notice" key={row.key} data-anchor={row.key}>
                  {notice(row.messages, room, direct)}
                </p>
              );
            }
            return (
              <MessageRow
                key={row.message.event.unsigned?.transaction_id ?? row.key}
                room={room}
                direct={direct}
                message={row.message}
                first={row.first}
                last={row.last}
                item={pending.get(row.message.id)}
                readBy={read.get(row.message.id)}
                quote={quote(row.message)}
                marked={marked === row.message.id}
                tabStop={row.message === newest}
                onMenu={(message, at) => setMenu({ message, at })}
                onReply={onReply}
                onJump={(id) => void jump(id)}
                onPicture={setPicture}
              />
            );
          })}
        </div>
      </div>
      <NewAbove room={room} count={opened.unread} scroller={scroller} found={unread.size > 0} drawn={drawn} />
      {(away || then) && (
        <button
          type="button"
          class="to-bottom"
          aria-label={room.unread ? `${t("talk.toBottom")}, ${tn("chats.unread", room.unread)}` : t("talk.toBottom")}
          onClick={() => (then ? go(roomPath(room.id), true) : scroller.current?.scrollTo({ top: 0, behavior: "smooth" }))}
        >
          {room.unread > 0 && <span class="badge">{room.unread}</span>}
          <Icon name="down" />
        </button>
      )}
      {menu && (
        <ActionMenu
          roomId={room.id}
          message={byId.get(menu.message.id) ?? menu.message}
          item={pending.get(menu.message.id)}
          at={menu.at}
          readBy={read.get(menu.message.id) ?? []}
          room={room}
          onReply={onReply}
          onEdit={onEdit}
          onForward={setForwarding}
          onDelete={setDeleting}
          onClose={() => setMenu(undefined)}
        />
      )}
      {forwarding && (
        <Lazy quiet load={() => import("../people/Forward").then(({ Forward }) => () => <Forward room={room} message={forwarding} onClose={() => setForwarding(undefined)} />)} />
      )}
      {deleting && (
        <Confirm
          question={t("action.deleteAsk")}
          yes={t("action.delete")}
          danger
          onYes={() => deleteMessage(room.id, deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
      {picture && <Viewer picture={picture} onClose={() => setPicture(undefined)} />}
    </div>
  );
}

/** Up and down go from message to message. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const from = event.target as HTMLElement;
  if (!step || !from.classList.contains("bubble")) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".bubble")];
  const next = all[all.indexOf(from) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Say that the newest message was seen, once it really is on a visible screen. */
function useSeen(room: Room, away: boolean): void {
  const newest = room.timeline.at(-1);
  useEffect(() => {
    const look = () => {
      if (!newest || away || document.visibilityState !== "visible" || !document.hasFocus()) return;
      if (newest.sender === me.value && room.unread === 0) return;
      if (room.receipts[me.value]?.eventId !== newest.event_id) markRead(room.id, newest.event_id);
    };
    look();
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
    };
  }, [newest?.event_id, away, room.id, room.unread]);
}

