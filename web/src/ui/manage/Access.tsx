// Who comes in, who reads what was said before, and whether it is encrypted.
import { useState } from "preact/hooks";
import { setState } from "../../api/rooms";
import { stateContent, type Room } from "../../store/model";
import { maySetState } from "../../store/powers";
import { isSealed, startSealing } from "../../store/sealing";
import { isSpace } from "../../store/spaces";
import { me } from "../../store/state";
import { JoinRule } from "../links/JoinRule";
import { Confirm } from "../parts/Dialog";
import { attempt } from "./act";
import { w } from "./words";

const HISTORY = ["world_readable", "shared", "invited", "joined"] as const;

export function Access({ room, direct }: { room: Room; direct: boolean }) {
  return (
    <>
      {!direct && <JoinRule room={room} />}
      <History room={room} />
      {!isSpace(room) && <Sealed room={room} />}
    </>
  );
}

function History({ room }: { room: Room }) {
  const [coming, setComing] = useState<string>();
  const now = coming ?? String(stateContent(room, "m.room.history_visibility").history_visibility ?? "shared");
  const may = maySetState(room, me.value, "m.room.history_visibility");
  const choose = (history_visibility: string) => {
    setComing(history_visibility);
    void attempt(setState(room.id, "m.room.history_visibility", { history_visibility })).finally(() => setComing(undefined));
  };
  return (
    <fieldset class="manage-choice">
      <legend class="section-title">{w("history")}</legend>
      {HISTORY.map((one) => (
        <label key={one} class="switch-line">
          <span>
            {w(`history.${one}`)}
            <small>{w(`history.${one}.hint`)}</small>
          </span>
          <input type="radio" name="history" checked={now === one} disabled={!may && now !== one} onChange={() => may && choose(one)} />
        </label>
      ))}
    </fieldset>
  );
}

function Sealed({ room }: { room: Room }) {
  const [asking, setAsking] = useState(false);
  const on = isSealed(room);
  const may = maySetState(room, me.value, "m.room.encryption");
  const start = async () => {
    await startSealing(); // whoever turns it on must be able to write afterwards
    await setState(room.id, "m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" });
  };
  return (
    <>
      <label class="switch-line manage-sealed">
        <span>
          {w("sealed")}
          <small>{w(on ? "sealedOn" : "sealedOff")}</small>
        </span>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          disabled={on || !may}
          onChange={(event) => {
            event.currentTarget.checked = on;
            setAsking(true);
          }}
        />
      </label>
      {asking && <Confirm question={w("sealedAsk")} yes={w("sealedYes")} onYes={() => void attempt(start())} onClose={() => setAsking(false)} />}
    </>
  );
}
