// A file in a bubble: name, size, and download through the person's own access.
import { useState } from "preact/hooks";
import type { MessageContent } from "../../api/types";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import type { Outgoing } from "../../store/outbox";
import { say } from "../../store/state";
import { Icon } from "../parts/Icon";
import { Transfer, travels } from "./Transfer";
import { sourceOf, urlOf, type Source } from "./useMedia";

export function FileCard({ content, item, size }: { content: MessageContent; item?: Outgoing; size: string }) {
  const [busy, setBusy] = useState(false);
  const source = sourceOf(content);
  const name = content.filename ?? content.body ?? "file";
  if (travels(item)) return <Travelling item={item} name={name} />;
  return (
    <button
      type="button"
      class="file"
      aria-busy={busy}
      disabled={busy || item !== undefined || !source}
      onClick={async () => {
        setBusy(true);
        await download(source!, name);
        setBusy(false);
      }}
    >
      <span class="file-icon">
        <Icon name={busy ? "clock" : "file"} />
      </span>
      <span class="file-text">
        <span class="visually-hidden">{t("talk.download")} </span>
        <b dir="auto">{name}</b>
        <small>{size}</small>
      </span>
    </button>
  );
}

/** A file on its way to the server. */
export function Travelling({ item, name }: { item: Outgoing; name: string }) {
  return (
    <div class="file">
      <span class="file-icon">
        <Transfer item={item} />
      </span>
      <span class="file-text">
        <b dir="auto">{name}</b>
        <small>{item.status === "failed" ? t("talk.failed") : t("talk.uploading", { percent: Math.round((item.progress ?? 0) * 100) })}</small>
      </span>
    </div>
  );
}

export async function download(source: Source, name: string): Promise<void> {
  try {
    const link = document.createElement("a");
    link.href = await urlOf(source);
    link.download = name;
    link.click();
  } catch (error) {
    say(reason(error));
  }
}
