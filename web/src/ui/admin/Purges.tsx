// The old history of a room, deleted for good: asked for, watched while it goes, and what came of it.
import { useEffect } from "preact/hooks";
import * as api from "../../api/admin";
import { full } from "../../i18n";
import { asking } from "./act";
import { fieldOf, momentOf } from "./describe";
import { PersonLink, Section, Table, Time, usePages } from "./parts";
import { w, wn } from "./words";

const LOOK_AGAIN_MS = 1_000;

export function Purges({ id, name, events }: { id: string; name: string; events: number }) {
  const pages = usePages((from) => api.purges(id, { from, limit: 10 }), id);
  const isRunning = pages.items?.some((one) => one.finished_ms === null) ?? false;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(pages.reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [pages.items]);
  const ask = () =>
    (asking.value = {
      title: w("purge.ask", { name }),
      will: [w("purge.1"), w("purge.2"), w("purge.3"), w("purge.4")],
      yes: w("purge"),
      danger: true,
      fields: [{ name: "before", label: w("purge.before"), kind: "date", value: fieldOf(Date.now()), hint: w("purge.beforeHint"), required: true }],
      // what is typed has no seconds: the minute that was named goes whole
      run: ({ before }) => api.purge(id, (momentOf(before ?? "") ?? 0) + 60_000),
      done: w("purge.started"),
    });
  return (
    <Section
      title={w("purges")}
      actions={
        <button type="button" class="button danger small" disabled={isRunning} onClick={ask}>
          {w("purge")}
        </button>
      }
    >
      <Table<api.Purge>
        label={w("purges")}
        pages={pages}
        id={(one) => one.id}
        icon="trash"
        empty={w("purges.none")}
        columns={[
          { head: w("purge.upTo"), main: true, cell: (one) => <span>{one.before_ms === null ? one.before_event_id : full(one.before_ms)}</span> },
          { head: w("state"), cell: (one) => <State one={one} events={events} /> },
          { head: w("purge.deleted"), cell: (one) => <span class="adm-two"><span>{wn("purge.messages", one.deleted)}</span><small>{wn("files", one.files)}</small></span> },
          { head: w("audit.actor"), cell: (one) => <PersonLink id={one.requested_by} /> },
          { head: w("when"), cell: (one) => <Time ms={one.started_ms} /> },
        ]}
      />
    </Section>
  );
}

function State({ one, events }: { one: api.Purge; events: number }) {
  if (one.finished_ms !== null) return <>{w("purge.done")}</>;
  return (
    <span class="adm-two">
      <progress class="adm-progress" max={Math.max(events, one.looked_at, 1)} value={one.looked_at} aria-label={w("purge.running")} />
      <small>{w("purge.lookedAt", { count: one.looked_at })}</small>
    </span>
  );
}
