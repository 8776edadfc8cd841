// Which messages of a conversation will burn; what shows it is fetched where a timer was ever set.
import type { ComponentType } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { BURN, type Burning } from "../../store/burn";
import type { Room } from "../../store/model";

export interface Flame extends Burning {
  Sign: ComponentType<Burning>;
}

const NONE: ReadonlyMap<string, Flame> = new Map();
type Part = typeof import("../burn/Flame");

export function useBurning(room: Room, off: boolean): ReadonlyMap<string, Flame> {
  const [part, setPart] = useState<Part>();
  const wanted = Boolean(room.state[BURN]) && !off;
  useEffect(() => {
    if (wanted) import("../burn/Flame").then((found) => setPart(found), () => undefined);
  }, [wanted]);
  return useMemo(() => (wanted && part ? part.flames(room) : NONE), [wanted, part, room.timeline, room.receipts, room.members, room.state]);
}

/** Whether two rows burn alike. */
export const burnsAlike = (a: Flame | undefined, b: Flame | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.due === b.due && a.afterMs === b.afterMs && a.from === b.from);
