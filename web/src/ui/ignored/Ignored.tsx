// The people whom one ignores, and whether one can be invited at all.
import { useEffect, useState } from "preact/hooks";
import { profile } from "../../api/account";
import { blockInvites, invitesBlocked, setIgnored } from "../../store/avoiding";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { localpart } from "../../store/names";
import { me, say, world } from "../../store/state";
import { back } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { w } from "./words";
import "./ignored.css";

export function Ignored() {
  const people = world.value.ignored ?? [];
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back("#/settings")}>
          <Icon name="back" />
        </button>
        <h1>{w("people")}</h1>
      </div>
      <div class="scroll">
        <Invitations />
        {people.length === 0 ? (
          <Empty icon="group" title={w("none")} hint={w("hint")} />
        ) : (
          <>
            <p class="ignored-hint">{w("hint")}</p>
            <ul class="people">
              {people.map((user) => (
                <Row key={user} user={user} />
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}

function Row({ user }: { user: string }) {
  const [face, setFace] = useState<{ displayname?: string; avatar_url?: string }>({});
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    profile(user).then(setFace, () => undefined); // who is gone has no face
  }, [user]);
  const name = face.displayname?.trim() || localpart(user);
  const lift = async () => {
    setBusy(true);
    try {
      await setIgnored(me.value, user, false);
      say(w("lifted", { name }));
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <li class="person">
      <Avatar id={user} name={name} mxc={face.avatar_url} size={44} />
      <span class="person-text">
        <b dir="auto">{name}</b>
        <small>{user}</small>
      </span>
      <button type="button" class="button quiet small" disabled={busy} aria-label={`${w("lift")}: ${name}`} onClick={() => void lift()}>
        {w("lift")}
      </button>
    </li>
  );
}

function Invitations() {
  const [on, setOn] = useState<boolean>();
  const [failed, setFailed] = useState("");
  const load = () => {
    setFailed("");
    invitesBlocked(me.value).then(setOn, (error) => setFailed(reason(error)));
  };
  useEffect(load, []);
  if (failed) return <Failed text={failed} onRetry={load} />;
  if (on === undefined) return <Loading />;
  return (
    <label class="switch-line">
      <span>
        {w("block")}
        <small>{w(on ? "blockOn" : "blockOff")}</small>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setOn(next);
          blockInvites(me.value, next).catch((error) => (setOn(!next), say(reason(error))));
        }}
      />
    </label>
  );
}
