// Keeps what a person reads where it is, whatever is added above or below. Browsers do this unevenly, so it is done here.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const AT_BOTTOM_PX = 60;

/** The first row of which more than a hair is seen. */
export function topRow(box: HTMLElement): HTMLElement | undefined {
  const top = box.getBoundingClientRect().top + 8;
  const rows = box.querySelectorAll<HTMLElement>("[data-anchor]");
  let [low, high] = [0, rows.length]; // rows stand in order: it is found by halving
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom > top) high = middle;
    else low = middle + 1;
  }
  return rows[low];
}

/**
 * `moved` hears of each scrolling, by a person or by this, at once: what has to be drawn then is drawn before the next picture.
 * `scrolled` hears of scrollings alone, after that: all that is measured then is measured before anything is drawn.
 * Answers the id of the row that is held, which has to stay drawn.
 */
export function useAnchor(
  scroller: RefObject<HTMLDivElement | null>,
  rows: unknown,
  holdsBottom: boolean,
  moved: RefObject<() => void>,
  scrolled: RefObject<() => void>,
): () => string | undefined {
  const anchor = useRef<{ id: string; top: number; at: number } | null>(null);
  const holds = useRef(holdsBottom);
  holds.current = holdsBottom;

  const hold = (row: HTMLElement | undefined, box: HTMLElement) => {
    anchor.current = row ? { id: row.dataset.anchor!, top: row.getBoundingClientRect().top - box.getBoundingClientRect().top, at: box.scrollTop } : null;
  };
  /** Puts the row that is held where it was, but for what was scrolled since: a scrolling may be told of late. */
  const restore = () => {
    const box = scroller.current;
    if (!box) return;
    if (!anchor.current) {
      if (holds.current && box.scrollTop > -AT_BOTTOM_PX) box.scrollTop = 0;
      return;
    }
    const { id, top, at } = anchor.current;
    const row = box.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(id)}"]`);
    if (!row) return;
    const off = row.getBoundingClientRect().top - box.getBoundingClientRect().top - (top - (box.scrollTop - at));
    if (Math.abs(off) < 1) return;
    box.scrollTop += off;
    hold(row, box);
    moved.current!();
  };
  const remember = () => {
    const box = scroller.current;
    if (!box) return;
    restore(); // what has shifted meanwhile is not what the person did
    hold(holds.current && box.scrollTop > -AT_BOTTOM_PX ? undefined : topRow(box), box); // at the bottom: stay there
    moved.current!();
    scrolled.current!();
  };

  useLayoutEffect(restore, [rows]);
  useEffect(() => {
    const box = scroller.current!;
    box.addEventListener("scroll", remember, { passive: true });
    const watcher = new ResizeObserver(restore);
    watcher.observe(box.firstElementChild!);
    return () => {
      box.removeEventListener("scroll", remember);
      watcher.disconnect();
    };
  }, []);
  return () => anchor.current?.id;
}

/** Scrolls smoothly, but over a long way only for its last part. */
export function glide(box: HTMLElement, top: number): void {
  const way = top - box.scrollTop;
  const part = box.clientHeight;
  if (Math.abs(way) > 3 * part) box.scrollTop = top - Math.sign(way) * part;
  box.scrollTo({ top, behavior: "smooth" });
}
