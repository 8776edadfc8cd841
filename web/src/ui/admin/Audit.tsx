// Every administrative act: who, what, to whom, when, and what was changed into what.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { audit, type AuditEntry } from "../../api/admin";
import { ACTS, actText, detailText, momentOf, subjectPath } from "./describe";
import { Find, Link, Page, PersonLink, Select, Table, Time, usePages } from "./parts";
import { w } from "./words";

const view = signal({ act: "", actor: "", subject: "", since: "", until: "" });

export function Audit({ subject }: { subject?: string }) {
  useEffect(() => {
    if (subject) view.value = { ...view.value, subject };
  }, [subject]);
  const now = view.value;
  const set = (part: Partial<typeof now>) => (view.value = { ...view.value, ...part });
  const query = {
    act: now.act || undefined,
    actor: now.actor || undefined,
    subject: now.subject || undefined,
    since_ms: momentOf(now.since) ?? undefined,
    until_ms: momentOf(now.until) ?? undefined,
  };
  const moment = (label: string, name: "since" | "until") => (
    <label class="adm-select">
      <span>{label}</span>
      <input type="datetime-local" value={now[name]} onInput={(event) => set({ [name]: event.currentTarget.value })} />
    </label>
  );
  return (
    <Page title={w("section.audit")}>
      <div class="adm-tools">
        <Select label={w("audit.act")} value={now.act} options={[["", w("audit.any")], ...ACTS.map((one): [string, string] => [one, actText(one, null)])]} onChange={(act) => set({ act })} />
        {moment(w("audit.since"), "since")}
        {moment(w("audit.until"), "until")}
        <Find key={`s${subject}`} label={w("audit.subject")} value={now.subject} onInput={(text) => set({ subject: text.trim() })} />
        <Find label={w("audit.actor")} value={now.actor} onInput={(text) => set({ actor: text.trim() })} />
      </div>
      <AuditTable query={query} />
    </Page>
  );
}

export function AuditTable({ query }: { query: Record<string, string | number | undefined> }) {
  const pages = usePages((from) => audit({ ...query, from, limit: query.act || !query.subject ? 50 : 20 }), JSON.stringify(query));
  return (
    <Table<AuditEntry>
      label={w("section.audit")}
      pages={pages}
      id={(one) => one.id}
      icon="clock"
      empty={w("audit.none")}
      columns={[
        { head: w("audit.act"), main: true, cell: (one) => <span class="adm-two"><span>{actText(one.act, one.new)}</span><small>{detailText(one.new)}</small></span> },
        { head: w("audit.subject"), cell: (one) => (subjectPath(one.subject) ? <Link to={subjectPath(one.subject)!}>{one.subject}</Link> : <bdi>{one.subject}</bdi>) },
        { head: w("audit.actor"), cell: (one) => (one.actor.startsWith("@") ? <PersonLink id={one.actor} /> : w("audit.commandLine")) },
        { head: w("when"), cell: (one) => <Time ms={one.at_ms} /> },
      ]}
    />
  );
}
