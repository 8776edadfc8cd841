// Comparing emoji with another device, step by step.
import { useState } from "preact/hooks";
import type { Verifications } from "../../crypto/verification";
import { language, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { localpart } from "../../store/names";
import { startSealing, verification } from "../../store/sealing";
import { me, say } from "../../store/state";
import { Dialog } from "../parts/Dialog";
import { emojiName } from "./emoji";

export function VerifyDialog() {
  const now = verification.value;
  const [busy, setBusy] = useState(false);
  if (!now) return null;
  const own = now.who === me.value;
  const name = localpart(now.who);
  const act = (what: (all: Verifications) => void | Promise<void>) => async () => {
    setBusy(true);
    try {
      await what((await startSealing()).verifications);
    } catch (error) {
      say(reason(error));
    }
    setBusy(false);
  };
  const over = now.stage === "done" || now.stage === "cancelled";
  const close = act((all) => all.close());
  const refuse = act((all) => all.refuse());
  const title = own ? t("verify.own") : t("verify.person", { name });
  const words = {
    asked: own ? t("verify.askedOwn", { device: now.device ?? "" }) : t("verify.askedPerson", { name }),
    waiting: own ? t("verify.waitingOwn") : t("verify.waitingPerson", { name }),
    comparing: t("verify.compare"),
    confirming: t("verify.confirming"),
    done: own ? t("verify.doneOwn") : t("verify.donePerson", { name }),
    cancelled: t("verify.cancelled"),
  }[now.stage];
  return (
    <Dialog label={title} onClose={() => void (over ? close() : refuse())}>
      <h2 class="question">{title}</h2>
      <p role="status">{words}</p>
      {now.stage === "comparing" && (
        <ol class="sas">
          {now.emoji.map((one, i) => (
            <li key={i}>
              <span aria-hidden="true">{one.symbol}</span>
              <small>{emojiName(one.name, language.value === "zh")}</small>
            </li>
          ))}
        </ol>
      )}
      <div class="dialog-buttons">
        {over ? (
          <button type="button" class="button primary" onClick={() => void close()}>
            {t("action.close")}
          </button>
        ) : (
          <button type="button" class="button quiet" disabled={busy} onClick={() => void refuse()}>
            {t(now.stage === "comparing" ? "verify.differ" : now.stage === "asked" ? "invite.decline" : "action.cancel")}
          </button>
        )}
        {now.stage === "asked" && (
          <button type="button" class="button primary" disabled={busy} onClick={() => void act((all) => all.accept())()}>
            {t("invite.accept")}
          </button>
        )}
        {now.stage === "comparing" && (
          <button type="button" class="button primary" disabled={busy} onClick={() => void act((all) => all.confirm())()}>
            {t("verify.same")}
          </button>
        )}
      </div>
    </Dialog>
  );
}
