// The threads of a conversation, the one with the newest answer first.
import { useEffect, useMemo, useState } from "preact/hooks";
import { threadsOf } from "../../api/threads";
import type { MatrixEvent } from "../../api/types";
import { t, tn, when } from "../../i18n";
import { reason } from "../../i18n/errors";
import { markRead } from "../../store/actions";
import type { Room } from "../../store/model";
import { personName } from "../../store/names";
import { openEvent } from "../../store/sealing";
import { me } from "../../store/state";
import { fold, type Message } from "../../store/timeline";
import { back, go, sidePath, threadPath } from "../app/router";
import { gist } from "../chats/preview";
import { Avatar } from "../parts/Avatar";
import { useArrivalFocus } from "../parts/focus";
import { Icon } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { UnreadBadge } from "../parts/UnreadBadge";
import { w } from "./words";
import "./threads.css";

const PAGE = 30;

interface Found {
  roots: MatrixEvent[];
  next?: string;
}

export function ThreadList({ room }: { room: Room }) {
  const first = useArrivalFocus();
  const [mine, setMine] = useState(false);
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState("");
  const [busy, setBusy] = useState(false);
  const load = async (next = "") => {
    setBusy(true);
    setFailed("");
    try {
      const page = await threadsOf(room.id, mine, next, PAGE);
      const roots = await Promise.all(page.chunk.map((event) => openEvent(room.id, event)));
      setFound((old) => ({ roots: next ? [...(old?.roots ?? []), ...roots] : roots, next: page.next_batch }));
    } catch (error) {
      setFailed(reason(error));
    }
    setBusy(false);
  };
  const newest = room.timeline.findLast((event) => event.content["m.relates_to"]?.rel_type === "m.thread")?.content["m.relates_to"]?.event_id;
  useEffect(() => void load(), [room.id, mine]);
  useEffect(() => {
    if (found && newest && !found.roots.some((root) => root.event_id === newest)) void load(); // somebody has begun one
  }, [newest]);
  const threads = useMemo(() => threadsAsTheyAre(found?.roots ?? [], room), [found, room.timeline]);
  const unread = threads.filter((root) => room.threads?.[root.id] && root.answers?.last);
  return (
    <section class="info threads" aria-label={t("thread.titles")}>
      <div class="bar">
        <button type="button" class="icon-button" ref={first} aria-label={t("action.close")} onClick={() => back(sidePath(room.id))}>
          <Icon name="close" />
        </button>
        <h1>{t("thread.titles")}</h1>
        {unread.length > 0 && (
          <button
            type="button"
            class="icon-button"
            aria-label={w("readAll")}
            title={w("readAll")}
            onClick={() => unread.forEach((root) => markRead(room.id, root.answers!.last!.id, root.id))}
          >
            <Icon name="checks" />
          </button>
        )}
      </div>
      <div class="segments" role="radiogroup" aria-label={w("which")}>
        {[false, true].map((one) => (
          <label key={String(one)} class={mine === one ? "chosen" : ""}>
            <input type="radio" name="which-threads" class="visually-hidden" checked={mine === one} onChange={() => (setFound(undefined), setMine(one))} />
            {w(one ? "mine" : "all")}
          </label>
        ))}
      </div>
      <div class="scroll" aria-busy={busy}>
        {threads.length > 0 && (
          <ul class="thread-roots">
            {threads.map((root) => (
              <Root key={root.id} room={room} root={root} />
            ))}
          </ul>
        )}
        {failed ? (
          <Failed text={failed} onRetry={() => void load(found?.next)} />
        ) : !found ? (
          <Loading />
        ) : threads.length === 0 ? (
          <Empty icon="thread" title={w(mine ? "noneMine" : "none")} hint={w("hint")} />
        ) : (
          found.next && (
            <button type="button" class="button quiet small" disabled={busy} onClick={() => void load(found.next)}>
              {w("more")}
            </button>
          )
        )}
      </div>
    </section>
  );
}

/** Roots with their threads as the server told them and as they have gone on since. */
function threadsAsTheyAre(roots: readonly MatrixEvent[], room: Room): Message[] {
  const here = new Set(room.timeline.map((event) => event.event_id));
  const wanted = new Set(roots.map((root) => root.event_id));
  return fold([...roots.filter((root) => !here.has(root.event_id)), ...room.timeline], me.value)
    .filter((message) => wanted.has(message.id) && message.answers)
    .sort((a, b) => (b.answers!.last?.ts ?? 0) - (a.answers!.last?.ts ?? 0));
}

function Root({ room, root }: { room: Room; root: Message }) {
  const { count, last } = root.answers!;
  const unread = room.threads?.[root.id]?.count ?? 0;
  const called = (user: string) => (user === me.value ? t("chats.you") : personName(room, user));
  return (
    <li>
      <button type="button" class="thread-root" onClick={() => go(threadPath(room.id, root.id))}>
        <Avatar id={root.sender} name={personName(room, root.sender)} mxc={room.members[root.sender]?.avatar} size={40} />
        <span class="thread-root-text">
          <span class="chat-top">
            <b dir="auto">{called(root.sender)}</b>
            <time dateTime={new Date(last?.ts ?? root.ts).toISOString()}>{when(last?.ts ?? root.ts)}</time>
          </span>
          <span class="thread-root-said" dir="auto">
            {gist(root)}
          </span>
          <span class="thread-root-last">
            <b>{tn("thread.count", count)}</b>
            {last && (
              <bdi>
                {t("preview.who", { name: called(last.sender) })}
                {gist(last)}
              </bdi>
            )}
            <UnreadBadge count={unread} />
          </span>
        </span>
      </button>
    </li>
  );
}
