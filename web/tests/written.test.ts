// Writing: what becomes a tag, what stays text, and that no text can become a tag it did not ask for.
import { describe, expect, it } from "vitest";
import { written } from "../src/store/written";
import { richOf, textOf } from "../src/ui/rich/tree";

const html = (text: string) => written(text).html;

describe("written", () => {
  it("leaves plain text plain", () => {
    for (const text of ["hello", "a < b & c", "2*3*4 = 24", "snake_case_name", "a\n\nb", "* ", "**", "`", "2 > 1", "see http://x.org/a_b_c_d and **", "1.5", "-5", "~5~", "e-mail@example.org"]) {
      expect(html(text), text).toBeUndefined();
    }
  });

  it("makes bold, italic, struck out and code", () => {
    expect(html("**a** *b* _c_ ~~d~~ `e<f` __g__")).toBe("<strong>a</strong> <em>b</em> <em>c</em> <del>d</del> <code>e&lt;f</code> <strong>g</strong>");
    expect(html("这是**重点**内容")).toBe("这是<strong>重点</strong>内容");
    expect(html("**bold _and italic_**")).toBe("<strong>bold <em>and italic</em></strong>");
    expect(html("`**not bold**`")).toBe("<code>**not bold**</code>");
    expect(html("\\*no\\* **yes**")).toBe("*no* <strong>yes</strong>");
  });

  it("makes links of pages and mail only", () => {
    expect(html("[here](https://x.org/a_(b)?c=1&d=2)")).toBe('<a href="https://x.org/a_(b)?c=1&amp;d=2">here</a>');
    expect(html("[x](javascript:alert(1))")).toBeUndefined();
    expect(html('[x](https://x.org/"onmouseover="y)')).toBe('<a href="https://x.org/&quot;onmouseover=&quot;y">x</a>');
    expect(html("https://x.org/*a*b *c*")).toBe("https://x.org/*a*b <em>c</em>");
  });

  it("makes blocks of quotations, lists and code", () => {
    expect(html("before\n> a\n> b\nafter")).toBe("<p>before</p><blockquote>a<br>b</blockquote><p>after</p>");
    expect(html("> > deep")).toBe("<blockquote><blockquote>deep</blockquote></blockquote>");
    expect(html("- a\n- **b**")).toBe("<ul><li>a</li><li><strong>b</strong></li></ul>");
    expect(html("3. c\n4) d")).toBe('<ol start="3"><li>c</li><li>d</li></ol>');
    expect(html("```js\na < b\n\n*c*\n```")).toBe('<pre><code class="language-js">a &lt; b\n\n*c*\n</code></pre>');
    expect(html("```\nnever closed")).toBeUndefined();
  });

  it("mentions whoever is named, the longest name first, and nobody in code", () => {
    const people = [
      { userId: "@li:x", name: "Li" },
      { userId: "@lina:x", name: "Lina" },
      { userId: "@man:x", name: "小满" },
      { userId: "@odd:x", name: "<b>" },
    ];
    const one = written("@Lina @小满你好 @<b> `@Li` me@Li @Linda", people);
    expect(one.users).toEqual(["@lina:x", "@man:x", "@odd:x"]);
    expect(one.html).toBe(
      '<a href="https://matrix.to/#/%40lina%3Ax">Lina</a> <a href="https://matrix.to/#/%40man%3Ax">小满</a>你好 <a href="https://matrix.to/#/%40odd%3Ax">&lt;b&gt;</a> <code>@Li</code> me@Li @Linda',
    );
  });

  it("comes out as the same words, whatever is written", () => {
    const signs = ["*", "**", "_", "~~", "`", "```", "\n", "> ", "- ", "1. ", "[", "](", "<script>", "&amp;", "a", " ", "字", "\\", "@Li", '"'];
    let seed = 7;
    const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: 1 + next(14) }, () => signs[next(signs.length)]).join("");
      const { html: made } = written(text, [{ userId: "@li:x", name: "Li" }]);
      if (made === undefined) continue;
      expect(made.replace(/<\/?(?:p|strong|em|del|code|pre|blockquote|ul|ol|li|br)>|<(?:ol start="\d+"|a href="[^"<>]*")>|<\/a>/g, ""), text).not.toMatch(/[<>]/);
      const words = (one: string) => one.replace(/[^\p{L}&"]/gu, "");
      expect(words(textOf(richOf(made)).replace(/@li:x/g, "Li")), text).toBe(words(text));
    }
  });
});
