// Reading what others have formatted: only what the specification allows is left, whatever comes, in time that grows with its length.
import { describe, expect, it } from "vitest";
import { contrast, readable } from "../src/ui/rich/colours";
import { realTarget, targetOf } from "../src/ui/rich/targets";
import { isInline, richOf, TAGS, textOf, type Rich } from "../src/ui/rich/tree";

/** The tree as one can read it. */
const told = (tree: readonly Rich[]): string =>
  tree
    .map((one) => {
      if (typeof one === "string") return one;
      if (one.kind === "person") return `{@ ${one.user}}`;
      if (one.kind === "image") return `{img ${one.mxc} ${one.text}}`;
      if (one.kind === "link") return `{a ${one.href} ${told(one.children)}}`;
      if (one.kind === "place") return `{# ${one.room} ${one.event ?? ""} ${told(one.children)}}`;
      if (one.kind === "spoiler") return `{hidden ${one.reason}: ${told(one.children)}}`;
      return `<${one.tag}${one.start === undefined ? "" : ` ${one.start}`}${one.language ? ` ${one.language}` : ""}${one.colour ? ` ${one.colour}` : ""}${one.ground ? ` on ${one.ground}` : ""}>${told(one.children)}</>`;
    })
    .join("");
const read = (html: string) => told(richOf(html));

const depthOf = (tree: readonly Rich[]): number => Math.max(0, ...tree.map((one) => (typeof one === "object" && "children" in one ? 1 + depthOf(one.children) : 0)));
const sizeOf = (tree: readonly Rich[]): number => tree.reduce((sum: number, one) => sum + 1 + (typeof one === "object" && "children" in one ? sizeOf(one.children) : 0), 0);

describe("richOf", () => {
  it("keeps what the specification allows", () => {
    expect(read("<b>a</b> <em>b</em> <strike>c</strike><br/><code class='language-rust x'>d</code>")).toBe("<b>a</> <em>b</> <del>c</><br></><code rust>d</>");
    expect(read('<ol start="3"><li>a<li>b</ol><ul><li><p>c</p></li></ul>')).toBe("<ol 3><li>a</><li>b</></><ul><li><p>c</></></>");
    expect(read("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b<td></tr></tbody></table>")).toBe("<table><thead><tr><th>a</></></><tbody><tr><td>b</><td></></></></>");
    expect(read("<p>a<p>b<blockquote>c</blockquote>")).toBe("<p>a</><p>b</><blockquote>c</>");
    expect(read('<span data-mx-color="#FF0000" data-mx-bg-color="#00ff00">a</span><font color="#0000ff">b</font>')).toBe("<span #ff0000 on #00ff00>a</><span #0000ff>b</>");
    expect(read('<span data-mx-spoiler="end">a <b>b</b></span><span data-mx-spoiler>c</span>')).toBe("{hidden end: a <b>b</>}{hidden : c}");
    expect(read("&lt;b&gt; &#x1F375; &#20320; &amp;amp; &nope; &#0;&#xD800;")).toBe("<b> 🍵 你 &amp; &nope; \ufffd\ufffd");
    expect(read("1 < 2 <3 </ a > b <!-- gone --> c")).toBe("1 < 2 <3 </ a > b  c");
  });

  it("keeps of everything else the text, and of some nothing", () => {
    expect(read("<mx-reply><blockquote>said</blockquote></mx-reply>answer")).toBe("answer");
    expect(read("<script>alert(1)</script><style>*{}</style><svg><b>x</b></svg>a<custom-tag onclick=x>b</custom-tag><button>c</button>")).toBe("abc");
    expect(read("a<script>never closed <b>b</b>")).toBe("a");
    expect(read('<b onclick="x()" style="position:fixed" class="menu" id="app">a</b>')).toBe("<b>a</>");
    expect(read('<img src="https://x.org/i.png" alt="words"><img src="mxc://x/abc" alt="cup" onerror="x()"><img src="mxc://x/../y">')).toBe("words{img mxc://x/abc cup}");
    expect(read('<span data-mx-color="red; position:fixed">a</span><span data-mx-color="#12345">b</span>')).toBe("<span>a</><span>b</>");
    expect(read("<b></b><p></p>x<ul></ul>")).toBe("x");
  });

  it("follows no address but of pages, mail, people and rooms", () => {
    for (const href of ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "//x.org", "/_matrix", "file:///etc", "matrix.to", ""]) {
      expect(read(`<a href="${href}">x</a>`), href).toBe("x");
    }
    expect(read('<a href="https://x.org/?a=1&amp;b=2" target="_self" ping="x">x</a>')).toBe("{a https://x.org/?a=1&b=2 x}");
    expect(read('<a href="https://matrix.to/#/@li:x.org">The Boss</a>, <a href="https://matrix.to/#/%40b%3Ax">b</a>')).toBe("{@ @li:x.org}, {@ @b:x}");
    expect(read('<a href="https://matrix.to/#/!r:x/$e?via=x">r</a>')).toBe("{# !r:x $e r}");
    expect(read('<a href="matrix:u/li:x.org">Li</a>, <a href="matrix:roomid/r:x/e/e?via=x">r</a>')).toBe("{@ @li:x.org}, {# !r:x $e r}");
    expect(read('<a href="matrix:nothing">r</a>')).toBe("r");
    expect(targetOf("https://matrix.to/#/%zz")).toEqual({ kind: "link", href: "https://matrix.to/#/%zz" });
  });

  it("bears whatever is sent", () => {
    const size = 64 * 1024;
    const fill = (piece: string, end = "") => piece.repeat(Math.floor(size / piece.length)) + end;
    const hostile = [
      fill("<b>", "x"),
      fill("<div><blockquote>", "x"),
      fill("<ul><li>", "x"),
      fill("<table><tr><td>", "x"),
      fill("<span data-mx-spoiler>", "x"),
      `<p>${"<b a=1>".repeat(3000)}${"</p><p>x".repeat(5000)}`,
      fill('<a href="https://x.org">', "x"),
      fill('<a "'),
      fill("<a href='"),
      fill("<script "),
      fill("<script>"),
      fill("<style></style>", "x"),
      fill("<!--"),
      fill("&amp"),
      fill("&#x41;"),
      fill("</b>", "x"),
      fill("<br>"),
      fill('<img src="mxc://x/y">'),
      fill("<"),
      fill("<li><p><td>", "x"),
      fill("\u202e<b>\u202d", "x"),
    ];
    for (const html of hostile) {
      const tree = richOf(html);
      expect(depthOf(tree), html.slice(0, 30)).toBeLessThanOrEqual(100);
      expect(sizeOf(tree), html.slice(0, 30)).toBeLessThanOrEqual(4_200);
      if (html.endsWith("x")) expect(textOf(tree), html.slice(0, 30)).toMatch(/x$/);
    }
  });

  it("makes nothing but what is on the list, of any text", () => {
    const pieces = "<b> </b> <i <a href= \"https://x.org\" ' javascript: > </a> <p> </p> <script> </script> <!-- --> <td> <li> <ul> &lt; &#60; mxc://a/b <img src= onerror= = / <span data-mx-spoiler> </span> text \0 \u202e <svg> </svg> <x-y>".split(" ");
    let seed = 11;
    const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    const look = (tree: readonly Rich[]) => {
      for (const one of tree) {
        if (typeof one === "string") continue;
        if (one.kind === "tag") expect(TAGS.has(one.tag)).toBe(true);
        if (one.kind === "link" || one.kind === "place") expect(one.href).toMatch(/^(https?:\/\/|mailto:)/);
        if (one.kind === "image") expect(one.mxc).toMatch(/^mxc:\/\/[^/]+\/[\w-]+$/);
        if ("children" in one) look(one.children);
      }
    };
    for (let round = 0; round < 3000; round += 1) look(richOf(Array.from({ length: 1 + next(25) }, () => pieces[next(pieces.length)] + (next(3) ? "" : " ")).join("")));
  });

  it("knows what flows like text", () => {
    expect(isInline(richOf('a <b>b</b> <a href="https://x.org">c</a><br>'))).toBe(true);
    expect(isInline(richOf("a <b>b <blockquote>c</blockquote></b>"))).toBe(false);
  });
});

describe("the real target", () => {
  const real = (text: string, href = text) => realTarget(text, href);
  it("is not told where the text is honest, or no address", () => {
    for (const [text, href] of [
      ["here", "https://x.org"],
      ["x.org", "https://www.x.org/a"],
      ["www.X.org/a", "https://x.org/a"],
      ["x.org", "https://docs.x.org"],
      ["https://x.org/?to=other.org", "https://x.org/?to=other.org"],
      ["https://例子.com/", "https://xn--fsqu00a.com/"],
      ["https://x.org:8080", "https://x.org:8080/"],
      ["见 v1.2 的说明", "https://x.org"],
      ["a@x.org", "mailto:a@x.org"],
      ["write", "mailto:a@x.org"],
    ] as const) {
      expect(real(text, href), text).toBeUndefined();
    }
  });

  it("is told where the text looks like another one", () => {
    expect(real("https://bank.com/login", "https://evil.org/login")).toBe("evil.org");
    expect(real("bank.com", "https://bank.com.evil.org")).toBe("bank.com.evil.org");
    expect(real("ba\u200bnk.com", "https://evil.org")).toBe("evil.org");
    expect(real("bank。com", "https://evil.org")).toBe("evil.org");
    expect(real("https://bank.com@evil.org/")).toBe("evil.org");
    expect(real("http://2130706433/")).toBe("127.0.0.1");
    expect(real("a@bank.com", "mailto:x@evil.org")).toBe("x@evil.org");
    expect(real("\u202egro.knab", "https://evil.org")).toBe("evil.org");
  });

  it("is told in plain letters where some only look like them", () => {
    expect(real("https://аpple.com/")).toBe("xn--pple-43d.com");
    expect(real("аpple.com", "https://xn--pple-43d.com")).toBe("xn--pple-43d.com");
    expect(real("https://xn--pple-43d.com/")).toBe("xn--pple-43d.com");
    expect(real("https://ｂank.com/")).toBe("bank.com");
  });
});

describe("colours", () => {
  it("can be read on every ground, and stay as they are where they can", () => {
    let seed = 3;
    const next = () => `#${((seed = (seed * 48271) % 2147483647) % 0xffffff).toString(16).padStart(6, "0")}`;
    for (let round = 0; round < 500; round += 1) {
      const [colour, ground] = [next(), next()];
      expect(contrast(readable(colour, ground), ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(readable("#b3261e", "#ffffff")).toBe("#b3261e");
  });
});
