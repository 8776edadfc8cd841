// A picture as it becomes a sticker: small, and drawn anew, so that nothing of its file goes along, like the place where it was taken.
import type { ImageInfo } from "../../api/types";

const EDGE = 512;
/** What moves cannot be drawn anew, so it must be small by itself. */
const MOVING_BYTES_MAX = 1 << 20;

export interface Drawn {
  blob: Blob;
  info: ImageInfo;
}

/** Null for what is no picture, or moves and is too large. */
export async function drawn(file: Blob): Promise<Drawn | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const { width, height } = picture;
  const moves = /gif|webp|apng|avif/.test(file.type);
  if (moves) picture.close();
  if (moves) return file.size <= MOVING_BYTES_MAX ? { blob: file, info: { w: width, h: height, mimetype: file.type, size: file.size } } : null;
  const scale = Math.min(1, EDGE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  [canvas.width, canvas.height] = [w, h];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, w, h);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.9)); // where there is no WebP, PNG
  return blob && { blob, info: { w, h, mimetype: blob.type, size: blob.size } };
}
