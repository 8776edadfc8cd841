// How it goes, in numbers; each leads to what it counts.
import { overview, type Numbers } from "../../api/admin";
import { fileSize } from "../../i18n";
import { go } from "../app/router";
import { Failed, Loading } from "../parts/Notice";
import { adminPath, Page, Section, useLoad } from "./parts";
import { dayText } from "./describe";
import { w, wn } from "./words";

export function Overview() {
  const { value, error, reload } = useLoad(overview, "overview");
  return (
    <Page title={w("section.overview")} parent="#/settings">
      {value ? <Tiles numbers={value} /> : error ? <Failed text={error} onRetry={reload} /> : <Loading />}
    </Page>
  );
}

function Tiles({ numbers }: { numbers: Numbers }) {
  const { people, seen_in_day, seen_in_week, seen_in_month, open_reports, locked, suspended, rooms, blocked_rooms, files, files_bytes } = numbers;
  const tiles: [string, string, string, string, boolean?][] = [
    ["people", String(people), w("number.people"), w("number.admins", { count: numbers.administrators })],
    ["people", String(seen_in_day), w("number.today"), w("number.lately", { week: seen_in_week, month: seen_in_month })],
    ["reports", String(open_reports), w("number.reports"), w(open_reports ? "number.waiting" : "number.nothing"), open_reports > 0],
    ["rooms", String(rooms), w("number.rooms"), w("number.blocked", { count: blocked_rooms })],
    ["people", fileSize(files_bytes), w("number.files"), wn("files", files)],
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
      <Section title={w("registered")}>
        <Days days={numbers.registered} />
      </Section>
      <p class="adm-note">{w("serverIs", { name: numbers.server_name, version: numbers.version })}</p>
    </>
  );
}

/** A column for each day. */
function Days({ days }: { days: Numbers["registered"] }) {
  const most = Math.max(1, ...days.map((one) => one.people));
  const sum = days.reduce((all, one) => all + one.people, 0);
  return (
    <figure class="adm-days">
      <div role="img" aria-label={w("registeredSum", { count: sum, most })}>
        {days.map((one) => (
          <span key={one.begin_ms} title={`${dayText(one.begin_ms)}: ${one.people}`} style={{ "--part": String(one.people / most) }} class={one.people ? "" : "none"} />
        ))}
      </div>
      <figcaption>
        <span>{dayText(days[0]!.begin_ms)}</span>
        <span>{w("registeredSum", { count: sum, most })}</span>
        <span>{dayText(days.at(-1)!.begin_ms)}</span>
      </figcaption>
    </figure>
  );
}
