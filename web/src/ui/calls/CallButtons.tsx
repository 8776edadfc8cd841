// The two buttons in the head of a direct chat.
import { t } from "../../i18n";
import { calls, canCall, placeCall } from "../../store/calls";
import type { Room } from "../../store/model";
import { Icon } from "../parts/Icon";

export function CallButtons({ room, partner }: { room: Room; partner: string | undefined }) {
  if (!canCall(room, partner)) return null;
  const button = (video: boolean) => {
    const label = t(video ? "call.video" : "call.voice");
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        disabled={calls.value.current !== null}
        onClick={() => placeCall(room.id, partner, video, t("error.network"))}
      >
        <Icon name={video ? "video" : "phone"} size={22} />
      </button>
    );
  };
  return (
    <>
      {button(false)}
      {button(true)}
    </>
  );
}
