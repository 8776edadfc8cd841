// What was said: drawn from the newest upwards, older pages come on scrolling back, and nothing ever jumps.
// The scroller is a reversed column: its zero is the bottom, so opening and growing need no scrolling at all.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayName, dayOf, t, tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { deleteMessage, fetchQuoted, lookBack } from "../../store/actions";
import type { MatrixEvent } from "../../api/types";
import { personName } from "../../store/names";
import { reachesStart, type Room } from "../../store/model";
import { asEvent } from "../../store/outbox";
import { earlier, later, past, roomInPast } from "../../store/past";
import { lastOfOthers, readersIn, receiptsIn } from "../../store/reading";
import { me, outgoing, quoted, say } from "../../store/state";
import { eventsIn } from "../../store/threading";
import { fold, rowKey, rows, unreadSince, withoutNoise, type Message, type Row } from "../../store/timeline";
import { eventPath, go, goal, roomPath, route, threadPath } from "../app/router";
import { notice } from "../chats/preview";
import { Icon } from "../parts/Icon";
import { Confirm } from "../parts/Dialog";
import { lazily, Lazy } from "../parts/Lazy";
import { pictureOf, type Picture } from "../media/album";
import { ActionMenu } from "./ActionMenu";
import { Blocks } from "./Blocks";
import { useBurning } from "./burning";
import { MessageRow } from "./MessageRow";
import { DayAbove } from "./DayAbove";
import { glide, useAnchor } from "./anchor";
import { NewAbove } from "./NewAbove";
import { useSeen } from "./seen";
import { walk } from "./walk";

const Viewer = lazily(() => import("../viewer/Viewer").then((part) => part.Viewer));
const NONE: ReadonlySet<string> = new Set();

/** One thread, drawn instead of what is outside of threads. */
export interface ThreadView {
  root: string;
  timeline: MatrixEvent[];
  /** Whether the timeline begins with the root, so that nothing is older. */
  whole: boolean;
  older: () => Promise<void>;
}

interface Props {
  room: Room;
  /** The event to begin at, instead of the newest. */
  at?: string;
  thread?: ThreadView;
  direct: boolean;
  name: string;
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
}

export function Timeline({ room: now, at, thread, direct, name, onReply, onEdit }: Props) {
  const root = thread?.root ?? "";
  const then = !thread && past.value?.roomId === now.id ? past.value : null;
  const room = useMemo(
    () => (thread ? { ...now, timeline: thread.timeline, chunks: [{ first: root, token: thread.whole ? null : root }] } : then ? roomInPast(now, then) : now),
    [now, then, thread],
  );
  const latest = useRef(room); // for what goes on while pages come
  latest.current = room;
  const mine = outgoing.value.filter((item) => item.roomId === room.id);
  const known = useMemo(() => new Set(room.timeline.map((event) => event.event_id)), [room.timeline]);
  const drafts = then ? [] : mine.filter((item) => !item.eventId || !known.has(item.eventId));
  const folded = useMemo(
    () => fold([...room.timeline, ...drafts.map((item) => asEvent(item, me.value))], me.value),
    [room.timeline, outgoing.value, then],
  );
  const messages = useMemo(() => folded.filter((message) => (thread ? message.id === root || message.thread === root : !message.thread)), [folded]);
  const inside = useMemo(() => eventsIn(room.timeline, root), [room.timeline]);
  const read = useMemo(() => {
    const known = new Set(now.timeline.map((event) => event.event_id));
    const before = (thread ?? then)?.timeline.filter((event) => !known.has(event.event_id)) ?? [];
    return readersIn(now, [...before, ...now.timeline], root, me.value);
  }, [room.timeline, now.receipts, now.threadReceipts]);
  const [opened] = useState(() => ({
    unread: then ? 0 : thread ? (now.threads?.[root]?.count ?? 0) : room.unread,
    newest: thread ? (messages.at(-1)?.id ?? "") : (inside.at(-1)?.event_id ?? ""),
    readUpTo: receiptsIn(now, root).map((receipts) => receipts[me.value]).sort((a, b) => (b?.ts ?? 0) - (a?.ts ?? 0))[0]?.eventId,
  }));
  const unread = useMemo(() => {
    if (opened.unread === 0) return NONE;
    if (thread) return lastOfOthers(messages, opened.newest, opened.unread, me.value, thread.whole);
    return unreadSince(inside, opened.newest, opened.readUpTo, me.value, reachesStart(room));
  }, [messages]);
  const drawn = useMemo(() => rows(withoutNoise(messages, direct), dayOf, unread), [messages, unread, direct]);
  const byId = useMemo(() => new Map(folded.map((message) => [message.id, message])), [folded]);
  const flames = useBurning(now, then !== null);

  const scroller = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const [failed, setFailed] = useState(false);
  const [paging, setPaging] = useState(false);
  const [menu, setMenu] = useState<{ message: Message; at?: { x: number; y: number } }>();
  const [forwarding, setForwarding] = useState<Message>();
  const [deleting, setDeleting] = useState<Message>();
  const [picture, setPicture] = useState<Picture>();
  const [marked, setMarked] = useState("");
  const album = useMemo(() => (picture ? messages.flatMap((message) => pictureOf(message, personName(room, message.sender)) ?? []) : []), [messages, picture]);
  const look = useRef(() => undefined as void);
  const scrolled = useRef(() => undefined as void);
  const held = useAnchor(scroller, drawn, !then, look, scrolled);

  const page = () => (thread ? thread.older() : then ? earlier() : lookBack(room.id));
  const older = () => {
    const box = scroller.current;
    if (!box || reachesStart(room)) return;
    const fromTop = box.scrollHeight - box.clientHeight + box.scrollTop;
    if (fromTop >= box.clientHeight) return;
    setPaging(true);
    page()
      .then(() => setFailed(false), () => setFailed(true))
      .finally(() => setPaging(false));
  };
  useLayoutEffect(() => {
    if (!failed) older(); // also when what there is does not fill the screen
  }, [room.timeline]);
  useSeen(now, root, inside.at(-1), away || then !== null, scroller);

  const newer = () => {
    if (!then?.newer || (scroller.current?.scrollTop ?? 0) < -(scroller.current?.clientHeight ?? 0)) return;
    later().catch((error) => say(reason(error)));
  };
  scrolled.current = () => {
    setAway((scroller.current?.scrollTop ?? 0) < -160);
    older();
    newer();
  };
  useEffect(() => {
    if (!at) return;
    point(at);
    newer();
  }, [at]);
  useEffect(newer, [then?.newer]);
  useEffect(() => {
    const wanted = goal.value;
    if (thread || wanted?.roomId !== room.id) return;
    goal.value = null;
    void jump(wanted.eventId);
  }, [goal.value]);

  const rowOf = (eventId: string) => scroller.current?.querySelector(`[data-anchor="${CSS.escape(eventId)}"]`);
  const point = (eventId: string, smooth = false) => {
    const [box, row] = [scroller.current, rowOf(eventId)];
    if (box && row) {
      const [frame, place] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
      const top = box.scrollTop + (place.top + place.bottom - frame.top - frame.bottom) / 2;
      if (smooth) glide(box, top);
      else box.scrollTop = top;
    }
    setMarked(eventId);
    setTimeout(() => setMarked(""), 1600);
  };
  const jump = async (eventId: string) => {
    const elsewhere = byId.get(eventId)?.thread ?? quoted.value[eventId]?.content["m.relates_to"]?.rel_type === "m.thread";
    if (!thread && elsewhere) return go(typeof elsewhere === "string" ? threadPath(room.id, elsewhere, eventId) : eventPath(room.id, eventId));
    const isLoaded = () => latest.current.timeline.some((event) => event.event_id === eventId);
    for (let count = 0; count < 8 && !isLoaded() && !reachesStart(latest.current); count += 1) await page();
    setMarked(eventId); // so that it is drawn, however far away it is
    requestAnimationFrame(() => {
      if (rowOf(eventId)) point(eventId, true);
      else go(eventPath(room.id, eventId), at !== undefined);
    });
  };
  const openThread = (message: Message) => {
    const now = route.peek();
    go(threadPath(room.id, message.id), now.name === "room" && now.side?.kind === "thread");
  };
  const quote = (message: Message): Message | null | undefined => {
    if (!message.replyTo) return undefined;
    const here = byId.get(message.replyTo);
    if (here) return here;
    if (!(message.replyTo in quoted.value)) fetchQuoted(room.id, message.replyTo);
    const event = quoted.value[message.replyTo];
    return event ? (fold([event], me.value)[0] ?? null) : null;
  };
  /** What was on its way when its menu was opened may have come back since, with an id of the server's. */
  const asNow = (message: Message) =>
    byId.get(message.id) ?? folded.find((one) => message.id === `~${one.event.unsigned?.transaction_id}`) ?? message;
  const pending = new Map(drafts.map((item) => [`~${item.txn}`, item]));
  const newest = messages.findLast((message) => message.kind === "message");
  const empty = messages.every((message) => message.kind === "notice");

  const draw = (row: Row) => {
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
        <p class={`notice ${row.messages[0]!.redacted ? "burnt" : ""}`} key={row.key} data-anchor={row.key}>
          {row.messages[0]!.redacted && <Icon name="flame" size={13} />}
          {notice(row.messages, room, direct)}
        </p>
      );
    }
    const drawnRow = (
      <MessageRow
        key={rowKey(row)}
        room={room}
        direct={direct}
        message={row.message}
        first={row.first}
        last={row.last}
        item={pending.get(row.message.id)}
        readBy={read.get(row.message.id)}
        quote={quote(row.message)}
        flame={flames.get(row.message.id)}
        marked={marked === row.message.id}
        tabStop={row.message === newest}
        onMenu={(message, at) => setMenu({ message, at })}
        unread={now.threads?.[row.message.id]?.count}
        onReply={onReply}
        onThread={thread ? undefined : openThread}
        onJump={(id) => void jump(id)}
        onPicture={setPicture}
      />
    );
    if (row.message.id !== root) return drawnRow;
    const { answers } = row.message;
    return [
      drawnRow,
      <p class="thread-start" key="thread-start">
        {answers ? tn("thread.count", answers.count) : t("thread.none")}
      </p>,
    ];
  };

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
      >
        <div class="timeline-inner">
          {reachesStart(room) && thread ? null : reachesStart(room) ? (
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
          <Blocks rows={drawn} draw={draw} scroller={scroller} wanted={marked} held={held} look={look} />
        </div>
      </div>
      <DayAbove scroller={scroller} rows={drawn} />
      <NewAbove room={room} count={opened.unread} scroller={scroller} found={unread.size > 0} drawn={drawn} older={thread?.older} />
      {(away || then) && (
        <button
          type="button"
          class="to-bottom"
          aria-label={!thread && room.unread ? `${t("talk.toBottom")}, ${tn("chats.unread", room.unread)}` : t("talk.toBottom")}
          onClick={() => (then ? go(roomPath(room.id), true) : scroller.current && glide(scroller.current, 0))}
        >
          {!thread && room.unread > 0 && <span class="badge">{room.unread}</span>}
          <Icon name="down" />
        </button>
      )}
      {menu && (
        <ActionMenu
          roomId={room.id}
          message={asNow(menu.message)}
          item={pending.get(menu.message.id)}
          at={menu.at}
          readBy={read.get(menu.message.id) ?? []}
          room={room}
          onReply={onReply}
          onThread={thread ? undefined : openThread}
          onEdit={onEdit}
          onForward={setForwarding}
          onDelete={setDeleting}
          onClose={() => setMenu(undefined)}
        />
      )}
      {forwarding && (
        <Lazy quiet load={() => import("../people/Forward").then(({ Forward }) => () => <Forward room={room} message={forwarding} onClose={() => setForwarding(undefined)} />)} />
      )}
      {deleting && deleting.sender !== me.value && (
        <Lazy quiet load={() => import("../recall/TakeDown").then(({ TakeDown }) => () => <TakeDown room={room} message={deleting} onClose={() => setDeleting(undefined)} />)} />
      )}
      {deleting?.sender === me.value && (
        <Confirm
          question={t("action.deleteAsk")}
          yes={t("action.delete")}
          danger
          onYes={() => deleteMessage(room.id, deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
      {picture && <Viewer album={album} start={picture} onFirst={() => void page().catch(() => undefined)} onClose={() => setPicture(undefined)} />}
    </div>
  );
}
