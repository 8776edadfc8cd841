// How far a file is on its way: a ring that can be pressed to take the file back, or, after a failure, to try again.
import { t } from "../../i18n";
import { outbox } from "../../store/engine";
import type { Outgoing } from "../../store/outbox";
import { Icon } from "../parts/Icon";

/** Whether the file of a draft is not on the server yet. */
export const travels = (item: Outgoing | undefined): item is Outgoing =>
  item?.file !== undefined && item.status !== "sent" && !(item.status !== "failed" && (item.content.url !== undefined || item.content.file !== undefined));

export function Transfer({ item }: { item: Outgoing }) {
  const percent = Math.round((item.progress ?? 0) * 100);
  const failed = item.status === "failed";
  const label = failed ? t("action.retry") : t("talk.uploadCancel", { percent });
  return (
    <button type="button" class="transfer" aria-label={label} title={failed ? label : t("action.cancel")} onClick={() => (failed ? outbox.retry(item.txn) : outbox.remove(item.txn))}>
      {!failed && (
        <svg class={item.progress === undefined ? "turning" : ""} viewBox="0 0 36 36" aria-hidden="true">
          <circle cx="18" cy="18" r="16" class="progress-track" />
          <circle cx="18" cy="18" r="16" class="progress-done" pathLength={100} stroke-dasharray={`${Math.max(6, percent)} 100`} />
        </svg>
      )}
      <Icon name={failed ? "retry" : "close"} size={20} />
    </button>
  );
}
