// Who is banned, by whom and why; and lifting it.
import { useEffect, useState } from "preact/hooks";
import { banned, unban } from "../../api/manage";
import type { MatrixEvent } from "../../api/types";
import type { Room } from "../../store/model";
import { localpart, personName } from "../../store/names";
import { may, mayActOn } from "../../store/powers";
import { me } from "../../store/state";
import { Avatar } from "../parts/Avatar";
import { Empty, Failed, Loading } from "../parts/Notice";
import { attempt, why } from "./act";
import { w } from "./words";

export function Banned({ room }: { room: Room }) {
  const [list, setList] = useState<MatrixEvent[]>();
  const [failed, setFailed] = useState("");
  const [busy, setBusy] = useState("");
  const known = Object.values(room.members).filter((member) => member.membership === "ban").map((member) => member.userId).join();
  const load = () => {
    setFailed("");
    return banned(room.id).then(setList, (error) => setFailed(why(error)));
  };
  useEffect(() => void load(), [room.id, known]);
  if (failed) return <Failed text={failed} onRetry={() => void load()} />;
  if (!list) return <Loading />;
  if (list.length === 0) return <Empty icon="group" title={w("banned.none")} />;
  const lift = async (user: string, name: string) => {
    setBusy(user);
    await attempt(unban(room.id, user), w("unbanned", { name }));
    await load();
    setBusy("");
  };
  return (
    <ul class="people">
      {list.map(({ state_key: user = "", sender, content }) => {
        const name = typeof content.displayname === "string" ? content.displayname : localpart(user);
        const by = personName(room, sender);
        const reason = typeof content.reason === "string" ? content.reason.slice(0, 300) : "";
        return (
          <li key={user} class="person manage-banned">
            <Avatar id={user} name={name} mxc={typeof content.avatar_url === "string" ? content.avatar_url : undefined} size={44} />
            <span class="person-text">
              <b dir="auto">{name}</b>
              <small dir="auto">{reason ? w("bannedBecause", { name: by, reason }) : w("bannedBy", { name: by })}</small>
            </span>
            {may(room, me.value, "kick") && mayActOn(room, me.value, user, "ban") && (
              <button type="button" class="button quiet small" disabled={busy !== ""} aria-label={`${w("unban")}: ${name}`} onClick={() => void lift(user, name)}>
                {w("unban")}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
