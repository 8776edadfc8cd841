// Details of a conversation: who is in it, inviting, renaming, leaving.
import { useEffect, useState } from "preact/hooks";
import * as api from "../../api/rooms";
import type { FoundUser } from "../../api/types";
import { t, tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { leaveRoom, loadMembers, startDirect } from "../../store/actions";
import { localpart, personName, present, roomAvatar } from "../../store/names";
import { stateContent, type Member, type Room } from "../../store/model";
import { pinsOf } from "../../store/pins";
import { levelOf } from "../../store/powers";
import { isSealed } from "../../store/sealing";
import { me, say, world } from "../../store/state";
import { back, go, groupPath, roomPath, searchPath, sidePath } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Confirm, Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
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
            {!partner && (
              <button type="button" class="icon-button" aria-label={t("info.rename")} title={t("info.rename")} onClick={() => setDialog("rename")}>
                <Icon name="edit" size={18} />
              </button>
            )}
          </h2>
          <p>{partner ? partner : tn("talk.members", room.joined)}</p>
        </div>
        {partner ? (
          <button type="button" class="wide-link" onClick={() => go(groupPath([partner]))}>
            <span class="round-icon">
              <Icon name="group" />
            </span>
            {t("info.groupWith", { name })}
          </button>
        ) : (
          <button type="button" class="wide-link" onClick={() => setDialog("invite")}>
            <span class="round-icon">
              <Icon name="invite" />
            </span>
            {t("info.invite")}
          </button>
        )}
        {!partner && <Lazy quiet load={() => import("../links/RoomLink").then(({ RoomLink }) => () => <RoomLink roomId={room.id} />)} />}
        {partner && isSealed(room) && (
          <Lazy quiet load={() => import("../security/PersonTrust").then(({ PersonTrust }) => () => <PersonTrust user={partner} name={name} roomId={room.id} />)} />
        )}
        <button type="button" class="wide-link" onClick={() => go(searchPath(room.id))}>
          <span class="round-icon">
            <Icon name="search" />
          </span>
          {t("search.here")}
        </button>
        <button type="button" class="wide-link" onClick={() => go(sidePath(room.id, "threads"))}>
          <span class="round-icon">
            <Icon name="thread" />
          </span>
          {t("thread.titles")}
        </button>
        {pinsOf(room).length > 0 && (
          <button type="button" class="wide-link" onClick={() => go(sidePath(room.id, "pins"))}>
            <span class="round-icon">
              <Icon name="pin" />
            </span>
            {t("pin.titles")}
          </button>
        )}
        <LevelChoice roomId={room.id} />
        <Lazy quiet load={() => import("../burn/BurnChoice").then(({ BurnChoice }) => () => <BurnChoice roomId={room.id} />)} />
        {!partner && <h3 class="section-title">{t("info.members")}</h3>}
        {partner ? null : failed ? (
          <Failed text={failed} onRetry={load} />
        ) : members.length === 0 ? (
          <Loading />
        ) : (
          <ul class="people">
            {members.map((member) => (
              <MemberRow key={member.userId} room={room} member={member} level={powerOf(member.userId)} />
            ))}
          </ul>
        )}
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

function MemberRow({ room, member, level }: { room: Room; member: Member; level: number }) {
  const name = personName(room, member.userId);
  const own = member.userId === me.value;
  const role = member.membership === "invite" ? t("info.invited") : level >= 100 ? t("info.owner") : level >= 50 ? t("info.admin") : "";
  const open = async () => {
    try {
      go(roomPath(await startDirect(member.userId)));
    } catch (error) {
      say(reason(error));
    }
  };
  return (
    <li>
      <button type="button" class="person" disabled={own} title={own ? undefined : t("new.start", { name })} onClick={() => void open()}>
        <Avatar id={member.userId} name={name} mxc={member.avatar} size={44} />
        <span class="person-text">
          <b>
            {name}
            {own && <small> · {t("info.you")}</small>}
          </b>
          <small>@{localpart(member.userId)}</small>
        </span>
        {role && <span class="role">{role}</span>}
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
