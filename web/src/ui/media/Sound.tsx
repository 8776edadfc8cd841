// Voice and film in a bubble: loaded when somebody wants to hear or see it.
import { useState } from "preact/hooks";
import { fileSize, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import type { Outgoing } from "../../store/outbox";
import { say } from "../../store/state";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { sourceOf, urlOf } from "./useMedia";

export function Sound({ message, item }: { message: Message; item?: Outgoing }) {
  const { content } = message;
  const source = sourceOf(content);
  const [url, setUrl] = useState("");
  const [busy, setBusy] = useState(false);
  const film = content.msgtype === "m.video";
  if (url) return film ? <video class="film" src={url} controls autoplay playsInline /> : <audio class="sound" src={url} controls autoplay />;
  const name = content.filename ?? content.body ?? "";
  const percent = Math.round((item?.progress ?? 0) * 100);
  const load = async () => {
    setBusy(true);
    try {
      setUrl(await urlOf(source!));
    } catch (error) {
      say(reason(error));
    }
    setBusy(false);
  };
  return (
    <button type="button" class="file" aria-busy={busy} disabled={busy || item !== undefined || !source} onClick={load}>
      <span class="file-icon">
        <Icon name={busy ? "clock" : "play"} />
      </span>
      <span class="file-text">
        <span class="visually-hidden">{t("talk.mediaPlay")} </span>
        <b dir="auto">{name}</b>
        <small>{item ? t("talk.uploading", { percent }) : content.info?.size ? fileSize(content.info.size) : ""}</small>
      </span>
    </button>
  );
}
