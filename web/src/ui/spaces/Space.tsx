// The page of a space: what is in it, joining, and for those who may, putting rooms in and out.
import { useEffect, useState } from "preact/hooks";
import { invite } from "../../api/rooms";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { leaveRoom } from "../../store/actions";
import { stateContent, type Room } from "../../store/model";
import { partnerOf, roomAvatar, roomName } from "../../store/names";
import { may, maySetState } from "../../store/powers";
import { childrenOf, chosenSpace, isSpace } from "../../store/spaces";
import { loaded, me, say, world } from "../../store/state";
import { back, go, route, spacePath } from "../app/router";
import { nameWords } from "../chats/list";
import { RoomLink } from "../links/RoomLink";
import { Avatar } from "../parts/Avatar";
import { Confirm, Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { Lazy } from "../parts/Lazy";
import { Empty, Failed, Loading } from "../parts/Notice";
import { nameOf, PeoplePicker } from "../people/PeoplePicker";
import { putChild } from "./api";
import { Contents } from "./Contents";
import { People } from "./People";
import { w, wn } from "./words";
import "./spaces.css";

export function Space() {
  const at = route.value;
  const room = at.name === "space" ? world.value.rooms[at.id] : undefined;
  if (at.name === "space" && room?.membership === "join" && at.page) {
    return at.page === "people" ? <People room={room} /> : <Lazy key="settings" load={() => import("../manage/Manage").then(({ Manage }) => () => <Manage roomId={at.id} />)} />;
  }
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back()}>
          <Icon name="back" />
        </button>
        <h1>{w("folders")}</h1>
      </div>
      {room && isSpace(room) && room.membership === "join" ? <Page key={room.id} room={room} /> : loaded.value ? <Empty icon="group" title={t("talk.gone")} /> : <Loading />}
    </>
  );
}

function Page({ room }: { room: Room }) {
  const [dialog, setDialog] = useState<"" | "invite" | "add" | "leave">("");
  const name = roomName(world.value, room, nameWords());
  useEffect(() => {
    chosenSpace.value = room.id; // one comes back to its chats
  }, [room.id]);
  const attempt = (work: Promise<unknown>, done?: string) => work.then(() => (done && say(done), setDialog("")), (error) => say(reason(error)));
  const topic = String(stateContent(room, "m.room.topic").topic ?? "");
  const line = (icon: "invite" | "plus" | "leave" | "group" | "settings", label: string, open: typeof dialog | (() => void), danger = false) => (
    <button type="button" class={`wide-link ${danger ? "danger" : ""}`} onClick={() => (typeof open === "string" ? setDialog(open) : open())}>
      <span class="round-icon">
        <Icon name={icon} />
      </span>
      {label}
    </button>
  );
  return (
    <div class="scroll">
      <div class="info-head">
        <Avatar id={room.id} name={name} mxc={roomAvatar(world.value, room)} size={88} />
        <h2>
          <span dir="auto">{name}</span>
        </h2>
        <p>{wn("members", room.joined)}</p>
        {topic && (
          <p class="info-topic" dir="auto">
            {topic}
          </p>
        )}
      </div>
      {may(room, me.value, "invite") && line("invite", w("invite"), "invite")}
      <RoomLink roomId={room.id} />
      {line("group", w("people"), () => go(spacePath(room.id, "people")))}
      {line("settings", w("settings"), () => go(spacePath(room.id, "settings")))}
      {maySetState(room, me.value, "m.space.child") && line("plus", w("add"), "add")}
      <h2 class="section-title">{w("rooms")}</h2>
      <Contents room={room} />
      {line("leave", w("leave"), "leave", true)}
      {dialog === "leave" && (
        <Confirm
          question={w("leaveAsk")}
          yes={w("leave")}
          danger
          onYes={() => void leaveRoom(room.id).then(() => ((chosenSpace.value = ""), go("#/", true)), (error) => say(reason(error)))}
          onClose={() => setDialog("")}
        />
      )}
      {dialog === "invite" && (
        <Dialog label={w("invite")} onClose={() => setDialog("")}>
          <div class="dialog-page">
            <h2>{w("invite")}</h2>
            <PeoplePicker hidden={Object.values(room.members).filter((member) => member.membership === "join").map((member) => member.userId)} onPick={(person) => void attempt(invite(room.id, person.user_id), t("info.inviteDone", { name: nameOf(person) }))} />
            <button type="button" class="button quiet" onClick={() => setDialog("")}>
              {t("action.cancel")}
            </button>
          </div>
        </Dialog>
      )}
      {dialog === "add" && <AddRooms room={room} name={name} onClose={() => setDialog("")} />}
    </div>
  );
}

function AddRooms({ room, name, onClose }: { room: Room; name: string; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState("");
  const inside = new Set([room.id, ...childrenOf(room).map((child) => child.id)]);
  const now = world.value;
  const rooms = Object.values(now.rooms).filter((one) => one.membership === "join" && !inside.has(one.id) && !partnerOf(now, one));
  const add = async () => {
    try {
      for (const id of chosen) await putChild(room.id, id, me.value, { suggested: false });
      onClose();
    } catch (error) {
      setFailed(reason(error));
    }
  };
  return (
    <Dialog label={w("add")} onClose={onClose}>
      <div class="dialog-page">
        <h2>{w("addHint", { name })}</h2>
        <div class="scroll">
          {failed && <Failed text={failed} />}
          {rooms.length === 0 && <Empty icon="group" title={w("nothingToAdd")} />}
          {rooms.map((one) => {
            const label = roomName(now, one, nameWords());
            return (
              <label class="person" key={one.id}>
                <Avatar id={one.id} name={label} mxc={roomAvatar(now, one)} size={44} />
                <span class="person-text">
                  <b dir="auto">{label}</b>
                </span>
                <input type="checkbox" checked={chosen.includes(one.id)} onChange={() => setChosen(chosen.includes(one.id) ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])} />
              </label>
            );
          })}
        </div>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="button" class="button primary" disabled={chosen.length === 0} onClick={() => void add()}>
            {w("add")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
