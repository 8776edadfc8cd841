// One conversation: who it is with, what was said, and where one writes.
import { useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { loadMembers } from "../../store/actions";
import { timerOf } from "../../store/burn";
import { isSpace } from "../../store/spaces";
import { closeRoom } from "../../store/engine";
import { fitting } from "../../store/fitting";
import { closePast, openPast, past } from "../../store/past";
import { localpart, partnerOf, personName, roomAvatar, roomName } from "../../store/names";
import type { Relation } from "../../api/types";
import type { Room } from "../../store/model";
import { pinsOf } from "../../store/pins";
import { isSealed, sealing, unreadable } from "../../store/sealing";
import { connection, loaded, outgoing, say, suspended, world } from "../../store/state";
import { lookIn, threadOf } from "../../store/threading";
import type { Message } from "../../store/timeline";
import { CallButtons } from "../calls/CallButtons";
import { back, go, roomPath, sidePath, type Side, spacePath } from "../app/router";
import { Invitation } from "../chats/Invitation";
import { nameWords } from "../chats/list";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Lazy } from "../parts/Lazy";
import { Empty, Loading } from "../parts/Notice";
import { PollDialogs } from "../polls/Poll";
import { RoomInfo } from "../room/RoomInfo";
import { Composer, type Mode } from "./Composer";
import { Timeline } from "./Timeline";

interface Place {
  info: boolean;
  at?: string;
  side?: Side;
}

export function Conversation({ id, ...place }: Place & { id: string }) {
  const found = useComputed(() => world.value.rooms[id]);
  const room = found.value;
  if (!room) {
    return (
      <>
        <div class="bar">
          <BackButton />
          <h1 class="visually-hidden">{t("talk.messages")}</h1>
        </div>
        {loaded.value && connection.value === "online" ? <Gone /> : <Loading />}
      </>
    );
  }
  if (isSpace(room) && room.membership === "join") {
    queueMicrotask(() => go(spacePath(id), true)); // nothing is said in a space
    return <Loading />;
  }
  if (room.membership === "invite") {
    const name = roomName(world.value, room, nameWords());
    const entry = { room, name, avatar: roomAvatar(world.value, room), partner: partnerOf(world.value, room), ts: 0 };
    return (
      <>
        <div class="bar">
          <BackButton />
          <h1>{name}</h1>
        </div>
        <div class="state">
          <Invitation entry={entry} />
        </div>
      </>
    );
  }
  return <Joined room={room} {...place} />;
}

const BackButton = () => (
  <button type="button" class="icon-button back" aria-label={t("talk.back")} onClick={() => back()}>
    <Icon name="back" />
  </button>
);

const Gone = () => (
  <Empty icon="chat" title={t("talk.gone")}>
    <button type="button" class="button quiet" onClick={() => go("#/", true)}>
      {t("talk.back")}
    </button>
  </Empty>
);

function Joined({ room, info, at, side }: Place & { room: Room }) {
  const [mode, setMode] = useState<Mode>({ kind: "write" });
  const [files, setFiles] = useState<File[]>([]);
  const [dropping, setDropping] = useState(false);
  const away = useRef(0);
  const partner = partnerOf(world.value, room);
  const name = roomName(world.value, room, nameWords());

  useEffect(() => () => closeRoom(room.id), [room.id]);
  useEffect(() => {
    // Receipts and old messages name people whom lazy loading did not bring.
    if (!room.everybody && room.joined > 0 && room.joined <= 200) loadMembers(room.id).catch(() => undefined);
  }, [room.id, room.everybody]);

  const arrived = useArrival(room, at);
  const burns = timerOf(room) !== null;

  const attach = (more: readonly File[]) => void fitting(more).then((fit) => fit.length && setFiles((old) => [...old, ...fit]));
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    away.current = 0;
    attach([...(event.dataTransfer?.files ?? [])]);
  };
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
  return (
    <div class={`talk ${info || side ? "with-info" : ""}`}>
      <section
        class="talk-main"
        aria-label={name}
        onDragEnter={(event) => carriesFiles(event) && ((away.current += 1), setDropping(true))}
        onDragLeave={(event) => carriesFiles(event) && (away.current -= 1) <= 0 && setDropping(false)}
        onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
        onDrop={dropped}
      >
        <div class="bar talk-bar">
          <BackButton />
          <button
            type="button"
            class="talk-title"
            title={t("talk.info")}
            onClick={() => go(roomPath(room.id, !info), info)}
          >
            <Avatar id={partner ?? room.id} name={name} mxc={roomAvatar(world.value, room)} size={40} />
            <span>
              <h1 dir="auto">
                {isSealed(room) && <Icon name="lock" size={15} />}
                {burns && <Icon name="flame" size={15} />}
                {name}
              </h1>
              {isSealed(room) && <span class="visually-hidden">{t("talk.sealed")}</span>}
              <Subtitle room={room} partner={partner} />
            </span>
          </button>
          <CallButtons room={room} partner={partner} />
          <NewsInThreads room={room} />
          <button type="button" class="icon-button" aria-label={t("talk.info")} onClick={() => go(roomPath(room.id, !info), info)}>
            <Icon name="more" />
          </button>
        </div>
        {pinsOf(room).length > 0 && <Lazy quiet load={() => import("../pins/PinBar").then(({ PinBar }) => () => <PinBar roomId={room.id} />)} />}
        {!arrived ? <Loading /> : <Timeline
          key={at ?? "now"}
          room={room}
          at={at}
          direct={partner !== undefined}
          name={name}
          onReply={(message: Message) => setMode({ kind: "reply", message })}
          onEdit={(message: Message) => setMode({ kind: "edit", message })}
        />}
        {isSealed(room) && partner && (
          <Lazy quiet load={() => import("../security/ChangedIdentity").then(({ ChangedIdentity }) => () => <ChangedIdentity user={partner} name={name} />)} />
        )}
        {burns && <Lazy quiet load={() => import("../burn/BurnSign").then(({ BurnSign }) => () => <BurnSign roomId={room.id} />)} />}
        {partner && world.value.ignored?.includes(partner) && <Lazy quiet load={() => import("../ignored/Note").then(({ Note }) => () => <Note user={partner} name={name} />)} />}
        {unreadable.value.has(room.id) && <p class="composer-note" role="status">{t("talk.sealing.nobody")}</p>}
        {isSealed(room) && (sealing.value === "impossible" || sealing.value === "elsewhere") ? (
          <p class="composer closed">{t(sealing.value === "elsewhere" ? "talk.sealing.elsewhere" : "talk.sealing.impossible")}</p>
        ) : room.state["m.room.tombstone"] ? (
          <Lazy quiet load={() => import("../manage/Moved").then(({ Moved }) => () => <Moved roomId={room.id} />)} />
        ) : suspended.value ? (
          <Lazy quiet load={() => import("../suspended/Suspended").then(({ Suspended }) => () => <Suspended roomId={room.id} />)} />
        ) : (
          <Composer room={room} mode={mode} onMode={setMode} files={files} onFiles={setFiles} onAttach={attach} />
        )}
        <PollDialogs room={room} />
        {dropping && (
          <div class="drop-here" aria-hidden="true">
            {t("talk.drop")}
          </div>
        )}
      </section>
      {side && (
        <Lazy key={side.kind === "thread" ? "threads" : side.kind} load={() => side.kind === "settings" ? import("../manage/Manage").then(({ Manage }) => () => <Manage roomId={room.id} />) : side.kind === "pins" ? import("../pins/PinList").then(({ PinList }) => () => <PinList roomId={room.id} />) : import("../threads/Beside").then(({ Beside }) => () => <Beside roomId={room.id} />)} />
      )}
      {info && <RoomInfo room={room} name={name} partner={partner} />}
    </div>
  );
}

/** The way to threads with something new, which may hang on messages far back. */
function NewsInThreads({ room }: { room: Room }) {
  const count = Object.keys(room.threads ?? {}).length;
  if (count === 0) return null;
  const label = tn("thread.unread", count);
  return (
    <button type="button" class="icon-button threads-button" aria-label={label} title={label} onClick={() => go(sidePath(room.id, "threads"))}>
      <Icon name="thread" />
      <span class="badge dot" />
    </button>
  );
}

/** Whether what is to be seen is here: at once, or when what lies around the event `at` has come. */
function useArrival(room: Room, at: string | undefined): boolean {
  const [here, setHere] = useState("");
  const queued = outgoing.value.filter((item) => item.roomId === room.id && !(item.content["m.relates_to"] as Relation | undefined)?.rel_type).at(-1)?.txn;
  const before = useRef(queued);
  useEffect(() => {
    if (!at) return undefined;
    openPast(room.id, at).then(
      () => {
        const root = threadAt(room.id, at);
        if (root) go(`${roomPath(room.id)}/thread/${encodeURIComponent(root)}/${encodeURIComponent(at)}`, true);
        else setHere(at);
      },
      (error) => (say(reason(error)), go(roomPath(room.id), true)),
    );
    return closePast;
  }, [room.id, at]);
  useEffect(() => {
    if (at && queued && queued !== before.current && past.value) go(roomPath(room.id), true); // what one writes stands at the newest
    before.current = queued;
  }, [queued]);
  return !at || here === at;
}

/** The root of the thread that an event is in, once it has been loaded. */
function threadAt(roomId: string, eventId: string): string | undefined {
  const events = [...(past.value?.timeline ?? []), ...(world.value.rooms[roomId]?.timeline ?? [])];
  const look = lookIn(events);
  const event = look(eventId);
  return event && threadOf(event, look);
}

function Subtitle({ room, partner }: { room: Room; partner: string | undefined }) {
  const typing = room.typing[0];
  if (typing) {
    const text = partner ? t("talk.typingShort") : tn("talk.typing", room.typing.length, { name: personName(room, typing) });
    return (
      <small class="typing" aria-live="polite">
        {text}
      </small>
    );
  }
  if (connection.value === "offline") return null;
  if (partner) return <small>{room.members[partner]?.membership === "invite" ? t("talk.invited") : `@${localpart(partner)}`}</small>;
  return <small>{tn("talk.members", room.joined)}</small>;
}
