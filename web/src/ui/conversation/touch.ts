// Fingers on a message: holding opens its menu, swiping to the left answers it, everything else scrolls as ever.
import { useRef } from "preact/hooks";

const HOLD_MS = 420;
const STILL_PX = 10;
const SWIPE_PX = 56;
const SWIPE_MAX_PX = 76;

export function useTouch({ onHold, onSwipe }: { onHold: () => void; onSwipe?: () => void }) {
  const hold = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef({ x: 0, y: 0 });
  const held = useRef(false);
  const moved = useRef(0);

  const pull = (element: HTMLElement, x: number) => {
    moved.current = x;
    element.style.transition = x ? "none" : "transform 0.18s ease-out";
    element.style.transform = x ? `translateX(${x}px)` : "";
  };
  const end = (event: TouchEvent) => {
    clearTimeout(hold.current);
    const swiped = moved.current <= -SWIPE_PX;
    if (moved.current) pull(event.currentTarget as HTMLElement, 0);
    // No click follows: it would hit, and close, the menu that has just opened below the finger.
    if (held.current && event.cancelable) event.preventDefault();
    if (swiped && event.type === "touchend") onSwipe?.();
  };
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0]!;
      start.current = { x: touch.clientX, y: touch.clientY };
      held.current = false;
      moved.current = 0;
      clearTimeout(hold.current);
      hold.current = setTimeout(() => {
        held.current = true;
        navigator.vibrate?.(12);
        onHold();
      }, HOLD_MS);
    },
    onTouchMove: (event: TouchEvent) => {
      const touch = event.touches[0]!;
      const [dx, dy] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
      if (Math.hypot(dx, dy) > STILL_PX) clearTimeout(hold.current);
      if (!onSwipe || held.current || (event.target as HTMLElement).closest("[data-drags]")) return;
      const sideways = dx < -STILL_PX && Math.abs(dx) > 2 * Math.abs(dy);
      if (sideways || moved.current) pull(event.currentTarget as HTMLElement, Math.max(-SWIPE_MAX_PX, Math.min(0, dx + STILL_PX)));
    },
    onTouchEnd: end,
    onTouchCancel: end,
  };
}
