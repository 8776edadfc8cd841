// Where one writes in an old room: the way to the one that took its place.
import { useState } from "preact/hooks";
import { join } from "../../api/rooms";
import { stateContent } from "../../store/model";
import { world } from "../../store/state";
import { go, roomPath } from "../app/router";
import { attempt } from "./act";
import { w } from "./words";
import "./manage.css";

export function Moved({ roomId }: { roomId: string }) {
  const [busy, setBusy] = useState(false);
  const room = world.value.rooms[roomId];
  const next = room && stateContent(room, "m.room.tombstone").replacement_room;
  const open = async () => {
    const to = String(next);
    setBusy(true);
    const inside = world.value.rooms[to]?.membership === "join";
    if (inside || (await attempt(join(to)))) go(roomPath(to), true);
    setBusy(false);
  };
  return (
    <div class="composer closed moved-note" role="status">
      <span>{w("moved")}</span>
      {typeof next === "string" && next && (
        <button type="button" class="button primary small" disabled={busy} onClick={() => void open()}>
          {w("movedOpen")}
        </button>
      )}
    </div>
  );
}
