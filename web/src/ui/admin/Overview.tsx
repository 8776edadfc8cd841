// How it goes, in numbers; each leads to what it counts.
import * as api from "../../api/admin";
import { fileSize } from "../../i18n";
import { go } from "../app/router";
import { Failed, Loading } from "../parts/Notice";
import { adminPath, Facts, Page, Section, useLoad } from "./parts";
import { shareOf } from "./describe";
import { DayPlot } from "./Plot";
import { w, wn } from "./words";

export function Overview() {
  const { value, error, reload } = useLoad(api.overview, "overview");
  return (
    <Page title={w("section.overview")} parent="#/settings">
      {value ? <Tiles numbers={value} /> : error ? <Failed text={error} onRetry={reload} /> : <Loading />}
    </Page>
  );
}

function Tiles({ numbers }: { numbers: api.Numbers }) {
  const { people, seen_in_day, seen_in_week, seen_in_month, open_reports, locked, suspended, rooms, blocked_rooms, files, files_bytes } = numbers;
  const activity = useLoad(api.activity, "activity");
  const tiles: [string, string, string, string, boolean?][] = [
    ["people", String(people), w("number.people"), w("number.admins", { count: numbers.administrators })],
    ["people", String(seen_in_day), w("number.today"), w("number.lately", { week: seen_in_week, month: seen_in_month })],
    ["reports", String(open_reports), w("number.reports"), w(open_reports ? "number.waiting" : "number.nothing"), open_reports > 0],
    ["rooms", String(rooms), w("number.rooms"), w("number.blocked", { count: blocked_rooms })],
    ["files", fileSize(files_bytes), w("number.files"), wn("files", files)],
    ["people", String(locked + suspended), w("number.stopped"), w("number.stoppedHint", { locked, suspended })],
  ];
  return (
    <>
      <ul class="adm-tiles">
        {tiles.map(([to, number, name, hint, warn]) => (
          <li key={name}>
            <a
              href={adminPath(to)}
              class={warn ? "warn" : ""}
              onClick={(event) => {
                event.preventDefault();
                go(adminPath(to));
              }}
            >
              <b>{number}</b>
              <span>{name}</span>
              <small>{hint}</small>
            </a>
          </li>
        ))}
      </ul>
      <Section title={w("talk")}>
        {activity.value ? <Talk activity={activity.value} /> : activity.error ? <Failed text={activity.error} onRetry={activity.reload} /> : <Loading />}
      </Section>
      <Section title={w("joining")}>
        <DayPlot label={w("registered")} days={numbers.registered.map((one) => ({ begin_ms: one.begin_ms, value: one.people }))} note={w("plot.sum", { count: numbers.registered.reduce((sum, one) => sum + one.people, 0) })} />
      </Section>
      <p class="adm-note">{w("serverIs", { name: numbers.server_name, version: numbers.version })}</p>
    </>
  );
}

/** People who talk, not people who are there: how many of those registered, and day by day. */
function Talk({ activity }: { activity: api.Activity }) {
  const { people, days } = activity;
  const wrote: [string, number][] = [
    [w("talk.day"), activity.wrote_in_day],
    [w("talk.week"), activity.wrote_in_week],
    [w("talk.month"), activity.wrote_in_month],
  ];
  const messages = days.map((one) => ({ begin_ms: one.begin_ms, value: one.messages }));
  const writers = days.map((one) => ({ begin_ms: one.begin_ms, value: one.people }));
  return (
    <>
      <Facts
        facts={[
          [w("talk.registered"), people],
          ...wrote.map(([name, count]): [string, string] => [name, w("talk.share", { count, share: shareOf(count, people) })]),
        ]}
      />
      <div class="adm-plots">
        <DayPlot label={w("talk.messages")} days={messages} note={w("plot.sum", { count: messages.reduce((sum, one) => sum + one.value, 0) })} />
        <DayPlot label={w("talk.people")} days={writers} note={w("plot.most", { count: Math.max(...writers.map((one) => one.value)) })} />
      </div>
    </>
  );
}
