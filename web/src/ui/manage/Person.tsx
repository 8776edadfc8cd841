// The sheet of a person: writing to her, her role in this room, and what those who may can do.
import { useEffect, useState } from "preact/hooks";
import { profile } from "../../api/account";
import { ban, kick, unban } from "../../api/manage";
import { t } from "../../i18n";
import { loadMembers, startDirect } from "../../store/actions";
import type { Room } from "../../store/model";
import { partnerOf, personName } from "../../store/names";
import { levelOf, may, mayActOn, maySetState, powersOf, roleOf } from "../../store/powers";
import { me, say, world } from "../../store/state";
import { go, looked, roomPath } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Choice } from "../parts/Choice";
import { Confirm, Dialog } from "../parts/Dialog";
import { Drawn, Icon, type IconName } from "../parts/Icon";
import { attempt, changePowers } from "./act";
import { AskReason } from "../parts/AskReason";
import { Report } from "./Report";
import { setIgnored } from "../../store/avoiding";
import { LEVELS, mayMove, withPerson } from "./permissions";
import { BAN } from "./drawings";
import { w } from "./words";
import "./manage.css";

export function Person() {
  const at = looked.value;
  if (at?.report) return <Report about={at} />;
  if (!at?.user) return null;
  return <Sheet key={at.user} user={at.user} room={at.roomId ? world.value.rooms[at.roomId] : undefined} />;
}

function Sheet({ user, room }: { user: string; room?: Room }) {
  const [asking, setAsking] = useState<"" | "kick" | "ban">("");
  const [busy, setBusy] = useState(false);
  const member = room?.members[user];
  const [face, setFace] = useState<{ displayname?: string; avatar_url?: string }>({});
  useEffect(() => {
    if (!member) profile(user).then(setFace, () => undefined); // who is unknown shows by her address
  }, [user]);
  const name = member?.name ?? (face.displayname?.trim() || personName(room, user));
  const own = user === me.value;
  const ignored = world.value.ignored?.includes(user) ?? false;
  const close = () => (looked.value = null);
  const work = async (what: () => Promise<unknown>, done: string) => {
    setBusy(true);
    await attempt(what().then(() => (room?.membership === "join" ? loadMembers(room.id).catch(() => undefined) : undefined)), done);
    setBusy(false);
  };
  const line = (icon: IconName | { d: string }, label: string, act: () => void, danger = false) => (
    <button type="button" class={`wide-link ${danger ? "danger" : ""}`} disabled={busy} onClick={act}>
      <span class="round-icon">{typeof icon === "string" ? <Icon name={icon} /> : <Drawn d={icon.d} />}</span>
      {label}
    </button>
  );
  const write = () =>
    void attempt(
      startDirect(user).then((id) => {
        close();
        go(roomPath(id));
      }),
    );
  const group = room?.membership === "join" && !partnerOf(world.value, room) ? room : undefined;
  const here = member?.membership === "join" || member?.membership === "invite";
  const state = member?.membership === "ban" ? w("isBanned") : member?.membership === "invite" ? w("isInvited") : !here ? w("isGone") : "";
  if (asking && room) {
    const [ask, hint, yes, done] = asking === "kick" ? (["kickAsk", "kickHint", "kick", "kickDone"] as const) : (["banAsk", "banHint", "ban", "banDone"] as const);
    return (
      <AskReason
        question={w(ask, { name })}
        hint={w(hint)}
        label={w("reason")}
        placeholder={w("reasonHint")}
        yes={w(yes)}
        onYes={(reason) => (close(), void work(() => (asking === "kick" ? kick : ban)(room.id, user, reason), w(done, { name })))}
        onClose={() => setAsking("")}
      />
    );
  }
  return (
    <Dialog label={name} onClose={close}>
      <div class="person-sheet">
        <div class="info-head">
          <Avatar id={user} name={name} mxc={member?.avatar ?? face.avatar_url} size={88} />
          <h2>
            <span dir="auto">{name}</span>
          </h2>
          <button type="button" class="own-id" title={w("copyId")} onClick={() => void navigator.clipboard?.writeText(user).then(() => say(w("copied")), () => undefined)}>
            {user} <Icon name="copy" size={15} />
          </button>
          {group && <p>{state || (roleOf(group, user) === "owner" ? w("owner") : w(`role.${roleOf(group, user) as "member"}`))}</p>}
        </div>
        {group && here && <RoleChoice room={group} user={user} name={name} />}
        {!own && line("chat", w("write", { name }), write)}
        {group && here && mayActOn(group, me.value, user, "kick") && line("leave", w(member?.membership === "invite" ? "withdraw" : "kick"), () => setAsking("kick"), true)}
        {group && member?.membership !== "ban" && mayActOn(group, me.value, user, "ban") && line({ d: BAN }, w("ban"), () => setAsking("ban"), true)}
        {group && member?.membership === "ban" && may(group, me.value, "kick") && mayActOn(group, me.value, user, "ban") && line("undo", w("unban"), () => void work(() => unban(group.id, user), w("unbanned", { name })))}
        {!own && line(ignored ? "undo" : "bellOff", w(ignored ? "unignore" : "ignore"), () => void work(() => setIgnored(me.value, user, !ignored), w(ignored ? "unignored" : "ignored", { name })))}
        {!own && line("alert", t("action.report"), () => (looked.value = { user, report: true }), true)}
        {!own && <p class="manage-note">{w(ignored ? "ignoredHint" : "ignoreHint")}</p>}
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={close}>
            {t("action.close")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

const ROLES = ["member", "moderator", "admin"] as const;

/** The roles that one may give; nothing for those who may not. */
function RoleChoice({ room, user, name }: { room: Room; user: string; name: string }) {
  const [coming, setComing] = useState<(typeof ROLES)[number]>();
  const [asking, setAsking] = useState<(typeof ROLES)[number]>();
  const own = levelOf(room, me.value);
  const now = levelOf(room, user);
  const self = user === me.value;
  if (!maySetState(room, me.value, "m.room.power_levels") || now === Infinity || (!self && now >= own)) return null;
  const offered = ROLES.filter((role) => mayMove(own, now, LEVELS[role]));
  const base = powersOf(room).users_default ?? 0;
  const set = (role: (typeof ROLES)[number]) => {
    setComing(role);
    void attempt(changePowers(room.id, (powers) => withPerson(powers, user, role === "member" ? base : LEVELS[role])), w("roleDone")).finally(() => setComing(undefined));
  };
  const value = coming ?? (now >= 100 ? "admin" : now >= 50 ? "moderator" : "member");
  const choose = (role: (typeof ROLES)[number]) => {
    if (role === value || coming) return;
    if ((self && LEVELS[role] < now) || (!self && LEVELS[role] >= own)) setAsking(role);
    else set(role);
  };
  return (
    <>
      <Choice title={w("role")} value={value} options={offered.map((role) => [role, w(`role.${role}`)])} onChoose={choose} />
      {asking && <Confirm question={w(self ? "roleDown" : "roleUp", { name })} yes={w("roleYes")} danger onYes={() => set(asking)} onClose={() => setAsking(undefined)} />}
    </>
  );
}
