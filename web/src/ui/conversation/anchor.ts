// Keeps what a person reads where it is, whatever is added above or below. Browsers do this unevenly, so it is done here.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const AT_BOTTOM_PX = 60;

export function useAnchor(scroller: RefObject<HTMLDivElement | null>, rows: unknown, holdsBottom = true): void {
  const anchor = useRef<{ id: string; top: number } | null>(null);
  const programmatic = useRef(0);
  const holds = useRef(holdsBottom);
  holds.current = holdsBottom;

  const remember = () => {
    const box = scroller.current;
    if (!box) return;
    anchor.current = null;
    if (holds.current && box.scrollTop > -AT_BOTTOM_PX) return; // at the bottom: stay there
    const top = box.getBoundingClientRect().top;
    const rows = box.querySelectorAll<HTMLElement>("[data-anchor]");
    let [low, high] = [0, rows.length]; // rows stand in order: the first that ends in sight is found by halving
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]!.getBoundingClientRect().bottom > top + 8) high = middle;
      else low = middle + 1;
    }
    const row = rows[low];
    if (row) anchor.current = { id: row.dataset.anchor!, top: row.getBoundingClientRect().top - top };
  };
  const restore = () => {
    const box = scroller.current;
    if (!box) return;
    if (!anchor.current) {
      if (holds.current && box.scrollTop > -AT_BOTTOM_PX) box.scrollTop = 0;
      return;
    }
    const row = box.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(anchor.current.id)}"]`);
    if (!row) return;
    const moved = row.getBoundingClientRect().top - box.getBoundingClientRect().top - anchor.current.top;
    if (Math.abs(moved) < 1) return;
    programmatic.current += 1;
    box.scrollTop += moved;
  };

  useLayoutEffect(restore, [rows]);
  useEffect(() => {
    const box = scroller.current!;
    const scrolled = () => {
      if (programmatic.current > 0) programmatic.current -= 1;
      else remember();
    };
    box.addEventListener("scroll", scrolled, { passive: true });
    const watcher = new ResizeObserver(restore);
    watcher.observe(box.firstElementChild!);
    return () => {
      box.removeEventListener("scroll", scrolled);
      watcher.disconnect();
    };
  }, []);
}
