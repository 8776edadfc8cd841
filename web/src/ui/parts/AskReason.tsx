// A question whose answer may come with a reason.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { Dialog } from "./Dialog";

interface Props {
  question: string;
  hint?: string;
  label: string;
  placeholder?: string;
  yes: string;
  onYes: (reason: string) => void;
  onClose: () => void;
}

const REASON_MAX = 300;

export function AskReason({ question, hint, label, placeholder, yes, onYes, onClose }: Props) {
  const [reason, setReason] = useState("");
  return (
    <Dialog label={question} onClose={onClose}>
      <div class="person-sheet">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onClose();
            onYes(reason.trim());
          }}
        >
          <p class="question">{question}</p>
          {hint && <p class="state-hint forward-gist">{hint}</p>}
          <label class="field">
            <span>{label}</span>
            <input value={reason} maxLength={REASON_MAX} dir="auto" placeholder={placeholder} onInput={(event) => setReason(event.currentTarget.value)} />
          </label>
          <div class="dialog-buttons">
            <button type="button" class="button quiet" onClick={onClose}>
              {t("action.cancel")}
            </button>
            <button type="submit" class="button danger">
              {yes}
            </button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
