// The folders above the chat list: all chats, and each space that one is in.
import { chosenSpace, spacesOf, unreadInSpace } from "../../store/spaces";
import { roomAvatar, roomName } from "../../store/names";
import { world } from "../../store/state";
import { go, spacePath } from "../app/router";
import { nameWords } from "../chats/list";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { UnreadBadge } from "../parts/UnreadBadge";
import { w } from "./words";
import "./spaces.css";

export function Rail() {
  const now = world.value;
  const chosen = chosenSpace.value;
  const spaces = spacesOf(now)
    .map((room) => ({ room, name: roomName(now, room, nameWords()), unread: unreadInSpace(now, room.id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const current = spaces.find(({ room }) => room.id === chosen);
  return (
    <div class="rail" role="group" aria-label={w("folders")}>
      <button type="button" class="folder" aria-pressed={!current} onClick={() => (chosenSpace.value = "")}>
        {w("all")}
      </button>
      {spaces.map(({ room, name, unread }) => (
        <button key={room.id} type="button" class="folder" aria-pressed={room.id === chosen} onClick={() => (chosenSpace.value = room.id)}>
          <Avatar id={room.id} name={name} mxc={roomAvatar(now, room)} size={24} />
          <span dir="auto">{name}</span>
          <UnreadBadge count={unread} />
        </button>
      ))}
      {current && (
        <button type="button" class="icon-button" aria-label={w("open", { name: current.name })} title={w("open", { name: current.name })} onClick={() => go(spacePath(current.room.id))}>
          <Icon name="info" size={20} />
        </button>
      )}
    </div>
  );
}
