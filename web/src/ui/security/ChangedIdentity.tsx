// Says that the other person of a chat has a new identity: she began anew, or somebody else sits there.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { sealing, startSealing, trustChanges } from "../../store/sealing";
import { say } from "../../store/state";

export function ChangedIdentity({ user, name }: { user: string; name: string }) {
  const [changed, setChanged] = useState(false);
  const verifications = async () => (await startSealing()).verifications;
  useEffect(() => {
    if (sealing.value === "ready") verifications().then((all) => all.hasChanged(user)).then(setChanged, () => undefined);
  }, [sealing.value, trustChanges.value, user]);
  if (!changed) return null;
  const accept = () =>
    verifications()
      .then((all) => all.acceptChange(user))
      .then(() => setChanged(false))
      .catch((error: unknown) => say(reason(error)));
  return (
    <p class="composer-note" role="status">
      {t("security.changed", { name })}{" "}
      <button type="button" class="button quiet small" onClick={() => void accept()}>
        {t("security.changedOk")}
      </button>
    </p>
  );
}
