// How the server is set, to read: settings are changed in its file or environment, and hold when they are read again or after a restart.
import { useState } from "preact/hooks";
import { settings, type Setting } from "../../api/admin";
import { Badge, Find, Page, Table, usePages } from "./parts";
import { w } from "./words";

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(", ") || "–" : value === "" ? "–" : String(value));

export function Server() {
  const [find, setFind] = useState("");
  const pages = usePages(async () => ({ items: (await settings()).settings }), "settings");
  const wanted = find.toLowerCase();
  const items = pages.items?.filter((one) => `${one.name} ${one.description}`.toLowerCase().includes(wanted)).sort((a, b) => Number(b.is_changed) - Number(a.is_changed));
  return (
    <Page title={w("section.server")}>
      <p class="adm-note">{w("server.hint")}</p>
      <div class="adm-tools">
        <Find label={w("server.find")} value={find} onInput={setFind} />
      </div>
      <Table<Setting>
        label={w("section.server")}
        pages={{ ...pages, items }}
        id={(one) => one.name}
        icon="settings"
        empty={w("server.none")}
        columns={[
          { head: w("server.name"), main: true, cell: (one) => <span class="adm-two"><code>{one.name}</code><small lang="en">{one.description}</small></span> },
          { head: w("server.value"), cell: (one) => <span class="adm-value"><code>{one.is_secret && one.value ? w("server.secret") : shown(one.value)}</code> {one.is_changed && <Badge text={w("server.changed")} />}</span> },
          { head: w("server.default"), cell: (one) => <code>{shown(one.default)}</code> },
        ]}
      />
    </Page>
  );
}
