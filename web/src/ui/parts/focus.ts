// Where the keyboard and the screen reader are when something opens beside a conversation, and when it is closed again.
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The element that takes the focus, unless something within has taken it; afterwards it goes back to where one writes. */
export function useArrivalFocus(): RefObject<HTMLButtonElement | null> {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const page = first.current?.closest("section");
    if (!page?.contains(document.activeElement)) first.current?.focus({ preventScroll: true });
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body || matchMedia("(pointer: coarse)").matches) return; // no keyboard comes up by itself
        document.querySelector<HTMLElement>(".talk-main .composer textarea")?.focus({ preventScroll: true });
      });
    };
  }, []);
  return first;
}
