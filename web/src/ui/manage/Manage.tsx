// The settings of a room: a list of pages, each with what the person may see or change there.
import { useComputed } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { newestVersion, upgrade } from "../../api/manage";
import { stateContent, type Room } from "../../store/model";
import { partnerOf } from "../../store/names";
import { may, maySetState } from "../../store/powers";
import { isSpace } from "../../store/spaces";
import { me, world } from "../../store/state";
import { back, go, roomPath, route, sidePath, spacePath } from "../app/router";
import { Confirm } from "../parts/Dialog";
import { useArrivalFocus } from "../parts/focus";
import { Drawn, Icon, type IconName } from "../parts/Icon";
import { About } from "./About";
import { Access } from "./Access";
import { attempt } from "./act";
import { Addresses } from "./Addresses";
import { Banned } from "./Banned";
import { BAN, LINK } from "./drawings";
import { Permissions } from "./Permissions";
import { w } from "./words";
import "./manage.css";

type Page = "about" | "access" | "addresses" | "permissions" | "banned";


export function Manage({ roomId }: { roomId: string }) {
  const room = useComputed(() => world.value.rooms[roomId]).value;
  return room ? <Shown room={room} /> : null;
}

function Shown({ room }: { room: Room }) {
  const at = route.value;
  const page = (at.name === "space" ? at.page : at.name === "room" && at.side?.kind === "settings" ? at.side.page : undefined) as Page | "settings" | undefined;
  const inSpace = isSpace(room);
  const direct = partnerOf(world.value, room) !== undefined;
  const path = (to?: Page) => (inSpace ? spacePath(room.id, to ?? "settings") : sidePath(room.id, "settings", ...(to ? [to] : [])));
  const titles: Record<Page, string> = { about: w("about"), access: w("access"), addresses: w("addresses"), permissions: w("permissions"), banned: w("banned") };
  const shown = page && page in titles ? (page as Page) : undefined;
  const title = w(inSpace ? "titleSpace" : direct ? "title" : "titleGroup");
  const first = useArrivalFocus();
  const link = (to: Page, icon: IconName | { d: string }) => (
    <button type="button" class="wide-link" onClick={() => go(path(to))}>
      <span class="round-icon">{typeof icon === "string" ? <Icon name={icon} /> : <Drawn d={icon.d} />}</span>
      {titles[to]}
    </button>
  );
  const may_ = (type: string) => maySetState(room, me.value, type);
  return (
    <section class="info manage" aria-label={shown ? titles[shown] : title}>
      <div class="bar">
        <button type="button" class="icon-button" ref={first} key={shown ?? "list"} aria-label={w("back")} onClick={() => back(shown ? path() : inSpace ? spacePath(room.id) : roomPath(room.id, true))}>
          <Icon name="back" />
        </button>
        <h1>{shown ? titles[shown] : title}</h1>
      </div>
      {/* What one may not change takes no focus: the page itself does, so that keys can scroll it. */}
      <div class="scroll" tabIndex={0}>
        {shown === "about" ? (
          <About room={room} />
        ) : shown === "access" ? (
          <Access room={room} direct={direct} />
        ) : shown === "addresses" ? (
          <Addresses room={room} />
        ) : shown === "permissions" ? (
          <Permissions room={room} />
        ) : shown === "banned" ? (
          <Banned room={room} />
        ) : (
          <>
            {!direct && (may_("m.room.name") || may_("m.room.topic") || may_("m.room.avatar")) && link("about", "edit")}
            {link("access", "lock")}
            {!direct && link("addresses", { d: LINK })}
            {!direct && link("permissions", "key")}
            {may(room, me.value, "ban") && link("banned", { d: BAN })}
            <Version room={room} />
          </>
        )}
      </div>
    </section>
  );
}

/** The version of a room, and a newer one where the server offers it. */
function Version({ room }: { room: Room }) {
  const [newest, setNewest] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { room_version, predecessor } = stateContent(room, "m.room.create") as { room_version?: string; predecessor?: { room_id?: string } };
  const version = room_version ?? "1";
  const before = predecessor?.room_id;
  useEffect(() => {
    newestVersion().then(setNewest, () => undefined); // without an answer nothing is offered
  }, []);
  const offered = newest !== undefined && Number(newest) > Number(version) && !room.state["m.room.tombstone"] && maySetState(room, me.value, "m.room.tombstone");
  const work = async () => {
    let next = "";
    if (await attempt(upgrade(room.id, newest!).then((answer) => void (next = answer.replacement_room)))) go(isSpace(room) ? spacePath(next) : roomPath(next), true);
  };
  return (
    <section class="manage-part" aria-label={w("version")}>
      <h2 class="section-title">{w("version")}</h2>
      <p class="manage-note">{offered ? w("versionOffer", { version, next: newest }) : w("versionNow", { version })}</p>
      {offered && (
        <button type="button" class="button quiet" onClick={() => setAsking(true)}>
          {w("upgrade")}
        </button>
      )}
      {before && world.value.rooms[before] && (
        <button type="button" class="button quiet" onClick={() => go(roomPath(before))}>
          {w("older")}
        </button>
      )}
      {asking && <Confirm question={w("upgradeAsk")} yes={w("upgrade")} onYes={() => void work()} onClose={() => setAsking(false)} />}
    </section>
  );
}
