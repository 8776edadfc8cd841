// All pinned messages of a conversation, the one that was pinned last first.
import { useComputed } from "@preact/signals";
import { t, when } from "../../i18n";
import { reason } from "../../i18n/errors";
import type { Room } from "../../store/model";
import { personName } from "../../store/names";
import { PINNED, pinsOf, setPinned } from "../../store/pins";
import { maySetState } from "../../store/powers";
import { me, say, world } from "../../store/state";
import type { Message } from "../../store/timeline";
import { back, sidePath } from "../app/router";
import { gist } from "../chats/preview";
import { Avatar } from "../parts/Avatar";
import { useArrivalFocus } from "../parts/focus";
import { Icon } from "../parts/Icon";
import { Empty } from "../parts/Notice";
import { usePinned, visit } from "./pinned";
import { w } from "./words";
import "./pins.css";

export function PinList({ roomId }: { roomId: string }) {
  const room = useComputed(() => world.value.rooms[roomId]).value;
  return room ? <List room={room} /> : null;
}

function List({ room }: { room: Room }) {
  const first = useArrivalFocus();
  const pins = pinsOf(room).reverse();
  const messages = usePinned(room, pins);
  const mayPin = maySetState(room, me.value, PINNED);
  return (
    <section class="info pins" aria-label={w("all")}>
      <div class="bar">
        <button type="button" class="icon-button" ref={first} aria-label={t("action.close")} onClick={() => back(sidePath(room.id))}>
          <Icon name="close" />
        </button>
        <h1>{t("pin.titles")}</h1>
      </div>
      <div class="scroll">
        {pins.length === 0 ? (
          <Empty icon="pin" title={w("none")} hint={w("hint")} />
        ) : (
          <ul class="pin-list">
            {pins.map((id) => (
              <Pinned key={id} room={room} id={id} message={messages.get(id)} mayPin={mayPin} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Pinned({ room, id, message, mayPin }: { room: Room; id: string; message: Message | null | undefined; mayPin: boolean }) {
  const name = message ? (message.sender === me.value ? t("chats.you") : personName(room, message.sender)) : "";
  return (
    <li>
      <button type="button" class="pin-item" disabled={message === null} onClick={() => visit(room, id, message)}>
        <Avatar id={message?.sender ?? id} name={message ? personName(room, message.sender) : "?"} mxc={message ? room.members[message.sender]?.avatar : undefined} size={40} />
        <span class="pin-item-text">
          {message && (
            <span class="chat-top">
              <b dir="auto">{name}</b>
              <time dateTime={new Date(message.ts).toISOString()}>{when(message.ts)}</time>
            </span>
          )}
          <span class="pin-said" dir="auto">
            {message ? gist(message) : message === null ? w("missing") : t("state.loading")}
          </span>
        </span>
      </button>
      {mayPin && (
        <button
          type="button"
          class="icon-button"
          aria-label={w("unpin", { name })}
          title={t("action.unpin")}
          onClick={() => setPinned(room.id, id, false).catch((error) => say(reason(error)))}
        >
          <Icon name="unpin" size={20} />
        </button>
      )}
    </li>
  );
}
