// Files of a person, of a room or of all: what they take, which of them, and what can be done about each.
import { signal } from "@preact/signals";
import * as api from "../../api/admin";
import { fileSize, t } from "../../i18n";
import { asking, perform } from "./act";
import { Badge, Page, PersonLink, Section, Select, Table, Time, usePages } from "./parts";
import { StoragePlot } from "./Plot";
import { w } from "./words";

const order = signal("largest");

export function FilesPage() {
  return (
    <Page title={w("number.files")}>
      <p class="adm-note">{w("files.hint")}</p>
      <Files where="" />
    </Page>
  );
}

/** `where` is the path of a person or of a room; "" for all. */
export function FilesSection({ where, hint }: { where: string; hint?: string }) {
  return (
    <Section title={w("number.files")}>
      {hint && <p class="adm-note">{hint}</p>}
      <Files where={where} />
    </Section>
  );
}

function Files({ where }: { where: string }) {
  const pages = usePages((from) => api.files(where, { from, limit: 20, order: order.value }), `${where} ${order.value}`);
  const storage = pages.first as api.FilePage | undefined;
  return (
    <>
      {storage && storage.kinds.length > 0 && <StoragePlot kinds={storage.kinds} taken={storage.taken_bytes} quota={storage.quota_bytes} />}
      {(pages.items?.length ?? 0) > 1 && (
        <div class="adm-tools">
          <Select label={w("order")} value={order.value} options={[["largest", w("order.largest")], ["newest", w("order.newest")]]} onChange={(value) => (order.value = value)} />
        </div>
      )}
      <Table<api.FileEntry>
        label={w("number.files")}
        pages={pages}
        id={(one) => one.media_id}
        icon="file"
        empty={w("files.none")}
        columns={[
          { head: w("file"), main: true, cell: (one) => <span class="adm-two"><bdi>{one.file_name || one.media_id}</bdi><small>{one.content_type}</small>{one.is_quarantined && <Badge bad text={w("file.isKept")} />}</span> },
          { head: w("size"), cell: (one) => <span class="adm-size">{fileSize(one.size_bytes)}</span> },
          ...(where.startsWith("/people") ? [] : [{ head: w("person"), cell: (one: api.FileEntry) => <PersonLink id={one.user_id} /> }]),
          { head: w("since"), cell: (one) => <Time ms={one.created_ms} /> },
          { head: w("file.used"), cell: (one) => <span class="adm-two"><Time ms={one.named_ms} /><small>{w(one.is_fetched ? "file.seen" : "file.unseen")}</small></span> },
          {
            head: "",
            cell: (one) => (
              <span class="adm-acts">
                <button type="button" class="button quiet small" onClick={() => keep(one)}>{w(one.is_quarantined ? "file.give" : "file.keep")}</button>
                <button type="button" class="button quiet small" onClick={() => drop(one)}>{t("action.delete")}</button>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function drop(one: api.FileEntry): void {
  asking.value = {
    title: w("file.ask", { name: one.file_name || one.media_id }),
    will: [w("file.1")],
    yes: t("action.delete"),
    danger: true,
    run: () => api.dropFile(one.media_id),
    done: w("file.done"),
  };
}

function keep(one: api.FileEntry): void {
  const set = (value: boolean) => api.setQuarantined(one.media_id, value);
  const next = !one.is_quarantined;
  void perform({ run: () => set(next), done: w(next ? "file.kept" : "file.given"), undo: () => set(!next) });
}
