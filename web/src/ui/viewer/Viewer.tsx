// Photos and films on the whole screen, one after the other.
import { useEffect, useState } from "preact/hooks";
import { streamUrl } from "../../api/streams";
import { clock, dayName, t } from "../../i18n";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import type { Picture } from "../media/album";
import { download } from "../media/FileCard";
import { urlOf, useMedia } from "../media/useMedia";
import { useGestures } from "./gestures";
import { w } from "./words";
import "./viewer.css";

const SMALL = { width: 800, height: 800 };
const STEP = 1.5;

interface Props {
  /** What can be looked at, oldest first. */
  album: readonly Picture[];
  start: Picture;
  /** The oldest one is shown; there may be older ones. */
  onFirst: () => void;
  onClose: () => void;
}

export function Viewer({ album, start, onFirst, onClose }: Props) {
  const [picture, setPicture] = useState(start);
  const at = album.findIndex(({ id }) => id === picture.id);
  const go = (step: number) => {
    const next = at < 0 ? undefined : album[at + step];
    if (next) setPicture(next);
  };
  const { view, pull, moving, zoom, stage } = useGestures(picture.id, !picture.film, { onNext: () => go(1), onPrevious: () => go(-1), onClose });
  useEffect(() => {
    if (at === 0) onFirst();
    for (const near of [album[at + 1], album[at - 1]]) if (near && !near.film) void urlOf(near.source).catch(() => undefined);
  }, [picture.id]);
  const keys = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).tagName === "VIDEO" && event.key.startsWith("Arrow")) return; // its own controls
    const act = { ArrowRight: () => go(1), ArrowLeft: () => go(-1), "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), "0": () => zoom(0) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  useEffect(() => {
    addEventListener("keydown", keys); // wherever the focus is: a tap on the picture takes it away
    return () => removeEventListener("keydown", keys);
  });
  return (
    <Dialog label={picture.label} kind="full" onClose={onClose}>
      <div class="viewer" style={{ "--left": String(Math.max(0.25, 1 - pull.y / 400)) }}>
        <div class="viewer-bar">
          <button type="button" class="icon-button" aria-label={t("action.close")} onClick={onClose}>
            <Icon name="close" />
          </button>
          <p class="viewer-title">
            <b dir="auto">{picture.by}</b>
            <small>
              {dayName(picture.ts)} {clock(picture.ts)}
            </small>
          </p>
          <button type="button" class="icon-button" aria-label={w(picture.film ? "saveFilm" : "save")} title={w(picture.film ? "saveFilm" : "save")} onClick={() => void download(picture.source, picture.name)}>
            <Icon name="download" />
          </button>
        </div>
        <div class="viewer-stage" {...stage}>
          <div class={`viewer-moved ${moving ? "moving" : ""}`} style={{ transform: `translate(${view.x + pull.x}px, ${view.y + pull.y}px) scale(${view.scale})` }}>
            {picture.film ? <Movie key={picture.id} picture={picture} /> : <Photo key={picture.id} picture={picture} />}
          </div>
        </div>
        {album[at - 1] && (
          <button type="button" class="icon-button viewer-step previous" aria-label={w("previous")} title={w("previous")} onClick={() => go(-1)}>
            <Icon name="back" />
          </button>
        )}
        {at >= 0 && album[at + 1] && (
          <button type="button" class="icon-button viewer-step next" aria-label={w("next")} title={w("next")} onClick={() => go(1)}>
            <Icon name="back" />
          </button>
        )}
        {picture.caption && (
          <p class="viewer-caption" dir="auto">
            {picture.caption}
          </p>
        )}
        <span class="visually-hidden" role="status">
          {at >= 0 && w("place", { at: at + 1, of: album.length })} {picture.label}
        </span>
      </div>
    </Dialog>
  );
}

/** As large as it is, but no larger than the screen; known before it has come. */
const place = ({ w: wide, h: high }: Picture) =>
  wide && high ? { aspectRatio: `${wide} / ${high}`, width: `min(100vw, ${Math.max(wide, 240)}px, calc(100dvh * ${wide / high}))` } : {};

function Photo({ picture }: { picture: Picture }) {
  const whole = useMedia(picture.source, undefined);
  const small = useMedia(picture.small, undefined, SMALL);
  const shown = whole.state === "here" ? whole : small;
  if (whole.state === "failed") return <Broken picture={picture} text={w("failed")} />;
  return (
    <>
      {shown.state === "here" && <img class="viewer-picture" src={shown.url} alt={picture.label} draggable={false} style={place(picture)} />}
      {whole.state === "loading" && <span class="spinner" />}
    </>
  );
}

/** A film plays while it comes; where that cannot be, or fails, it is fetched first. */
function Movie({ picture }: { picture: Picture }) {
  const { source } = picture;
  const [stream, setStream] = useState<string | null>();
  useEffect(() => {
    let wanted = true;
    const coming = typeof source === "string" ? streamUrl(source) : Promise.resolve(null);
    void coming.then((url) => wanted && setStream(url));
    return () => {
      wanted = false;
    };
  }, []);
  if (stream === undefined) return <Coming picture={picture} />;
  return stream ? <Playing picture={picture} url={stream} onError={() => setStream(null)} /> : <Fetched picture={picture} />;
}

function Fetched({ picture }: { picture: Picture }) {
  const whole = useMedia(picture.source, undefined);
  const [unplayable, setUnplayable] = useState(false);
  if (whole.state === "failed" || unplayable) return <Broken picture={picture} text={w(unplayable ? "unplayable" : "failed")} />;
  return whole.state === "here" ? <Playing picture={picture} url={whole.url} onError={() => setUnplayable(true)} /> : <Coming picture={picture} />;
}

function Playing({ picture, url, onError }: { picture: Picture; url: string; onError: () => void }) {
  const poster = useMedia(picture.small, undefined, SMALL);
  const [unplayable, setUnplayable] = useState(false);
  if (unplayable) return <Broken picture={picture} text={w("unplayable")} />;
  return (
    <video
      class="viewer-picture"
      src={url}
      poster={poster.state === "here" ? poster.url : undefined}
      aria-label={picture.label}
      controls
      autoplay
      playsInline
      style={place(picture)}
      onError={onError}
      onLoadedMetadata={(event) => event.currentTarget.videoWidth === 0 && setUnplayable(true)} // sound alone: its pictures cannot be shown
    />
  );
}

/** The picture of a film until it has come. */
function Coming({ picture }: { picture: Picture }) {
  const poster = useMedia(picture.small, undefined, SMALL);
  return (
    <>
      {poster.state === "here" && <img class="viewer-picture" src={poster.url} alt={picture.label} draggable={false} style={place(picture)} />}
      <span class="spinner" />
    </>
  );
}

function Broken({ picture, text }: { picture: Picture; text: string }) {
  return (
    <div class="viewer-picture viewer-broken" role="alert">
      <Icon name="alert" size={32} />
      <p>{text}</p>
      <button type="button" class="button primary" onClick={() => void download(picture.source, picture.name)}>
        {t("talk.download")}
      </button>
    </div>
  );
}
