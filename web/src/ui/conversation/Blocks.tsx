// Draws the rows of a conversation. Of thousands only those near what is seen are there; the others keep their place.
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Row } from "../../store/timeline";
import { ALL_ROWS, between, cut, Heights, type Block } from "./blocks";

interface Props {
  rows: readonly Row[];
  draw: (row: Row) => ComponentChildren;
  scroller: RefObject<HTMLDivElement | null>;
  /** A row that is to be drawn wherever it is. */
  wanted?: string;
  /** The row that is held where it is: it has to be drawn. */
  held: () => string | undefined;
  /** Is given the function that draws what has come near. */
  look: RefObject<() => void>;
}

/** How much is drawn beyond what is seen, up and down, in heights of the window. */
const MARGIN = 1.5;
/** Scrolling less than this part of the margin draws nothing new. */
const STEP = 0.4;

export function Blocks({ rows, draw, scroller, wanted, held, look: looking }: Props) {
  const blocks = useRef<Block[]>([]);
  const cutRows = useRef<readonly Row[]>(undefined);
  const heights = useRef(new Heights());
  const [seen, setSeen] = useState({ low: 0, high: 0 });
  if (cutRows.current !== rows) {
    cutRows.current = rows;
    blocks.current = cut(rows, blocks.current);
  }

  const look = () => {
    const box = scroller.current;
    if (!box) return;
    const margin = box.clientHeight * MARGIN;
    const low = -box.scrollTop - margin;
    const high = -box.scrollTop + box.clientHeight + margin;
    setSeen((old) => (Math.abs(old.low - low) + Math.abs(old.high - high) < margin * STEP ? old : { low, high }));
  };
  looking.current = look;
  useLayoutEffect(look, [rows]);
  useLayoutEffect(() => {
    const box = scroller.current!;
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  const sizes = useRef<ResizeObserver>(undefined);
  sizes.current ??= new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      if (target.isConnected) heights.current.learn((target as HTMLElement).dataset.block!, borderBoxSize[0]!.blockSize);
    }
  });
  useLayoutEffect(() => () => sizes.current?.disconnect(), []);

  const used = inUse(scroller.current);
  const stays = new Set([wanted, held()]);
  const all = rows.length <= ALL_ROWS;
  const near = all ? undefined : between(blocks.current, heights.current, seen.low, seen.high);
  const last = blocks.current.at(-1);
  return (
    <>
      {blocks.current.map((block) =>
        !near || near.has(block.key) || used.has(block.key) || block === last || block.rows.some((row) => row.kind === "unread" || stays.has(row.key)) ? (
          <Drawn key={block.key} block={block} draw={draw} sizes={sizes.current!} />
        ) : (
          <div key={`away ${block.key}`} class="block away" style={{ height: `${heights.current.of(block)}px` }} />
        ),
      )}
    </>
  );
}

/** The blocks that hold the keyboard's focus, or what plays: they stay, wherever one scrolls. */
function inUse(box: HTMLElement | null): Set<string> {
  const playing = [...(box?.querySelectorAll<HTMLMediaElement>("audio, video") ?? [])].filter((media) => !media.paused);
  return new Set([document.activeElement, ...playing].flatMap((one) => one?.closest<HTMLElement>(".block")?.dataset.block ?? []));
}

function Drawn({ block, draw, sizes }: { block: Block; draw: Props["draw"]; sizes: ResizeObserver }) {
  const here = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = here.current!;
    sizes.observe(element);
    return () => sizes.unobserve(element);
  }, []);
  return (
    <div class="block" data-block={block.key} ref={here}>
      {block.rows.map(draw)}
    </div>
  );
}
