// Text parted into plain pieces and addresses. Pure; nothing here makes HTML.
export interface Piece {
  text: string;
  href?: string;
}

const ADDRESS = /\b(?:https?:\/\/|www\.|matrix:(?:u|r|roomid)\/)[^\s<>"'“”‘’（）【】《》，。；！？、]+/gi;
const TRAILING = /[.,:;!?)\]}]+$/;

export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    let found = match[0];
    const tail = TRAILING.exec(found)?.[0] ?? "";
    // A closing bracket belongs to the address if it opened inside of it.
    if (tail && !(tail.startsWith(")") && found.includes("("))) found = found.slice(0, -tail.length);
    const href = /^www\./i.test(found) ? `https://${found}` : found;
    if (!URL.canParse(href)) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push({ text: found, href });
    at = match.index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

const EMOJI = /^(?:\p{RI}\p{RI}|\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?)?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*)+$/u;

/** One to three emoji and nothing else: they are drawn large. */
export function isJumbo(text: string): boolean {
  const clean = text.replace(/\s/g, "");
  if (!clean || clean.length > 24 || /^[\d#*]+$/.test(clean) || !EMOJI.test(clean)) return false;
  return [...new Intl.Segmenter().segment(clean)].length <= 3;
}
