// Changed settings of a room as sentences in the timeline.
import type { MatrixEvent } from "../../api/types";
import { t } from "../../i18n";
import type { Room } from "../../store/model";
import { personName } from "../../store/names";
import type { Powers } from "../../store/powers";
import { me } from "../../store/state";
import { movedPeople } from "../manage/permissions";
import { w } from "./words";

const roleWord = (level: number) => w(level >= 100 ? "role.admin" : level >= 50 ? "role.moderator" : "role.member");

function moved(event: MatrixEvent, room: Room, name: string): string {
  const before = event.unsigned?.prev_content as Powers | undefined;
  const people = before ? movedPeople(before, event.content as Powers) : [];
  if (people.length === 0) return w("powers", { name });
  const roles = [...new Set(people.map(({ level }) => roleWord(level)))];
  const called = (user: string) => (user === me.value ? t("notice.youObject") : personName(room, user));
  const those = (role: string) => people.filter(({ level }) => roleWord(level) === role).map(({ user }) => called(user)).join(t("notice.and"));
  return roles.map((role) => w("made", { name, people: those(role), role })).join(w("also"));
}

/** What a changed setting says; `name` is whoever changed it. */
export function told(event: MatrixEvent, room: Room, name: string): string {
  const value = (field: string) => String((event.content as Record<string, unknown>)[field] ?? "");
  switch (event.type) {
    case "m.room.power_levels":
      return moved(event, room, name);
    case "m.room.join_rules": {
      const rule = value("join_rule").replace("knock_restricted", "restricted");
      return w(rule === "public" || rule === "knock" || rule === "restricted" ? `join.${rule}` : "join.invite", { name });
    }
    case "m.room.history_visibility": {
      const how = value("history_visibility");
      return w(how === "world_readable" || how === "invited" || how === "joined" ? `history.${how}` : "history.shared", { name });
    }
    case "m.room.encryption":
      return w("sealed", { name });
    case "m.room.tombstone":
      return w("moved", { name });
    default:
      return value("alias") ? w("address", { name, alias: value("alias") }) : w("addresses", { name });
  }
}
