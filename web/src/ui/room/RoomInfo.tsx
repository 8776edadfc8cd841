// Details of a conversation: who is in it, inviting, renaming, leaving.
import { useEffect, useState } from "preact/hooks";
import * as api from "../../api/rooms";
import type { FoundUser } from "../../api/types";
import { t, tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { leaveRoom, loadMembers } from "../../store/actions";
import { localpart, personName, present, roomAvatar } from "../../store/names";
import { stateContent, type Member, type Room } from "../../store/model";
import { pinsOf } from "../../store/pins";
import { levelOf, may, maySetState, roleOf } from "../../store/powers";
import { isSealed } from "../../store/sealing";
import { me, say, world } from "../../store/state";
import { back, go, groupPath, looked, roomPath, searchPath, sidePath } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Confirm, Dialog } from "../parts/Dialog";
import { Icon, type IconName } from "../parts/Icon";
import { Failed, Loading } from "../parts/Notice";
import { Lazy } from "../parts/Lazy";
import { nameOf, PeoplePicker } from "../people/PeoplePicker";
import { LevelChoice } from "./LevelChoice";

export function RoomInfo({ room, name, partner }: { room: Room; name: string; partner?: string }) {
  const [dialog, setDialog] = useState<"" | "invite" | "leave" | "rename">("");
  const [failed, setFailed] = useState("");
  const powerOf = (user: string) => Math.min(levelOf(room, user), 1000);
  const members = present(room).sort((a, b) => powerOf(b.userId) - powerOf(a.userId) || personName(room, a.userId).localeCompare(personName(room, b.userId)));
  const load = () => {
    setFailed("");
    loadMembers(room.id).catch((error) => setFailed(reason(error)));
  };
  useEffect(() => {
    if (!room.everybody) load();
  }, [room.id]);
  const topic = String(stateContent(room, "m.room.topic").topic ?? "");
  const close = () => back(roomPath(room.id));
  const leave = async () => {
    try {
      await leaveRoom(room.id);
      go("#/", true);
    } catch (error) {
      say(reason(error));
    }
  };
  const invite = async (person: FoundUser) => {
    try {
      await api.invite(room.id, person.user_id);
      say(t("info.inviteDone", { name: nameOf(person) }));
      setDialog("");
      load();
    } catch (error) {
      say(reason(error));
    }
  };
  const line = (icon: IconName, label: string, onClick: () => void) => (
    <button type="button" class="wide-link" onClick={onClick}>
      <span class="round-icon">
        <Icon name={icon} />
      </span>
      {label}
    </button>
  );
  return (
    <section class="info" aria-label={t("info.title")}>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("action.close")} onClick={close}>
          <Icon name="close" />
        </button>
        <h1>{t("info.title")}</h1>
      </div>
      <div class="scroll">
        <div class="info-head">
          <Avatar id={partner ?? room.id} name={name} mxc={roomAvatar(world.value, room)} size={88} />
          <h2>
            <span dir="auto">{name}</span>
            {!partner && maySetState(room, me.value, "m.room.name") && (
              <button type="button" class="icon-button" aria-label={t("info.rename")} title={t("info.rename")} onClick={() => setDialog("rename")}>
                <Icon name="edit" size={18} />
              </button>
            )}
          </h2>
          <p>{partner ? partner : tn("talk.members", room.joined)}</p>
          {topic && (
            <p class="info-topic" dir="auto">
              {topic}
            </p>
          )}
        </div>
        {partner ? line("group", t("info.groupWith", { name }), () => go(groupPath([partner]))) : may(room, me.value, "invite") && line("invite", t("info.invite"), () => setDialog("invite"))}
        {!partner && <Lazy quiet load={() => import("../links/RoomLink").then(({ RoomLink }) => () => <RoomLink roomId={room.id} />)} />}
        {partner && isSealed(room) && (
          <Lazy quiet load={() => import("../security/PersonTrust").then(({ PersonTrust }) => () => <PersonTrust user={partner} name={name} roomId={room.id} />)} />
        )}
        {line("search", t("search.here"), () => go(searchPath(room.id)))}
        {line("thread", t("thread.titles"), () => go(sidePath(room.id, "threads")))}
        {pinsOf(room).length > 0 && line("pin", t("pin.titles"), () => go(sidePath(room.id, "pins")))}
        {partner && line("info", t("info.person", { name }), () => (looked.value = { user: partner, roomId: room.id }))}
        {line("settings", t("info.settings"), () => go(sidePath(room.id, "settings")))}
        <LevelChoice roomId={room.id} />
        <Lazy quiet load={() => import("../burn/BurnChoice").then(({ BurnChoice }) => () => <BurnChoice roomId={room.id} />)} />
        <Lazy quiet load={() => import("../stickers/RoomPacks").then(({ RoomPacks }) => () => <RoomPacks roomId={room.id} direct={partner !== undefined} />)} />
        {!partner && <h3 class="section-title">{t("info.members")}</h3>}
        {partner ? null : failed ? (
          <Failed text={failed} onRetry={load} />
        ) : members.length === 0 ? (
          <Loading />
        ) : (
          <ul class="people">
            {members.map((member) => (
              <MemberRow key={member.userId} room={room} member={member} />
            ))}
          </ul>
        )}
        {!partner && line("alert", t("action.report"), () => (looked.value = { roomId: room.id, report: true }))}
        <button type="button" class="wide-link danger" onClick={() => setDialog("leave")}>
          <span class="round-icon">
            <Icon name="leave" />
          </span>
          {t("info.leave")}
        </button>
      </div>
      {dialog === "leave" && <Confirm question={t("info.leaveAsk")} yes={t("info.leave")} danger onYes={() => void leave()} onClose={() => setDialog("")} />}
      {dialog === "invite" && (
        <Dialog label={t("info.invite")} onClose={() => setDialog("")}>
          <div class="dialog-page">
            <h2>{t("info.invite")}</h2>
            <PeoplePicker onPick={(person) => void invite(person)} hidden={members.map((member) => member.userId)} />
            <button type="button" class="button quiet" onClick={() => setDialog("")}>
              {t("action.cancel")}
            </button>
          </div>
        </Dialog>
      )}
      {dialog === "rename" && <Rename room={room} name={String(stateContent(room, "m.room.name").name ?? "")} onClose={() => setDialog("")} />}
    </section>
  );
}

export function MemberRow({ room, member }: { room: Room; member: Member }) {
  const name = personName(room, member.userId);
  const own = member.userId === me.value;
  const role = roleOf(room, member.userId);
  const label = member.membership === "invite" ? t("info.invited") : role === "member" ? "" : t(`info.${role}`);
  return (
    <li>
      <button type="button" class="person" aria-haspopup="dialog" onClick={() => (looked.value = { user: member.userId, roomId: room.id })}>
        <Avatar id={member.userId} name={name} mxc={member.avatar} size={44} />
        <span class="person-text">
          <b>
            {name}
            {own && <small> · {t("info.you")}</small>}
          </b>
          <small>@{localpart(member.userId)}</small>
        </span>
        {label && <span class="role">{label}</span>}
      </button>
    </li>
  );
}

function Rename({ room, name, onClose }: { room: Room; name: string; onClose: () => void }) {
  const [text, setText] = useState(name);
  const [busy, setBusy] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.setState(room.id, "m.room.name", { name: text.trim() });
      onClose();
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <Dialog label={t("info.rename")} onClose={onClose}>
      <form onSubmit={save}>
        <label class="field">
          <span>{t("new.groupName")}</span>
          <input value={text} maxLength={80} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button primary" disabled={busy}>
            {t("action.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
