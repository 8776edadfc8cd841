// Files of encrypted rooms: sealed before they are uploaded, opened after they have come (AES-CTR, version 2 of the specification).
import type { SealedFile } from "./types";

/** What a page may show from a blob address of its own; anything else comes as bytes, for a page of somebody else must not run here. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|apng|avif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

export const base64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replace(/=+$/, "");
};

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const urlSafe = (text: string): string => text.replace(/\+/g, "-").replace(/\//g, "_");

/** A file as a blob that tells nothing, and how to open it again once `url` is known. */
export async function sealFile(file: Blob): Promise<{ blob: Blob; sealed: Omit<SealedFile, "url"> }> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const counter = new Uint8Array(16);
  crypto.getRandomValues(counter.subarray(0, 8)); // the lower half counts blocks
  const key = await crypto.subtle.importKey("raw", raw, "AES-CTR", false, ["encrypt"]);
  const bytes = await crypto.subtle.encrypt({ name: "AES-CTR", counter, length: 64 }, key, await file.arrayBuffer());
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  const sealed = {
    v: "v2",
    key: { alg: "A256CTR", ext: true, k: urlSafe(base64(raw)), key_ops: ["encrypt", "decrypt"], kty: "oct" },
    iv: base64(counter),
    hashes: { sha256: base64(new Uint8Array(hash)) },
  };
  return { blob: new Blob([bytes], { type: "application/octet-stream" }), sealed };
}

/** The file in the clear; raises if it is not what was sealed. */
export async function openFile(bytes: ArrayBuffer, { key, iv, hashes }: SealedFile, mimetype: string): Promise<Blob> {
  const hash = base64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  if (hash !== String(hashes.sha256).replace(/=+$/, "")) throw new Error("the file was changed on its way");
  const opener = await crypto.subtle.importKey("raw", fromBase64(key.k), "AES-CTR", false, ["decrypt"]);
  const clear = await crypto.subtle.decrypt({ name: "AES-CTR", counter: fromBase64(iv), length: 64 }, opener, bytes);
  return new Blob([clear], { type: SHOWN.test(mimetype) ? mimetype : "application/octet-stream" });
}
