// Where one writes while one's account is suspended: why one cannot, and a look whether one can again.
import { useEffect, useState } from "preact/hooks";
import { MatrixError } from "../../api/http";
import { setTyping } from "../../api/rooms";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { me, say, suspended } from "../../store/state";
import { w } from "./words";
import "./suspended.css";

const AGAIN_MS = 60_000;

/** Not typing is what changes nothing and yet is refused to those who are suspended. */
async function look(roomId: string): Promise<void> {
  await setTyping(roomId, me.value, false);
  suspended.value = false;
}

export function Suspended({ roomId }: { roomId: string }) {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && void look(roomId).catch(() => undefined), AGAIN_MS);
    return () => clearInterval(timer);
  }, [roomId]);
  const again = async () => {
    setBusy(true);
    await look(roomId).catch((error) => say(error instanceof MatrixError && error.errcode === "M_USER_SUSPENDED" ? w("still") : reason(error)));
    setBusy(false);
  };
  return (
    <div class="composer closed suspended" role="status">
      <p>
        <b>{w("title")}</b>
      </p>
      <p>{w("hint")}</p>
      <button type="button" class="button quiet small" disabled={busy} onClick={() => void again()}>
        {t("state.retry")}
      </button>
    </div>
  );
}
