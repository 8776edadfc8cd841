// Fingers, wheel and mouse over a picture: two fingers or the wheel magnify, one moves what is magnified, or swipes on, or away.
import { useEffect, useRef, useState } from "preact/hooks";
import { REST, swiped, within, zoomAt, type Size, type View } from "./zoom";

const STILL_PX = 8;
const DOUBLE_MS = 350;
const SETTLE_MS = 300;
const DOUBLE_PX = 36;
const DOUBLE_SCALE = 2.5;
const CONTROLS_PX = 90;

export interface Handlers {
  onNext: () => void;
  onPrevious: () => void;
  onClose: () => void;
}

type Point = { x: number; y: number };

/** `shown` names the picture; another one begins unmagnified. `canZoom` is false for films. */
export function useGestures(shown: string, canZoom: boolean, { onNext, onPrevious, onClose }: Handlers) {
  const stage = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(REST);
  const [pull, setPull] = useState<Point>({ x: 0, y: 0 });
  const [moving, setMoving] = useState(false);
  const fingers = useRef(new Map<number, Point>());
  const from = useRef<Point>({ x: 0, y: 0 });
  const travelled = useRef(0);
  const settled = useRef(0);
  const tapped = useRef({ x: 0, y: 0, at: 0 });
  useEffect(() => setView(REST), [shown]);

  const room = (): Size => ({ w: stage.current!.clientWidth, h: stage.current!.clientHeight });
  const picture = (): Size => {
    const one = stage.current!.querySelector<HTMLElement>(".viewer-picture");
    return { w: one?.offsetWidth ?? 0, h: one?.offsetHeight ?? 0 };
  };
  const middle = ({ x, y }: Point): Point => {
    const { left, top, width, height } = stage.current!.getBoundingClientRect();
    return { x: x - left - width / 2, y: y - top - height / 2 };
  };
  const zoom = (factor: number, at: Point = { x: 0, y: 0 }) => canZoom && setView((old) => within(zoomAt(old, factor, at.x, at.y), picture(), room()));
  const spread = (points: Point[]) => Math.hypot(points[0]!.x - points[1]!.x, points[0]!.y - points[1]!.y);
  const centre = (points: Point[]): Point => ({ x: (points[0]!.x + points[1]!.x) / 2, y: (points[0]!.y + points[1]!.y) / 2 });

  const move = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const old = [...fingers.current.values()];
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = [...fingers.current.values()];
    travelled.current += Math.hypot(event.clientX - before.x, event.clientY - before.y);
    if (travelled.current < STILL_PX) return;
    setMoving(true);
    if (!stage.current!.hasPointerCapture(event.pointerId)) stage.current!.setPointerCapture(event.pointerId);
    if (now.length === 2 && canZoom) {
      const [a, b] = [middle(centre(old)), middle(centre(now))];
      const factor = spread(now) / Math.max(1, spread(old));
      setView((last) => {
        const next = zoomAt(last, factor, a.x, a.y);
        return within({ ...next, x: next.x + b.x - a.x, y: next.y + b.y - a.y }, picture(), room());
      });
      setPull({ x: 0, y: 0 });
    } else if (now.length === 1 && view.scale > 1) {
      setView((last) => within({ ...last, x: last.x + event.clientX - before.x, y: last.y + event.clientY - before.y }, picture(), room()));
    } else if (now.length === 1) {
      const [dx, dy] = [event.clientX - from.current.x, event.clientY - from.current.y];
      setPull(Math.abs(dx) > Math.abs(dy) ? { x: dx, y: 0 } : { x: 0, y: Math.max(0, dy) });
    }
  };
  const end = (event: PointerEvent) => {
    if (!fingers.current.delete(event.pointerId)) return;
    if (fingers.current.size > 0) return;
    setMoving(false);
    setPull({ x: 0, y: 0 });
    if (event.type === "pointercancel") return;
    if (travelled.current < STILL_PX) return tap(event);
    settled.current = Date.now() + SETTLE_MS; // until then the picture may still be on its way below the finger
    const wish = view.scale > 1 ? undefined : swiped(event.clientX - from.current.x, event.clientY - from.current.y, room());
    if (wish === "next") onNext();
    if (wish === "previous") onPrevious();
    if (wish === "close") onClose();
  };
  const tap = (event: PointerEvent) => {
    const on = event.target as HTMLElement;
    if (!on.closest(".viewer-picture")) return Date.now() < settled.current ? undefined : onClose(); // beside the picture
    if (!canZoom) return;
    const twice = Date.now() - tapped.current.at < DOUBLE_MS && Math.hypot(event.clientX - tapped.current.x, event.clientY - tapped.current.y) < DOUBLE_PX;
    tapped.current = twice ? { x: 0, y: 0, at: 0 } : { x: event.clientX, y: event.clientY, at: Date.now() };
    if (twice) zoom(view.scale > 1 ? 0 : DOUBLE_SCALE, middle({ x: event.clientX, y: event.clientY }));
  };
  return {
    view,
    pull,
    moving,
    zoom,
    stage: {
      ref: stage,
      onPointerDown: (event: PointerEvent) => {
        const on = event.target as HTMLElement;
        if (event.button > 0 || on.closest("button")) return;
        if (on.tagName === "VIDEO" && on.getBoundingClientRect().bottom - event.clientY < CONTROLS_PX) return; // the browser's own controls
        if (fingers.current.size === 0) {
          from.current = { x: event.clientX, y: event.clientY };
          travelled.current = 0;
        }
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: end,
      onWheel: (event: WheelEvent) => {
        event.preventDefault();
        zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), middle({ x: event.clientX, y: event.clientY }));
      },
    },
  };
}
