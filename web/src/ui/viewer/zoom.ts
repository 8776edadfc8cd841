// Where a picture lies under one's fingers. Lengths in pixels of the screen, measured from the middle of the stage. Pure.
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  w: number;
  h: number;
}

export const REST: View = { scale: 1, x: 0, y: 0 };
export const SCALE_MAX = 8;

/** The view made `factor` times as large, so that what lies at `x`, `y` stays there. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  const scale = Math.max(1, Math.min(SCALE_MAX, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
}

/** The view pushed back so far that no empty edge shows which need not. */
export function within(view: View, picture: Size, stage: Size): View {
  const keep = (at: number, size: number, room: number) => {
    const reach = Math.max(0, (size * view.scale - room) / 2);
    return Math.max(-reach, Math.min(reach, at));
  };
  return { scale: view.scale, x: keep(view.x, picture.w, stage.w), y: keep(view.y, picture.h, stage.h) };
}

/** What a finger wants that has moved over an unmagnified picture and lets go. */
export function swiped(dx: number, dy: number, stage: Size): "next" | "previous" | "close" | undefined {
  if (Math.abs(dx) > Math.abs(dy)) return Math.abs(dx) > Math.min(90, stage.w / 5) ? (dx < 0 ? "next" : "previous") : undefined;
  return dy > Math.min(120, stage.h / 5) ? "close" : undefined;
}
