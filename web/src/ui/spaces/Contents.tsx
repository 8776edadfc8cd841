// What is in a space, page by page: rooms to open, to join, or to ask at.
import { useEffect, useState } from "preact/hooks";
import { join } from "../../api/rooms";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import type { Room } from "../../store/model";
import { maySetState } from "../../store/powers";
import { childrenOf, moved } from "../../store/spaces";
import { me, say, world } from "../../store/state";
import { go, roomPath } from "../app/router";
import { linkPath } from "../links/target";
import { Avatar } from "../parts/Avatar";
import { Icon, type IconName } from "../parts/Icon";
import { Menu, MenuItem, type Point } from "../parts/Menu";
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
  const [menu, setMenu] = useState<Point>();
  const move = (step: -1 | 1) =>
    work(
      (async () => {
        for (const { id, ...place } of moved(childrenOf(space), seen.room_id, step)) await putChild(space.id, id, me.value, place);
      })(),
    );
  const all = childrenOf(space);
  const entry = (icon: IconName, label: string, act: () => void, danger = false) => <MenuItem icon={icon} label={label} danger={danger} onChoose={() => (setMenu(undefined), act())} />;
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
        <button
          type="button"
          class="icon-button"
          aria-haspopup="menu"
          aria-label={w("change", { name })}
          title={w("change", { name })}
          disabled={busy}
          onClick={({ currentTarget }) => setMenu({ x: currentTarget.getBoundingClientRect().left, y: currentTarget.getBoundingClientRect().bottom })}
        >
          <Icon name="more" size={20} />
        </button>
      )}
      {manages && menu && (
        <Menu label={w("change", { name })} at={menu} onClose={() => setMenu(undefined)}>
          <div role="menu" aria-label={w("change", { name })} class="menu-items">
            {all[0]?.id !== child.id && entry("up", w("up"), () => move(-1))}
            {all.at(-1)?.id !== child.id && entry("down", w("down"), () => move(1))}
            {entry("check", w(child.suggested ? "unsuggest" : "suggest"), () => work(putChild(space.id, child.id, me.value, { suggested: !child.suggested, ...(child.order && { order: child.order }) })))}
            {entry("close", w("remove"), () => work(dropChild(space.id, child.id)), true)}
          </div>
        </Menu>
      )}
    </li>
  );
}
