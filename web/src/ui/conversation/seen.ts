// Receipts: what was really seen, and no more.
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { MatrixEvent } from "../../api/types";
import { markRead } from "../../store/actions";
import type { Room } from "../../store/model";
import { receiptsIn } from "../../store/reading";
import { me } from "../../store/state";
import { route } from "../app/router";

/** Say that the newest message was seen, once it really is on a visible screen. */
export function useSeen(room: Room, root: string, newest: MatrixEvent | undefined, away: boolean, scroller: RefObject<HTMLElement | null>): void {
  const unread = root ? (room.threads?.[root]?.count ?? 0) : room.unread;
  useEffect(() => {
    const look = () => {
      if (!newest || away || document.visibilityState !== "visible" || !document.hasFocus()) return;
      if (scroller.current?.checkVisibility?.({ visibilityProperty: true }) === false) return; // behind a page of a phone
      if (newest.sender === me.value && unread === 0) return;
      if (!receiptsIn(room, root).some((receipts) => receipts[me.value]?.eventId === newest.event_id)) markRead(room.id, newest.event_id, root || "main");
    };
    look();
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
    };
  }, [newest?.event_id, away, room.id, unread, route.value]);
}
