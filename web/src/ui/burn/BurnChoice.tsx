// Setting the timer of a conversation, with honest words about what it does and cannot do.
import { useEffect, useState } from "preact/hooks";
import { ask, path } from "../../api/http";
import { setState } from "../../api/rooms";
import { duration, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { BURN, timerOf, type Timer } from "../../store/burn";
import type { Room } from "../../store/model";
import { maySetState } from "../../store/powers";
import { isSealed } from "../../store/sealing";
import { me, say, world } from "../../store/state";
import { Choice } from "../parts/Choice";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { choicesWith } from "./left";
import { w, wn } from "./words";
import "./burn.css";

export function BurnChoice({ roomId }: { roomId: string }) {
  const [open, setOpen] = useState(false);
  const room = world.value.rooms[roomId];
  if (!room) return null;
  const timer = timerOf(room);
  const allowed = maySetState(room, me.value, BURN);
  if (!allowed && !timer) return null;
  const value = timer ? w(timer.from === "read" ? "afterRead" : "afterSent", { time: duration(timer.afterMs) }) : w("off");
  return (
    <>
      <button type="button" class="wide-link burn-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="round-icon">
          <Icon name="flame" />
        </span>
        <span>
          {w("title")}
          <small>{value}</small>
        </span>
      </button>
      {open && <TimerDialog room={room} timer={timer} allowed={allowed} onClose={() => setOpen(false)} />}
    </>
  );
}

function TimerDialog({ room, timer, allowed, onClose }: { room: Room; timer: Timer | null; allowed: boolean; onClose: () => void }) {
  const [afterMs, setAfterMs] = useState(timer?.afterMs ?? 0);
  const [from, setFrom] = useState<Timer["from"]>(timer?.from ?? "read");
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const found = ask<{ pending?: number }>("GET", path`/api/v1/rooms/${room.id}/burn`);
    found.then(({ pending = 0 }) => setWaiting(pending), () => undefined);
  }, [room.id]);
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await setState(room.id, BURN, afterMs ? { after_ms: afterMs, from } : {});
      onClose();
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <Dialog label={w("title")} onClose={onClose}>
      <form class="burn-form" onSubmit={save}>
        <h2>{w("title")}</h2>
        <fieldset class="burn-times" disabled={!allowed}>
          <legend class="visually-hidden">{w("title")}</legend>
          {[0, ...choicesWith(timer?.afterMs)].map((ms) => (
            <label key={ms} class={ms === afterMs ? "chosen" : ""}>
              <input type="radio" class="visually-hidden" name="after" checked={ms === afterMs} onChange={() => setAfterMs(ms)} />
              {ms ? duration(ms) : w("off")}
            </label>
          ))}
        </fieldset>
        {afterMs > 0 && allowed && (
          <Choice<Timer["from"]>
            title={w("start")}
            value={from}
            options={[
              ["read", w("read")],
              ["sent", w("sent")],
            ]}
            onChoose={setFrom}
          />
        )}
        {!allowed && <p class="form-note">{w("mayNot")}</p>}
        {waiting > 0 && <p class="burn-words">{wn("waiting", waiting)}</p>}
        <p class="burn-words">{w("how")}</p>
        <p class="burn-words">
          {w("cannot")} {isSealed(room) && w("cannotSealed")}
        </p>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t(allowed ? "action.cancel" : "action.close")}
          </button>
          {allowed && (
            <button type="submit" class="button primary" disabled={busy || (afterMs === (timer?.afterMs ?? 0) && (!afterMs || from === timer?.from))}>
              {t("action.save")}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
