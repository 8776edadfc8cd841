// A long conversation in blocks: those near what is seen are drawn, of the others only the height stands there. Pure.
import { rowKey, type Row } from "../../store/timeline";

export interface Block {
  /** The key of its first row when it was made. */
  key: string;
  rows: Row[];
}

/** Fewer rows than this are drawn as they are. */
export const ALL_ROWS = 120;
const BLOCK_ROWS = 16;
/** What a row is taken to be high before it was ever drawn. */
const ROW_PX = 48;

/**
 * Cuts rows into blocks, at the same places as in `before` wherever those rows are still there, so that what was measured stays true
 * when older rows come before the first block and new ones after the last.
 */
export function cut(rows: readonly Row[], before: readonly Block[] = []): Block[] {
  const starts = new Set(before.map((block) => block.key));
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const row of rows) {
    const full = block !== undefined && block.rows.length >= BLOCK_ROWS;
    // The line of the day moves up when older messages of that day come: only what was said begins a block.
    const mayBegin = row.kind === "message" || row.kind === "notice";
    const key = rowKey(row);
    if (!block || starts.has(key) || (full && mayBegin)) blocks.push((block = { key, rows: [] }));
    block.rows.push(row);
  }
  return blocks;
}

export class Heights {
  private readonly known = new Map<string, number>();

  /** Notes what a block measures. */
  learn(key: string, px: number): void {
    this.known.set(key, px);
  }

  of(block: Block): number {
    return this.known.get(block.key) ?? block.rows.length * ROW_PX;
  }
}

/** The keys of the blocks that lie between two distances from the bottom of all, both in px. */
export function between(blocks: readonly Block[], heights: Heights, low: number, high: number): Set<string> {
  const found = new Set<string>();
  let bottom = 0;
  for (let i = blocks.length - 1; i >= 0 && bottom <= high; i -= 1) {
    const top = bottom + heights.of(blocks[i]!);
    if (top >= low) found.add(blocks[i]!.key);
    bottom = top;
  }
  return found;
}
