// The e-mail addresses of the account: a list, one more, one less. Nothing where the server sends no mail.
import { useEffect, useState } from "preact/hooks";
import { addAddress, addresses, removeAddress, type Addresses as Known } from "../../api/addresses";
import { passwordProof } from "../../api/devices";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { me, say } from "../../store/state";
import { Confirm } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { Failed } from "../parts/Notice";
import { Mailing } from "./Mailing";
import { w } from "./words";
import "./addresses.css";

export function Addresses() {
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState("");
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState("");
  const load = () => {
    setFailed("");
    addresses().then(setKnown, (error: unknown) => setFailed(reason(error)));
  };
  useEffect(load, []);
  if (failed) return <Failed text={failed} onRetry={load} />;
  if (!known || (!known.open && known.own.length === 0)) return null;
  const remove = async (address: string) => {
    try {
      await removeAddress(address);
      say(w("removed", { address }));
      load();
    } catch (error) {
      say(reason(error));
    }
  };
  return (
    <section aria-label={w("title")}>
      <h2 class="section-title">{w("title")}</h2>
      <p class="own-addresses-hint">{w("hint")}</p>
      <ul class="own-addresses">
        {known.own.map((address) => (
          <li key={address}>
            <bdi>{address}</bdi>
            <button type="button" class="icon-button" aria-label={w("remove", { address })} onClick={() => setLeaving(address)}>
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
      {known.open && (
        <button type="button" class="wide-link" onClick={() => setAdding(true)}>
          <span class="round-icon">
            <Icon name="plus" />
          </span>
          {w("add")}
        </button>
      )}
      {adding && (
        <Adding
          onClose={() => setAdding(false)}
          onDone={(address) => {
            setAdding(false);
            say(w("added", { address }));
            load();
          }}
        />
      )}
      {leaving && (
        <Confirm question={w("removeAsk", { address: leaving })} yes={w("removeYes")} danger onYes={() => void remove(leaving)} onClose={() => setLeaving("")} />
      )}
    </section>
  );
}

function Adding({ onDone, onClose }: { onDone: (address: string) => void; onClose: () => void }) {
  const [password, setPassword] = useState("");
  return (
    <Mailing
      purpose="account/3pid"
      title={w("add")}
      hint={w("hint")}
      yes={t("action.save")}
      ready={!!password}
      onClose={onClose}
      onProof={async (proof, address) => {
        await addAddress(proof, passwordProof(me.value, password));
        onDone(address.toLowerCase());
      }}
    >
      <input type="text" name="username" autocomplete="username" value={me.value} hidden readOnly />
      <label class="field">
        <span>{w("ownPassword")}</span>
        <input type="password" name="password" autocomplete="current-password" required value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      </label>
    </Mailing>
  );
}
