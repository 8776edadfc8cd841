// While one records: held with a finger (let go to send, slide to cancel, slide up to go on without the finger), or hands-free.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { lasting } from "../../i18n";
import { sendFile, type ThreadPlace } from "../../store/actions";
import { say } from "../../store/state";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { NoRecording, record, RECORDING_MAX_MS, type Recording } from "./recording";
import type { Press } from "./VoiceButton";
import { voiceContent } from "./waveform";
import { w } from "./words";
import "./voice.css";

const TAP_MS = 350;
const SHORT_MS = 700;
const CANCEL_PX = 110;
const LOCK_PX = 80;
const LAST_MS = 15_000;
const BARS = 120;

interface Props {
  roomId: string;
  replyTo?: Message;
  thread?: ThreadPlace;
  press: Press;
  /** The finger is not needed any more. */
  onLocked: () => void;
  onDone: (sent: boolean) => void;
}

export function Recorder({ roomId, replyTo, thread, press, onLocked, onDone }: Props) {
  const [held, setHeld] = useState(!press.up);
  const [pull, setPull] = useState(0);
  const [heard, setHeard] = useState<{ ms: number; levels: number[] }>({ ms: 0, levels: [] });
  const [full, setFull] = useState(false);
  const recording = useRef<Promise<Recording> | null>(null);
  const over = useRef(false);
  const time = useRef(0);
  const sender = useRef<HTMLButtonElement>(null);

  const done = (sent: boolean) => {
    if (over.current) return;
    over.current = true;
    onDone(sent);
  };
  const cancel = () => {
    void recording.current?.then((one) => one.discard(), () => undefined);
    done(false);
  };
  const send = async () => {
    if (over.current || time.current === 0) return;
    const running = await recording.current?.catch(() => null);
    if (!running) return;
    if (time.current < SHORT_MS) {
      say(w("short"));
      return cancel();
    }
    const recorded = await running.finish();
    if (recorded) sendFile(roomId, voiceContent({ ...recorded, mimetype: recorded.file.type, size: recorded.file.size }), recorded.file, replyTo, thread);
    done(recorded !== null);
  };

  useEffect(() => {
    const coming = record((ms, level) => {
      time.current = ms;
      setHeard((old) => ({ ms, levels: [...old.levels.slice(1 - BARS), level] }));
      if (ms >= RECORDING_MAX_MS) {
        void coming.then((one) => one.pause());
        setFull(true);
        setHeld(false);
      }
    });
    recording.current = coming;
    coming.then(
      (one) => over.current && one.discard(),
      (error) => {
        say(w(error instanceof NoRecording ? error.why : "busy"));
        done(false);
      },
    );
    return () => void coming.then((one) => one.discard(), () => undefined);
  }, []);

  useEffect(() => {
    if (!held) return undefined;
    let x = 0;
    const rtl = getComputedStyle(document.documentElement).direction === "rtl";
    const lock = () => {
      setHeld(false);
      setPull(0);
      onLocked();
    };
    if (press.up) return lock(); // let go while this was fetched
    const move = (event: PointerEvent) => {
      x = Math.max(0, rtl ? event.clientX - press.x : press.x - event.clientX);
      setPull(x);
      if (press.y - event.clientY > LOCK_PX && x < CANCEL_PX) lock();
    };
    const up = () => {
      if (x > CANCEL_PX) cancel();
      else if (Date.now() - press.at < TAP_MS || time.current === 0) lock(); // a tap, or the browser asked for leave meanwhile
      else void send();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", lock);
    return () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", lock);
    };
  }, [held]);
  useLayoutEffect(() => {
    if (!held) sender.current?.focus();
  }, [held]);

  const left = RECORDING_MAX_MS - heard.ms;
  const leaving = pull > CANCEL_PX;
  return (
    <div
      class={`recorder ${held ? "held" : ""} ${leaving ? "leaving" : ""}`}
      role="group"
      aria-label={w("recording")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        cancel();
      }}
    >
      {!held && (
        <button type="button" class="icon-button recorder-cancel" aria-label={w("cancel")} title={w("cancel")} onClick={cancel}>
          <Icon name="trash" />
        </button>
      )}
      <span class="recorder-time">
        <span class={full ? "" : "recorder-light"} aria-hidden="true" />
        <span role="timer">{lasting(heard.ms)}</span>
      </span>
      {held ? (
        <span class="recorder-hint" style={{ transform: `translateX(${-Math.min(pull, CANCEL_PX) / 2}px)` }}>
          <Icon name={leaving ? "trash" : "back"} size={18} />
          {leaving ? w("letGo") : w("slide")}
        </span>
      ) : left < LAST_MS || full ? (
        <span class="recorder-hint" role="status">
          {full ? w("full") : w("left", { seconds: Math.ceil(left / 1000) })}
        </span>
      ) : null}
      {!held && (
        <span class="recorder-levels" aria-hidden="true">
          {heard.levels.map((level, i) => (
            <i key={i} style={{ height: `${Math.max(8, level * 100)}%` }} />
          ))}
        </span>
      )}
      {held ? (
        <span class="recorder-lock" aria-hidden="true" title={w("lock")}>
          <Icon name="lock" size={18} />
          <Icon name="up" size={16} />
        </span>
      ) : (
        <button ref={sender} type="button" class="send-button" aria-label={w("send")} title={w("send")} onClick={() => void send()}>
          <Icon name="up" />
        </button>
      )}
      <span class="visually-hidden" role="status">
        {w("recording")}
      </span>
    </div>
  );
}
