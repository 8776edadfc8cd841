// An invitation in the chat list: who asks, and yes or no.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { joinRoom, leaveRoom } from "../../store/actions";
import { personName } from "../../store/names";
import { say } from "../../store/state";
import { go, looked, roomPath } from "../app/router";
import { Avatar } from "../parts/Avatar";
import type { Entry } from "./list";

export function Invitation({ entry }: { entry: Entry }) {
  const { room, name } = entry;
  const [busy, setBusy] = useState(false);
  const inviter = personName(room, room.inviter ?? "");
  const answer = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      say(reason(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <article class="invitation" aria-label={t(room.inviteIsDirect ? "invite.from" : "invite.fromGroup", { name: inviter })}>
      <span class="invitation-face">
        <Avatar id={entry.partner ?? room.id} name={name} mxc={entry.avatar} size={50} />
        <button type="button" class="cover" aria-label={t("info.person", { name: inviter })} onClick={() => (looked.value = { user: room.inviter, roomId: room.id })} />
      </span>
      <div class="invitation-text">
        <b class="chat-name">{name}</b>
        <span class="chat-preview">{t(room.inviteIsDirect ? "invite.from" : "invite.fromGroup", { name: inviter })}</span>
        <div class="invitation-buttons">
          <button
            type="button"
            class="button primary small"
            disabled={busy}
            onClick={() =>
              answer(async () => {
                await joinRoom(room);
                go(roomPath(room.id));
              })
            }
          >
            {t("invite.accept")}
          </button>
          <button type="button" class="button quiet small" disabled={busy} onClick={() => answer(() => leaveRoom(room.id))}>
            {t("invite.decline")}
          </button>
        </div>
      </div>
    </article>
  );
}
