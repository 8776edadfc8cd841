// The line in the settings that shows one's own card.
import { useState } from "preact/hooks";
import { localpart } from "../../store/names";
import { me, myProfile } from "../../store/state";
import { Drawn } from "../parts/Icon";
import { Card } from "./Card";
import { w } from "./words";

export const CODE = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM20 14v3M17 20h3M14 20h.01M20 20h.01";

export function MyCode() {
  const [open, setOpen] = useState(false);
  const { display_name, avatar_url } = myProfile.value;
  return (
    <>
      <button type="button" class="wide-link my-code" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="round-icon">
          <Drawn d={CODE} />
        </span>
        {w("mine")}
      </button>
      {open && <Card title={w("mine")} id={me.value} face={me.value} name={display_name ?? localpart(me.value)} mxc={avatar_url} hint={w("mineHint")} onClose={() => setOpen(false)} />}
    </>
  );
}
