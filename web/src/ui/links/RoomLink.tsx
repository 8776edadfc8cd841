// The link of a group, who can join by it, and those who have asked.
import { useState } from "preact/hooks";
import { ask, path } from "../../api/http";
import { invite } from "../../api/rooms";
import { reason } from "../../i18n/errors";
import { stateContent, type Member, type Room } from "../../store/model";
import { personName, roomAvatar, roomName } from "../../store/names";
import { may } from "../../store/powers";
import { me, say, world } from "../../store/state";
import { nameWords } from "../chats/list";
import { Avatar } from "../parts/Avatar";
import { Drawn } from "../parts/Icon";
import { Card } from "./Card";
import { mayChangeRule, RuleChoice, ruleHint } from "./JoinRule";
import { CODE } from "./MyCode";
import { w } from "./words";
import "./links.css";

export function RoomLink({ roomId }: { roomId: string }) {
  const [open, setOpen] = useState(false);
  const room = world.value.rooms[roomId];
  if (!room) return null;
  const alias = stateContent(room, "m.room.canonical_alias").alias;
  const name = roomName(world.value, room, nameWords());
  return (
    <>
      <button type="button" class="wide-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="round-icon">
          <Drawn d={CODE} />
        </span>
        {w("room")}
      </button>
      {may(room, me.value, "invite") && <Knocks room={room} />}
      {open && (
        <Card title={w("room")} id={typeof alias === "string" && alias ? alias : roomId} face={roomId} name={name} mxc={roomAvatar(world.value, room)} hint={ruleHint(room)} onClose={() => setOpen(false)}>
          {mayChangeRule(room) && <RuleChoice room={room} />}
        </Card>
      )}
    </>
  );
}

function Knocks({ room }: { room: Room }) {
  const knocking = Object.values(room.members).filter((member) => member.membership === "knock");
  if (knocking.length === 0) return null;
  return (
    <section aria-label={w("asking")}>
      <h3 class="section-title">{w("asking")}</h3>
      <ul class="people">
        {knocking.map((member) => (
          <Knock key={member.userId} room={room} member={member} />
        ))}
      </ul>
    </section>
  );
}

function Knock({ room, member }: { room: Room; member: Member }) {
  const [busy, setBusy] = useState(false);
  const name = personName(room, member.userId);
  const act = (work: () => Promise<unknown>, done?: string) => async () => {
    setBusy(true);
    try {
      await work();
      if (done) say(done);
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <li class="person knock">
      <Avatar id={member.userId} name={name} mxc={member.avatar} size={44} />
      <span class="person-text">
        <b dir="auto">{name}</b>
        <small>{member.userId}</small>
      </span>
      <button type="button" class="button primary small" disabled={busy} aria-label={`${w("accept")}: ${name}`} onClick={() => void act(() => invite(room.id, member.userId), w("letIn", { name }))()}>
        {w("accept")}
      </button>
      <button
        type="button"
        class="button quiet small"
        disabled={busy}
        aria-label={`${w("decline")}: ${name}`}
        onClick={() => void act(() => ask("POST", path`/v3/rooms/${room.id}/kick`, { body: { user_id: member.userId } }))()}
      >
        {w("decline")}
      </button>
    </li>
  );
}
