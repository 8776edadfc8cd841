// Start a chat with somebody, or go on to make a group.
import { useState } from "preact/hooks";
import type { FoundUser } from "../../api/types";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { startDirect } from "../../store/actions";
import { say } from "../../store/state";
import { back, go, groupPath, roomPath } from "../app/router";
import { pasted } from "../links/follow";
import { Icon } from "../parts/Icon";
import { Lazy } from "../parts/Lazy";
import { PeoplePicker } from "./PeoplePicker";
import { SealedSwitch } from "./SealedSwitch";

export function NewChat() {
  const [busy, setBusy] = useState(false);
  const [sealed, setSealed] = useState(false);
  const pick = async (person: FoundUser) => {
    setBusy(true);
    try {
      go(roomPath(await startDirect(person.user_id, sealed)), true);
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back()}>
          <Icon name="back" />
        </button>
        <h1>{t("new.title")}</h1>
      </div>
      <button type="button" class="wide-link" onClick={() => go(groupPath(), true)}>
        <span class="round-icon">
          <Icon name="group" />
        </span>
        {t("new.group")}
      </button>
      <Lazy quiet load={() => import("../spaces/NewSpace").then((part) => part.NewSpace)} />
      <SealedSwitch on={sealed} onChange={setSealed} />
      <Lazy quiet load={() => import("../links/Scan").then((part) => part.Scan)} />
      <PeoplePicker onPick={(person) => void pick(person)} disabled={busy} onText={(text) => pasted(text, true)} />
    </>
  );
}
