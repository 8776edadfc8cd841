// The sizes of pictures, and small copies of them for rooms whose server cannot make any.
const SMALL_MAX = 800;

/** Width and height in pixels; undefined for what is no picture. */
export async function pictureSize(file: Blob): Promise<{ w: number; h: number } | undefined> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return undefined;
  const size = { w: picture.width, h: picture.height };
  picture.close();
  return size;
}

/** A copy of at most 800 pixels; null where the picture is small already, or moves, or is none. */
export async function smallPicture(file: Blob): Promise<{ blob: Blob; w: number; h: number } | null> {
  if (/gif|webp|apng/.test(file.type)) return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = SMALL_MAX / Math.max(picture.width, picture.height);
  if (scale >= 1) return null;
  const canvas = document.createElement("canvas");
  const [w, h] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  [canvas.width, canvas.height] = [w, h];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, w, h);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
  return blob && { blob, w, h };
}
