// The way to the people whom one ignores.
import { go } from "../app/router";
import { Icon } from "../parts/Icon";
import { w } from "./words";

export function Entry() {
  return (
    <button type="button" class="wide-link" onClick={() => go("#/ignored")}>
      <span class="round-icon">
        <Icon name="bellOff" />
      </span>
      {w("title")}
    </button>
  );
}
