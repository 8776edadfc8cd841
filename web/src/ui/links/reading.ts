// Finding a QR code in a picture: with the browser's own reader where it has one, else by a library that is fetched then.

const SIDE_MAX_PX = 1_200;
/** How long the library may look at one picture: a frame of a camera is followed by another one, a chosen picture by none. */
const LOOK_MS = { frame: 40, picture: 1_500 };

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;

async function ownReader(): Promise<Detector | null> {
  if (typeof BarcodeDetector === "undefined" || !(await BarcodeDetector.getSupportedFormats().catch(() => [] as string[])).includes("qr_code")) return null;
  return new BarcodeDetector({ formats: ["qr_code"] });
}

/** Each byte as the sign with its number, so that nothing of a code is lost that is no text. */
const plain = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** The text of the code in a picture; undefined where none is found. With `binary`, bytes as signs, which browsers' own readers cannot give. */
export async function readCode(source: HTMLVideoElement | ImageBitmap, binary: boolean): Promise<string | undefined> {
  const moving = source instanceof HTMLVideoElement;
  const [width, height] = moving ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  if (width === 0 || height === 0) return undefined;
  const own = binary ? null : await ownReader();
  if (own) return (await own.detect(source).catch(() => []))[0]?.rawValue;
  const { decodeQR } = await import("qr/decode.js");
  const scale = Math.min(1, SIDE_MAX_PX / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    const timeLimit = LOOK_MS[moving ? "frame" : "picture"];
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height), { timeLimit, ...(binary && { textDecoder: plain }) });
  } catch {
    return undefined; // no code in it
  }
}
