// Where a link leads: a person to write to, or a room to join or to ask at.
import { useEffect, useState } from "preact/hooks";
import { ask, path } from "../../api/http";
import { join } from "../../api/rooms";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { startDirect } from "../../store/actions";
import { loaded, me, say, world } from "../../store/state";
import { back, eventPath, go, roomPath, route } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { useSight, type Sight } from "./look";
import { matrixUri, targetOf, type Target } from "./target";
import { w, wn } from "./words";
import "./links.css";

export function Landing() {
  const at = route.value;
  const target = at.name === "link" ? targetOf(at.to) : undefined;
  const { sight, failed, again } = useSight(target);
  const joined = target?.kind === "room" ? world.value.rooms[sight?.id ?? target.id] : undefined;
  useEffect(() => {
    // whoever is in the room already goes to it
    if (target && joined && loaded.value) go(target.event ? eventPath(joined.id, target.event) : roomPath(joined.id), true);
  }, [joined?.id, loaded.value]);
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back()}>
          <Icon name="back" />
        </button>
        <h1 class="visually-hidden">{sight?.name ?? target?.id ?? w("nothing")}</h1>
      </div>
      <div class="scroll">
        {!target ? <Empty icon="alert" title={w("nothing")} /> : failed ? <Failed text={failed} onRetry={again} /> : !sight ? <Loading /> : <Seen target={target} sight={sight} onChange={again} />}
      </div>
    </>
  );
}

/** The face, the name and what else can be seen from outside. */
export function Face({ sight, room }: { sight: Sight; room: boolean }) {
  return (
    <>
      <Avatar id={sight.id} name={sight.name} mxc={sight.avatar} size={88} />
      <p class="state-title" dir="auto">
        {sight.name}
      </p>
      {room ? sight.members !== undefined && <p class="state-hint">{wn("members", sight.members)}</p> : <p class="state-hint">{sight.id}</p>}
      {sight.topic && (
        <p class="state-hint" dir="auto">
          {sight.topic}
        </p>
      )}
      {sight.sealed && (
        <p class="state-hint link-sealed">
          <Icon name="lock" size={15} /> {w("sealed")}
        </p>
      )}
    </>
  );
}

function Seen({ target, sight, onChange }: { target: Target; sight: Sight; onChange: () => void }) {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState("");
  const work = async (what: () => Promise<string | undefined>) => {
    setBusy(true);
    try {
      const where = await what();
      if (where) go(where, true);
      else onChange();
    } catch (error) {
      say(reason(error));
    } finally {
      setBusy(false);
    }
  };
  const room = target.kind === "room";
  const knocks = sight.joinRule === "knock";
  return (
    <div class="state landing">
      <Face sight={sight} room={room} />
      {!room ? (
        sight.id === me.value ? (
          <p class="state-hint">{w("you")}</p>
        ) : (
          <button type="button" class="button primary" disabled={busy} onClick={() => void work(async () => roomPath(await startDirect(sight.id)))}>
            {w("write", { name: sight.name })}
          </button>
        )
      ) : sight.membership === "knock" ? (
        <p class="form-note" role="status">
          {w("knocked")}
        </p>
      ) : sight.joinRule === "invite" || sight.joinRule === "private" ? (
        <p class="state-hint">{w("closed")}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void work(async () => {
              if (!knocks) return roomPath((await join(sight.id)).room_id);
              await ask("POST", path`/v3/knock/${sight.id}`, { body: why.trim() ? { reason: why.trim() } : {} });
              say(w("knockDone"));
              return undefined;
            });
          }}
        >
          {knocks && (
            <label class="field">
              <span>{w("why")}</span>
              <input value={why} maxLength={200} onInput={(event) => setWhy(event.currentTarget.value)} />
            </label>
          )}
          <button type="submit" class="button primary" disabled={busy} aria-busy={busy}>
            {w(knocks ? "knock" : "join")}
          </button>
        </form>
      )}
      <a class="auth-switch" href={matrixUri(target)}>
        {w("otherApp")}
      </a>
    </div>
  );
}
