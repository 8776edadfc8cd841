// Links: every form that people paste is understood, what is written is read again, and a code holds what it was made of.
import { decodeQR } from "qr/decode.js";
import { emptyRoom } from "../src/store/model";
import { linkify } from "../src/ui/conversation/linkify";
import { roomAt } from "../src/ui/links/goal";
import { describe, expect, it } from "vitest";
import { parse } from "../src/ui/app/router";
import { squares } from "../src/ui/links/code";
import { linkPath, linkTo, matrixUri, targetOf, type Target } from "../src/ui/links/target";

describe("targetOf", () => {
  it("understands matrix.to, matrix:, other web apps, and addresses", () => {
    const ada = { kind: "person", id: "@ada:x.org", via: [] };
    for (const text of ["https://matrix.to/#/@ada:x.org", "https://matrix.to/#/%40ada%3Ax.org", "matrix:u/ada:x.org", "matrix:u/ada:x.org?action=chat", "https://app.element.io/#/user/@ada:x.org", " @ada:x.org "]) {
      expect(targetOf(text), text).toEqual(ada);
    }
    for (const text of ["https://matrix.to/#/#lake:x.org", "https://matrix.to/#/%23lake%3Ax.org", "matrix:r/lake:x.org", "https://chat.x.org/#/room/#lake:x.org", "#lake:x.org"]) {
      expect(targetOf(text), text).toEqual({ kind: "room", id: "#lake:x.org", via: [] });
    }
    expect(targetOf("https://matrix.to/#/!r:x.org/$e?via=x.org&via=y.org")).toEqual({ kind: "room", id: "!r:x.org", event: "$e", via: ["x.org", "y.org"] });
    expect(targetOf("matrix:roomid/r:x.org/e/e1?via=x.org")).toEqual({ kind: "room", id: "!r:x.org", event: "$e1", via: ["x.org"] });
    expect(targetOf("matrix:roomid/noserver")?.id).toBe("!noserver"); // rooms of version 12
  });

  it("takes nothing else for a link", () => {
    for (const text of ["", "hello", "https://x.org/", "https://x.org/#/settings", "matrix:x/y", "matrix:u/", "@ada", "#tag", "@a b:x", "%E0%A4%A"]) expect(targetOf(text), text).toBeUndefined();
  });

  it("reads what is written, also out of the address bar", () => {
    const targets: Target[] = [
      { kind: "person", id: "@ada/odd+=-_.:x.org:8448", via: [] },
      { kind: "room", id: "#湖:x.org", via: [] },
      { kind: "room", id: "!r:x.org", event: "$e/+", via: ["x.org"] },
    ];
    for (const target of targets) {
      if (target.id.includes("/")) continue;
      expect(targetOf(`https://chat.x.org/${linkPath(target)}`)).toEqual(target);
      const at = parse(linkPath(target));
      expect(at.name === "link" && targetOf(at.to)).toEqual(target);
      expect(targetOf(matrixUri(target))?.id).toBe(target.id);
    }
  });
});

it("a code says what it was made of", () => {
  const link = linkTo("https://chat.x.org", "@ada:x.org");
  const rows = squares(link);
  const scale = 4;
  const side = rows.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let i = 0; i < scale; i += 1) for (let j = 0; j < scale; j += 1) data.set([0, 0, 0, 255], ((y * scale + i) * side + x * scale + j) * 4);
    }),
  );
  expect(decodeQR({ width: side, height: side, data })).toBe(link);
});

describe("links in messages", () => {
  const room = { ...emptyRoom("!r:x", "join"), state: { "m.room.canonical_alias": { type: "m.room.canonical_alias", state_key: "", sender: "@a:x", content: { alias: "#tea:x", alt_aliases: ["#cha:x"] } } } };
  const rooms = { "!r:x": room };

  it("find the rooms that one is in, by id or any address", () => {
    for (const id of ["!r:x", "#tea:x", "#cha:x"]) expect(roomAt(rooms, id)?.id, id).toBe("!r:x");
    expect(roomAt(rooms, "#coffee:x")).toBeUndefined();
  });

  it("are parted from the text, those of matrix: too", () => {
    expect(linkify("see matrix:u/ada:x, now")).toEqual([{ text: "see " }, { text: "matrix:u/ada:x", href: "matrix:u/ada:x" }, { text: ", now" }]);
    expect(linkify("matrix: a film")).toEqual([{ text: "matrix: a film" }]);
  });
});
