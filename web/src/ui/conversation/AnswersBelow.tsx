// The thread below a message: how many answers, the newest of them, who gave them, and what is new.
import { t, tn, when } from "../../i18n";
import type { Room } from "../../store/model";
import { personName } from "../../store/names";
import { me } from "../../store/state";
import type { Answers } from "../../store/threading";
import { gist } from "../chats/preview";
import { draftOf } from "./drafts";
import { Avatar } from "../parts/Avatar";
import { UnreadBadge } from "../parts/UnreadBadge";

interface Props {
  room: Room;
  root: string;
  answers: Answers;
  unread: number;
  onOpen: () => void;
}

export function AnswersBelow({ room, root, answers, unread, onOpen }: Props) {
  const { last, people } = answers;
  const draft = draftOf(`${room.id} ${root}`);
  return (
    <button type="button" class={`answers ${unread ? "has-unread" : ""}`} onClick={onOpen}>
      <span class="faces">
        {people.map((user) => (
          <Avatar key={user} id={user} name={personName(room, user)} mxc={room.members[user]?.avatar} size={22} />
        ))}
      </span>
      <span class="answers-text">
        <b>
          {tn("thread.count", answers.count)}
          {last && <time dateTime={new Date(last.ts).toISOString()}> {when(last.ts)}</time>}
        </b>
        {draft ? (
          <span dir="auto">
            <b class="draft">[{t("chats.draft")}]</b> {draft}
          </span>
        ) : last && (
          <span dir="auto">
            {t("preview.who", { name: last.sender === me.value ? t("chats.you") : personName(room, last.sender) })}
            {gist(last)}
          </span>
        )}
      </span>
      <UnreadBadge count={unread} />
    </button>
  );
}
