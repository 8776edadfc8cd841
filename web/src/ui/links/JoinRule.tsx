// Who can join a room: for those who may change it a choice, for all others a sentence.
import { useState } from "preact/hooks";
import { setState } from "../../api/rooms";
import { reason } from "../../i18n/errors";
import { stateContent, type Room } from "../../store/model";
import { roomName } from "../../store/names";
import { maySetState } from "../../store/powers";
import { me, say, world } from "../../store/state";
import { Choice } from "../parts/Choice";
import { allowed, RULES, ruleContent, spacesFor, type Rule } from "./rules";
import { nameWords } from "../chats/list";
import { w } from "./words";

export const ruleOf = (room: Room): string => String(stateContent(room, "m.room.join_rules").join_rule ?? "invite");

/** What the rule means for whoever has the link. */
export const ruleHint = (room: Room): string => w(`roomHint.${(["public", "knock", "restricted", "knock_restricted"] as const).find((one) => one === ruleOf(room)) ?? "invite"}`);

export const mayChangeRule = (room: Room): boolean => maySetState(room, me.value, "m.room.join_rules");

export function RuleChoice({ room }: { room: Room }) {
  const [coming, setComing] = useState<{ rule: Rule; spaces: string[] }>();
  const now = ruleOf(room);
  const rule = coming?.rule ?? RULES.find((one) => one === now) ?? "invite";
  const chosen = coming?.spaces ?? allowed(room);
  const spaces = spacesFor(world.value, room, (space) => roomName(world.value, space, nameWords()));
  const bySpace = rule === "restricted" || rule === "knock_restricted";
  const set = (rule: Rule, spaces: string[]) => {
    setComing({ rule, spaces });
    void setState(room.id, "m.room.join_rules", ruleContent(room, rule, spaces))
      .catch((error) => say(reason(error)))
      .finally(() => setComing(undefined));
  };
  const first = spaces[0]?.id;
  const choose = (one: "invite" | "knock" | "restricted" | "public") => set(one, one === "restricted" && chosen.length === 0 && first ? [first] : chosen);
  return (
    <>
      <Choice
        title={w("rule")}
        value={bySpace ? "restricted" : rule}
        options={[
          ["invite", w("rule.invite")],
          ["knock", w("rule.knock")],
          ...(bySpace || spaces.length > 0 ? [["restricted", w("rule.restricted")] as ["restricted", string]] : []),
          ["public", w("rule.public")],
        ]}
        onChoose={choose}
      />
      {bySpace && (
        <div class="rule-spaces" role="group" aria-label={w("rule.spaces")}>
          {spaces.map((one) => (
            <label key={one.id} class="switch-line">
              <bdi>{one.name}</bdi>
              <input
                type="checkbox"
                role="switch"
                checked={chosen.includes(one.id)}
                // with no space left nobody could join: that is what "invited" is for
                disabled={chosen.length === 1 && chosen[0] === one.id}
                onChange={(event) => set(rule, event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
              />
            </label>
          ))}
          <label class="switch-line">
            <span>{w("rule.othersAsk")}</span>
            <input type="checkbox" role="switch" checked={rule === "knock_restricted"} onChange={(event) => set(event.currentTarget.checked ? "knock_restricted" : "restricted", chosen)} />
          </label>
        </div>
      )}
    </>
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
