// A film in a bubble: a picture of it, how long it is, and its place kept. A tap shows it in the viewer.
import { lasting, t } from "../../i18n";
import type { Outgoing } from "../../store/outbox";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { pictureOf, type Picture } from "./album";
import { boxOf } from "./Photo";
import { Transfer, travels } from "./Transfer";
import { posterOf, useMedia } from "./useMedia";

const POSTER = { width: 800, height: 800 };

export function Film({ message, name, item, onPicture }: { message: Message; name: string; item?: Outgoing; onPicture: (picture: Picture) => void }) {
  const info = message.content.info ?? {};
  const media = useMedia(posterOf(message.content), item?.file, POSTER);
  const box = boxOf(info.w ?? 16, info.h ?? 9);
  const picture = pictureOf(message, name);
  const duration = typeof info.duration === "number" && info.duration > 0 ? lasting(info.duration) : "";
  return (
    <div class="photo film" style={{ width: `${box.width}px`, aspectRatio: `${box.width} / ${box.height}` }}>
      <button type="button" class="photo-open" disabled={!picture || item !== undefined} onClick={() => picture && onPicture(picture)}>
        <span class="visually-hidden">
          {t("talk.filmFrom", { name })} {duration}
        </span>
        {media.state === "here" && (item?.file ? <video src={media.url} muted playsInline preload="metadata" /> : <img src={media.url} alt="" draggable={false} />)}
        {!travels(item) && (
          <span class="film-play">
            <Icon name="play" size={28} />
          </span>
        )}
        {duration && <span class="film-time">{duration}</span>}
      </button>
      {travels(item) && <Transfer item={item} />}
    </div>
  );
}
