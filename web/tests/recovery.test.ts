// The recovery key: as it is written down, and what it locks.
import { describe, expect, it } from "vitest";
import { openFile, sealFile } from "../src/api/sealed";
import { checkOf, isKey, lock, readKey, unlock, writeKey } from "../src/crypto/recovery";

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i);

describe("a recovery key", () => {
  it("is read as it was written, however it is spaced", () => {
    const text = writeKey(KEY);
    expect(text).toMatch(/^(\w{4} ){11}\w{4}$/);
    expect(text.startsWith("Es")).toBe(true); // as in every client
    expect(readKey(text)).toEqual(KEY);
    expect(readKey(`  ${text.replaceAll(" ", "")}\n`)).toEqual(KEY);
  });
  it("with a wrong sign is none", () => {
    const text = writeKey(KEY);
    expect(readKey(text.slice(0, -1))).toBeNull();
    expect(readKey(`${text.slice(0, -1)}${text.endsWith("2") ? "3" : "2"}`)).toBeNull();
    expect(readKey(`${text.slice(0, -1)}0`)).toBeNull();
    expect(readKey("")).toBeNull();
  });
  it("opens what it locked, under the same name only", async () => {
    const locked = await lock(KEY, "m.cross_signing.master", "secret");
    expect(await unlock(KEY, "m.cross_signing.master", locked)).toBe("secret");
    expect(await unlock(KEY, "m.megolm_backup.v1", locked)).toBeNull();
    expect(await unlock(KEY.map((byte) => byte ^ 1), "m.cross_signing.master", locked)).toBeNull();
  });
  it("is told from others by its check", async () => {
    const check = await checkOf(KEY);
    expect(await isKey(KEY, check)).toBe(true);
    expect(await isKey(KEY.map((byte) => byte ^ 1), check)).toBe(false);
  });
});

describe("a sealed file", () => {
  it("opens as it was, and never as a page", async () => {
    const { blob, sealed } = await sealFile(new Blob(["<script>"], { type: "text/html" }));
    const bytes = await blob.arrayBuffer();
    expect(new TextDecoder().decode(bytes)).not.toContain("script");
    const opened = await openFile(bytes, { ...sealed, url: "mxc://x/y" }, "text/html");
    expect(await opened.text()).toBe("<script>");
    expect(opened.type).toBe("application/octet-stream");
  });
  it("that was changed on its way is refused", async () => {
    const { blob, sealed } = await sealFile(new Blob(["hello"]));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    bytes[0]! ^= 1;
    await expect(openFile(bytes.buffer, { ...sealed, url: "mxc://x/y" }, "image/png")).rejects.toThrow();
  });
});
