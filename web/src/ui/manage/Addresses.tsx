// The addresses by which a room is found, and its place in the server's directory.
import { useEffect, useState } from "preact/hooks";
import { aliases, dropAlias, isPublished, publish, putAlias } from "../../api/manage";
import { setState, stateOf } from "../../api/rooms";
import { stateContent, type Room } from "../../store/model";
import { maySetState } from "../../store/powers";
import { me } from "../../store/state";
import { Icon } from "../parts/Icon";
import { Failed, Loading } from "../parts/Notice";
import { attempt, why } from "./act";
import { w } from "./words";

const MAIN = "m.room.canonical_alias";
const LOCAL = /^[^\s:#\0]{1,200}$/u;

export function Addresses({ room }: { room: Room }) {
  const [list, setList] = useState<string[]>();
  const [failed, setFailed] = useState("");
  const [busy, setBusy] = useState(false);
  const main = stateContent(room, MAIN).alias;
  const may = maySetState(room, me.value, MAIN);
  const load = () => {
    setFailed("");
    return aliases(room.id).then(setList, (error) => setFailed(why(error)));
  };
  useEffect(() => void load(), [room.id]);
  const work = async (what: Promise<unknown>) => {
    setBusy(true);
    const done = await attempt(what);
    await load();
    setBusy(false);
    return done;
  };
  const drop = async (alias: string) => {
    if (alias === main) await setMain(room.id, undefined);
    await dropAlias(alias);
  };
  if (failed) return <Failed text={failed} onRetry={() => void load()} />;
  if (!list) return <Loading />;
  return (
    <>
      <p class="manage-note">{w("addressesHint")}</p>
      {list.length === 0 && <p class="manage-note">{w("noAddress")}</p>}
      <ul class="manage-list">
        {[...list].sort((a, b) => Number(b === main) - Number(a === main) || a.localeCompare(b)).map((alias) => (
          <li key={alias}>
            <span class="person-text">
              <b title={alias}>{alias}</b>
              {alias === main && <small>{w("main")}</small>}
              {may && (
                <button type="button" class="manage-act" disabled={busy} aria-label={`${w(alias === main ? "noMain" : "makeMain")}: ${alias}`} onClick={() => void work(setMain(room.id, alias === main ? undefined : alias))}>
                  {w(alias === main ? "noMain" : "makeMain")}
                </button>
              )}
            </span>
            {may && (
              <button type="button" class="icon-button" disabled={busy} aria-label={w("dropAddress", { alias })} title={w("dropAddress", { alias })} onClick={() => void work(drop(alias))}>
                <Icon name="trash" size={20} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {may && <NewAddress busy={busy} onAdd={(alias) => work(putAlias(alias, room.id))} />}
      <Published room={room} may={may} />
    </>
  );
}

/** Set the main address beside the others that stand there. */
async function setMain(roomId: string, alias: string | undefined): Promise<void> {
  const now = await stateOf(roomId, MAIN).catch(() => ({}));
  await setState(roomId, MAIN, { ...now, alias });
}

function NewAddress({ busy, onAdd }: { busy: boolean; onAdd: (alias: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState("");
  const server = me.value.slice(me.value.indexOf(":"));
  const local = typed.trim().replace(/^#/, "").replace(new RegExp(`${server.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`), "");
  const bad = local !== "" && !LOCAL.test(local);
  return (
    <form
      class="manage-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (local && !bad) void onAdd(`#${local}${server}`).then((done) => done && setTyped(""));
      }}
    >
      <label class="field">
        <span>{w("newAddress")}</span>
        <input value={typed} maxLength={200} autocapitalize="none" autocomplete="off" spellcheck={false} aria-invalid={bad} onInput={(event) => setTyped(event.currentTarget.value)} />
        <small class={bad ? "bad" : ""}>{bad ? w("badAddress") : `#${local || "…"}${server}`}</small>
      </label>
      <button type="submit" class="button primary small manage-save" disabled={busy || !local || bad}>
        {w("add")}
      </button>
    </form>
  );
}

function Published({ room, may }: { room: Room; may: boolean }) {
  const [on, setOn] = useState<boolean>();
  useEffect(() => {
    isPublished(room.id).then(setOn, () => undefined);
  }, [room.id]);
  if (on === undefined) return null;
  return (
    <label class="switch-line">
      <span>
        {w("published")}
        <small>{w("publishedHint")}</small>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        disabled={!may}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setOn(next);
          void attempt(publish(room.id, next)).then((done) => !done && setOn(!next));
        }}
      />
    </label>
  );
}
