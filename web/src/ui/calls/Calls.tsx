// Everything that shows while there is a call: who rings, the call itself, large or small, and how it ended.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { announce } from "../../calls/live";
import type { Call, Ending } from "../../calls/call";
import { calls, ended } from "../../store/calls";
import { personName } from "../../store/names";
import { say, world } from "../../store/state";
import { Dialog } from "../parts/Dialog";
import { CallBar, CallScreen } from "./CallScreen";
import { lasted } from "./CallBubble";
import { Ringing } from "./Ringing";
import { w } from "./words";
import "./calls.css";

/** Ends that need more words than a line which goes by. */
const EXPLAINED = new Set<Ending>(["neverConnected", "unsent", "denied", "missing", "taken", "insecure"]);

export const nameOf = (call: Call): string => personName(world.value.rooms[call.roomId], call.partner);

export function Calls() {
  const { current, waiting } = calls.value;
  const [small, setSmall] = useState(false);
  const rings = current?.phase === "ringing" ? current : waiting;
  useEffect(() => setSmall(false), [current?.id]);
  useEffect(() => announce(rings, rings ? w(rings.video ? "in.video" : "in.voice", { name: nameOf(rings) }) : ""), [rings?.id]);
  return (
    <>
      {current && current.phase !== "ringing" && (small ? <CallBar call={current} onOpen={() => setSmall(false)} /> : <CallScreen key={current.id} call={current} onSmall={() => setSmall(true)} />)}
      {rings && <Ringing key={rings.id} call={rings} instead={rings !== current} />}
      <Ended />
    </>
  );
}

function Ended() {
  const now = ended.value;
  const explained = now !== null && EXPLAINED.has(now.ending);
  useEffect(() => {
    if (!now || explained) return;
    ended.value = null;
    const { call, ending } = now;
    const word = ending === "replaced" ? undefined : (`end.${ending}` as const);
    if (!word) return;
    const length = call.connectedAt === undefined ? "" : ` · ${lasted(Date.now() - call.connectedAt)}`;
    say(`${w(word, { name: nameOf(call) })}${length}`);
  }, [now]);
  if (!now || !explained) return null;
  const close = () => (ended.value = null);
  return (
    <Dialog label={w("trouble")} onClose={close}>
      <h2 class="question">{w("trouble")}</h2>
      <p role="alert">{w(`end.${now.ending as "unsent"}`, { name: nameOf(now.call) })}</p>
      <div class="dialog-buttons">
        <button type="button" class="button primary" onClick={close}>
          {t("action.close")}
        </button>
      </div>
    </Dialog>
  );
}
