// Said in a chat with somebody whom one ignores.
import { setIgnored } from "../../store/avoiding";
import { reason } from "../../i18n/errors";
import { me, say } from "../../store/state";
import { w } from "./words";

export function Note({ user, name }: { user: string; name: string }) {
  return (
    <p class="composer-note" role="status">
      {w("note", { name })}{" "}
      <button type="button" class="button quiet small" onClick={() => void setIgnored(me.value, user, false).catch((error) => say(reason(error)))}>
        {w("lift")}
      </button>
    </p>
  );
}
