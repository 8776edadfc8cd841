// Telling the others that one is writing.
import { useEffect, useRef } from "preact/hooks";
import * as api from "../../api/rooms";
import { me } from "../../store/state";

const TYPING_AGAIN_MS = 10_000;
const TYPING_OVER_MS = 6_000;

/** Tell the others that I write: again every ten seconds, and that I stopped. */
export function useTyping(roomId: string): (writing: boolean) => void {
  const told = useRef(0);
  const over = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = (writing: boolean) => {
    clearTimeout(over.current);
    if (!writing) {
      if (told.current) api.setTyping(roomId, me.value, false).catch(() => undefined);
      told.current = 0;
      return;
    }
    over.current = setTimeout(() => tell(false), TYPING_OVER_MS);
    if (Date.now() - told.current < TYPING_AGAIN_MS) return;
    told.current = Date.now();
    api.setTyping(roomId, me.value, true).catch(() => undefined);
  };
  useEffect(() => () => tell(false), [roomId]);
  return tell;
}
