// Making sure of another device, by a code or by emoji, step by step.
import { useEffect, useState } from "preact/hooks";
import type { Verification, Verifications } from "../../crypto/verification";
import { language, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { localpart } from "../../store/names";
import { startSealing, verification } from "../../store/sealing";
import { me, say } from "../../store/state";
import { Drawing } from "../links/Drawing";
import { Lens } from "../links/Lens";
import { Dialog } from "../parts/Dialog";
import { emojiName } from "./emoji";
import { w } from "./words";
import "./security.css";

export function VerifyDialog() {
  const now = verification.value;
  const [busy, setBusy] = useState(false);
  const [scanning, setScanning] = useState(false);
  useEffect(() => {
    if (now?.stage !== "choosing") setScanning(false);
  }, [now?.stage]);
  if (!now) return null;
  const own = now.who === me.value;
  const title = own ? t("verify.own") : t("verify.person", { name: localpart(now.who) });
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
  const confirm = act((all) => all.confirm());
  const button = (text: string, work: () => unknown, look: "primary" | "quiet" = "quiet") => (
    <button type="button" class={`button ${look}`} disabled={busy && !over} onClick={() => void work()}>
      {text}
    </button>
  );
  if (scanning && now.stage === "choosing") {
    const take = async (text: string): Promise<string | undefined> => {
      try {
        const reading = await (await startSealing()).verifications.scan(text);
        return reading === "taken" ? undefined : w(reading);
      } catch (error) {
        return reason(error);
      }
    };
    return (
      <Dialog key="scan" label={title} onClose={() => setScanning(false)}>
        <Lens binary onFound={take} onClose={() => setScanning(false)} />
      </Dialog>
    );
  }
  return (
    <Dialog key="verify" label={title} onClose={() => void (over ? close() : refuse())}>
      <h2 class="question">{title}</h2>
      <p role="status">{wordsOf(now, own)}</p>
      {now.stage === "choosing" && now.code && (
        <div class="verify-code">
          <Drawing rows={now.code} label={w("code")} />
        </div>
      )}
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
      <div class={`dialog-buttons ${now.stage === "choosing" ? "verify-ways" : ""}`}>
        {now.stage === "choosing" && now.canScan && button(w("scan"), () => setScanning(true), "primary")}
        {now.stage === "choosing" && button(w("emoji"), act((all) => all.compareEmoji()))}
        {over && button(t("action.close"), close, "primary")}
        {!over && button(refusal(now.stage), refuse)}
        {now.stage === "asked" && button(t("invite.accept"), act((all) => all.accept()), "primary")}
        {now.stage === "comparing" && button(w("same"), confirm, "primary")}
        {now.stage === "scanned" && button(w("yes"), confirm, "primary")}
      </div>
    </Dialog>
  );
}

function refusal(stage: Verification["stage"]): string {
  if (stage === "comparing") return w("differ");
  if (stage === "scanned") return w("no");
  return t(stage === "asked" ? "invite.decline" : "action.cancel");
}

function wordsOf(now: Verification, own: boolean): string {
  const name = localpart(now.who);
  switch (now.stage) {
    case "asked":
      return own ? w("askedOwn", { device: now.device ?? "" }) : w("askedPerson", { name });
    case "waiting":
      return own ? w("waitingOwn") : w("waitingPerson", { name });
    case "choosing":
      return w(!now.canScan ? "choose.show" : now.code ? "choose.both" : "choose.scan");
    case "scanned":
      return w(own ? "scannedOwn" : "scannedPerson", { name });
    case "reciprocated":
      return w(own ? "reciprocatedOwn" : "reciprocatedPerson", { name });
    case "comparing":
      return w("compare");
    case "confirming":
      return w("confirming");
    case "done":
      return own ? w("doneOwn") : t("verify.donePerson", { name });
    case "cancelled":
      return w(causeWord(now.cause));
  }
}

function causeWord(cause: Verification["cause"]) {
  if (cause?.code === "m.timeout") return "cancelled.late";
  if (cause?.code === "m.key_mismatch") return "cancelled.keys";
  if (cause?.code === "m.mismatched_sas" && !cause.byMe) return "cancelled.emoji";
  return cause && !cause.byMe ? "cancelled.theirs" : "cancelled";
}
