// The recovery key and what it locks: secrets in account data that only its holder can open (secret storage of the specification).
import { base64, fromBase64 } from "../api/sealed";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const PREFIX = [0x8b, 0x01];
const KEY_BYTES = 32;

export interface Locked {
  iv: string;
  ciphertext: string;
  mac: string;
}

/** The key as people write it down: groups of four signs, with a prefix and a check sum. */
export function writeKey(key: Uint8Array): string {
  const bytes = [...PREFIX, ...key];
  bytes.push(bytes.reduce((sum, byte) => sum ^ byte, 0));
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)]! + text;
  return text.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The key from what somebody typed; null if it cannot be one. */
export function readKey(text: string): Uint8Array<ArrayBuffer> | null {
  let value = 0n;
  for (const sign of text.replace(/\s/g, "")) {
    const digit = ALPHABET.indexOf(sign);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 255n));
  if (bytes.length !== PREFIX.length + KEY_BYTES + 1 || bytes.reduce((sum, byte) => sum ^ byte, 0) !== 0) return null;
  if (PREFIX.some((byte, i) => bytes[i] !== byte)) return null;
  return Uint8Array.from(bytes.slice(PREFIX.length, -1));
}

async function keysFor(key: Uint8Array<ArrayBuffer>, name: string): Promise<{ cipher: CryptoKey; stamp: CryptoKey }> {
  const secret = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const info = new TextEncoder().encode(name);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info }, secret, 512);
  const cipher = await crypto.subtle.importKey("raw", bits.slice(0, 32), "AES-CTR", false, ["encrypt", "decrypt"]);
  const stamp = await crypto.subtle.importKey("raw", bits.slice(32), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  return { cipher, stamp };
}

/** Lock a secret under its name. */
export async function lock(key: Uint8Array<ArrayBuffer>, name: string, secret: string): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(16));
  iv[8]! &= 0x7f; // some platforms count with 63 bits only
  return lockWith(key, name, new TextEncoder().encode(secret), iv);
}

async function lockWith(key: Uint8Array<ArrayBuffer>, name: string, secret: Uint8Array<ArrayBuffer>, iv: Uint8Array<ArrayBuffer>): Promise<Locked> {
  const { cipher, stamp } = await keysFor(key, name);
  const bytes = await crypto.subtle.encrypt({ name: "AES-CTR", counter: iv, length: 64 }, cipher, secret);
  const mac = await crypto.subtle.sign("HMAC", stamp, bytes);
  return { iv: base64(iv), ciphertext: base64(new Uint8Array(bytes)), mac: base64(new Uint8Array(mac)) };
}

/** The secret again; null if the key is another one or the secret was changed. */
export async function unlock(key: Uint8Array<ArrayBuffer>, name: string, { iv, ciphertext, mac }: Locked): Promise<string | null> {
  const { cipher, stamp } = await keysFor(key, name);
  const bytes = fromBase64(ciphertext);
  if (!(await crypto.subtle.verify("HMAC", stamp, fromBase64(mac), bytes))) return null;
  const clear = await crypto.subtle.decrypt({ name: "AES-CTR", counter: fromBase64(iv), length: 64 }, cipher, bytes);
  return new TextDecoder().decode(clear);
}

/** By which the key can be told from others: zeroes, locked under no name. */
export async function checkOf(key: Uint8Array<ArrayBuffer>): Promise<{ iv: string; mac: string }> {
  const iv = crypto.getRandomValues(new Uint8Array(16));
  iv[8]! &= 0x7f;
  const { mac } = await lockWith(key, "", new Uint8Array(32), iv);
  return { iv: base64(iv), mac };
}

/** Whether a key is the one that `checkOf` described. */
export async function isKey(key: Uint8Array<ArrayBuffer>, check: { iv?: string; mac?: string }): Promise<boolean> {
  if (!check.iv || !check.mac) return true; // says nothing: the secrets themselves tell
  const { mac } = await lockWith(key, "", new Uint8Array(32), fromBase64(check.iv));
  return mac.replace(/=+$/, "") === check.mac.replace(/=+$/, "");
}
