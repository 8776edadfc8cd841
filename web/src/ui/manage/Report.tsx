// Reporting a message, a group or a person to those who run the server.
import { report, type Reported } from "../../api/moderation";
import { isSealed } from "../../store/sealing";
import { world } from "../../store/state";
import { looked } from "../app/router";
import { AskReason } from "../parts/AskReason";
import { attempt } from "./act";
import { w } from "./words";

export function Report({ about }: { about: Reported }) {
  const sealed = about.eventId !== undefined && isSealed(world.value.rooms[about.roomId ?? ""]);
  return (
    <AskReason
      question={w(about.eventId ? "reportMessage" : about.roomId ? "reportRoom" : "reportPerson")}
      hint={w(sealed ? "reportSealedHint" : "reportHint")}
      label={w("reportReason")}
      yes={w("reportYes")}
      onYes={(reason) => void attempt(report(about, reason), w("reported"))}
      onClose={() => (looked.value = null)}
    />
  );
}
