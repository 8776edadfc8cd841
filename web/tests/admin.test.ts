// The administrator's pages: acts in words, announcements in two languages, links to register, times in fields.
import { describe, expect, it } from "vitest";
import { language } from "../src/i18n";
import { ACTS, actText, detailText, fieldOf, joined, momentOf, registerLink, subjectPath } from "../src/ui/admin/describe";
import { parse } from "../src/ui/app/router";

describe("acts", () => {
  it("are told in words, those that lift something too", () => {
    language.value = "en";
    expect(actText("person.set_locked", true)).toBe("Locked");
    expect(actText("person.set_locked", false)).toBe("Unlocked");
    expect(actText("room.set_blocked", { is_blocked: false, reason: "" })).toBe("Block of a room lifted");
    expect(actText("report.resolve", "done")).toBe("Report closed");
    expect(actText("of.another.day", null)).toBe("of.another.day");
    expect(new Set(ACTS.map((one) => actText(one, null))).size).toBe(ACTS.length);
  });

  it("show what changed in one line", () => {
    expect(detailText({ is_blocked: true, reason: "spam", more: null })).toBe("reason: spam");
    expect(detailText({ device_ids: ["A", "B"] })).toBe("device_ids: A, B");
    expect(detailText("talked to her")).toBe("talked to her");
    expect([true, null, undefined].map(detailText)).toEqual(["", "", ""]);
  });

  it("lead to whom they were done to", () => {
    expect(subjectPath("@a:b.example")).toBe("#/admin/people/%40a%3Ab.example");
    expect(subjectPath("!r:b.example")).toBe("#/admin/rooms/!r%3Ab.example");
    expect(subjectPath("1234")).toBeUndefined();
  });
});

it("an announcement holds the languages that were written", () => {
  expect(joined(" 茶好了 ", "")).toBe("茶好了");
  expect(joined("茶好了", "Tea is ready\n")).toBe("茶好了\n\nTea is ready");
});

it("a link to register carries its token there", () => {
  const hash = new URL(registerLink("https://a.example", "tea/4")).hash;
  expect(parse(hash)).toEqual({ name: "register", token: "tea/4" });
  expect(parse("#/admin/people/%40a%3Ab")).toEqual({ name: "admin", path: ["people", "@a:b"] });
});

it("a moment comes back from its field to the minute", () => {
  const at = Date.UTC(2026, 10, 25, 8, 30);
  expect(momentOf(fieldOf(at))).toBe(at);
  expect([momentOf(""), fieldOf(null)]).toEqual([null, ""]);
});

