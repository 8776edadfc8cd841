// What people reported, the newest first.
import { signal } from "@preact/signals";
import { reports, type Report } from "../../api/admin";
import { Choice } from "../parts/Choice";
import { adminPath, Link, Page, Table, Time, usePages } from "./parts";
import { w } from "./words";

const state = signal("open");

export const kindText = (one: Report): string => w(`report.${one.kind === "event" || one.kind === "room" ? one.kind : "person"}` as "report.event");

export function Reports() {
  const pages = usePages((from) => reports({ state: state.value, from }), state.value);
  return (
    <Page title={w("section.reports")}>
      <Choice title={w("show")} value={state.value} options={[["open", w("reports.open")], ["resolved", w("reports.resolved")], ["all", w("reports.all")]]} onChoose={(value) => (state.value = value)} />
      <Table<Report>
        label={w("section.reports")}
        pages={pages}
        id={(one) => one.id}
        icon="check"
        empty={w(state.value === "open" ? "reports.noneOpen" : "reports.none")}
        columns={[
          { head: w("report"), main: true, cell: (one) => <span class="adm-two"><Link to={adminPath("reports", String(one.id))}>{kindText(one)}</Link><small>{one.reason || w("report.noReason")}</small></span> },
          { head: w("report.against"), cell: (one) => <bdi class="adm-cut">{one.user_id ?? one.room_id}</bdi> },
          { head: w("report.by"), cell: (one) => <bdi class="adm-cut">{one.reporter}</bdi> },
          { head: w("when"), cell: (one) => <Time ms={one.at_ms} /> },
        ]}
      />
    </Page>
  );
}
