// The small flame of a message that will burn, with what is left of its time once that runs.
import { useEffect, useState } from "preact/hooks";
import type { MatrixEvent } from "../../api/types";
import { duration } from "../../i18n";
import { burning, type Burning } from "../../store/burn";
import type { Room } from "../../store/model";
import type { Flame } from "../conversation/burning";
import { Icon } from "../parts/Icon";
import { left } from "./left";
import { w } from "./words";
import "./burn.css";

/** When messages were first seen to be read by all, by room; a room that is forgotten is learnt anew from receipts. */
const seen = new Map<string, Map<string, number>>();
const ROOMS_MAX = 50;

function seenIn(roomId: string): Map<string, number> {
  const known = seen.get(roomId) ?? new Map<string, number>();
  seen.delete(roomId);
  seen.set(roomId, known);
  if (seen.size > ROOMS_MAX) seen.delete(seen.keys().next().value!);
  return known;
}

const spoken = (event: MatrixEvent) => event.type === "m.room.message" || event.type === "m.sticker" || event.type === "m.room.encrypted";

export function flames(room: Room): Map<string, Flame> {
  const found = burning(room, seenIn(room.id), spoken);
  return new Map([...found].map(([id, one]) => [id, { ...one, Sign }]));
}

const LATE_MS = 1_000;

export function Sign({ due, afterMs, from }: Burning) {
  const [now, setNow] = useState(Date.now());
  const rest = due === undefined ? undefined : left(due - now);
  useEffect(() => {
    if (!rest) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), rest.everyMs);
    return () => clearInterval(timer);
  }, [due, rest?.everyMs]);
  const label = due === undefined ? w(from === "read" ? "afterRead" : "afterSent", { time: duration(afterMs) }) : w("goesSoon");
  return (
    <span class={`flame ${due !== undefined && due - now < 10_000 ? "hot" : ""}`} role="img" aria-label={label} title={label}>
      <Icon name="flame" size={13} />
      {rest && due! - now > -LATE_MS && <span aria-hidden="true">{duration(rest.ms, true)}</span>}
    </span>
  );
}
