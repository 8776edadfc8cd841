// How much is new above what is seen, and one tap up to where it begins.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { lookBack } from "../../store/actions";
import { reachesStart, type Room } from "../../store/model";
import { say, world } from "../../store/state";
import { Icon } from "../parts/Icon";

const PAGES_MAX = 60;

interface Props {
  room: Room;
  /** How many were unread when the room was opened. */
  count: number;
  scroller: RefObject<HTMLDivElement | null>;
  /** Whether the first of them is loaded. */
  found: boolean;
  drawn: unknown;
  /** Reads a thread further back; without it, the conversation is read. */
  older?: () => Promise<void>;
}

export function NewAbove({ room, count, scroller, found, drawn, older }: Props) {
  const [seen, setSeen] = useState(count === 0);
  const [busy, setBusy] = useState(false);
  const line = () => scroller.current?.querySelector<HTMLElement>(".unread-line");
  const look = () => {
    const [at, box] = [line(), scroller.current];
    if (at && box && at.getBoundingClientRect().bottom >= box.getBoundingClientRect().top) setSeen(true);
  };
  useLayoutEffect(() => {
    if (!seen) look();
  }, [drawn]);
  useEffect(() => {
    const box = scroller.current;
    if (seen || !box) return undefined;
    box.addEventListener("scroll", look, { passive: true });
    return () => box.removeEventListener("scroll", look);
  }, [seen]);
  useEffect(() => {
    if (!busy || !found) return;
    setBusy(false);
    const at = line();
    at?.scrollIntoView({ block: "start" });
    const after = [...scroller.current!.querySelectorAll<HTMLElement>(".unread-line, .bubble")];
    after[after.indexOf(at!) + 1]?.focus({ preventScroll: true });
  }, [busy, found]);
  if (seen) return null;
  const jump = async () => {
    setBusy(true);
    try {
      for (let page = 0; page < PAGES_MAX && !line() && (older || !reachesStart(world.value.rooms[room.id] ?? room)); page += 1) await (older?.() ?? lookBack(room.id));
      if (line()) return; // the effect above goes there
      scroller.current?.scrollTo({ top: -scroller.current.scrollHeight });
      setBusy(false);
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <button type="button" class="new-above" aria-busy={busy} disabled={busy} onClick={() => void jump()}>
      {busy ? <span class="spinner small" aria-hidden="true" /> : <Icon name="up" size={18} />}
      {tn("talk.newAbove", count)}
    </button>
  );
}
