// A moderator deletes what somebody else said, and may say why.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { deleteMessage } from "../../store/actions";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import type { Message } from "../../store/timeline";
import { gist } from "../chats/preview";
import { Dialog } from "../parts/Dialog";
import { w } from "./words";

export function TakeDown({ room, message, onClose }: { room: Room; message: Message; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    onClose();
    deleteMessage(room.id, message, reason.trim());
  };
  return (
    <Dialog label={t("action.delete")} onClose={onClose}>
      <form onSubmit={submit}>
        <p class="question">{w("ask", { name: personName(room, message.sender) })}</p>
        <p class="state-hint forward-gist">{gist(message)}</p>
        <label class="field">
          <span>{w("reason")}</span>
          <input value={reason} maxLength={200} dir="auto" placeholder={w("reasonHint")} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button danger">
            {t("action.delete")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
