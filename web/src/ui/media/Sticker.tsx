// A sticker, without a bubble; its place is kept until it has come.
import { t } from "../../i18n";
import type { Message } from "../../store/timeline";
import { sourceOf, useMedia } from "./useMedia";

const EDGE = 168;

const LEAST = 24;
const isSize = (value: unknown): value is number => typeof value === "number" && value > 0 && Number.isFinite(value);

/** Its size on screen, whatever its sender says of it. */
export function stickerSize(w: unknown, h: unknown): { width: number; height: number } {
  const [wide, high] = isSize(w) && isSize(h) ? [w, h] : [1, 1];
  const scale = EDGE / Math.max(wide, high);
  return { width: Math.max(LEAST, Math.round(wide * scale)), height: Math.max(LEAST, Math.round(high * scale)) };
}

export function Sticker({ message }: { message: Message }) {
  const { content } = message;
  const { w, h, mimetype } = content.info ?? {};
  const media = useMedia(sourceOf(content), undefined, /gif|webp|apng/.test(mimetype ?? "") ? undefined : { width: 640, height: 640 });
  const { width, height } = stickerSize(w, h);
  const text = typeof content.body === "string" && content.body ? content.body : t("preview.sticker");
  return (
    <span class="sticker" role="img" aria-label={text} title={text} style={{ width: `${width}px`, height: `${height}px` }}>
      {media.state === "here" ? <img src={media.url} alt="" draggable={false} /> : media.state === "failed" && t("preview.sticker")}
    </span>
  );
}
