// The way in from the settings, shown to administrators only.
import { useEffect, useState } from "preact/hooks";
import { mayAdminister } from "../../api/admin";
import { language } from "../../i18n";
import { go } from "../app/router";
import { Icon } from "../parts/Icon";

export function Entry() {
  const [allowed, setAllowed] = useState(false);
  useEffect(() => void mayAdminister().then(setAllowed, () => undefined), []);
  if (!allowed) return null;
  return (
    <button type="button" class="wide-link" onClick={() => go("#/admin")}>
      <span class="round-icon">
        <Icon name="settings" />
      </span>
      {language.value === "zh" ? "管理" : "Administration"}
    </button>
  );
}
