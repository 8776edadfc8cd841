// From the HTML of somebody else's message to a tree that is safe to draw: the tags and attributes of the specification (m.room.message
// msgtypes), and of everything else only its text. Pure.
//
// It reads tags by itself, in time that grows with the length alone: out of 64 KiB the parser of a browser makes millions of elements
// (formatting that was never closed opens again in every paragraph). Nothing hangs on reading HTML as a browser does, since
// the tree is never written as HTML again.
import { decode, type Decoder } from "./entities";
import { targetOf as linkTarget } from "../links/target";
import { targetOf, type Target } from "./targets";

export const TAGS = new Set(
  "b strong i em u del s sup sub code br hr p div span blockquote ul ol li pre h1 h2 h3 h4 h5 h6 table thead tbody tr th td caption details summary".split(" "),
);
/** Older names of tags. */
const CALLED: Record<string, string> = { strike: "del", font: "span", tt: "code" };
const SILENT = new Set("mx-reply script style title head template noscript iframe object embed svg math textarea select xmp".split(" "));
const VOID = new Set(["br", "hr", "img"]);
const BLOCKS = new Set("p div blockquote ul ol li pre h1 h2 h3 h4 h5 h6 table thead tbody tr th td caption details summary hr".split(" "));
/** What a tag ends that was left open, up to the tag that holds them. */
const ENDS: Record<string, { open: string[]; within: string[] }> = {
  li: { open: ["li"], within: ["ul", "ol"] },
  tr: { open: ["tr", "td", "th", "caption"], within: ["table"] },
  td: { open: ["td", "th", "caption"], within: ["tr", "table"] },
  th: { open: ["td", "th", "caption"], within: ["tr", "table"] },
  tbody: { open: ["thead", "tbody", "caption"], within: ["table"] },
  thead: { open: ["thead", "tbody", "caption"], within: ["table"] },
};

const DEPTH_MAX = 100;
const ELEMENTS_MAX = 2_000;
const IMAGES_MAX = 50;
const TITLE_MAX = 200;

export interface Tag {
  kind: "tag";
  tag: string;
  children: Rich[];
  start?: number;
  language?: string;
  colour?: string;
  ground?: string;
}
export interface Link {
  kind: "link";
  href: string;
  children: Rich[];
}
/** Whoever is mentioned. Her name is taken from the room, since the message could call her anything. */
export interface Person {
  kind: "person";
  user: string;
}
export interface Place {
  kind: "place";
  /** Id or alias of a room. */
  room: string;
  event?: string;
  href: string;
  children: Rich[];
}
export interface Image {
  kind: "image";
  mxc: string;
  text: string;
  width?: number;
  height?: number;
  /** As high as the text around it. */
  emoticon: boolean;
}
export interface Spoiler {
  kind: "spoiler";
  reason: string;
  children: Rich[];
}
export type Rich = string | Tag | Link | Person | Place | Image | Spoiler;

interface Open {
  name: string;
  children: Rich[];
}

/** What is drawn of this HTML. `decoder` knows the names of characters that are not among the common ones. */
export function richOf(html: string, decoder?: Decoder): Rich[] {
  const root: Open = { name: "", children: [] };
  const stack: Open[] = [root];
  let [elements, images] = [0, 0];
  const top = () => stack.at(-1)!;
  const write = (text: string) => {
    const { children } = top();
    if (typeof children.at(-1) === "string") children.push(`${children.pop() as string}${text}`);
    else if (text) children.push(text);
  };
  const close = (name: string) => {
    const at = stack.findLastIndex((open) => open.name === name);
    if (at > 0) stack.length = at;
  };
  const endOpen = (name: string) => {
    if (BLOCKS.has(name) && name !== "summary" && top().name === "p") stack.pop();
    const ends = ENDS[name];
    if (!ends) return;
    const from = stack.findLastIndex((open) => ends.within.includes(open.name)) + 1;
    const at = stack.findIndex((open, i) => i >= from && ends.open.includes(open.name));
    if (at > 0) stack.length = at;
  };
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf("<", at);
    if (next < 0) {
      write(decode(html.slice(at), decoder));
      break;
    }
    write(decode(html.slice(at, next), decoder));
    const token = tokenAt(html, next);
    if (!token) {
      write("<");
      at = next + 1;
      continue;
    }
    at = token.end;
    const name = CALLED[token.name] ?? token.name;
    if (!name) continue; // a comment
    if (token.closing) {
      close(name);
      continue;
    }
    if (SILENT.has(name)) {
      at = behindClosing(html, at, name);
      continue;
    }
    endOpen(name);
    if (stack.length > DEPTH_MAX || elements >= ELEMENTS_MAX) {
      if (name === "br") write("\n");
      continue;
    }
    const attributes = attributesOf(token.inside, decoder);
    const made = name === "img" && images >= IMAGES_MAX ? attributes.alt ?? "" : elementOf(name, attributes);
    if (made === undefined) continue;
    if (typeof made === "string") {
      write(made);
      continue;
    }
    elements += 1;
    top().children.push(made);
    if (made.kind === "image") images += 1;
    else if (!VOID.has(name)) stack.push({ name, children: made.kind === "person" ? [] : made.children });
  }
  return filled(root.children);
}

const MAY_BE_EMPTY = new Set([...VOID, "td", "th"]);

/** Without elements that hold nothing. */
function filled(children: readonly Rich[]): Rich[] {
  return children.flatMap((one): Rich[] => {
    if (typeof one === "string" || one.kind === "image" || one.kind === "person") return [one];
    const inside = filled(one.children);
    return inside.length > 0 || (one.kind === "tag" && MAY_BE_EMPTY.has(one.tag)) ? [{ ...one, children: inside }] : [];
  });
}

/** What a matrix: link leads to. */
function matrixTarget(address: string): Target | undefined {
  const found = /^\s*matrix:/i.test(address) ? linkTarget(address) : undefined;
  if (!found) return undefined;
  return found.kind === "person" ? { kind: "person", user: found.id } : { kind: "place", room: found.id, href: address.trim(), ...(found.event && { event: found.event }) };
}

function elementOf(name: string, attributes: Record<string, string>): Rich | undefined {
  if (name === "a") {
    const target = targetOf(attributes.href ?? "") ?? matrixTarget(attributes.href ?? "");
    return target && (target.kind === "person" ? target : { ...target, children: [] });
  }
  if (name === "img") return imageOf(attributes);
  if (!TAGS.has(name)) return undefined;
  if (name === "span" && "data-mx-spoiler" in attributes) return { kind: "spoiler", reason: attributes["data-mx-spoiler"]!.slice(0, TITLE_MAX), children: [] };
  const made: Tag = { kind: "tag", tag: name, children: [] };
  const start = Number(attributes.start);
  if (name === "ol" && Number.isInteger(start) && Math.abs(start) < 1e9) made.start = start;
  const language = /(?:^|\s)language-([\w+#.-]{1,30})/.exec(attributes.class ?? "")?.[1];
  if (name === "code" && language) made.language = language;
  const colour = colourOf(attributes["data-mx-color"] ?? attributes.color);
  const ground = colourOf(attributes["data-mx-bg-color"]);
  if (name === "span" && colour) made.colour = colour;
  if (name === "span" && ground) made.ground = ground;
  return made;
}

const colourOf = (value: string | undefined) => (value && /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : undefined);

/** A picture of the media repository; of any other, the words that stand for it. */
function imageOf(attributes: Record<string, string>): Image | string {
  const text = (attributes.alt || attributes.title || "").slice(0, TITLE_MAX);
  const mxc = attributes.src ?? "";
  if (!/^mxc:\/\/[^/\s]+\/[\w-]+$/.test(mxc)) return text;
  const size = (value: string | undefined) => (value && /^\d{1,5}$/.test(value) && Number(value) > 0 ? Number(value) : undefined);
  return { kind: "image", mxc, text, width: size(attributes.width), height: size(attributes.height), emoticon: "data-mx-emoticon" in attributes };
}

interface Token {
  name: string;
  closing: boolean;
  /** What stands behind the name. */
  inside: string;
  end: number;
}

/** The tag or comment that begins here; undefined where "<" is only a sign. A tag without an end takes the rest. */
function tokenAt(html: string, at: number): Token | undefined {
  const nothing = (end: number): Token => ({ name: "", closing: false, inside: "", end: end < 0 ? html.length : end });
  if (html.startsWith("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    return nothing(end < 0 ? end : end + 3);
  }
  const closing = html[at + 1] === "/";
  let behind = at + (closing ? 2 : 1);
  const first = html[behind] ?? "";
  if (!/[a-z]/i.test(first)) {
    if (closing || !"!?".includes(first) || !first) return undefined;
    const end = html.indexOf(">", behind);
    return nothing(end < 0 ? end : end + 1);
  }
  const from = behind;
  while (behind < html.length && /[\w:-]/.test(html[behind]!)) behind += 1;
  const name = html.slice(from, behind).toLowerCase();
  for (let i = behind, quote = ""; i < html.length; i += 1) {
    const sign = html[i]!;
    if (quote) quote = sign === quote ? "" : quote;
    else if (sign === ">") return { name, closing, inside: html.slice(behind, i), end: i + 1 };
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html[i - 1]!)) quote = sign;
  }
  return nothing(-1);
}

/** Behind the end of an element whose content is nobody's to read; one that never ends takes the rest. */
function behindClosing(html: string, at: number, name: string): number {
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = at;
  return closing.exec(html) ? closing.lastIndex : html.length;
}

function attributesOf(inside: string, decoder: Decoder | undefined): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name, double, single, bare] of inside.matchAll(/([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g)) {
    const key = name!.toLowerCase();
    if (!(key in found)) found[key] = decode(double ?? single ?? bare ?? "", decoder);
  }
  return found;
}

const INLINE = new Set("b strong i em u del s sup sub code br span".split(" "));

/** Whether it flows like text, so that it needs no block of its own. */
export const isInline = (tree: readonly Rich[]): boolean =>
  tree.every((one) => typeof one === "string" || one.kind === "person" || (one.kind === "image" ? one.emoticon : (one.kind !== "tag" || INLINE.has(one.tag)) && isInline(one.children)));

/** All its words. */
export const textOf = (tree: readonly Rich[]): string =>
  tree.map((one) => (typeof one === "string" ? one : one.kind === "person" ? one.user : one.kind === "image" ? one.text : one.kind === "tag" && one.tag === "br" ? "\n" : textOf(one.children))).join("");
