// The dialogs around polls: making one, seeing who voted, ending it.
import { useComputed } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import type { ThreadPlace } from "../../store/actions";
import { personName } from "../../store/names";
import { past } from "../../store/past";
import { pollIn, winners, type Poll } from "../../store/polls";
import { endPoll, startPoll, tallyIn } from "../../store/polling";
import { me, outgoing, world } from "../../store/state";
import type { Message } from "../../store/timeline";
import { Avatar } from "../parts/Avatar";
import { Confirm, Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { pollDialog } from "./Poll";
import { w, wn } from "./words";
import "./polls.css";

const ANSWERS_MIN = 2;
const ANSWERS_MAX = 20;

const close = () => (pollDialog.value = null);

export function Dialogs({ roomId }: { roomId: string }) {
  const now = pollDialog.value;
  if (!now) return null;
  if (now.kind === "new") return <NewPoll roomId={roomId} thread={now.thread} />;
  return now.kind === "voters" ? <Voters roomId={roomId} message={now.message} /> : <End roomId={roomId} message={now.message} />;
}

function NewPoll({ roomId, thread }: { roomId: string; thread?: ThreadPlace }) {
  const [question, setQuestion] = useState("");
  const [answers, setAnswers] = useState(["", ""]);
  const [several, setSeveral] = useState(false);
  const [hidden, setHidden] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const texts = answers.map((text) => text.trim()).filter(Boolean);
  const twice = new Set(texts).size < texts.length;
  const ready = question.trim() !== "" && texts.length >= ANSWERS_MIN && !twice;
  const change = (i: number, text: string) => {
    const next = answers.with(i, text);
    setAnswers(next.at(-1)!.trim() && next.length < ANSWERS_MAX ? [...next, ""] : next); // there is always room for one more
  };
  const remove = (i: number) => setAnswers(answers.length > ANSWERS_MIN ? answers.toSpliced(i, 1) : answers.with(i, ""));
  const onward = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const fields = [...form.current!.querySelectorAll("input:not([type=checkbox])")] as HTMLInputElement[];
    fields[fields.indexOf(event.currentTarget as HTMLInputElement) + 1]?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    const poll: Poll = { question: question.trim(), answers: texts.map((text, i) => ({ id: `${i + 1}`, text })), open: !hidden, max: several ? texts.length : 1 };
    startPoll(roomId, poll, thread);
    close();
  };
  return (
    <Dialog label={w("new")} onClose={close}>
      <form class="dialog-page poll-form" ref={form} onSubmit={submit}>
        <h2>{w("new")}</h2>
        <div class="scroll">
          <label class="field">
            <span>{w("question")}</span>
            <input value={question} maxLength={340} dir="auto" placeholder={w("questionHint")} onInput={(event) => setQuestion(event.currentTarget.value)} onKeyDown={onward} />
          </label>
          <fieldset class="poll-answers">
            <legend>{w("answers")}</legend>
            {answers.map((text, i) => (
              <div class="poll-field" key={i}>
                <input value={text} maxLength={340} dir="auto" aria-label={w("answer", { number: i + 1 })} placeholder={w("answer", { number: i + 1 })} onInput={(event) => change(i, event.currentTarget.value)} onKeyDown={onward} />
                {(text || (answers.length > ANSWERS_MIN && i < answers.length - 1)) && (
                  <button type="button" class="icon-button" aria-label={w("remove", { number: i + 1 })} onClick={() => remove(i)}>
                    <Icon name="close" size={18} />
                  </button>
                )}
              </div>
            ))}
          </fieldset>
          {twice && (
            <p class="form-error" role="alert">
              {w("twice")}
            </p>
          )}
          <label class="switch-line">
            <span>
              <b>{w("several")}</b>
            </span>
            <input type="checkbox" role="switch" checked={several} onChange={(event) => setSeveral(event.currentTarget.checked)} />
          </label>
          <label class="switch-line">
            <span>
              <b>{w("hide")}</b>
              <small>{w("hideHint")}</small>
            </span>
            <input type="checkbox" role="switch" checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />
          </label>
        </div>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={close}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button primary" disabled={!ready}>
            {w("start")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The poll as it stands now. */
function useTally(roomId: string, message: Message) {
  const room = useComputed(() => world.value.rooms[roomId]).value;
  const poll = pollIn(message.content);
  return room && poll ? { room, poll, tally: tallyIn(room, message, poll, outgoing.value, me.value, past.value) } : undefined;
}

function Voters({ roomId, message }: { roomId: string; message: Message }) {
  const known = useTally(roomId, message);
  if (!known) return null;
  const { room, poll, tally } = known;
  return (
    <Dialog label={w("who")} onClose={close}>
      <div class="dialog-page">
        <h2 dir="auto">{poll.question}</h2>
        <div class="scroll">
          {poll.answers.map((answer) => {
            const users = tally.votes.get(answer.id) ?? [];
            return (
              <section key={answer.id} aria-label={answer.text}>
                <h3 class="section-title poll-section">
                  <bdi>{answer.text}</bdi>
                  <span>{wn("people", users.length)}</span>
                </h3>
                <ul class="people">
                  {users.map((user) => (
                    <li key={user} class="person">
                      <Avatar id={user} name={personName(room, user)} mxc={room.members[user]?.avatar} size={36} />
                      <span class="person-text">
                        <b>
                          <bdi>{user === me.value ? t("chats.you") : personName(room, user)}</bdi>
                        </b>
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
        <button type="button" class="button quiet" onClick={close}>
          {t("action.close")}
        </button>
      </div>
    </Dialog>
  );
}

function End({ roomId, message }: { roomId: string; message: Message }) {
  const known = useTally(roomId, message);
  if (!known) return null;
  const best = winners(known.poll, known.tally).map((answer) => answer.text).join(", ");
  const text = best ? w("endedText", { answers: best }) : w("endedNone");
  return <Confirm question={w("endAsk")} yes={w("end")} onYes={() => endPoll(roomId, message.id, text)} onClose={close} />;
}
