// Where links lead, and what must be said of it: nothing but pages, mail addresses, people and rooms is a target. Pure.

export type Target = { kind: "link"; href: string } | { kind: "person"; user: string } | { kind: "place"; room: string; event?: string; href: string };

const MATRIX_TO = /^https:\/\/matrix\.to\/#\/([^?]+)/i;

/** What an address leads to; undefined for one that is nothing to follow. */
export function targetOf(address: string): Target | undefined {
  const clean = address.trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(clean) || !URL.canParse(clean)) return undefined;
  const href = new URL(clean).href;
  const [id, event] = (MATRIX_TO.exec(clean)?.[1] ?? "").split("/").map(decoded);
  if (id && /^@[^:\s]+:[^\s]+$/.test(id)) return { kind: "person", user: id };
  if (id && /^[!#][^\s]+$/.test(id)) return { kind: "place", room: id, href, ...(event?.startsWith("$") && { event }) };
  return { kind: "link", href };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Signs that change the order of what is read, or are not seen at all. */
const UNSEEN = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu;
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
const HOST_LIKE = /(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?[.。．｡])+\p{L}[\p{L}\p{M}\p{N}-]+/u;
const AUTHORITY = /^\s*https?:\/\/([^/?#\s]+)/i;
/** Scripts that nobody takes for Latin letters. */
const ITS_OWN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\d.\-。．｡]+$/u;

const bare = (host: string) => host.toLowerCase().replace(/^www\./, "");
const hostOf = (text: string): string | undefined => (URL.canParse(`https://${text}`) ? bare(new URL(`https://${text}`).hostname) : undefined);

/**
 * The host (or mail address) that must be shown beside a link, since its text looks like another one: another name, signs
 * that look like Latin letters, a name before "@", an order turned round. Undefined where the text is honest, or no address at all.
 */
export function realTarget(text: string, href: string): string | undefined {
  const url = new URL(href);
  const seen = text.replace(UNSEEN, "");
  if (url.protocol === "mailto:") {
    const address = decoded(url.pathname);
    const shown = /[^\s@<>]+@[^\s@<>]+/.exec(seen)?.[0];
    const other = shown ? shown.toLowerCase() !== address.toLowerCase() : HOST_LIKE.test(seen);
    return other || TURNING.test(text) ? address : undefined;
  }
  const host = bare(url.hostname);
  if (TURNING.test(text)) return host;
  const written = AUTHORITY.exec(seen)?.[1] ?? HOST_LIKE.exec(seen)?.[0];
  if (written === undefined) return host.includes("xn--") && !ITS_OWN.test(seen) && /^\S+$/.test(seen) ? host : undefined;
  const shown = hostOf(written);
  if (shown !== host && !(shown && host.endsWith(`.${shown}`))) return host;
  const letter = bare(written.replace(/:\d+$/, ""));
  const foreign = host.includes("xn--") || (shown === host && letter !== host);
  return foreign && !everyLabelItsOwn(letter) ? host : undefined;
}

/** Whether each part of the name is in Latin letters without marks, or in a script of its own. */
const everyLabelItsOwn = (host: string): boolean => host.split(/[.。．｡]/).every((label) => (/^[a-z\d-]+$/.test(label) && !label.startsWith("xn--") && /[a-z-]/.test(label)) || (ITS_OWN.test(label) && /\p{L}/u.test(label)));
