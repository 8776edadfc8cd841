// The line above the composer that says that what is written here will burn.
import { duration } from "../../i18n";
import { timerOf } from "../../store/burn";
import { world } from "../../store/state";
import { go, roomPath } from "../app/router";
import { Icon } from "../parts/Icon";
import { w } from "./words";
import "./burn.css";

export function BurnSign({ roomId }: { roomId: string }) {
  const room = world.value.rooms[roomId];
  const timer = room && timerOf(room);
  if (!timer) return null;
  return (
    <button type="button" class="burn-sign" onClick={() => go(roomPath(roomId, true))}>
      <Icon name="flame" size={16} />
      {w(timer.from === "read" ? "signRead" : "signSent", { time: duration(timer.afterMs) })}
    </button>
  );
}
