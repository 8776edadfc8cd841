// Choosing the chats that a message is sent on to.
import { useState } from "preact/hooks";
import { t, tn } from "../../i18n";
import { isSpace } from "../../store/spaces";
import { forward } from "../../store/actions";
import type { Room } from "../../store/model";
import { isSealed } from "../../store/sealing";
import { outgoing, say, world } from "../../store/state";
import type { Message } from "../../store/timeline";
import { entries } from "../chats/list";
import { gist } from "../chats/preview";
import { Avatar } from "../parts/Avatar";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { Empty } from "../parts/Notice";

const CHATS_MAX = 10;

export function Forward({ room: from, message, onClose }: { room: Room; message: Message; onClose: () => void }) {
  const [term, setTerm] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const secret = message.event.secret !== undefined && isSealed(from); // what was said under seal stays under seal
  const wanted = term.trim().toLowerCase();
  const chats = entries(world.value, outgoing.value).filter(({ room, name }) => room.membership === "join" && !isSpace(room) && (!secret || isSealed(room)) && name.toLowerCase().includes(wanted));
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, CHATS_MAX));
  const send = () => {
    forward(chosen, message);
    say(tn("forward.done", chosen.length));
    onClose();
  };
  return (
    <Dialog label={t("forward.title")} onClose={onClose}>
      <div class="dialog-page">
        <h2>{t("forward.title")}</h2>
        <p class="state-hint forward-gist">{gist(message)}</p>
        <div class="search" role="search">
          <Icon name="search" size={18} />
          <input type="search" placeholder={t("chats.search")} aria-label={t("chats.search")} value={term} onInput={(event) => setTerm(event.currentTarget.value)} />
        </div>
        <div class="scroll">
          {secret && <p class="person-note">{t("forward.sealed")}</p>}
          {chats.length === 0 ? (
            <Empty icon="search" title={wanted ? t("chats.noMatch", { term: term.trim() }) : t("chats.empty")} />
          ) : (
            <ul class="people">
              {chats.map(({ room, name, avatar, partner }) => (
                <li key={room.id}>
                  <button type="button" class="person" aria-pressed={chosen.includes(room.id)} onClick={() => toggle(room.id)}>
                    <Avatar id={partner ?? room.id} name={name} mxc={avatar} size={44} />
                    <span class="person-text">
                      <b dir="auto">{name}</b>
                    </span>
                    {chosen.includes(room.id) && (
                      <span class="tick">
                        <Icon name="check" size={18} />
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="button" class="button primary" disabled={chosen.length === 0} onClick={send}>
            {t("talk.send")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
