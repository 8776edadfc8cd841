// A search field and the people it finds; choosing one is up to whoever uses it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { FoundUser } from "../../api/types";
import { t } from "../../i18n";
import { localpart } from "../../store/names";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { acquaintances, usePeople } from "./search";

interface Props {
  onPick: (person: FoundUser) => void;
  chosen?: readonly string[];
  disabled?: boolean;
  hidden?: readonly string[];
  /** Hears what is typed. */
  onText?: (text: string) => void;
}

export const nameOf = (person: FoundUser): string => person.display_name?.trim() || localpart(person.user_id);

export function PeoplePicker({ onPick, chosen = [], disabled = false, hidden = [], onText }: Props) {
  const [term, setTerm] = useState("");
  const found = usePeople(term);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const people = (term.trim() ? found.people : acquaintances()).filter((person) => !hidden.includes(person.user_id));
  return (
    <>
      <div class="search" role="search">
        <Icon name="search" size={18} />
        <input
          ref={input}
          type="search"
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
          placeholder={t("new.search")}
          aria-label={t("new.search")}
          value={term}
          onInput={(event) => (setTerm(event.currentTarget.value), onText?.(event.currentTarget.value))}
        />
      </div>
      <div class="scroll" aria-live="polite" aria-busy={found.state === "busy"}>
        {people.length > 0 ? (
          <ul class="people">
            {people.map((person) => {
              const picked = chosen.includes(person.user_id);
              return (
                <li key={person.user_id}>
                  <button type="button" class="person" aria-pressed={chosen.length ? picked : undefined} disabled={disabled} onClick={() => onPick(person)}>
                    <Avatar id={person.user_id} name={nameOf(person)} mxc={person.avatar_url} size={44} />
                    <span class="person-text">
                      <b>{nameOf(person)}</b>
                      <small>{person.user_id}</small>
                    </span>
                    {picked && (
                      <span class="tick">
                        <Icon name="check" size={18} />
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        ) : found.state === "busy" ? (
          <Loading />
        ) : found.state === "failed" ? (
          <Failed text={found.error ?? ""} onRetry={() => setTerm(`${term} `)} />
        ) : found.state === "done" ? (
          <Empty icon="search" title={t("new.none", { term: term.trim() })} hint={t("new.hint", { example: "xiaoming" })} />
        ) : (
          <Empty icon="search" title={t("new.hint", { example: "xiaoming" })} />
        )}
      </div>
    </>
  );
}
