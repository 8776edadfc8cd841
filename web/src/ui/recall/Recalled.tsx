// "You recalled a message · Edit again", in the middle of the timeline.
import { t } from "../../i18n";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import { again, rewritten } from "../../store/recall";
import { me } from "../../store/state";
import type { Message } from "../../store/timeline";

export function Recalled({ room, message }: { room: Room; message: Message }) {
  const own = message.sender === me.value;
  const words = own ? again.value[message.id] : undefined;
  return (
    <p class="notice" data-anchor={message.id}>
      {own ? t("recall.own") : t("recall.other", { name: personName(room, message.sender) })}
      {words && (
        <>
          {" · "}
          <button type="button" class="notice-button" onClick={() => (rewritten.value = words)}>
            {t("recall.again")}
          </button>
        </>
      )}
    </p>
  );
}
