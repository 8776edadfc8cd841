// A photo in a bubble: its place is kept from the first moment, so that nothing moves when it arrives.
import { t } from "../../i18n";
import type { Outgoing } from "../../store/outbox";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { pictureOf, type Picture } from "./album";
import { Transfer, travels } from "./Transfer";
import { smallSourceOf, sourceOf, useMedia } from "./useMedia";

const WIDE_MAX = 320;
const HIGH_MAX = 360;
const WIDE_MIN = 96;

interface Props {
  message: Message;
  name: string;
  item?: Outgoing;
  onPicture: (picture: Picture) => void;
}

export function Photo({ message, name, item, onPicture }: Props) {
  const { content } = message;
  const info = content.info ?? {};
  const animated = info.mimetype === "image/gif" || info.mimetype === "image/webp" || info.mimetype === "image/apng";
  const media = useMedia(animated ? sourceOf(content) : smallSourceOf(content), item?.file, animated ? undefined : { width: 800, height: 800 });
  const picture = pictureOf(message, name);
  const box = boxOf(info.w, info.h);
  const label = t("talk.photoFrom", { name });
  return (
    <div class="photo" style={{ width: `${box.width}px`, aspectRatio: `${box.width} / ${box.height}` }}>
      <button
        type="button"
        class="photo-open"
        disabled={media.state !== "here" || item !== undefined || !picture}
        onClick={() => picture && onPicture(picture)}
      >
        <span class="visually-hidden">{label}</span>
        {media.state === "here" && <img src={media.url} alt="" draggable={false} />}
        {media.state === "failed" && !item && (
          <span class="photo-failed">
            <Icon name="alert" /> {t("talk.photoFailed")}
          </span>
        )}
      </button>
      {travels(item) && <Transfer item={item} />}
    </div>
  );
}

/** The size on screen: within the largest box, never too narrow to hit. */
export function boxOf(w = 4, h = 3): { width: number; height: number } {
  const known = w > 0 && h > 0;
  const [width, height] = known ? [w, h] : [4, 3];
  const scale = Math.min(WIDE_MAX / width, HIGH_MAX / height, w > 16 ? 1.5 : Infinity);
  const wide = Math.max(WIDE_MIN, Math.round(width * scale));
  return { width: wide, height: Math.max(48, Math.min(HIGH_MAX, Math.round((wide * height) / width))) };
}
