// A recording in a bubble: how loud it is over its time, where one is, and how fast it goes. Files of sound look alike, with their name.
import { useRef } from "preact/hooks";
import { fileSize, lasting } from "../../i18n";
import type { Outgoing } from "../../store/outbox";
import { me } from "../../store/state";
import type { Message } from "../../store/timeline";
import { FileCard } from "../media/FileCard";
import { Transfer, travels } from "../media/Transfer";
import { sourceOf } from "../media/useMedia";
import { Icon } from "../parts/Icon";
import { isHeard } from "./heard";
import { broken, hurry, pause, play, playing, rate, seek, type Track } from "./player";
import { LOUDEST, resample, soundingOf } from "./waveform";
import { w } from "./words";
import "./voice.css";

const BARS = 42;
const STEP_MS_MIN = 1_000;

export function VoiceMessage({ roomId, message, item }: { roomId: string; message: Message; item?: Outgoing }) {
  const { content } = message;
  const sounding = soundingOf(content);
  const track: Track = { id: message.id, roomId, content, file: item?.file };
  const now = playing.value?.track.id === message.id ? playing.value : null;
  const durationMs = now?.durationMs || sounding.durationMs || 0;
  const atMs = now?.atMs ?? 0;
  const name = String(content.filename ?? content.body ?? "");
  if (broken.value.has(message.id)) return <FileCard content={content} item={item} size={content.info?.size ? fileSize(content.info.size) : ""} />;
  const runs = now !== null && now.state !== "paused";
  const unheard = sounding.voice && !item && message.sender !== me.value && !isHeard(message.id, message.ts);
  return (
    <div class="voice">
      {travels(item) ? (
        <span class="voice-play">
          <Transfer item={item} />
        </span>
      ) : (
        <button
          type="button"
          class="voice-play"
          aria-label={runs ? w("pause") : sounding.voice ? w("play") : w("playSound", { name })}
          aria-busy={now?.state === "loading"}
          disabled={!track.file && !sourceOf(content)}
          onClick={() => (runs ? pause() : void play(track))}
        >
          {now?.state === "loading" ? <span class="spinner small" /> : <Icon name={runs ? "pause" : "play"} />}
        </button>
      )}
      <div class="voice-main">
        {!sounding.voice && (
          <b class="voice-name" dir="auto">
            {name}
          </b>
        )}
        <Wave waveform={sounding.waveform} atMs={atMs} durationMs={durationMs} onSeek={(toMs) => (now ? seek(toMs) : void play(track, toMs))} />
        <span class="voice-small">
          <span class="voice-time">{lasting(now ? atMs : durationMs)}</span>
          {unheard && <span class="voice-unheard" role="img" aria-label={w("unheard")} title={w("unheard")} />}
          {now && (
            <button type="button" class="voice-rate" aria-label={w("speed", { rate: rate.value })} title={w("speed", { rate: rate.value })} onClick={hurry}>
              {rate.value}×
            </button>
          )}
        </span>
      </div>
    </div>
  );
}

/** The waveform, on which one goes to a place by tapping, dragging, or with the arrow keys. */
function Wave({ waveform, atMs, durationMs, onSeek }: { waveform: number[]; atMs: number; durationMs: number; onSeek: (toMs: number) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const played = durationMs > 0 ? Math.min(1, atMs / durationMs) : 0;
  const place = (event: PointerEvent) => {
    const { left, width } = box.current!.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width)) * durationMs;
  };
  const keys = (event: KeyboardEvent) => {
    const step = Math.max(STEP_MS_MIN, durationMs / 20);
    const to = { ArrowRight: atMs + step, ArrowUp: atMs + step, ArrowLeft: atMs - step, ArrowDown: atMs - step, Home: 0, End: durationMs }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSeek(Math.max(0, Math.min(durationMs, to)));
  };
  return (
    <div
      ref={box}
      class="wave"
      data-drags
      role="slider"
      tabIndex={0}
      aria-label={w("place")}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(atMs / 1000)}
      aria-valuetext={w("at", { at: lasting(atMs), of: lasting(durationMs) })}
      onKeyDown={keys}
      onPointerDown={(event) => {
        dragging.current = true;
        box.current!.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => dragging.current && Math.abs(event.movementX) > 0 && durationMs > 0 && onSeek(place(event))}
      onPointerUp={(event) => {
        if (dragging.current && durationMs > 0) onSeek(place(event));
        dragging.current = false;
      }}
      onPointerCancel={() => (dragging.current = false)}
    >
      {resample(waveform, BARS).map((level, i) => (
        <i key={i} class={(i + 0.5) / BARS <= played ? "played" : ""} style={{ height: `${Math.max(10, (level / LOUDEST) * 100)}%` }} />
      ))}
    </div>
  );
}
