// The recovery key, shown once: to be written down, copied or stored as a file.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { localpart } from "../../store/names";
import { me, say } from "../../store/state";
import { Dialog } from "../parts/Dialog";

export function RecoveryKey({ text, onClose }: { text: string; onClose: () => void }) {
  const [kept, setKept] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(text).then(() => (setKept(true), say(t("action.copied"))), () => undefined);
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${me.value}\n${text}\n`], { type: "text/plain" }));
    link.download = `laiwang-${localpart(me.value)}-recovery-key.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    setKept(true);
  };
  return (
    <Dialog label={t("security.key")} onClose={() => kept && onClose()}>
      <h2 class="question">{t("security.key")}</h2>
      <p>{t("security.keyHint")}</p>
      <code class="recovery-key" translate={false}>
        {text}
      </code>
      <div class="dialog-buttons">
        <button type="button" class="button quiet" onClick={copy}>
          {t("action.copy")}
        </button>
        <button type="button" class="button quiet" onClick={save}>
          {t("talk.download")}
        </button>
      </div>
      <label class="switch-line">
        <span>{t("security.keyKept")}</span>
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      </label>
      <div class="dialog-buttons">
        <button type="button" class="button primary" disabled={!kept} onClick={onClose}>
          {t("security.done")}
        </button>
      </div>
    </Dialog>
  );
}
