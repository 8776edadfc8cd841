// A slim line below the head of a conversation: the message that was pinned last; each tap goes to one and on to the one before it.
import { useComputed } from "@preact/signals";
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { pinsOf } from "../../store/pins";
import { me, world } from "../../store/state";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import { go, route, sidePath } from "../app/router";
import { gist } from "../chats/preview";
import { Icon } from "../parts/Icon";
import { usePinned, visit } from "./pinned";
import { w } from "./words";
import "./pins.css";

const MARKS_MAX = 4;

export function PinBar({ roomId }: { roomId: string }) {
  const room = useComputed(() => world.value.rooms[roomId]).value;
  return room ? <Bar room={room} /> : null;
}

function Bar({ room }: { room: Room }) {
  const all = pinsOf(room);
  const [step, setStep] = useState(0);
  const messages = usePinned(room, all.slice(-MARKS_MAX * 3));
  const pins = all.filter((id) => !messages.get(id)?.redacted && messages.get(id) !== null);
  if (pins.length === 0) return null;
  const at = pins.length - 1 - (step % pins.length);
  const message = messages.get(pins[at]!);
  const who = message && (message.sender === me.value ? t("chats.you") : personName(room, message.sender));
  const label = pins.length > 1 ? w("pinnedOf", { number: at + 1, count: pins.length }) : w("pinned");
  const marks = Math.min(pins.length, MARKS_MAX);
  const marked = Math.floor((at * marks) / pins.length);
  const list = route.value.name === "room" && route.value.side?.kind === "pins";
  return (
    <section class="pin-bar" aria-label={w("pinned")}>
      <button
        type="button"
        class="pin-now"
        onClick={() => {
          visit(room, pins[at]!, message);
          setStep(step + 1);
        }}
      >
        <span class="pin-marks" aria-hidden="true">
          {Array.from({ length: marks }, (_, i) => (
            <i key={i} class={i === marked ? "on" : ""} />
          ))}
        </span>
        <span class="pin-text">
          <b>{label}</b>
          <span dir="auto">
            {who && t("preview.who", { name: who })}
            {message ? gist(message) : t("state.loading")}
          </span>
        </span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={w("all")}
        title={w("all")}
        aria-expanded={list}
        onClick={() => go(list ? sidePath(room.id) : sidePath(room.id, "pins"), list)}
      >
        <Icon name="pin" size={20} />
      </button>
    </section>
  );
}
