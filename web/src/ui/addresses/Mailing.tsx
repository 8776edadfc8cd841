// Two steps that three places share: an address to which a mail goes, then what one does once its link was opened.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { askForMail, newSecret, type Proof, type Purpose } from "../../api/addresses";
import { MatrixError } from "../../api/http";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { Dialog } from "../parts/Dialog";
import { w } from "./words";
import "./addresses.css";

interface Props {
  purpose: Purpose;
  title: string;
  hint: string;
  /** What is to be filled in beside the mail, in the second step. */
  children?: ComponentChildren;
  yes: string;
  ready?: boolean;
  /** Tries it; what is refused is shown here. */
  onProof: (proof: Proof, address: string) => Promise<unknown>;
  /** Try by itself when one comes back from the mail: where nothing else is to be filled in. */
  eager?: boolean;
  onClose: () => void;
}

export function Mailing({ purpose, title, hint, children, yes, ready = true, onProof, eager = false, onClose }: Props) {
  const [address, setAddress] = useState("");
  const [proof, setProof] = useState<Proof>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const asked = useRef({ secret: newSecret(), address: "", attempt: 0 });
  const head = useRef<HTMLHeadingElement>(null);

  const act = async (work: () => Promise<unknown>, quiet = false) => {
    if (busy) return;
    setBusy(true);
    setWrong("");
    try {
      await work();
    } catch (error) {
      if (!quiet) setWrong(said(error));
    } finally {
      setBusy(false);
    }
  };
  const send = (again: boolean) =>
    act(async () => {
      const last = asked.current;
      const wanted = address.trim();
      // A try that brought no answer is the same attempt again: it sends no second mail.
      if (again || last.address !== wanted) asked.current = { ...last, address: wanted, attempt: last.attempt + 1 };
      setProof(await askForMail(purpose, wanted, asked.current.secret, asked.current.attempt));
    });
  const finish = (quiet = false) => (proof ? act(() => onProof(proof, address.trim()), quiet) : undefined);

  // With the drawing itself, so that it takes the focus from nobody who is in a field already.
  useLayoutEffect(() => {
    if (proof) head.current?.focus();
  }, [proof?.sid]);
  const latest = useRef(finish);
  latest.current = finish;
  useEffect(() => {
    if (!proof || !eager) return undefined;
    const look = () => document.visibilityState === "visible" && void latest.current(true);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [proof?.sid, eager]);

  return (
    <Dialog label={title} onClose={onClose}>
      <form
        class="mailing"
        onSubmit={(event) => {
          event.preventDefault();
          void (proof ? finish() : send(false));
        }}
      >
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        {proof ? (
          <>
            <p role="status">{w("sent", { address: address.trim() })}</p>
            <p class="mailing-hint">
              {w("spam")}{" "}
              <button type="button" class="mailing-again" disabled={busy} onClick={() => send(true)}>
                {w("again")}
              </button>
            </p>
            {children}
          </>
        ) : (
          <>
            <p class="mailing-hint">{hint}</p>
            {/* A key of its own: an input that is made into another one would keep the longest length that this one has. */}
            <label class="field" key="email">
              <span>{w("email")}</span>
              <input type="email" name="email" autocomplete="email" required maxLength={254} dir="ltr" value={address} onInput={(event) => setAddress(event.currentTarget.value)} />
            </label>
          </>
        )}
        {wrong && (
          <p class="form-error" role="alert">
            {wrong}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button primary" disabled={busy || !address.trim() || (!!proof && !ready)} aria-busy={busy}>
            {proof ? yes : w("send")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function said(error: unknown): string {
  if (!(error instanceof MatrixError)) return reason(error);
  if (error.errcode === "M_UNAUTHORIZED" || error.errcode === "M_THREEPID_AUTH_FAILED") return w("notYet");
  if (error.errcode === "M_WEAK_PASSWORD") return w("weak");
  if (error.errcode === "M_INVALID_PARAM") return w("notHere");
  if (error.errcode === "M_THREEPID_IN_USE") return w("mine");
  if (error.errcode === "M_LIMIT_EXCEEDED") return w("many");
  return error.status === 401 && error.errcode === "M_FORBIDDEN" ? t("auth.wrong") : reason(error);
}
