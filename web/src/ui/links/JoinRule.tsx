// Who can join a room: for those who may change it a choice, for all others a sentence.
import { setState } from "../../api/rooms";
import { reason } from "../../i18n/errors";
import { stateContent, type Room } from "../../store/model";
import { maySetState } from "../../store/powers";
import { me, say } from "../../store/state";
import { Choice } from "../parts/Choice";
import { w } from "./words";

type Rule = "invite" | "knock" | "public";

export const ruleOf = (room: Room): string => String(stateContent(room, "m.room.join_rules").join_rule ?? "invite");

/** What the rule means for whoever has the link. */
export const ruleHint = (room: Room): string => w(`roomHint.${(["public", "knock", "restricted", "knock_restricted"] as const).find((one) => one === ruleOf(room)) ?? "invite"}`);

export const mayChangeRule = (room: Room): boolean => maySetState(room, me.value, "m.room.join_rules") && !ruleOf(room).endsWith("restricted");

export function RuleChoice({ room }: { room: Room }) {
  const rule = ruleOf(room);
  const set = (join_rule: Rule) => void setState(room.id, "m.room.join_rules", { join_rule }).catch((error) => say(reason(error)));
  return (
    <Choice<Rule>
      title={w("rule")}
      value={rule === "public" || rule === "knock" ? rule : "invite"}
      options={[
        ["invite", w("rule.invite")],
        ["knock", w("rule.knock")],
        ["public", w("rule.public")],
      ]}
      onChoose={set}
    />
  );
}

export function JoinRule({ room }: { room: Room }) {
  return (
    <>
      {mayChangeRule(room) ? <RuleChoice room={room} /> : <h2 class="section-title">{w("rule")}</h2>}
      <p class="manage-note">{ruleHint(room)}</p>
    </>
  );
}
