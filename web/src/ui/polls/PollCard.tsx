// The question, its answers with what they have got so far, and who may end it.
import { useComputed } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { full } from "../../i18n";
import type { Room } from "../../store/model";
import { past } from "../../store/past";
import { pollIn, winners } from "../../store/polls";
import { fetchedVotes, fetchVotes, needsVotes, tallyIn, vote } from "../../store/polling";
import { may } from "../../store/powers";
import { me, outgoing, world } from "../../store/state";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { pollDialog } from "./Poll";
import { w, wn } from "./words";
import "./polls.css";

export function PollCard({ room: drawn, message }: { room: Room; message: Message }) {
  const current = useComputed(() => world.value.rooms[drawn.id]);
  const room = current.value ?? drawn;
  const poll = useMemo(() => pollIn(message.content)!, [message.content]);
  const tally = useMemo(() => tallyIn(room, message, poll, outgoing.value, me.value, past.value), [room.timeline, room.state, poll, outgoing.value, past.value, fetchedVotes.value]);
  const [failed, setFailed] = useState(false);
  const missing = needsVotes(room, message.id);
  const fetch = () => {
    setFailed(false);
    fetchVotes(room, message.id).catch(() => setFailed(true));
  };
  useEffect(() => {
    if (missing) fetch();
  }, [missing]);

  const waits = message.id.startsWith("~");
  const ended = tally.endedTs !== undefined;
  const shown = ended || (poll.open && tally.mine.length > 0);
  const best = ended ? winners(poll, tally) : [];
  const choose = (id: string) => {
    const chosen = tally.mine.includes(id) ? tally.mine.filter((one) => one !== id) : poll.max === 1 ? [id] : [...tally.mine, id];
    if (chosen.length <= poll.max) vote(room.id, message.id, chosen);
  };
  const kind = [w(ended ? "ended" : poll.open ? "open" : "hidden"), poll.max > 1 && !ended && wn("choices", poll.max)].filter(Boolean).join(" · ");
  return (
    <div class="poll" role="group" aria-label={`${w("poll")}: ${poll.question}`}>
      <p class="poll-question" dir="auto">
        {poll.question}
      </p>
      <p class="poll-kind" title={ended ? full(tally.endedTs!) : undefined}>
        {kind}
      </p>
      {poll.answers.map((answer) => {
        const count = tally.votes.get(answer.id)?.length ?? 0;
        const share = tally.voters ? Math.round((count / tally.voters) * 100) : 0;
        const mine = tally.mine.includes(answer.id);
        const full = !mine && poll.max > 1 && tally.mine.length >= poll.max;
        const inside = (
          <>
            <span class={`poll-mark ${poll.max > 1 ? "square" : ""}`} aria-hidden="true">
              {mine && <Icon name="check" size={14} />}
            </span>
            <span class="poll-text">
              <bdi>{answer.text}</bdi>
              {shown && (
                <span class="poll-count">
                  {best.includes(answer) && <span aria-hidden="true">🏆 </span>}
                  <span aria-hidden="true">
                    {count} · {share}%
                  </span>
                  <span class="visually-hidden">{wn("votes", count, { share })}</span>
                </span>
              )}
              {shown && (
                <span class="poll-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${share}%` }} />
                </span>
              )}
            </span>
          </>
        );
        return ended ? (
          <div key={answer.id} class={`poll-answer ${mine ? "mine" : ""} ${best.includes(answer) ? "best" : ""}`}>
            {inside}
            {mine && <span class="visually-hidden">{w("mine")}</span>}
          </div>
        ) : (
          <button key={answer.id} type="button" class={`poll-answer ${mine ? "mine" : ""}`} aria-pressed={mine} disabled={waits || full} onClick={() => choose(answer.id)}>
            {inside}
          </button>
        );
      })}
      <p class="poll-foot" role="status">
        {missing && !failed ? <span class="spinner small" aria-hidden="true" /> : <span>{tally.voters === 0 ? w("nobody") : wn("voters", tally.voters)}</span>}
        {!shown && !poll.open && tally.voters > 0 && <span>{w("later")}</span>}
        {tally.shut > 0 && <span>{wn("shut", tally.shut)}</span>}
      </p>
      <p class="poll-buttons">
        {failed && (
          <button type="button" onClick={fetch}>
            {w("again")}
          </button>
        )}
        {shown && poll.open && tally.voters > 0 && (
          <button type="button" onClick={() => (pollDialog.value = { kind: "voters", message })}>
            {w("who")}
          </button>
        )}
        {!ended && !waits && (message.sender === me.value || may(room, me.value, "redact")) && (
          <button type="button" onClick={() => (pollDialog.value = { kind: "end", message })}>
            {w("end")}
          </button>
        )}
      </p>
    </div>
  );
}
