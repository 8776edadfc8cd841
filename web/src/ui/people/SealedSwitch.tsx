// Whether a new chat is encrypted from end to end, and what that means.
import { t } from "../../i18n";

export function SealedSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="switch-line">
      <span>
        <b>{t("new.sealed")}</b>
        <small>{t(on ? "new.sealedOn" : "new.sealedOff")}</small>
      </span>
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
