// Searching what was said: results with the words marked; choosing one leads into the conversation, and back leads here again.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { full, t, when } from "../../i18n";
import { reason } from "../../i18n/errors";
import { searchMessages, type Hit } from "../../api/search";
import { localpart, partnerOf, personName, roomAvatar, roomName } from "../../store/names";
import { isSealed } from "../../store/sealing";
import { taken } from "../../store/recall";
import { me, world } from "../../store/state";
import { fold, plainBody } from "../../store/timeline";
import { back, eventPath, go, route } from "../app/router";
import { nameWords } from "../chats/list";
import { gist } from "../chats/preview";
import { pasted } from "../links/follow";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { excerpt } from "./excerpt";
import { w, wn } from "./words";
import "./search.css";

interface State {
  me: string;
  room?: string;
  term: string;
  state: "idle" | "busy" | "done" | "failed";
  hits: Hit[];
  words: string[];
  count: number;
  next?: string;
  error?: string;
}

const fresh = (room?: string): State => ({ me: me.value, room, term: "", state: "idle", hits: [], words: [], count: 0 });

/** The last search; it stays while its results are visited. */
const search = signal<State>(fresh());
const ASK_AFTER_MS = 300;
let running = new AbortController();

function look(term: string, pause: number): void {
  running.abort();
  const stop = (running = new AbortController());
  const { room } = search.value;
  if (!term.trim()) {
    search.value = { ...fresh(room), term };
    return;
  }
  search.value = { ...search.value, term, state: "busy" };
  setTimeout(() => !stop.signal.aborted && void page(stop.signal), pause);
}

async function page(signal: AbortSignal, next?: string): Promise<void> {
  const { term, room, me: asker } = search.value;
  try {
    const found = await searchMessages(term.trim(), room, next, signal);
    if (signal.aborted || asker !== me.value) return;
    const old = search.value;
    search.value = {
      ...old,
      state: "done",
      hits: next ? [...old.hits, ...found.results] : found.results,
      words: next ? [...new Set([...old.words, ...found.highlights])] : found.highlights,
      count: found.count,
      next: found.next_batch,
      error: undefined,
    };
  } catch (error) {
    if (!signal.aborted) search.value = { ...search.value, state: "failed", error: reason(error) };
  }
}

export function Search() {
  const at = route.value;
  const input = useRef<HTMLInputElement>(null);
  const asked = at.name === "search";
  if (search.value.me !== me.value || (asked && search.value.room !== at.room)) {
    running.abort();
    search.value = fresh(asked ? at.room : undefined);
  }
  useEffect(() => {
    if (asked) input.current?.focus();
  }, [asked]);
  const { room, term, state, hits, count, next, error } = search.value;
  const inside = room ? world.value.rooms[room] : undefined;
  const sealed = inside ? isSealed(inside) : Object.values(world.value.rooms).some(isSealed);
  const hint = inside ? w("hintHere", { name: roomName(world.value, inside, nameWords()) }) : w("hint");
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => (asked ? back() : go("#/"))}>
          <Icon name="back" />
        </button>
        <h1>{inside ? roomName(world.value, inside, nameWords()) : t("search.title")}</h1>
      </div>
      <div class="search" role="search">
        <Icon name="search" size={18} />
        <input
          ref={input}
          type="search"
          autocomplete="off"
          maxLength={200}
          placeholder={inside ? t("search.here") : t("search.title")}
          aria-label={inside ? t("search.here") : t("search.title")}
          value={term}
          onInput={(event) => (pasted(event.currentTarget.value), look(event.currentTarget.value, ASK_AFTER_MS))}
        />
      </div>
      <div class="scroll" aria-busy={state === "busy"}>
        <p class={hits.length > 0 && state === "done" ? "found-count" : "visually-hidden"} role="status">
          {state === "done" && wn("count", count)}
        </p>
        {hits.length > 0 ? (
          <>
            <ul class="found" aria-label={w("results")}>
              {hits.filter((hit) => !taken.value.has(hit.result.event_id)).map((hit) => (
                <Result key={hit.result.event_id} hit={hit} words={search.value.words} single={inside !== undefined} />
              ))}
            </ul>
            {state === "failed" && <Failed text={error ?? ""} onRetry={() => look(term, 0)} />}
            {state === "done" && next && (
              <button type="button" class="button quiet found-more" onClick={() => void page(running.signal, next)}>
                {w("more")}
              </button>
            )}
          </>
        ) : state === "busy" ? (
          <Loading />
        ) : state === "failed" ? (
          <Failed text={error ?? ""} onRetry={() => look(term, 0)} />
        ) : state === "done" ? (
          <Empty icon="search" title={w("none", { term: term.trim() })} />
        ) : (
          <Empty icon="search" title={hint} />
        )}
        {sealed && <p class="found-note">{w("sealed")}</p>}
      </div>
    </>
  );
}

function Result({ hit, words, single }: { hit: Hit; words: readonly string[]; single: boolean }) {
  const { result, context } = hit;
  const at = route.value;
  const roomId = (result as { room_id?: string }).room_id ?? "";
  const room = world.value.rooms[roomId];
  const profile = context?.profile_info?.[result.sender];
  const sender = result.sender === me.value ? t("chats.you") : (room?.members[result.sender]?.name ?? profile?.displayname ?? localpart(result.sender));
  const message = fold([result], me.value)[0];
  const text = message ? (message.content.msgtype === "m.text" ? plainBody(message.content, message.replyTo !== undefined) : gist(message)) : "";
  const current = at.name === "room" && (at.at === result.event_id || (at.side?.kind === "thread" && at.side.at === result.event_id));
  const partner = room && partnerOf(world.value, room);
  const where = room ? roomName(world.value, room, nameWords()) : roomId;
  return (
    <li>
      <a
        class={`chat ${current ? "current" : ""}`}
        href={eventPath(roomId, result.event_id)}
        aria-current={current ? "true" : undefined}
        onClick={(event) => {
          event.preventDefault();
          go(eventPath(roomId, result.event_id), at.name === "room");
        }}
      >
        {single ? (
          <Avatar id={result.sender} name={room ? personName(room, result.sender) : sender} mxc={room?.members[result.sender]?.avatar ?? profile?.avatar_url} size={44} />
        ) : (
          <Avatar id={partner ?? roomId} name={where} mxc={room && roomAvatar(world.value, room)} size={44} />
        )}
        <span class="chat-text">
          <span class="chat-top">
            <span class="chat-name" dir="auto">
              {single ? sender : where}
            </span>
            <time dateTime={new Date(result.origin_server_ts).toISOString()} title={full(result.origin_server_ts)}>
              {when(result.origin_server_ts)}
            </time>
          </span>
          <span class="found-text">
            {!single && (!partner || result.sender === me.value) && <bdi class="found-who">{t("preview.who", { name: room && result.sender !== me.value ? personName(room, result.sender) : sender })}</bdi>}
            <bdi>{excerpt(text, words).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</bdi>
          </span>
        </span>
      </a>
    </li>
  );
}
