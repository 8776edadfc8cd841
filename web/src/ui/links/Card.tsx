// A card to be shown or sent: picture, name, QR code, and the ways to give the link away.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { t } from "../../i18n";
import { say } from "../../store/state";
import { Avatar } from "../parts/Avatar";
import { Dialog } from "../parts/Dialog";
import { Drawing } from "./Drawing";
import { pngOf, save, squares, svgOf } from "./code";
import { linkTo } from "./target";
import { w } from "./words";
import "./links.css";

interface Props {
  title: string;
  /** What the link leads to. */
  id: string;
  face: string;
  name: string;
  mxc?: string;
  hint: string;
  children?: ComponentChildren;
  onClose: () => void;
}

export function Card({ title, id, face, name, mxc, hint, children, onClose }: Props) {
  const link = linkTo(location.origin, id);
  const rows = useMemo(() => squares(link), [link]);
  const copy = () => void navigator.clipboard?.writeText(link).then(() => say(t("action.copied")), () => undefined);
  const share = () => void navigator.share({ title: name, url: link }).catch(() => undefined);
  return (
    <Dialog label={title} onClose={onClose}>
      <div class="link-card">
        <h2>{title}</h2>
        <div class="link-who">
          <Avatar id={face} name={name} mxc={mxc} size={52} />
          <span>
            <b dir="auto">{name}</b>
            <small dir="ltr">{id}</small>
          </span>
        </div>
        <Drawing rows={rows} label={w("code", { name })} />
        <p class="link-hint">{hint}</p>
        {children}
        <p class="link-text" dir="ltr">
          {link}
        </p>
        <div class="link-buttons">
          <button type="button" class="button primary" onClick={copy}>
            {w("copy")}
          </button>
          {"share" in navigator && (
            <button type="button" class="button quiet" onClick={share}>
              {w("share")}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => void pngOf(rows).then((blob) => blob && save(blob, `${name}.png`))}>
            {w("png")}
          </button>
          <button type="button" class="button quiet" onClick={() => save(svgOf(rows), `${name}.svg`)}>
            {w("svg")}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.close")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
