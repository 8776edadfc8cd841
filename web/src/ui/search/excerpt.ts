// The part of a text where the words that were searched stand, cut into pieces with and without a mark. Pure.

export interface Piece {
  text: string;
  marked: boolean;
}

const BEFORE_CHARS = 24;
const CHARS_MAX = 160;

export function excerpt(body: string, words: readonly string[]): Piece[] {
  const text = body.replace(/\s+/g, " ").trim();
  const spans = marks(text, words);
  const from = startOf(text, spans[0]?.[0] ?? 0);
  const end = Math.min(text.length, from + CHARS_MAX);
  const pieces: Piece[] = [];
  const add = (piece: string, marked: boolean) => piece && pieces.push({ text: piece, marked });
  let at = from;
  if (from > 0) add("…", false);
  for (const [first, last] of spans) {
    if (first >= end) break;
    add(text.slice(at, first), false);
    add(text.slice(first, Math.min(last, end)), true);
    at = Math.min(last, end);
  }
  add(text.slice(at, end), false);
  if (end < text.length) add("…", false);
  return pieces;
}

/** Where to begin, so that the first mark is in sight: not in the middle of a word or of a sign made of two. */
function startOf(text: string, first: number): number {
  if (first <= BEFORE_CHARS) return 0;
  const from = first - BEFORE_CHARS;
  const space = text.indexOf(" ", from);
  if (space >= 0 && space < first) return space + 1;
  return /[\uDC00-\uDFFF]/.test(text[from]!) ? from + 1 : from;
}

/** Where the words stand, in order, without overlaps. */
function marks(text: string, words: readonly string[]): [number, number][] {
  const escaped = words.filter(Boolean).sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (escaped.length === 0) return [];
  return [...text.matchAll(new RegExp(escaped.join("|"), "giu"))].map((match) => [match.index, match.index + match[0].length]);
}
