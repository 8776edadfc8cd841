// One report: the event as it was, what was said around it, and what is done about it.
import { useState } from "preact/hooks";
import * as api from "../../api/admin";
import type { MatrixEvent } from "../../api/types";
import { clock, full } from "../../i18n";
import { Failed, Loading } from "../parts/Notice";
import { asking, explain, perform, type Act } from "./act";
import { Badge, Facts, Page, PersonLink, RoomLink, Section, useLoad } from "./parts";
import { locking, suspending } from "./Person";
import { kindText } from "./Reports";
import { blocking, closing } from "./Room";
import { w } from "./words";

export function ReportPage({ id }: { id: string }) {
  const { value, error, reload } = useLoad(() => api.report(id), id);
  return (
    <Page title={value ? kindText(value) : w("report")} parent="#/admin/reports">
      {value ? <Details one={value} /> : error ? <Failed text={error} onRetry={reload} /> : <Loading />}
    </Page>
  );
}

function Details({ one }: { one: api.Report }) {
  const [what, setWhat] = useState("");
  /** Ask, and write down what was done for the answer to the report. */
  const ask = (act: Act) => {
    const run = async (values: Record<string, string>) => {
      const came = await act.run(values);
      setWhat((before) => [before, act.done].filter(Boolean).join("; "));
      return came;
    };
    asking.value = { ...act, run };
  };
  const { event_id: event, room_id: room, user_id: person } = one;
  return (
    <>
      <Facts
        facts={[
          [w("report.reason"), one.reason || w("report.noReason")],
          [w("report.by"), <PersonLink id={one.reporter} />],
          ...(person ? [[w("report.against"), <PersonLink id={person} />] as [string, preact.ComponentChildren]] : []),
          ...(room ? [[w("room"), <RoomLink id={room} />] as [string, preact.ComponentChildren]] : []),
          [w("when"), full(one.at_ms)],
        ]}
      />
      {one.event && (
        <Section title={w("report.said")}>
          <ul class="adm-lines">
            <Line event={one.event} />
          </ul>
          <Around id={String(one.id)} event={event ?? ""} />
        </Section>
      )}
      {one.resolved_ms !== null ? (
        <Section title={w("report.closed")}>
          <p>{one.resolution || w("report.noAnswer")}</p>
          <p class="adm-note">
            <PersonLink id={one.resolved_by ?? ""} /> · {full(one.resolved_ms)}
          </p>
        </Section>
      ) : null}
      <Section title={w("acts")}>
        <div class="adm-acts">
          {event && room && (
            <button
              type="button"
              class="button quiet"
              onClick={() =>
                ask({
                  title: w("redact.ask"),
                  will: [w("redact.1"), w("redact.2")],
                  yes: w("redact"),
                  danger: true,
                  fields: [{ name: "reason", label: w("reason"), max: 1000, hint: w("redact.reasonHint") }],
                  run: ({ reason }) => api.redact(room, event, reason ?? ""),
                  done: w("redact.done"),
                })
              }
            >
              {w("redact")}
            </button>
          )}
          {person && (
            <>
              <button type="button" class="button quiet" onClick={() => ask(suspending(person))}>
                {w("suspend.person")}
              </button>
              <button type="button" class="button quiet" onClick={() => ask(locking(person))}>
                {w("lock.person")}
              </button>
            </>
          )}
          {room && (
            <>
              <button type="button" class="button quiet" onClick={() => ask(blocking(room, room))}>
                {w("block")}
              </button>
              <button type="button" class="button quiet" onClick={() => ask(closing(room, room))}>
                {w("close")}
              </button>
            </>
          )}
        </div>
      </Section>
      {one.resolved_ms === null && (
        <Section title={w("resolve")}>
          <form
            class="adm-form"
            onSubmit={(submitted) => {
              submitted.preventDefault();
              void perform({ run: () => api.resolve(String(one.id), what.trim()), done: w("resolve.done") });
            }}
          >
            <label class="field">
              <span>{w("resolve.what")}</span>
              <textarea rows={2} maxLength={1000} value={what} onInput={(event) => setWhat(event.currentTarget.value)} />
              <small>{w("resolve.hint")}</small>
            </label>
            <button type="submit" class="button primary">
              {w(what.trim() ? "resolve.yes" : "resolve.dismiss")}
            </button>
          </form>
        </Section>
      )}
    </>
  );
}

function Around({ id, event }: { id: string; event: string }) {
  const [state, setState] = useState<{ events?: MatrixEvent[]; redacted?: boolean; error?: string; busy?: boolean }>({});
  const look = () => {
    setState({ busy: true });
    api.contextOf(id).then(
      ({ events, is_redacted }) => setState({ events: events.filter((one) => one.state_key === undefined || one.event_id === event), redacted: is_redacted }),
      (error) => setState({ error: explain(error) }),
    );
  };
  if (state.events) {
    return (
      <>
        <h3 class="adm-sub">
          {w("report.around")} {state.redacted && <Badge bad text={w("report.gone")} />}
        </h3>
        <ul class="adm-lines" aria-label={w("report.around")}>
          {state.events.map((one) => (
            <Line key={one.event_id} event={one} marked={one.event_id === event} />
          ))}
        </ul>
      </>
    );
  }
  return (
    <div class="adm-acts">
      <button type="button" class="button quiet small" disabled={state.busy} aria-busy={state.busy} onClick={look}>
        {w("report.look")}
      </button>
      <small class="adm-note">{state.error ?? w("report.lookHint")}</small>
    </div>
  );
}

function Line({ event, marked = false }: { event: MatrixEvent; marked?: boolean }) {
  const { body } = event.content;
  const text =
    event.type === "m.room.encrypted" ? w("event.encrypted") : typeof body === "string" ? body : Object.keys(event.content).length === 0 ? w("event.gone") : w("event.other", { type: event.type });
  return (
    <li class={marked ? "marked" : ""}>
      <span>
        <b>
          <bdi>{event.sender}</bdi>
        </b>
        <time dateTime={new Date(event.origin_server_ts).toISOString()} title={full(event.origin_server_ts)}>
          {clock(event.origin_server_ts)}
        </time>
      </span>
      <p dir="auto">{text}</p>
    </li>
  );
}
