// Voice messages: their shape, their length, what strangers say of theirs, and Opus from WebM to Ogg.
import { describe, expect, it } from "vitest";
import { lasting } from "../src/i18n";
import { checksum, durationOf, oggOf, opusInWebm, samplesOf } from "../src/ui/voice/ogg";
import { levelOf, resample, soundingOf, voiceContent, waveformOf } from "../src/ui/voice/waveform";

describe("a waveform", () => {
  it("keeps the loudest of each stretch", () => {
    expect(resample([0, 1, 0, 0, 5, 0], 3)).toEqual([1, 0, 5]);
    expect(resample([1, 2], 4)).toEqual([1, 1, 2, 2]);
    expect(resample([], 3)).toEqual([0, 0, 0]);
  });
  it("is whole numbers up to 1024, as loud as can be, and never more points than asked for", () => {
    const soft = waveformOf(Array.from({ length: 500 }, (_, i) => (i === 250 ? 0.2 : 0.1)));
    expect(soft).toHaveLength(100);
    expect(Math.max(...soft)).toBe(1024);
    expect(soft[0]).toBe(512);
    expect(soft.every(Number.isInteger)).toBe(true);
    expect(waveformOf([0.5, 1])).toEqual([512, 1024]);
    expect(waveformOf([])).toEqual([0]);
  });
  it("of silence is flat", () => expect(Math.max(...waveformOf([0, 0.001, 0]))).toBeLessThan(30));
  it("comes from levels between nothing and all", () => {
    expect(levelOf(new Float32Array(64))).toBe(0);
    expect(levelOf(new Float32Array(64).fill(1))).toBe(1);
    expect(levelOf(new Float32Array())).toBe(0);
  });
});

describe("what a message says of its sound", () => {
  it("is what we say ourselves", () => {
    const content = voiceContent({ mimetype: "audio/ogg", size: 9, durationMs: 1500, waveform: [0, 1024], name: "v.ogg" });
    expect(content).toMatchObject({ msgtype: "m.audio", "org.matrix.msc3245.voice": {}, "org.matrix.msc1767.audio": { duration: 1500, waveform: [0, 1024] } });
    expect(soundingOf(content)).toEqual({ voice: true, durationMs: 1500, waveform: [0, 1024] });
  });
  it("may be in the stable form", () => {
    expect(soundingOf({ msgtype: "m.audio", "m.voice": {}, "m.audio_details": { duration: 7, waveform: [3] } })).toEqual({ voice: true, durationMs: 7, waveform: [3] });
  });
  it("may be nonsense", () => {
    for (const details of [null, 5, "x", {}, { duration: -1, waveform: "loud" }, { duration: Infinity, waveform: [1, null] }, { duration: 1e12, waveform: [NaN] }]) {
      expect(soundingOf({ msgtype: "m.audio", "org.matrix.msc1767.audio": details })).toEqual({ voice: false, durationMs: undefined, waveform: [] });
    }
    expect(soundingOf({ "m.audio_details": { waveform: [-5, 99_999] } }).waveform).toEqual([0, 1024]);
    expect(soundingOf({ "m.audio_details": { waveform: Array(100_000).fill(1) } }).waveform.length).toBeLessThanOrEqual(4000);
    expect(soundingOf({ info: { duration: 1200 } }).durationMs).toBe(1200);
  });
});

it("times are minutes and seconds", () => {
  expect([0, 999, 61_000, 600_000, 3_725_000, -5].map(lasting)).toEqual(["0:00", "0:00", "1:01", "10:00", "1:02:05", "0:00"]);
});

/** An element of a WebM file, with its length in one byte or, for those that a recorder leaves open, unknown. */
const element = (id: number[], inside: number[], open = false) => [...id, ...(open ? [0x01, 255, 255, 255, 255, 255, 255, 255] : [0x80 | inside.length]), ...inside];
const text = (word: string) => [...word].map((sign) => sign.charCodeAt(0));
const HEAD = [...text("OpusHead"), 1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0];
const track = (codec = "A_OPUS") => element([0xae], [...element([0xd7], [1]), ...element([0x86], text(codec)), ...element([0x63, 0xa2], HEAD)]);
const block = (packet: number[], flags = 0x80, number = 0x81) => element([0xa3], [number, 0, 0, flags, ...packet]);
const webm = (tracks: number[], clusters: number[][]) =>
  Uint8Array.from([
    ...element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x86, 0x81, 1]),
    ...element([0x18, 0x53, 0x80, 0x67], [...element([0x16, 0x54, 0xae, 0x6b], tracks), ...clusters.flatMap((blocks) => element([0x1f, 0x43, 0xb6, 0x75], [0xe7, 0x81, 0, ...blocks], true))], true),
  ]);
const PACKET = [0x78 | 0x80, 1, 2, 3]; // 20 ms

describe("Opus from WebM to Ogg", () => {
  it("finds the head and every packet, in clusters of unknown length", () => {
    const stream = opusInWebm(webm(track(), [[...block(PACKET), ...block([0xf8, 9])], block(PACKET)]))!;
    expect([...stream.head]).toEqual(HEAD);
    expect(stream.packets.map((packet) => [...packet])).toEqual([PACKET, [0xf8, 9], PACKET]);
    expect(durationOf(stream)).toBe(60);
  });
  it("takes nothing else for it", () => {
    expect(opusInWebm(webm(track("A_VORBIS"), [block(PACKET)]))).toBeNull();
    expect(opusInWebm(webm(track(), []))).toBeNull();
    expect(opusInWebm(webm(track(), [block(PACKET, 0x82)]))).toBeNull();
    expect(opusInWebm(webm(track(), [block(PACKET, 0x80, 0x82)]))).toBeNull();
    expect(opusInWebm(webm(track(), [block(PACKET)]).subarray(0, -2))).toBeNull();
    expect(opusInWebm(new Uint8Array())).toBeNull();
    expect(opusInWebm(Uint8Array.from({ length: 64 }, (_, i) => i * 37))).toBeNull();
  });
  it("knows how long packets are", () => {
    expect([[0x00], [0x18], [0x60], [0x80], [0xf8], [0xf9, 0], [0xfb, 3], [0xfb]].map((packet) => samplesOf(Uint8Array.from(packet)))).toEqual([480, 2880, 480, 120, 960, 1920, 2880, 0]);
  });
  it("makes pages that hold together", () => {
    expect(checksum(Uint8Array.from(text("123456789")))).toBe(0x89a1897f);
    const packets = Array.from({ length: 120 }, (_, i) => Uint8Array.from([0xf8, ...Array(i * 9).fill(i)]));
    const pages = oggOf({ head: Uint8Array.from(HEAD), packets }, 77);
    const found: number[][] = [];
    let granule = 0;
    pages.forEach((bytes, i) => {
      const view = new DataView(bytes.buffer);
      expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe("OggS");
      expect([view.getUint32(14, true), view.getUint32(18, true)]).toEqual([77, i]);
      expect(bytes[5]).toBe(i === 0 ? 2 : i === pages.length - 1 ? 4 : 0);
      const sum = view.getUint32(22, true);
      const blank = bytes.slice();
      blank.fill(0, 22, 26);
      expect(checksum(blank)).toBe(sum);
      const lacing = [...bytes.subarray(27, 27 + bytes[26]!)];
      let at = 27 + lacing.length;
      let packet: number[] = [];
      for (const length of lacing) {
        packet.push(...bytes.subarray(at, at + length));
        at += length;
        if (length < 255) {
          found.push(packet);
          packet = [];
        }
      }
      expect(packet).toEqual([]);
      expect(at).toBe(bytes.length);
      granule = view.getUint32(6, true);
    });
    expect(found.slice(2)).toEqual(packets.map((packet) => [...packet]));
    expect(String.fromCharCode(...found[1]!.slice(0, 8))).toBe("OpusTags");
    expect(granule).toBe(120 * 960);
  });
});
