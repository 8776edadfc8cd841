// One thread: its root, the answers, and where one answers. Beside the conversation on a desk, a page of its own on a phone.
import { useEffect, useMemo, useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { fitting } from "../../store/fitting";
import type { Room } from "../../store/model";
import { isSealed, sealing, trustChanges, unreadable } from "../../store/sealing";
import { connection, say } from "../../store/state";
import { threadTimeline } from "../../store/threading";
import { beginThread, catchUp, endThread, forgetAnswers, olderAnswers, openThread, reopenAnswers } from "../../store/threads";
import type { Message } from "../../store/timeline";
import { back, eventPath, go, sidePath } from "../app/router";
import { Composer, type Mode } from "../conversation/Composer";
import { Timeline } from "../conversation/Timeline";
import { useArrivalFocus } from "../parts/focus";
import { Icon } from "../parts/Icon";
import { Failed, Loading } from "../parts/Notice";
import { w } from "./words";
import "./threads.css";

interface Props {
  room: Room;
  name: string;
  direct: boolean;
  root: string;
  /** The message to begin at. */
  at?: string;
}

const PAGES_MAX = 20;

export function ThreadPanel({ room, name, direct, root, at }: Props) {
  const [mode, setMode] = useState<Mode>({ kind: "write" });
  const [failed, setFailed] = useState("");
  const [files, setFiles] = useState<File[]>([]);
  const now = openThread.value?.roomId === room.id && openThread.value.root === root ? openThread.value : undefined;
  // A timeline that holds the root holds all that was said in its thread since, so nothing need be asked; it goes without a network too.
  const isHere = useMemo(() => room.timeline.some((event) => event.event_id === root), [room.timeline, root]);
  const loaded = isHere ? undefined : now;
  const timeline = useMemo(
    () => threadTimeline(root, loaded?.events ?? [], room.timeline, loaded?.rootEvent),
    [room.timeline, loaded?.events, loaded?.rootEvent, root],
  );
  const whole = isHere || now?.older === null;
  const view = useMemo(() => ({ root, whole, timeline: whole ? timeline : timeline.filter((event) => event.event_id !== root), older: olderAnswers }), [timeline, whole]);
  const last = timeline.findLast((event) => event.content["m.relates_to"]?.rel_type === "m.thread" && !event.unsigned?.redacted_because)?.event_id ?? root;
  const arrived = useArrival(view.timeline.some((event) => event.event_id === at) || whole, at, now !== undefined);

  useEffect(() => {
    beginThread(room.id, root);
    return endThread;
  }, [room.id, root]);
  const online = connection.value === "online";
  useEffect(() => {
    if (now?.older === "" && !isHere && online) olderAnswers().then(() => setFailed(""), (error) => setFailed(reason(error)));
  }, [now?.older, isHere, online]);
  useEffect(() => {
    if (online) catchUp().catch(() => undefined);
  }, [room.gaps]);
  useEffect(() => forgetAnswers(room.timeline), [room.timeline]);
  useEffect(() => void reopenAnswers(), [trustChanges.value, sealing.value]);

  const attach = (more: readonly File[]) => void fitting(more).then((fit) => fit.length && setFiles((old) => [...old, ...fit]));
  const first = useArrivalFocus();
  const parent = sidePath(room.id);
  const wide = matchMedia("(min-width: 1081px)").matches;
  return (
    <section
      class="info thread"
      aria-label={w("title")}
      onDragOver={(event) => event.dataTransfer?.types.includes("Files") && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        attach([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <div class="bar">
        <button type="button" class="icon-button" ref={first} aria-label={t("action.close")} onClick={() => back(parent)}>
          <Icon name={wide ? "close" : "back"} />
        </button>
        <h1>
          {w("title")}
          <small dir="auto">{name}</small>
        </h1>
        <button
          type="button"
          class="icon-button"
          aria-label={w("inTalk")}
          title={w("inTalk")}
          onClick={() => go(eventPath(room.id, root) + (wide ? `/thread/${encodeURIComponent(root)}` : ""))}
        >
          <Icon name="chat" />
        </button>
      </div>
      {failed && timeline.length === 0 ? (
        <Failed text={failed} onRetry={() => void olderAnswers().then(() => setFailed(""), (error) => setFailed(reason(error)))} />
      ) : !now || !arrived || (timeline.length === 0 && online) ? (
        <Loading />
      ) : (
        <Timeline
          key={`${root} ${at ?? ""}`}
          room={room}
          at={at}
          thread={view}
          direct={direct}
          name={name}
          onReply={(message: Message) => setMode({ kind: "reply", message })}
          onEdit={(message: Message) => setMode({ kind: "edit", message })}
        />
      )}
      {unreadable.value.has(room.id) && <p class="composer-note" role="status">{t("talk.sealing.nobody")}</p>}
      {isSealed(room) && (sealing.value === "impossible" || sealing.value === "elsewhere") ? (
        <p class="composer closed">{t(sealing.value === "elsewhere" ? "talk.sealing.elsewhere" : "talk.sealing.impossible")}</p>
      ) : (
        <Composer key={root} room={room} thread={{ root, last }} mode={mode} onMode={setMode} files={files} onFiles={setFiles} onAttach={attach} />
      )}
    </section>
  );
}

/** Whether the message to begin at is here; older answers are read until it is. */
function useArrival(isHere: boolean, at: string | undefined, begun: boolean): boolean {
  const [given, setGiven] = useState("");
  useEffect(() => {
    if (!at || isHere || !begun) return;
    const look = async () => {
      for (let page = 0; page < PAGES_MAX && openThread.value && openThread.value.older !== null; page += 1) {
        if (openThread.value.events.some((event) => event.event_id === at)) break;
        await olderAnswers();
      }
    };
    look().catch((error) => say(reason(error))).finally(() => setGiven(at));
  }, [at, isHere, begun]);
  return !at || isHere || given === at;
}
