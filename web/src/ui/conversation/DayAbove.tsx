// While one scrolls through what was said: the day of what stands at the top.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dayName } from "../../i18n";
import type { Row } from "../../store/timeline";
import { topRow } from "./anchor";

/** So long after the last movement the day goes. */
const STAYS_MS = 1_200;
/** A day's own line nearer to the top than this says it already. */
const LINE_PX = 44;

export function DayAbove({ scroller, rows }: { scroller: RefObject<HTMLElement | null>; rows: readonly Row[] }) {
  const [day, setDay] = useState("");
  const [shown, setShown] = useState(false);
  const all = useRef(rows);
  all.current = rows;
  useEffect(() => {
    const box = scroller.current!;
    let [gone, frame] = [0, 0];
    const look = () => {
      frame = 0;
      clearTimeout(gone);
      const id = topRow(box)?.dataset.anchor;
      const row = all.current.find((one) => (one.kind === "message" || one.kind === "notice") && one.key === id);
      const top = box.getBoundingClientRect().top;
      const said = [...box.querySelectorAll(".day")].some((line) => Math.abs(line.getBoundingClientRect().top - top) < LINE_PX);
      setShown(row !== undefined && !said);
      if (row && !said) setDay(dayName(row.kind === "message" ? row.message.ts : row.kind === "notice" ? row.messages[0]!.ts : 0));
      gone = window.setTimeout(() => setShown(false), STAYS_MS);
    };
    const scrolled = () => (frame ||= requestAnimationFrame(look));
    box.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      box.removeEventListener("scroll", scrolled);
      cancelAnimationFrame(frame);
      clearTimeout(gone);
    };
  }, []);
  return (
    <div class={`day day-above ${shown ? "shown" : ""}`} aria-hidden="true">
      {day && <span>{day}</span>}
    </div>
  );
}
