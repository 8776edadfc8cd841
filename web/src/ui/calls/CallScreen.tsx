// The call that goes on: the other person, oneself, and the buttons; or all of it as a bar above the chats.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { film, hangUp, local, mute, muted, remote, twoCameras } from "../../calls/live";
import type { Call } from "../../calls/call";
import { world } from "../../store/state";
import { go, roomPath } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { lasted } from "./CallBubble";
import { nameOf } from "./Calls";
import { w } from "./words";

interface Props {
  call: Call;
  onSmall: () => void;
}

export function CallScreen({ call, onSmall }: Props) {
  const name = nameOf(call);
  const shows = remote.value.picture;
  const small = () => {
    go(roomPath(call.roomId));
    onSmall();
  };
  return (
    <Dialog kind="full" label={w("with", { name })} onClose={small}>
      <div class={`call ${shows ? "shows" : ""}`}>
        <Picture class="call-theirs" stream={shows ? remote.value.stream : null} label={w("theirPicture", { name })} />
        <header class="call-head">
          <button type="button" class="call-small" aria-label={w("minimise")} title={w("minimise")} onClick={small}>
            <Icon name="down" />
          </button>
          {shows && (
            <div>
              <h2 dir="auto">{name}</h2>
              <Standing call={call} />
            </div>
          )}
        </header>
        {!shows && (
          <div class="call-person">
            <span class={`call-face ${call.phase === "inviting" ? "rings" : ""}`}>
              <Avatar id={call.partner} name={name} mxc={world.value.rooms[call.roomId]?.members[call.partner]?.avatar} size={120} />
            </span>
            <h2 dir="auto">{name}</h2>
            <Standing call={call} />
          </div>
        )}
        <Picture class="call-own" stream={local.value.picture ? local.value.stream : null} label={w("ownPicture")} />
        <Buttons call={call} />
      </div>
    </Dialog>
  );
}

/** What comes as sound is played elsewhere, so that it goes on when the call is made small. */
function Picture({ class: name, stream, label }: { class: string; stream: MediaStream | null; label: string }) {
  const ref = useRef<HTMLVideoElement>(null);
  const tracks = stream?.getVideoTracks().map((track) => track.id).join() ?? "";
  useLayoutEffect(() => {
    const video = ref.current!;
    video.srcObject = stream;
    if (stream) void video.play().catch(() => undefined);
  }, [stream, tracks]);
  return <video ref={ref} class={name} aria-label={label} hidden={!stream} muted autoplay playsInline />;
}

/** Until when it rings, how long one has talked, or that the connection is away. */
function Standing({ call }: { call: Call }) {
  const [, setTick] = useState(0);
  const { phase, connectedAt } = call;
  useEffect(() => {
    if (phase !== "connected") return;
    const timer = setInterval(() => setTick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [phase]);
  if (phase === "connected") return <p class="call-standing" role="timer">{lasted(Date.now() - connectedAt!)}</p>;
  const word = phase === "preparing" ? "preparing" : phase === "inviting" ? "inviting" : phase === "reconnecting" ? "reconnecting" : "connecting";
  return <p class="call-standing" role="status">{w(word)}</p>;
}

function Buttons({ call }: { call: Call }) {
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState("");
  const talks = call.connectedAt !== undefined;
  const { picture } = local.value;
  const change = (on: boolean, turn = false) => {
    setBusy(true);
    setNote("");
    film(on, turn)
      .catch(() => setNote(w("noCamera")))
      .finally(() => setBusy(false));
  };
  return (
    <footer class="call-buttons">
      <p class="call-note" role="status">{note}</p>
      <Toggle label={w(muted.value ? "unmute" : "mute")} pressed={muted.value} onClick={() => mute(!muted.value)} paths={muted.value ? MIC_OFF : MIC} />
      {talks && <Toggle label={w(picture ? "cameraOff" : "cameraOn")} pressed={picture} disabled={busy || call.old} onClick={() => change(!picture)} paths={picture ? CAMERA : CAMERA_OFF} />}
      {talks && picture && twoCameras.value && <Toggle label={w("turn")} disabled={busy} onClick={() => change(true, true)} paths={TURN} />}
      <button type="button" class="call-round no" aria-label={w(talks ? "hangUp" : "cancel")} title={w(talks ? "hangUp" : "cancel")} onClick={hangUp}>
        <Icon name="phone" size={28} />
      </button>
    </footer>
  );
}

const MIC = "M12 14.500a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5.500a3 3 0 0 0 3 3zM6 11.500a6 6 0 0 0 12 0M12 17.500V21";
const MIC_OFF = `${MIC}M4 4l16 16`;
const CAMERA = "M4.500 7h9A1.500 1.500 0 0 1 15 8.500v7a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 3 15.500v-7A1.500 1.500 0 0 1 4.500 7zM15 11l6-3.500v9L15 13";
const CAMERA_OFF = `${CAMERA}M4 3l16 18`;
const TURN = "M20 11A8 8 0 0 0 5.500 7.500L4 9M4 4.500V9h4.500M4 13a8 8 0 0 0 14.500 3.500L20 15M20 19.500V15h-4.500";

function Toggle({ label, pressed, disabled, paths, onClick }: { label: string; pressed?: boolean; disabled?: boolean; paths: string; onClick: () => void }) {
  return (
    <button type="button" class={`call-round ${pressed ? "pressed" : ""}`} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <svg class="icon" width="26" height="26" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={paths} />
      </svg>
    </button>
  );
}

/** The call while one chats. */
export function CallBar({ call, onOpen }: { call: Call; onOpen: () => void }) {
  const name = nameOf(call);
  const button = (label: string, children: ComponentChildren, act: () => void, kind = "") => (
    <button type="button" class={`call-bar-button ${kind}`} aria-label={label} title={label} onClick={act}>
      {children}
    </button>
  );
  return (
    <div class="call-bar" role="region" aria-label={w("with", { name })}>
      <button type="button" class="call-bar-name" title={w("open", { name })} onClick={onOpen}>
        <Icon name="phone" size={18} />
        <b dir="auto">{name}</b>
        <Standing call={call} />
      </button>
      {button(
        w(muted.value ? "unmute" : "mute"),
        <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d={muted.value ? MIC_OFF : MIC} />
        </svg>,
        () => mute(!muted.value),
      )}
      {button(w("hangUp"), <Icon name="phone" size={20} />, hangUp, "no")}
    </div>
  );
}
