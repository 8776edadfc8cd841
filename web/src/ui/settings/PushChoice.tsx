// Whether this device tells what is new while the app is closed, and with how much text.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { pushState, turnOff, turnOn, type Push } from "../../store/push";
import { say } from "../../store/state";

export function PushChoice() {
  const [push, setPush] = useState<Push>();
  const [busy, setBusy] = useState(false);
  const take = (work: Promise<Push>) => {
    setBusy(true);
    work.then(setPush, (error) => say(error instanceof DOMException ? t("push.failed") : reason(error))).finally(() => setBusy(false));
  };
  useEffect(() => take(pushState()), []);
  if (!push) return null;
  const on = push.state === "on";
  const hint = { on: "push.on", off: "push.off", denied: "push.denied", install: "push.install", impossible: "push.impossible" } as const;
  return (
    <section class="push-choice" aria-label={t("level.title")}>
      <Switch
        label={t("push.title")}
        hint={t(hint[push.state])}
        on={on}
        disabled={busy || (push.state !== "on" && push.state !== "off")}
        onChange={(next) => take(next ? turnOn(push.preview) : turnOff())}
      />
      {on && <Switch label={t("push.preview")} hint={t("push.previewHint")} on={push.preview} disabled={busy} onChange={(next) => take(turnOn(next))} />}
    </section>
  );
}

interface SwitchProps {
  label: string;
  hint: string;
  on: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
}

const Switch = ({ label, hint, on, disabled, onChange }: SwitchProps) => (
  <label class="switch-line">
    <span>
      <b>{label}</b>
      <small>{hint}</small>
    </span>
    <input type="checkbox" role="switch" checked={on} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
  </label>
);
