// Characters that HTML writes as names and numbers. Pure.

/** Reads a name such as "&hearts;" that is not in the list; undefined: there is none. */
export type Decoder = (reference: string) => string | undefined;

const COMMON: Record<string, string> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", hellip: "…", mdash: "—", ndash: "–", lsquo: "‘", rsquo: "’",
  ldquo: "“", rdquo: "”", laquo: "«", raquo: "»", middot: "·", bull: "•", times: "×", deg: "°", copy: "©", reg: "®", trade: "™", euro: "€", rarr: "→", larr: "←",
};
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi;

export function decode(text: string, decoder?: Decoder): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return COMMON[name] ?? decoder?.(whole) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    const impossible = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
    return impossible ? "\ufffd" : String.fromCodePoint(code);
  });
}

const known = new Map<string, string | undefined>();

/** All names that the browser knows, one at a time. */
export const browserDecoder: Decoder = (reference) => {
  if (!known.has(reference)) {
    if (known.size > 500) known.clear();
    const text = new DOMParser().parseFromString(reference, "text/html").body.textContent ?? "";
    known.set(reference, text === reference ? undefined : text);
  }
  return known.get(reference);
};
