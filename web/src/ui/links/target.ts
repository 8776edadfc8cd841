// Links to people, rooms and messages: read in every form that people paste, written in one that works in any browser. Pure.
export interface Target {
  kind: "person" | "room";
  /** A person's id, a room's id or its alias. */
  id: string;
  event?: string;
  via: string[];
}

const BY_LETTER: Record<string, string> = { u: "@", r: "#", roomid: "!", user: "@", room: "#" };
const ID = /^[@#!][^\s/?]{1,254}$/;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a pasted text leads to: a matrix: or matrix.to link, one of this or another web app, or an address itself; undefined for all else. */
export function targetOf(text: string): Target | undefined {
  const clean = text.trim();
  if (/^matrix:/i.test(clean)) {
    const [path = "", query] = parted(clean.slice(7));
    const [letter = "", id = "", what, event] = path.replace(/^\/\//, "").split("/");
    const sign = BY_LETTER[letter];
    if (!sign || !id) return undefined;
    return made(sign + decode(id), (what === "e" || what === "event") && event ? `$${decode(event)}` : undefined, query);
  }
  const hash = /^https?:\/\/[^\s#]*#\/(.+)$/i.exec(clean)?.[1] ?? clean;
  const [path = "", query] = parted(hash);
  const parts = path.replace(/^(?:user|room)\//, "").split("/").map(decode);
  return made(parts[0] ?? "", parts[1]?.startsWith("$") ? parts[1] : undefined, query);
}

function parted(text: string): [string, string | undefined] {
  const at = text.indexOf("?");
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function made(id: string, event: string | undefined, query: string | undefined): Target | undefined {
  if (!ID.test(id) || (!id.startsWith("!") && !id.includes(":"))) return undefined;
  const via = new URLSearchParams(query ?? "").getAll("via").slice(0, 5);
  return { kind: id.startsWith("@") ? "person" : "room", id, ...(event && !id.startsWith("@") && { event }), via };
}

/** A target as a path that this app and matrix.to both understand. */
export const linkPath = ({ id, event, via }: Target): string => {
  const query = via.map((server) => `via=${encodeURIComponent(server)}`).join("&");
  return `#/${[id, ...(event ? [event] : [])].map((part) => encodeURIComponent(part).replace(/%40/g, "@").replace(/%3A/gi, ":")).join("/")}${query && `?${query}`}`;
};

/** The link that is given to others: it opens this server's app, with or without an account. */
export const linkTo = (origin: string, id: string): string => `${origin}/${linkPath({ kind: "room", id, via: [] })}`;

/** The same for apps of other makers. */
export function matrixUri({ id, event }: Target): string {
  const kind = { "@": "u", "#": "r", "!": "roomid" }[id[0]!];
  return `matrix:${kind}/${encodeURIComponent(id.slice(1)).replace(/%3A/gi, ":")}${event ? `/e/${encodeURIComponent(event.slice(1))}` : ""}`;
}
