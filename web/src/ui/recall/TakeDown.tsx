// A moderator deletes what somebody else said, and may say why.
import { t } from "../../i18n";
import { deleteMessage } from "../../store/actions";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import type { Message } from "../../store/timeline";
import { gist } from "../chats/preview";
import { AskReason } from "../parts/AskReason";
import { w } from "./words";

export function TakeDown({ room, message, onClose }: { room: Room; message: Message; onClose: () => void }) {
  return (
    <AskReason
      question={w("ask", { name: personName(room, message.sender) })}
      hint={gist(message)}
      label={w("reason")}
      placeholder={w("reasonHint")}
      yes={t("action.delete")}
      onYes={(reason) => deleteMessage(room.id, message, reason)}
      onClose={onClose}
    />
  );
}
