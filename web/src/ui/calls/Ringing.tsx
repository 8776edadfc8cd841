// Somebody calls: who it is, and what one can do.
import { accept, decline } from "../../calls/live";
import type { Call } from "../../calls/call";
import { keepSounding } from "../../calls/sounds";
import { world } from "../../store/state";
import { Avatar } from "../parts/Avatar";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { nameOf } from "./Calls";
import { w } from "./words";

/** With `instead`, another call goes on and would be ended. Escape makes it silent, without an answer. */
export function Ringing({ call, instead }: { call: Call; instead: boolean }) {
  const name = nameOf(call);
  const choice = (kind: "yes" | "no", icon: "phone" | "video", label: string, act: () => void) => (
    <li>
      <button type="button" class={`call-round ${kind}`} aria-label={label} onClick={act}>
        <Icon name={icon} size={28} />
      </button>
      <small aria-hidden="true">{label}</small>
    </li>
  );
  return (
    <Dialog label={w(call.video ? "in.video" : "in.voice", { name })} onClose={() => keepSounding(undefined)}>
      <div class="ringing">
        <span class="ringing-face">
          <Avatar id={call.partner} name={name} mxc={world.value.rooms[call.roomId]?.members[call.partner]?.avatar} size={96} />
        </span>
        <h2 dir="auto">{name}</h2>
        <p>{w(call.video ? "in.videoLine" : "in.voiceLine")}</p>
        {instead && <p class="ringing-note">{w("acceptInstead")}</p>}
        <ul class="call-choices">
          {choice("no", "phone", w("decline"), () => decline(call.id))}
          {call.video && choice("yes", "phone", w("acceptVoice"), () => accept(call.id, false))}
          {choice("yes", call.video ? "video" : "phone", w(call.video ? "acceptVideo" : "accept"), () => accept(call.id, call.video))}
        </ul>
      </div>
    </Dialog>
  );
}
