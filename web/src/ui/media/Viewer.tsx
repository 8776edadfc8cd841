// One photo on the whole screen.
import { clock, dayName, t } from "../../i18n";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { download } from "./FileCard";
import { useMedia, type Source } from "./useMedia";

export interface Picture {
  source: Source;
  name: string;
  label: string;
  /** Who sent it, and when. */
  by: string;
  ts: number;
}

export function Viewer({ picture, onClose }: { picture: Picture; onClose: () => void }) {
  const media = useMedia(picture.source, undefined);
  return (
    <Dialog label={picture.label} kind="full" onClose={onClose}>
      <div class="viewer" onClick={onClose}>
        <div class="viewer-bar" onClick={(event) => event.stopPropagation()}>
          <button type="button" class="icon-button" aria-label={t("action.close")} onClick={onClose}>
            <Icon name="close" />
          </button>
          <p class="viewer-title">
            <b dir="auto">{picture.by}</b>
            <small>
              {dayName(picture.ts)} {clock(picture.ts)}
            </small>
          </p>
          <button type="button" class="icon-button" aria-label={t("viewer.save")} onClick={() => void download(picture.source, picture.name)}>
            <Icon name="download" />
          </button>
        </div>
        {media.state === "here" ? (
          <img src={media.url} alt={picture.label} onClick={(event) => event.stopPropagation()} />
        ) : media.state === "failed" ? (
          <p role="alert">{t("talk.photoFailed")}</p>
        ) : (
          <span class="spinner" />
        )}
      </div>
    </Dialog>
  );
}
