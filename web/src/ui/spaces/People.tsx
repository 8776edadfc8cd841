// Who is in a space.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { loadMembers } from "../../store/actions";
import type { Room } from "../../store/model";
import { personName, present } from "../../store/names";
import { levelOf } from "../../store/powers";
import { back, spacePath } from "../app/router";
import { Icon } from "../parts/Icon";
import { Failed, Loading } from "../parts/Notice";
import { MemberRow } from "../room/RoomInfo";
import { w } from "./words";

export function People({ room }: { room: Room }) {
  const [failed, setFailed] = useState("");
  const load = () => {
    setFailed("");
    loadMembers(room.id).catch((error) => setFailed(reason(error)));
  };
  useEffect(() => {
    if (!room.everybody) load();
  }, [room.id, room.everybody]);
  const level = (user: string) => Math.min(levelOf(room, user), 1000);
  const people = present(room).sort((a, b) => level(b.userId) - level(a.userId) || personName(room, a.userId).localeCompare(personName(room, b.userId)));
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back(spacePath(room.id))}>
          <Icon name="back" />
        </button>
        <h1>{w("people")}</h1>
      </div>
      <div class="scroll">
        {failed ? (
          <Failed text={failed} onRetry={load} />
        ) : people.length === 0 ? (
          <Loading />
        ) : (
          <ul class="people">
            {people.map((member) => (
              <MemberRow key={member.userId} room={room} member={member} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
