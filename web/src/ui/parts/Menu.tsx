// A menu: a sheet at the bottom of phones, floating at a point on desks, walked through with the arrow keys.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "./Dialog";
import { Icon, type IconName } from "./Icon";

export interface Point {
  x: number;
  y: number;
}

interface Props {
  label: string;
  /** Where it floats on a desk; without it, it is a sheet there too. */
  at?: Point;
  /** Whether it stands above `at` rather than below. */
  above?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** Whether a menu at this point floats here, rather than being a sheet. */
export const floats = (at: Point | undefined): at is Point => at !== undefined && matchMedia("(min-width: 721px)").matches;

export function Menu({ label, at, above = false, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const floating = floats(at);
  const [place, setPlace] = useState<Record<string, string>>(floating ? { opacity: "0" } : {} /* hidden things take no focus */);
  useEffect(() => {
    const menu = box.current!; // has a size only now that the dialog is open
    if (!floating) return undefined;
    const put = () => {
      const left = Math.max(8, Math.min(at.x, innerWidth - menu.offsetWidth - 8));
      const top = Math.max(8, Math.min(above ? at.y - menu.offsetHeight : at.y, innerHeight - menu.offsetHeight - 8));
      setPlace({ left: `${left}px`, top: `${top}px` });
    };
    put();
    const watcher = new ResizeObserver(put); // entries of it may come late, with parts of the app that are fetched
    watcher.observe(menu);
    return () => watcher.disconnect();
  }, []);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...box.current!.querySelectorAll<HTMLElement>("button")];
    const next = (all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length;
    all[next]?.focus();
  };
  return (
    <Dialog label={label} kind="sheet" onClose={onClose}>
      <div class={`menu ${floating ? "floating" : ""}`} ref={box} style={place} onKeyDown={walk}>
        {children}
      </div>
    </Dialog>
  );
}

export function MenuItem({ icon, label, danger = false, onChoose }: { icon: IconName; label: string; danger?: boolean; onChoose: () => void }) {
  return (
    <button type="button" role="menuitem" class={`menu-item ${danger ? "danger" : ""}`} onClick={onChoose}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
    </button>
  );
}
