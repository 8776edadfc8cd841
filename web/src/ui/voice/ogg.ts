// Opus out of a WebM recording into an Ogg file, packet by packet and without a loss. Chromium records WebM only, which has no length and
// which Apple's players refuse; voice messages are Ogg everywhere else. Source: RFC 7845, RFC 3533, RFC 6716 (3.1), the Matroska elements.

/** Elements that hold others; all others are skipped or read. Their length may be unknown, so their insides are walked without it. */
const HOLDERS = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const CODEC_PRIVATE = 0x63a2;
const CODEC_ID = 0x86;
const BLOCKS = new Set([0xa3, 0xa1]);
const SAMPLES_PER_SECOND = 48_000;
const PAGE_PACKETS_MAX = 50;

export interface OpusStream {
  head: Uint8Array;
  packets: Uint8Array[];
}

/** The Opus stream of a WebM file with one track; null if it is anything else. */
export function opusInWebm(bytes: Uint8Array): OpusStream | null {
  let at = 0;
  let head: Uint8Array | undefined;
  let isOpus = false;
  const packets: Uint8Array[] = [];
  const number = (keepMark: boolean): number => {
    const first = bytes[at]!;
    const length = Math.clz32(first) - 23; // leading zeros of the byte, and one
    let value = keepMark ? first : first & ((1 << (8 - length)) - 1);
    let all = value === (1 << (8 - length)) - 1;
    for (let i = 1; i < length; i += 1) {
      all &&= bytes[at + i] === 0xff;
      value = value * 256 + bytes[at + i]!;
    }
    at += length;
    return all && !keepMark ? Infinity : value;
  };
  while (at < bytes.length) {
    if (bytes[at] === 0) return null;
    const id = number(true);
    if (at >= bytes.length || bytes[at] === 0) return null;
    const size = number(false);
    if (HOLDERS.has(id)) continue;
    if (!Number.isFinite(size) || at + size > bytes.length) return null;
    const inside = bytes.subarray(at, at + size);
    if (id === CODEC_ID) isOpus = String.fromCharCode(...inside) === "A_OPUS";
    if (id === CODEC_PRIVATE) head = inside;
    if (BLOCKS.has(id)) {
      if (inside[0] !== 0x81 || (inside[3]! & 0x06) !== 0) return null; // a second track, or several packets in one block
      packets.push(inside.subarray(4));
    }
    at += size;
  }
  return isOpus && head && head.length >= 19 && packets.length > 0 ? { head, packets } : null;
}

/** How many samples of 48 kHz a packet holds, from its first byte (RFC 6716, 3.1). */
export function samplesOf(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const config = toc >> 3;
  const frame = config < 12 ? [480, 960, 1920, 2880][config & 3]! : config < 16 ? [480, 960][config & 1]! : [120, 240, 480, 960][config & 3]!;
  const count = [1, 2, 2, (packet[1] ?? 0) & 0x3f][toc & 3]!;
  return frame * count;
}

const CRCS = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value & 0x80000000 ? 0x04c11db7 : 0);
  return value >>> 0;
});

/** CRC-32 of Ogg: unreflected, from zero. */
export function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ CRCS[((crc >>> 24) ^ byte) & 0xff]!) >>> 0;
  return crc;
}

const FIRST = 2;
const LAST = 4;

function page(packets: readonly Uint8Array[], flags: number, granule: number, serial: number, sequence: number): Uint8Array {
  const lacing = packets.flatMap((packet) => [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
  const bytes = new Uint8Array(27 + lacing.length + packets.reduce((sum, packet) => sum + packet.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([0x4f, 0x67, 0x67, 0x53, 0, flags]);
  view.setUint32(6, granule % 2 ** 32, true);
  view.setUint32(10, Math.floor(granule / 2 ** 32), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  bytes[26] = lacing.length;
  bytes.set(lacing, 27);
  let at = 27 + lacing.length;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

const segments = (packet: Uint8Array): number => Math.floor(packet.length / 255) + 1;

/** An Ogg file of this stream, in parts. */
export function oggOf({ head, packets }: OpusStream, serial: number): Uint8Array[] {
  const maker = new TextEncoder().encode("Laiwang");
  const tags = new Uint8Array(8 + 4 + maker.length + 4);
  tags.set(new TextEncoder().encode("OpusTags"));
  new DataView(tags.buffer).setUint32(8, maker.length, true);
  tags.set(maker, 12);
  const pages = [page([head], FIRST, 0, serial, 0), page([tags], 0, 0, serial, 1)];
  let granule = 0;
  for (let at = 0; at < packets.length; ) {
    const some: Uint8Array[] = [];
    let laced = 0;
    while (at < packets.length && some.length < PAGE_PACKETS_MAX && laced + segments(packets[at]!) <= 255) {
      laced += segments(packets[at]!);
      granule += samplesOf(packets[at]!);
      some.push(packets[at]!);
      at += 1;
    }
    if (some.length === 0) throw new Error("a packet that is larger than a page");
    pages.push(page(some, at === packets.length ? LAST : 0, granule, serial, pages.length));
  }
  return pages;
}

/** How long a stream lasts, in milliseconds. */
export const durationOf = (stream: OpusStream): number => (stream.packets.reduce((sum, packet) => sum + samplesOf(packet), 0) * 1000) / SAMPLES_PER_SECOND;
