// While one writes "@", the people it may mean; behind ":" the emoticons of packs.
import { t } from "../../i18n";
import { localpart, personName, present } from "../../store/names";
import type { Room } from "../../store/model";
import { emoticonsFor } from "../../store/packs";
import { me, world } from "../../store/state";
import { useMedia } from "../media/useMedia";
import { Avatar } from "../parts/Avatar";

const SHOWN_MAX = 6;

export interface Started {
  sign: string;
  /** Where the sign stands, and what was written behind it. */
  at: number;
  term: string;
}

/** The mention or emoticon that is being written at the caret, if any. Pure. */
export function startedMention(text: string, caret: number): Started | undefined {
  const match = /(?:^|[\s，。！？、（(])(?:(@)([^\s@]{0,30})|(:)([^\s:]{1,30}))$/u.exec(text.slice(0, caret));
  const [, person, name, colon, code] = match ?? [];
  const term = name ?? code;
  return term === undefined ? undefined : { sign: person ?? colon!, at: caret - term.length - 1, term };
}

/** Ids of people, or emoticons as they are written. */
export function candidates(room: Room, { sign, term }: Started): string[] {
  const wanted = term.toLowerCase();
  if (sign === ":") {
    const codes = [...emoticonsFor(world.value, room.id).keys()].filter((code) => code.toLowerCase().includes(wanted));
    return codes.slice(0, SHOWN_MAX).map((code) => `:${code}:`);
  }
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
          {user.startsWith(":") ? (
            <Emoticon code={user} url={emoticonsFor(world.value, room.id).get(user.slice(1, -1))} />
          ) : (
            <>
              <Avatar id={user} name={personName(room, user)} mxc={room.members[user]?.avatar} size={30} />
              <bdi>{personName(room, user)}</bdi>
              <small>@{localpart(user)}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Emoticon({ code, url }: { code: string; url?: string }) {
  const media = useMedia(url, undefined, { width: 96, height: 96 });
  return (
    <>
      <span class="emoticon-sight">{media.state === "here" && <img src={media.url} alt="" />}</span>
      <bdi>{code}</bdi>
    </>
  );
}
