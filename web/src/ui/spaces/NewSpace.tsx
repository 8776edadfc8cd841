// Making a space.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { say } from "../../store/state";
import { go, spacePath } from "../app/router";
import { Dialog } from "../parts/Dialog";
import { Drawn } from "../parts/Icon";
import { makeSpace } from "./api";
import { w } from "./words";
import "./spaces.css";

const FOLDER = "M3.500 7A1.500 1.500 0 0 1 5 5.500h4l2 2.500h8A1.500 1.500 0 0 1 20.500 9.500v8A1.500 1.500 0 0 1 19 19H5a1.500 1.500 0 0 1-1.500-1.500z";

export function NewSpace() {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const make = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      go(spacePath((await makeSpace(name.trim())).room_id), true);
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="wide-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="round-icon">
          <Drawn d={FOLDER} />
        </span>
        {w("new")}
      </button>
      {open && (
        <Dialog label={w("new")} onClose={() => setOpen(false)}>
          <form onSubmit={make}>
            <label class="field">
              <span>{w("name")}</span>
              <input value={name} maxLength={80} onInput={(event) => setName(event.currentTarget.value)} />
              <small>{w("newHint")}</small>
            </label>
            <div class="dialog-buttons">
              <button type="button" class="button quiet" onClick={() => setOpen(false)}>
                {t("action.cancel")}
              </button>
              <button type="submit" class="button primary" disabled={busy || !name.trim()}>
                {w("make")}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
