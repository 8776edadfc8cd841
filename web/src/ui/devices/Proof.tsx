// A dialog that asks for the password again before something that an open screen alone should not do.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { passwordProof } from "../../api/devices";
import { MatrixError } from "../../api/http";
import type { Json } from "../../api/types";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { me } from "../../store/state";
import { Dialog } from "../parts/Dialog";
import { w } from "./words";

interface Props {
  title: string;
  /** What stands between the title and the field of the password. */
  children?: ComponentChildren;
  label?: string;
  yes: string;
  danger?: boolean;
  ready?: boolean;
  /** Does it; what is refused is shown here, and the dialog stays. */
  onProof: (auth: Json) => Promise<unknown>;
  onClose: () => void;
}

export function Proof({ title, children, label = w("password"), yes, danger = false, ready = true, onProof, onClose }: Props) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong("");
    try {
      await onProof(passwordProof(me.value, password));
    } catch (error) {
      setWrong(said(error));
      setBusy(false);
    }
  };
  return (
    <Dialog label={title} onClose={onClose}>
      <form class="proof" onSubmit={submit}>
        <h2>{title}</h2>
        <input type="text" name="username" autocomplete="username" value={me.value} hidden readOnly />
        {children}
        <label class="field">
          <span>{label}</span>
          <input type="password" name="password" autocomplete="current-password" required value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
        </label>
        {wrong && (
          <p class="form-error" role="alert">
            {wrong}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class={`button ${danger ? "danger" : "primary"}`} disabled={busy || !password || !ready} aria-busy={busy}>
            {yes}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function said(error: unknown): string {
  const code = error instanceof MatrixError ? error.errcode : "";
  if (code === "M_WEAK_PASSWORD" || code === "M_PASSWORD_TOO_SHORT") return w("weak");
  return error instanceof MatrixError && error.status === 401 ? w("wrong") : reason(error);
}
