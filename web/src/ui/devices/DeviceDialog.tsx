// One device: its name, when and from where it was seen, and logging it out.
import { useState } from "preact/hooks";
import { renameDevice, type OwnDevice } from "../../api/devices";
import { full, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { say } from "../../store/state";
import { Dialog } from "../parts/Dialog";
import { w } from "./words";

interface Props {
  device: OwnDevice;
  name: string;
  here: boolean;
  onChange: () => void;
  onLogOut: () => void;
  onClose: () => void;
}

export function DeviceDialog({ device, name, here, onChange, onLogOut, onClose }: Props) {
  const [text, setText] = useState(device.display_name ?? "");
  const [busy, setBusy] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await renameDevice(device.device_id, text.trim());
      say(w("renamed", { name: text.trim() }));
      onChange();
      onClose();
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <Dialog label={w("details", { name })} onClose={onClose}>
      <form class="proof" onSubmit={save}>
        <h2 dir="auto">{name}</h2>
        <dl class="device-facts">
          {device.last_seen_ts !== undefined && (
            <div>
              <dt>{w("lastSeen")}</dt>
              <dd>{full(device.last_seen_ts)}</dd>
              {device.last_seen_ip && <dd dir="ltr">{device.last_seen_ip}</dd>}
            </div>
          )}
          <div>
            <dt>{w("id")}</dt>
            <dd dir="ltr">{device.device_id}</dd>
          </div>
        </dl>
        <label class="field">
          <span>{w("name")}</span>
          <input name="device" value={text} maxLength={100} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
          <small>{w("nameHint")}</small>
        </label>
        {!here && <p class="device-hint">{w("strange")}</p>}
        <div class="dialog-buttons">
          {!here && (
            <button type="button" class="button danger-text" onClick={onLogOut}>
              {w("out")}
            </button>
          )}
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button primary" disabled={busy || !text.trim() || text.trim() === device.display_name}>
            {t("action.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
