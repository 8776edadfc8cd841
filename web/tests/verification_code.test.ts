// The code of a verification: drawn with a border, read as bytes.
import { decodeQR } from "qr/decode.js";
import { encodeQR } from "qr";
import { describe, expect, it } from "vitest";
import { bytesOf, framed } from "../src/crypto/code";

describe("the code of a verification", () => {
  it("has a border on all sides and its squares in their places", () => {
    expect(framed([1, 0, 0, 1], 1)).toEqual([
      [false, false, false, false],
      [false, true, false, false],
      [false, false, true, false],
      [false, false, false, false],
    ]);
  });

  it("is the same bytes after it was drawn and read, all of them", () => {
    const sent = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
    const squares = encodeQR("x", "raw", { encoding: "byte", border: 1, textEncoder: () => sent });
    const rows = framed(squares.flat().map(Number), 4);
    const scale = 4;
    const side = rows.length * scale;
    const data = new Uint8Array(side * side * 4).fill(255);
    for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) if (rows[Math.floor(y / scale)]![Math.floor(x / scale)]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    const text = decodeQR({ width: side, height: side, data }, { timeLimit: 60_000, textDecoder: (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("") });
    expect([...bytesOf(text)!]).toEqual([...sent]);
  });

  it("is no code where there are signs that are no bytes", () => {
    expect(bytesOf("MATRIX\u{1f600}")).toBeUndefined();
    expect([...bytesOf("MATRIX\u00ff")!].at(-1)).toBe(255);
  });
});
