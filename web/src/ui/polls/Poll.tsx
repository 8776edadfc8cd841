// A poll in the timeline, and its dialogs. What draws them comes when the first poll is seen; its place is kept.
import { signal } from "@preact/signals";
import { t } from "../../i18n";
import type { ThreadPlace } from "../../store/actions";
import type { Room } from "../../store/model";
import { pollIn, pollText } from "../../store/polls";
import type { Message } from "../../store/timeline";
import { Lazy } from "../parts/Lazy";
import { soon } from "../parts/soon";

export type PollDialog = { kind: "new"; thread?: ThreadPlace } | { kind: "voters" | "end"; message: Message };

/** The dialog that is open. It does not belong to a row, so that it stays whatever becomes of the timeline. */
export const pollDialog = signal<PollDialog | null>(null);

const { Soon } = soon(() => import("./PollCard").then(({ PollCard }) => PollCard));
const HEAD_PX = 92;
const ANSWER_PX = 56;

export function Poll({ room, message }: { room: Room; message: Message }) {
  const poll = pollIn(message.content);
  if (!poll) return <span class="text faint">{pollText(message.content) || t("talk.unknown")}</span>;
  const until = (
    <div style={{ minHeight: `${HEAD_PX + ANSWER_PX * poll.answers.length}px` }}>
      <span class="text" dir="auto">
        {poll.question}
      </span>
    </div>
  );
  return <Soon room={room} message={message} until={until} />;
}

export function PollDialogs({ room }: { room: Room }) {
  return pollDialog.value && <Lazy quiet load={() => import("./Dialogs").then(({ Dialogs }) => () => <Dialogs roomId={room.id} />)} />;
}
