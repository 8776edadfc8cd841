// Languages: the same keys, the same values to fill in, and numbers; addresses in text; initials.
import { describe, expect, it } from "vitest";
import { en } from "../src/i18n/en";
import { zh } from "../src/i18n/zh";
import { initials, hueOf } from "../src/store/names";
import { startedMention } from "../src/ui/conversation/Mentions";
import { isJumbo, linkify } from "../src/ui/conversation/linkify";

const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

type Table = Record<string, string>;
/** The words that come with the first screen, and the books that travel with each lazy part. */
const books: Record<string, { en: Table; zh: Table }> = {
  "the first screen": { en, zh },
  ...import.meta.glob<{ en: Table; zh: Table }>("../src/**/words.ts", { eager: true }),
};

describe.each(Object.entries(books))("the words of %s", (_, { en, zh }) => {
  it("are the same in both languages", () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it("have the same blanks in both", () => {
    for (const [key, text] of Object.entries(en)) {
      expect(zh[key]!.trim(), key).not.toBe("");
      if (!key.endsWith(".one")) expect(blanks(zh[key]!), key).toEqual(blanks(text));
    }
  });

  it("have both forms of every counted word", () => {
    for (const key of Object.keys(en)) if (key.endsWith(".one")) expect(en).toHaveProperty([key.replace(/one$/, "other")]);
  });
});

describe("addresses in text", () => {
  const links = (text: string) => linkify(text).flatMap((piece) => piece.href ?? []);

  it("end where the sentence goes on", () => {
    expect(links("看 https://a.example/x，好吗？还有 www.b.example.")).toEqual(["https://a.example/x", "https://www.b.example"]);
    expect(links("(https://a.example/x)")).toEqual(["https://a.example/x"]);
    expect(links("https://a.example/wiki/Tea_(drink)")).toEqual(["https://a.example/wiki/Tea_(drink)"]);
  });

  it("are never anything but web addresses", () => {
    expect(links("javascript:alert(1) data:text/html,x ftp://a.example")).toEqual([]);
  });

  it("lose no text", () => {
    const text = "a https://b.example c\nd";
    expect(linkify(text).map((piece) => piece.text).join("")).toBe(text);
  });
});

it("one to three emoji are drawn large, words and digits are not", () => {
  expect(["😀", "👍🏽", "👨‍👩‍👧", "❤️ 🎉", "🇨🇳"].map(isJumbo)).toEqual([true, true, true, true, true]);
  expect(["ok", "1", "12", "😀 ok", "😀😀😀😀", ""].map(isJumbo)).toEqual([false, false, false, false, false, false]);
});

it("a name gives its first sign or two initials, and always the same hue", () => {
  expect(["王小明", "Ada Lovelace", "bob", "@li:x", "", "Launch 发布", "نور الهاشمي"].map(initials)).toEqual(["王", "AL", "B", "L", "?", "L", "ن"]);
  expect(hueOf("@li:x")).toBe(hueOf("@li:x"));
});

it("a mention begins with @ at the start of a word", () => {
  expect(startedMention("hi @li", 6)).toEqual({ sign: "@", at: 3, term: "li" });
  expect(startedMention("你好，@小", 5)).toEqual({ sign: "@", at: 3, term: "小" });
  expect(startedMention("a@b", 3)).toBeUndefined();
  expect(startedMention("@li there", 9)).toBeUndefined();
});
