// The microphone of the composer. It catches the finger at once; what records is fetched while the finger rests.
import { useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import type { ThreadPlace } from "../../store/actions";
import { say } from "../../store/state";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { lazily } from "../parts/Lazy";

/** The finger that holds the button. Without a finger (mouse, keyboard, a short tap) it is up from the beginning. */
export interface Press {
  x: number;
  y: number;
  at: number;
  up: boolean;
}

export const canRecord = typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;

const CLICK_AFTER_TOUCH_MS = 700;
const Recorder = lazily(() =>
  import("./Recorder").then(
    (part) => part.Recorder,
    (error: unknown) => {
      say(t("error.network"));
      throw error;
    },
  ),
);

export function VoiceButton({ roomId, replyTo, thread, onSent }: { roomId: string; replyTo?: Message; thread?: ThreadPlace; onSent: () => void }) {
  const [press, setPress] = useState<Press>();
  const lifted = useRef(-Infinity);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`send-button voice-button ${press && !press.up ? "held" : ""}`}
        aria-label={t("talk.voice")}
        title={t("talk.voice")}
        onContextMenu={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          if (event.pointerType === "mouse" || press) return;
          const begun: Press = { x: event.clientX, y: event.clientY, at: Date.now(), up: false };
          const up = () => {
            begun.up = true;
            lifted.current = Date.now();
            removeEventListener("pointerup", up);
            removeEventListener("pointercancel", up);
          };
          addEventListener("pointerup", up);
          addEventListener("pointercancel", up);
          setPress(begun);
        }}
        onClick={() => {
          if (Date.now() - lifted.current < CLICK_AFTER_TOUCH_MS) return; // the click that follows a finger
          setPress(press ? undefined : { x: 0, y: 0, at: 0, up: true }); // a second one, where nothing came of the first
        }}
      >
        <Icon name="mic" />
      </button>
      {press && (
        <Recorder
          roomId={roomId}
          replyTo={replyTo}
          thread={thread}
          press={press}
          onLocked={() => setPress({ ...press, up: true })}
          onDone={(sent: boolean) => {
            setPress(undefined);
            if (sent) onSent();
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
}
