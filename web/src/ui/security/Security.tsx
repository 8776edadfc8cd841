// Encryption: whether keys are kept safe, the recovery key, and whether this device is confirmed.
import { useEffect, useState } from "preact/hooks";
import { MatrixError } from "../../api/http";
import type { Json } from "../../api/types";
import type { Machine } from "../../crypto/machine";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { sealing, startSealing, trustChanges } from "../../store/sealing";
import { me, say } from "../../store/state";
import { back } from "../app/router";
import { Confirm, Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { Loading } from "../parts/Notice";
import { RecoveryKey } from "./RecoveryKey";

interface Status {
  machine: Machine;
  recovery: boolean;
  on: boolean;
  verified: boolean;
}

export function Security() {
  const [status, setStatus] = useState<Status>();
  const [failed, setFailed] = useState("");
  const read = async () => {
    const machine = await startSealing();
    const [recovery, on, verified] = await Promise.all([machine.backup.hasRecovery(), machine.backup.isOn(), machine.backup.isVerified()]);
    setStatus({ machine, recovery, on, verified });
  };
  useEffect(() => {
    if (sealing.value === "ready") read().catch((error: unknown) => setFailed(reason(error)));
  }, [sealing.value, trustChanges.value]);
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back("#/settings")}>
          <Icon name="back" />
        </button>
        <h1>{t("security.title")}</h1>
      </div>
      <div class="scroll settings">
        <section class="security" aria-label={t("security.keys")}>
          {failed && <p class="form-error" role="alert">{failed}</p>}
          {sealing.value === "off" ? (
            <>
              <p>{t("security.off")}</p>
              <button type="button" class="button primary" onClick={() => startSealing().catch((error: unknown) => setFailed(reason(error)))}>
                {t("security.start")}
              </button>
            </>
          ) : sealing.value === "elsewhere" || sealing.value === "impossible" ? (
            <p>{t(sealing.value === "elsewhere" ? "talk.sealing.elsewhere" : "talk.sealing.impossible")}</p>
          ) : status ? (
            <Keys status={status} onChange={() => void read()} />
          ) : (
            !failed && <Loading />
          )}
        </section>
        {status && !status.verified && <OtherDevice machine={status.machine} />}
      </div>
    </>
  );
}

function Keys({ status, onChange }: { status: Status; onChange: () => void }) {
  const { machine, recovery, on, verified } = status;
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState("");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [anew, setAnew] = useState(false);
  const [session, setSession] = useState<string>();

  const work = async (what: () => Promise<void>) => {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      if (error instanceof MatrixError && error.status === 401 && error.body.flows) setSession(String(error.body.session ?? ""));
      else say(reason(error));
    } finally {
      setBusy(false);
    }
  };
  const setUp = (auth?: Json) => work(async () => setKey(await machine.backup.setUp(auth)));
  const restore = (event: Event) => {
    event.preventDefault();
    setWrong(false);
    void work(async () => {
      if (await machine.backup.restore(typed)) {
        setTyped("");
        say(t("security.restored"));
        onChange();
      } else {
        setWrong(true);
      }
    });
  };
  return (
    <>
      {on && verified ? (
        <p class="security-good">
          <Icon name="check" size={20} /> {t("security.on")}
        </p>
      ) : recovery ? (
        <form onSubmit={restore}>
          <p>{t("security.restoreHint")}</p>
          <label class="field">
            <span>{t("security.key")}</span>
            <input
              name="recovery"
              value={typed}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              aria-invalid={wrong}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          {wrong && <p class="form-error" role="alert">{t("security.wrongKey")}</p>}
          <button type="submit" class="button primary" disabled={busy || !typed.trim()} aria-busy={busy}>
            {t("security.restore")}
          </button>
        </form>
      ) : (
        <>
          <p>{t("security.setUpHint")}</p>
          <button type="button" class="button primary" disabled={busy} aria-busy={busy} onClick={() => void setUp()}>
            {t("security.setUp")}
          </button>
        </>
      )}
      {recovery && (
        <button type="button" class="button quiet" disabled={busy} onClick={() => setAnew(true)}>
          {t("security.anew")}
        </button>
      )}
      {anew && (
        <Confirm
          question={t(verified ? "security.anewAsk" : "security.resetAsk")}
          yes={t("security.anew")}
          danger={!verified}
          onYes={() => void setUp()}
          onClose={() => setAnew(false)}
        />
      )}
      {session !== undefined && (
        <Password
          onClose={() => setSession(undefined)}
          onPassword={(password) => {
            setSession(undefined);
            void setUp({ type: "m.login.password", identifier: { type: "m.id.user", user: me.value }, password, session });
          }}
        />
      )}
      {key && (
        <RecoveryKey
          text={key}
          onClose={() => {
            setKey("");
            onChange();
          }}
        />
      )}
    </>
  );
}

/** The other way than the recovery key: another device of the person says that this one is hers. */
function OtherDevice({ machine }: { machine: Machine }) {
  const [there, setThere] = useState(false);
  useEffect(() => {
    machine.ownDevices().then((devices) => setThere(Object.values(devices).some(Boolean)), () => undefined);
  }, [machine, trustChanges.value]);
  if (!there) return null;
  return (
    <section class="security" aria-label={t("verify.own")}>
      <p>{t("verify.ownHint")}</p>
      <button type="button" class="button quiet" onClick={() => machine.verifications.askOwn().catch((error: unknown) => say(reason(error)))}>
        {t("verify.own")}
      </button>
    </section>
  );
}

function Password({ onPassword, onClose }: { onPassword: (password: string) => void; onClose: () => void }) {
  const [password, setPassword] = useState("");
  return (
    <Dialog label={t("security.password")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPassword(password);
        }}
      >
        <label class="field">
          <span>{t("security.password")}</span>
          <input type="password" autocomplete="current-password" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
        </label>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button primary" disabled={!password}>
            {t("security.go")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
