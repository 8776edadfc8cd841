// What somebody sees whose account an administrator has locked: why, and the way out.
import { logOut } from "../../api/account";
import { t } from "../../i18n";
import { end, tryNow } from "../../store/engine";
import { Empty } from "../parts/Notice";
import { w } from "./words";

export function Locked() {
  const leave = async () => {
    await logOut().catch(() => undefined);
    await end();
  };
  return (
    <main class="shell">
      <h1 class="visually-hidden">{w("title")}</h1>
      <Empty icon="lock" title={w("title")} hint={w("hint")}>
        <button type="button" class="button primary" onClick={tryNow}>
          {t("state.retry")}
        </button>
        <button type="button" class="button quiet" onClick={() => void leave()}>
          {t("settings.logout")}
        </button>
      </Empty>
    </main>
  );
}
