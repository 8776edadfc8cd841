// What is in a space, page by page: rooms to open, to join, or to ask at.
import { useEffect, useState } from "preact/hooks";
import { join } from "../../api/rooms";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import type { Room } from "../../store/model";
import { maySetState } from "../../store/powers";
import { childrenOf } from "../../store/spaces";
import { me, say, world } from "../../store/state";
import { go, roomPath } from "../app/router";
import { linkPath } from "../links/target";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { dropChild, hierarchy, putChild, type Seen } from "./api";
import { w, wn } from "./words";

export function Contents({ room }: { room: Room }) {
  const [list, setList] = useState<Seen[]>();
  const [next, setNext] = useState<string>();
  const [failed, setFailed] = useState("");
  const children = childrenOf(room);
  const load = (from?: string) => {
    setFailed("");
    hierarchy(room.id, from).then(
      (page) => {
        setList((old) => [...((from && old) || []), ...page.rooms.filter((one) => one.room_id !== room.id)]);
        setNext(page.next_batch);
      },
      (error) => setFailed(reason(error)),
    );
  };
  useEffect(() => load(), [room.id, children.map((child) => `${child.id} ${child.order}`).join()]);
  if (failed) return <Failed text={failed} onRetry={() => load(next)} />;
  if (!list) return <Loading />;
  if (list.length === 0) return <Empty icon="group" title={w("none")} />;
  return (
    <>
      <ul class="people">
        {list.map((seen) => (
          <Row key={seen.room_id} space={room} seen={seen} child={children.find((child) => child.id === seen.room_id)} />
        ))}
      </ul>
      {next && (
        <button type="button" class="button quiet wide" onClick={() => load(next)}>
          {w("more")}
        </button>
      )}
    </>
  );
}

function Row({ space, seen, child }: { space: Room; seen: Seen; child?: ReturnType<typeof childrenOf>[number] }) {
  const [busy, setBusy] = useState(false);
  const name = seen.name ?? seen.canonical_alias ?? t("room.empty");
  const inside = world.value.rooms[seen.room_id]?.membership === "join";
  const asks = seen.join_rule === "knock";
  const manages = child !== undefined && maySetState(space, me.value, "m.space.child");
  const work = (what: Promise<unknown>) => {
    setBusy(true);
    what.catch((error) => say(reason(error))).finally(() => setBusy(false));
  };
  const enter = () => {
    if (inside) go(roomPath(seen.room_id));
    else if (asks) go(linkPath({ kind: "room", id: seen.room_id, via: [] }));
    else work(join(seen.room_id).then(() => go(roomPath(seen.room_id))));
  };
  const label = child?.suggested ? w("unsuggest", { name }) : w("suggest", { name });
  return (
    <li class="person space-room">
      <button type="button" class="space-open" disabled={busy} onClick={enter}>
        <Avatar id={seen.room_id} name={name} mxc={seen.avatar_url} size={44} />
        <span class="person-text">
          <b dir="auto">{name}</b>
          <small>
            {wn("members", seen.num_joined_members)}
            {child?.suggested && ` · ${w("suggested")}`}
          </small>
        </span>
        <span class="role">{inside ? w("joined") : w(asks ? "ask" : "join")}</span>
      </button>
      {manages && (
        <>
          <button
            type="button"
            class="icon-button"
            aria-pressed={child.suggested}
            aria-label={label}
            title={label}
            disabled={busy}
            onClick={() => work(putChild(space.id, child.id, me.value, { suggested: !child.suggested, ...(child.order && { order: child.order }) }))}
          >
            <Icon name="check" size={18} />
          </button>
          <button type="button" class="icon-button" aria-label={w("remove", { name })} title={w("remove", { name })} disabled={busy} onClick={() => work(dropChild(space.id, child.id))}>
            <Icon name="close" size={18} />
          </button>
        </>
      )}
    </li>
  );
}
