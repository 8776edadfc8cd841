// Whether the other person of an encrypted chat was made sure of, and the way to do it.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { sealing, startSealing, trustChanges } from "../../store/sealing";
import { say } from "../../store/state";
import { Icon } from "../parts/Icon";

export function PersonTrust({ user, name, roomId }: { user: string; name: string; roomId: string }) {
  const [verified, setVerified] = useState<boolean>();
  useEffect(() => {
    if (sealing.value !== "ready") return;
    startSealing()
      .then((machine) => machine.verifications.isPersonVerified(user))
      .then(setVerified, () => undefined);
  }, [sealing.value, trustChanges.value, user]);
  if (verified === undefined) return null;
  if (verified) {
    return (
      <p class="security-good person-trust">
        <Icon name="check" size={20} /> {t("verify.donePerson", { name })}
      </p>
    );
  }
  const ask = () =>
    startSealing()
      .then((machine) => machine.verifications.askPerson(user, roomId))
      .catch((error: unknown) => say(reason(error)));
  return (
    <button type="button" class="wide-link" onClick={() => void ask()}>
      <span class="round-icon">
        <Icon name="key" />
      </span>
      {t("verify.person", { name })}
    </button>
  );
}
