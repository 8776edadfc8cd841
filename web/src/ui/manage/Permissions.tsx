// Which role one needs for what. Who may not change it can read it.
import { useState } from "preact/hooks";
import type { Room } from "../../store/model";
import { levelOf, maySetState, powersOf } from "../../store/powers";
import { isSpace } from "../../store/spaces";
import { me } from "../../store/state";
import { attempt, changePowers } from "./act";
import { LEVELS, linesOf, mayMove, neededFor, withLevel, type Line } from "./permissions";
import { w } from "./words";

const STEPS = Object.values(LEVELS);

export function Permissions({ room }: { room: Room }) {
  const [coming, setComing] = useState<{ line: string; level: number }>();
  const own = maySetState(room, me.value, "m.room.power_levels") ? levelOf(room, me.value) : -1;
  const powers = powersOf(room);
  const set = (line: Line, level: number) => {
    setComing({ line: line.key, level });
    void attempt(changePowers(room.id, (now) => withLevel(now, line, level)), w("saved")).finally(() => setComing(undefined));
  };
  return (
    <>
      <p class="manage-note">{w("permissionsHint")}</p>
      {linesOf(isSpace(room)).map((line) => {
        const now = coming?.line === line.key ? coming.level : neededFor(powers, line);
        return (
          <label key={line.key} class="manage-line">
            <span>{w(`may.${line.key}`)}</span>
            <select value={String(now)} disabled={coming !== undefined || own < now} onChange={(event) => set(line, Number(event.currentTarget.value))}>
              {[...new Set([...STEPS, now])].sort((a, b) => a - b).map((level) => (
                <option key={level} value={String(level)} disabled={level !== now && !mayMove(own, now, level)}>
                  {level === 0 || level === 50 || level === 100 ? w(`level.${level}`) : w("level.other", { level })}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </>
  );
}
