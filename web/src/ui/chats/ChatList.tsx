// The chat list: invitations first, then conversations by their newest message.
import { useComputed, useSignal } from "@preact/signals";
import { t, when } from "../../i18n";
import { levelOf } from "../../store/quiet";
import { isReplaced, unreadOf } from "../../store/model";
import { chosenSpace, isSpace, roomsIn } from "../../store/spaces";
import { readAt } from "../../store/reading";
import { personName } from "../../store/names";
import { connection, loaded, me, myProfile, outgoing, world } from "../../store/state";
import { localpart } from "../../store/names";
import { go, roomPath, route, searchPath } from "../app/router";
import { draftOf } from "../conversation/drafts";
import { pasted } from "../links/follow";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Lazy } from "../parts/Lazy";
import { Empty, Loading } from "../parts/Notice";
import { UnreadBadge } from "../parts/UnreadBadge";
import { Invitation } from "./Invitation";
import { entries, type Entry } from "./list";
import { gist } from "./preview";

export function ChatList() {
  const term = useSignal("");
  const all = useComputed(() => entries(world.value, outgoing.value));
  const invites = all.value.filter((entry) => entry.room.membership === "invite");
  const wanted = term.value.trim().toLowerCase();
  const spaces = useComputed(() => all.value.some((entry) => entry.room.membership === "join" && isSpace(entry.room)));
  const inside = useComputed(() => (isSpace(world.value.rooms[chosenSpace.value]) ? roomsIn(world.value, chosenSpace.value) : null));
  const joined = all.value.filter(({ room }) => room.membership === "join" && !isSpace(room) && !isReplaced(world.value, room) && (!inside.value || inside.value.has(room.id)));
  const shown = wanted ? joined.filter((entry) => entry.name.toLowerCase().includes(wanted)) : joined;
  const profile = myProfile.value;
  const myName = profile.display_name ?? localpart(me.value);
  const waiting = connection.value === "connecting" || (connection.value === "starting" && loaded.value);
  return (
    <>
      <div class="bar">
        <button type="button" class="avatar-button" aria-label={t("settings.title")} onClick={() => go("#/settings")}>
          <Avatar id={me.value} name={myName} mxc={profile.avatar_url} size={36} />
        </button>
        <h1>
          {t("chats.title")}
          {waiting && <small>{t("state.connecting")}</small>}
        </h1>
        <button type="button" class="icon-button" aria-label={t("search.title")} title={t("search.title")} onClick={() => go(searchPath())}>
          <Icon name="search" />
        </button>
        <button type="button" class="icon-button" aria-label={t("chats.start")} title={t("chats.start")} onClick={() => go("#/new")}>
          <Icon name="compose" />
        </button>
      </div>
      {joined.length > 4 && (
        <div class="search" role="search">
          <Icon name="search" size={18} />
          <input
            type="search"
            placeholder={t("chats.search")}
            aria-label={t("chats.search")}
            value={term.value}
            onInput={(event) => pasted((term.value = event.currentTarget.value))}
          />
        </div>
      )}
      {spaces.value && <Lazy quiet load={() => import("../spaces/Rail").then((part) => part.Rail)} />}
      <nav class="scroll" aria-label={t("chats.list")}>
        {invites.length > 0 && (
          <section aria-label={t("invites.title")} class="invites">
            {invites.map((entry) => (
              <Invitation key={entry.room.id} entry={entry} />
            ))}
          </section>
        )}
        {!loaded.value ? (
          connection.value === "offline" ? <Empty icon="alert" title={t("error.network")} /> : <Skeleton />
        ) : all.value.length === 0 ? (
          <Empty icon="chat" title={t("chats.empty")} hint={t("chats.emptyHint")}>
            <button type="button" class="button primary" onClick={() => go("#/new")}>
              {t("chats.start")}
            </button>
          </Empty>
        ) : inside.value && joined.length === 0 ? (
          <Empty icon="chat" title={t("chats.empty")} />
        ) : wanted && shown.length === 0 ? (
          <Empty icon="search" title={t("chats.noMatch", { term: term.value.trim() })} />
        ) : (
          <ul class="chats">
            {shown.map((entry) => (
              <Row key={entry.room.id} entry={entry} />
            ))}
          </ul>
        )}
      </nav>
    </>
  );
}

function Row({ entry }: { entry: Entry }) {
  const { room, name } = entry;
  const at = route.value;
  const current = at.name === "room" && at.id === room.id;
  const draft = current ? "" : draftOf(room.id);
  const { count: unread, highlights } = unreadOf(room);
  const level = levelOf(world.value, room.id);
  const { last } = entry;
  const news = level !== "all" && !unread && !current && last !== undefined && last.sender !== me.value && readAt(room, me.value, last.thread) < last.ts;
  return (
    <li>
      <a
        class={`chat ${current ? "current" : ""} ${unread ? "has-unread" : ""}`}
        href={roomPath(room.id)}
        aria-current={current ? "page" : undefined}
        onClick={(event) => {
          event.preventDefault();
          go(roomPath(room.id), at.name === "room");
        }}
      >
        <Avatar id={entry.partner ?? room.id} name={name} mxc={entry.avatar} size={50} />
        <span class="chat-text">
          <span class="chat-top">
            <span class="chat-name" dir="auto">
              {name}
              {level !== "all" && (
                <span class="chat-level" title={t(level === "none" ? "level.noneHint" : "level.mentionsHint")}>
                  <Icon name="bellOff" size={14} />
                  <span class="visually-hidden">{t(level === "none" ? "level.noneHint" : "level.mentionsHint")}</span>
                </span>
              )}
            </span>
            {entry.ts > 0 && <time dateTime={new Date(entry.ts).toISOString()}>{when(entry.ts)}</time>}
          </span>
          <span class="chat-bottom">
            <Preview entry={entry} draft={draft} />
            {highlights > 0 && (
              <span class="badge mention" title={t("chats.mention")}>
                @<span class="visually-hidden">{t("chats.mention")}</span>
              </span>
            )}
            {news && (
              <span class="badge dot" title={t("talk.unread")}>
                <span class="visually-hidden">{t("talk.unread")}</span>
              </span>
            )}
            <UnreadBadge count={unread} />
          </span>
        </span>
      </a>
    </li>
  );
}

function Preview({ entry, draft }: { entry: Entry; draft: string }) {
  const { room, last } = entry;
  if (room.typing.length > 0) return <span class="chat-preview typing">{t("talk.typingShort")}</span>;
  if (draft) {
    return (
      <span class="chat-preview">
        <b class="draft">[{t("chats.draft")}]</b> <bdi>{draft}</bdi>
      </span>
    );
  }
  const own = last?.sender === me.value;
  const who = !last || (entry.partner && !own) ? "" : own ? t("chats.you") : personName(room, last.sender);
  return (
    <span class="chat-preview">
      {entry.pending === "failed" && (
        <b class="failed">
          <Icon name="alert" size={15} /> {t("chats.notSent")}{" "}
        </b>
      )}
      {entry.pending === "sending" && <Icon name="clock" size={14} />}
      {last && who && !(own && entry.partner) && <bdi class="preview-who">{t("preview.who", { name: who })}</bdi>}
      <bdi>{last ? gist(last) : t("preview.none")}</bdi>
    </span>
  );
}

function Skeleton() {
  return (
    <>
      <div class="skeleton" aria-hidden="true">
        {[70, 45, 60, 50, 65].map((width, i) => (
          <div class="skeleton-row" key={i}>
            <span class="skeleton-avatar" />
            <span class="skeleton-lines">
              <span style={{ width: `${width}%` }} />
              <span style={{ width: `${width * 0.8}%` }} />
            </span>
          </div>
        ))}
      </div>
      <Loading />
    </>
  );
}
