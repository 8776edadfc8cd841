// What one writes, as HTML for others: **bold**, *italic*, ~~struck out~~, `code`, blocks of code, quotations, lists, [links](https://…),
// "@name" as a mention, and ":name:" as a picture of an image pack. Everything else stays the text it is, and no sign of it can become a
// tag. Pure.

export interface Mentionable {
  userId: string;
  name: string;
}

export interface Written {
  /** Nothing where the plain text says it all. */
  html?: string;
  /** Who is mentioned. */
  users: string[];
}

const DEPTH_MAX = 8;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

const CODE = /(`+)(?!`)([^\n]{1,2000}?[^`\n]|[^`\n])\1(?!`)/y;
const LINK = /\[([^[\]\n]{1,500})\]\(((?:https?:\/\/|mailto:)(?:[^\s()<>]|\([^\s()<>]*\))+)\)/iy;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'“”‘’（）【】《》，。；！？、]+/iy;
const SPANS: [RegExp, string][] = [
  [/\*\*(?=\S)([^\n]{0,2000}?[^\s*])\*\*(?![\w*])/y, "strong"],
  [/__(?=\S)([^\n]{0,2000}?[^\s_])__(?!\w)/y, "strong"],
  [/~~(?=\S)([^\n]{0,2000}?[^\s~])~~(?![\w~])/y, "del"],
  [/\*(?![\s*])([^\n*]{1,2000}?[^\s*]|[^\s*])\*(?![\w*])/y, "em"],
  [/_(?![\s_])([^\n_]{1,2000}?[^\s_]|[^\s_])_(?!\w)/y, "em"],
];
const EMOTICON = /:([^\s:]{1,100}):/y;
const OPENS = /[`[*_~@:\\hw]/i;

class Writer {
  readonly users = new Set<string>();
  /** Whether anything is more than its text. */
  marked = false;
  private readonly people: readonly Mentionable[];

  constructor(
    people: readonly Mentionable[],
    private readonly emoticons: ReadonlyMap<string, string>,
  ) {
    this.people = people.filter((one) => one.name).sort((a, b) => b.name.length - a.name.length); // "@Lina" is not Lin
  }

  inline(text: string, depth = 0): string {
    let out = "";
    let from = 0;
    for (let at = 0; at < text.length; ) {
      const found = OPENS.test(text[at]!) ? this.spanAt(text, at, depth) : undefined;
      if (!found) {
        at += 1;
        continue;
      }
      out += escapeHtml(text.slice(from, at)) + found.html;
      from = at = found.end;
    }
    return out + escapeHtml(text.slice(from));
  }

  private spanAt(text: string, at: number, depth: number): { html: string; end: number } | undefined {
    const sign = text[at]!;
    const inWord = at > 0 && /\w/.test(text[at - 1]!);
    const match = (pattern: RegExp) => ((pattern.lastIndex = at), pattern.exec(text));
    if (sign === "\\" && /[`*_~:[\]\\>#-]/.test(text[at + 1] ?? "")) return { html: escapeHtml(text[at + 1]!), end: at + 2 };
    if (sign === "@") return inWord ? undefined : this.mentionAt(text, at);
    if (sign === ":") {
      const name = match(EMOTICON);
      const url = name && this.emoticons.get(name[1]!);
      const code = name && escapeHtml(name[0]);
      return url ? this.made(`<img data-mx-emoticon height="32" src="${escapeHtml(url)}" alt="${code}" title="${code}">`, at, name) : undefined;
    }
    if (sign === "`") {
      const code = match(CODE);
      return code ? this.made(`<code>${escapeHtml(code[2]!)}</code>`, at, code) : undefined;
    }
    if (sign === "[") {
      const link = match(LINK);
      return link && URL.canParse(link[2]!) ? this.made(`<a href="${escapeHtml(link[2]!)}">${this.inline(link[1]!, DEPTH_MAX)}</a>`, at, link) : undefined;
    }
    if (/[hw]/i.test(sign)) {
      const address = inWord ? null : match(ADDRESS); // its signs are its own
      return address ? { html: escapeHtml(address[0]), end: at + address[0].length } : undefined;
    }
    if (inWord || depth >= DEPTH_MAX) return undefined;
    for (const [pattern, tag] of SPANS) {
      const span = match(pattern);
      if (span) return this.made(`<${tag}>${this.inline(span[1]!, depth + 1)}</${tag}>`, at, span);
    }
    return undefined;
  }

  private made(html: string, at: number, match: RegExpExecArray) {
    this.marked = true;
    return { html, end: at + match[0].length };
  }

  private mentionAt(text: string, at: number): { html: string; end: number } | undefined {
    const person = this.people.find(({ name }) => {
      if (!text.startsWith(name, at + 1)) return false;
      return !(/\w$/.test(name) && /\w/.test(text[at + 1 + name.length] ?? "")); // "@Lin" is not in "@Linda"
    });
    if (!person) return undefined;
    this.marked = true;
    this.users.add(person.userId);
    const end = at + 1 + person.name.length;
    return { html: `<a href="https://matrix.to/#/${encodeURIComponent(person.userId)}">${escapeHtml(person.name)}</a>`, end };
  }

  lines(lines: readonly string[]): string {
    return lines.map((line) => this.inline(line)).join("<br>");
  }

  blocks(lines: readonly string[], depth = 0): string {
    const out: string[] = [];
    let plain: string[] = [];
    const flush = () => {
      while (plain.length && !plain[0]!.trim()) plain.shift();
      while (plain.length && !plain.at(-1)!.trim()) plain.pop();
      if (plain.length) out.push(`<p>${this.lines(plain)}</p>`);
      plain = [];
    };
    const block = (html: string) => {
      flush();
      this.marked = true;
      out.push(html);
    };
    for (let at = 0; at < lines.length; ) {
      const line = lines[at]!;
      const fence = /^```([\w+#.-]{0,30})\s*$/.exec(line);
      const end = fence ? lines.findIndex((one, i) => i > at && /^```\s*$/.test(one)) : -1;
      const run = (pattern: RegExp) => {
        const found = lines.slice(at).findIndex((one) => !pattern.test(one));
        return lines.slice(at, found < 0 ? undefined : at + found);
      };
      const list = BULLET.test(line) ? ("ul" as const) : NUMBER.test(line) ? ("ol" as const) : undefined;
      if (fence && end > at) {
        block(`<pre><code${fence[1] ? ` class="language-${escapeHtml(fence[1])}"` : ""}>${escapeHtml(lines.slice(at + 1, end).join("\n"))}\n</code></pre>`);
        at = end + 1;
      } else if (QUOTE.test(line) && depth < DEPTH_MAX) {
        const quoted = run(QUOTE);
        block(`<blockquote>${this.blocks(quoted.map((one) => one.replace(QUOTE, "")), depth + 1)}</blockquote>`);
        at += quoted.length;
      } else if (list) {
        const pattern = list === "ul" ? BULLET : NUMBER;
        const items = run(pattern);
        const start = list === "ol" ? Number(/\d+/.exec(line)![0]) : 1;
        block(`<${list}${start === 1 ? "" : ` start="${start}"`}>${items.map((one) => `<li>${this.inline(one.replace(pattern, ""))}</li>`).join("")}</${list}>`);
        at += items.length;
      } else {
        plain.push(line);
        at += 1;
      }
    }
    if (out.length === 0) return this.lines(plain); // no block: it needs no paragraph either
    flush();
    return out.join("");
  }
}

const QUOTE = /^> ?/;
const BULLET = /^[-*+] +(?=\S)/;
const NUMBER = /^\d{1,6}[.)] +(?=\S)/;

/** The HTML of a text and whom it mentions among these people; `emoticons` are addresses of pictures by their name. */
export function written(text: string, people: readonly Mentionable[] = [], emoticons: ReadonlyMap<string, string> = new Map()): Written {
  const writer = new Writer(people, emoticons);
  const html = writer.blocks(text.split("\n"));
  return { ...(writer.marked && { html }), users: [...writer.users] };
}
