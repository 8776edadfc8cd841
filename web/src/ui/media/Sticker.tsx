// A sticker, without a bubble; its place is kept until it has come.
import { t } from "../../i18n";
import type { Message } from "../../store/timeline";
import { sourceOf, useMedia } from "./useMedia";

const EDGE = 168;

export function Sticker({ message }: { message: Message }) {
  const { content } = message;
  const { w = 1, h = 1, mimetype } = content.info ?? {};
  const media = useMedia(sourceOf(content), undefined, /gif|webp|apng/.test(mimetype ?? "") ? undefined : { width: 640, height: 640 });
  const [wide, high] = w > 0 && h > 0 ? [w, h] : [1, 1];
  const scale = EDGE / Math.max(wide, high);
  const text = content.body || t("preview.sticker");
  return (
    <span class="sticker" role="img" aria-label={text} title={text} style={{ width: `${Math.max(48, wide * scale)}px`, aspectRatio: `${wide} / ${high}` }}>
      {media.state === "here" ? <img src={media.url} alt="" draggable={false} /> : media.state === "failed" && t("preview.sticker")}
    </span>
  );
}
