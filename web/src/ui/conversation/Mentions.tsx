// While one writes "@", the people it may mean.
import { t } from "../../i18n";
import { localpart, personName, present } from "../../store/names";
import type { Room } from "../../store/model";
import { me } from "../../store/state";
import { Avatar } from "../parts/Avatar";

const SHOWN_MAX = 6;

export interface Started {
  /** Where the "@" stands, and what was written behind it. */
  at: number;
  term: string;
}

/** The mention that is being written at the caret, if any. Pure. */
export function startedMention(text: string, caret: number): Started | undefined {
  const match = /(?:^|[\s，。！？、（(])@([^\s@]{0,30})$/u.exec(text.slice(0, caret));
  return match ? { at: caret - match[1]!.length - 1, term: match[1]! } : undefined;
}

export function candidates(room: Room, term: string): string[] {
  const wanted = term.toLowerCase();
  return present(room)
    .map((member) => member.userId)
    .filter((user) => user !== me.value && `${personName(room, user)} ${localpart(user)}`.toLowerCase().includes(wanted))
    .slice(0, SHOWN_MAX);
}

export function Mentions({ room, users, chosen, onPick }: { room: Room; users: string[]; chosen: number; onPick: (user: string) => void }) {
  return (
    <ul class="mentions" role="listbox" id="mentions" aria-label={t("talk.mentions")}>
      {users.map((user, i) => (
        <li
          key={user}
          id={`mention-${i}`}
          role="option"
          aria-selected={i === chosen}
          onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
          onClick={() => onPick(user)}
        >
          <Avatar id={user} name={personName(room, user)} mxc={room.members[user]?.avatar} size={30} />
          <bdi>{personName(room, user)}</bdi>
          <small>@{localpart(user)}</small>
        </li>
      ))}
    </ul>
  );
}
