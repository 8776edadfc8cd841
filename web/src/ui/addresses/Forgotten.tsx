// On the login page: a forgotten password is set anew by mail, where the server can send one.
import { useEffect, useState } from "preact/hooks";
import { resetPassword, resetsByMail } from "../../api/addresses";
import { say } from "../../store/state";
import { Mailing } from "./Mailing";
import { w } from "./words";
import "./addresses.css";

export function Forgotten() {
  const [offered, setOffered] = useState(false);
  const [open, setOpen] = useState(false);
  const [fresh, setFresh] = useState("");
  useEffect(() => {
    let current = true;
    void resetsByMail().then((found) => current && setOffered(found));
    return () => {
      current = false;
    };
  }, []);
  if (!offered) return null;
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" class="mailing-forgot" onClick={() => setOpen(true)}>
        {w("forgot")}
      </button>
      {open && (
        <Mailing
          purpose="account/password"
          title={w("set")}
          hint={w("forgotHint")}
          yes={w("set")}
          ready={fresh.length >= 8}
          onClose={close}
          onProof={async (proof) => {
            await resetPassword(proof, fresh);
            setFresh("");
            close();
            say(w("setDone"));
          }}
        >
          <label class="field">
            <span>{w("password")}</span>
            <input type="password" name="new-password" autocomplete="new-password" required minLength={8} value={fresh} onInput={(event) => setFresh(event.currentTarget.value)} />
            <small>{w("passwordHint")}</small>
          </label>
        </Mailing>
      )}
    </>
  );
}
