// The password, and the end of the account.
import { useState } from "preact/hooks";
import { changePassword, deactivate } from "../../api/devices";
import { end } from "../../store/engine";
import { me, say } from "../../store/state";
import { Addresses } from "../addresses/Addresses";
import { go } from "../app/router";
import { forgetDrafts } from "../conversation/drafts";
import { Icon } from "../parts/Icon";
import { Proof } from "./Proof";
import { w } from "./words";

export function Account({ onChange }: { onChange: () => void }) {
  const [open, setOpen] = useState<"" | "password" | "close">("");
  const close = () => setOpen("");
  return (
    <>
      <Addresses />
      <section aria-label={w("account")}>
        <h2 class="section-title">{w("account")}</h2>
        <button type="button" class="wide-link" onClick={() => setOpen("password")}>
          <span class="round-icon">
            <Icon name="key" />
          </span>
          {w("change")}
        </button>
        <button type="button" class="wide-link danger" onClick={() => setOpen("close")}>
          <span class="round-icon">
            <Icon name="trash" />
          </span>
          {w("close")}
        </button>
        {open === "password" && <NewPassword onChange={onChange} onClose={close} />}
        {open === "close" && <Close onClose={close} />}
      </section>
    </>
  );
}

function NewPassword({ onChange, onClose }: { onChange: () => void; onClose: () => void }) {
  const [fresh, setFresh] = useState("");
  const [others, setOthers] = useState(true);
  return (
    <Proof
      title={w("change")}
      label={w("passwordNow")}
      yes={w("change")}
      ready={fresh.length >= 8}
      onClose={onClose}
      onProof={async (auth) => {
        await changePassword(fresh, others, auth);
        say(w("changed"));
        onClose();
        onChange();
      }}
    >
      <label class="field">
        <span>{w("passwordNew")}</span>
        <input type="password" name="new-password" autocomplete="new-password" minLength={8} required value={fresh} onInput={(event) => setFresh(event.currentTarget.value)} />
        <small>{w("passwordNewHint")}</small>
      </label>
      <label class="switch-line">
        <span>
          {w("changeOthers")}
          <small>{w("changeOthersHint")}</small>
        </span>
        <input type="checkbox" checked={others} onChange={(event) => setOthers(event.currentTarget.checked)} />
      </label>
    </Proof>
  );
}

function Close({ onClose }: { onClose: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <Proof
      title={w("closeTitle")}
      yes={w("close")}
      danger
      ready={sure}
      onClose={onClose}
      onProof={async (auth) => {
        await deactivate(auth);
        say(w("closed"));
        forgetDrafts();
        go("#/", true);
        await end();
      }}
    >
      <ul class="warnings">
        <li>{w("close.ever", { id: me.value })}</li>
        <li>{w("close.rooms")}</li>
        <li>{w("close.keys")}</li>
      </ul>
      <label class="switch-line">
        <span>{w("closeSure")}</span>
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
      </label>
    </Proof>
  );
}
