// Make a group: a name and its first members.
import { useState } from "preact/hooks";
import type { FoundUser } from "../../api/types";
import { t, tn } from "../../i18n";
import { reason } from "../../i18n/errors";
import { createGroup } from "../../store/actions";
import { say } from "../../store/state";
import { back, go, roomPath } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { nameOf, PeoplePicker } from "./PeoplePicker";
import { SealedSwitch } from "./SealedSwitch";
import { acquaintances } from "./search";

export function NewGroup({ first }: { first: readonly string[] }) {
  const [name, setName] = useState("");
  const [people, setPeople] = useState<FoundUser[]>(() => acquaintances().filter((person) => first.includes(person.user_id)));
  const [sealed, setSealed] = useState(false);
  const [busy, setBusy] = useState(false);
  const toggle = (person: FoundUser) =>
    setPeople((old) => (old.some((one) => one.user_id === person.user_id) ? old.filter((one) => one.user_id !== person.user_id) : [...old, person]));
  const create = async () => {
    setBusy(true);
    try {
      go(roomPath(await createGroup(name, people.map((person) => person.user_id), sealed)), true);
    } catch (error) {
      say(reason(error));
      setBusy(false);
    }
  };
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back()}>
          <Icon name="back" />
        </button>
        <h1>{t("new.group")}</h1>
      </div>
      <div class="group-form">
        <label class="field">
          <span>{t("new.groupName")}</span>
          <input value={name} maxLength={80} placeholder={t("new.groupNameHint")} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        {people.length > 0 && (
          <ul class="chips" aria-label={t("new.members")}>
            {people.map((person) => (
              <li key={person.user_id}>
                <button type="button" class="chip" onClick={() => toggle(person)}>
                  <Avatar id={person.user_id} name={nameOf(person)} mxc={person.avatar_url} size={24} />
                  <span class="visually-hidden">{t("new.remove")} </span>
                  <bdi>{nameOf(person)}</bdi>
                  <Icon name="close" size={14} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <SealedSwitch on={sealed} onChange={setSealed} />
      <PeoplePicker onPick={toggle} chosen={people.map((person) => person.user_id)} disabled={busy} />
      <div class="foot">
        <button type="button" class="button primary wide" disabled={busy || (people.length === 0 && !name.trim())} aria-busy={busy} onClick={() => void create()}>
          {people.length ? tn("new.create", people.length) : t("new.createEmpty")}
        </button>
      </div>
    </>
  );
}
