// Telling everybody something, or some people: written in one language or in both, looked at first, and followed on its way.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as api from "../../api/admin";
import { full } from "../../i18n";
import { asking } from "./act";
import { joined } from "./describe";
import { Page, PersonLink, Section, Table, useLoad, usePages } from "./parts";
import { w, wn } from "./words";

const fresh = () => ({ zh: "", en: "", some: false, people: "", request: [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("") });
/** What is being written; it stays while other pages are visited, and its number makes a retry the same announcement. */
const draft = signal(fresh());
const LOOK_AGAIN_MS = 1_500;

export function Announcements() {
  const { zh, en, some, people, request } = draft.value;
  const set = (part: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...part });
  const body = joined(zh, en);
  const named = people.split(/[\s,，、;；]+/).filter(Boolean);
  const all = useLoad(api.overview, "overview").value?.people;
  const send = (event: Event) => {
    event.preventDefault();
    if (!body || (some && named.length === 0)) return;
    asking.value = {
      title: some ? wn("announce.askSome", named.length) : w("announce.ask", { count: all ?? "…" }),
      will: [w("announce.1"), w("announce.2")],
      yes: w("announce.send"),
      run: async () => {
        await api.announce({ body, people: some ? named : null, request_id: request });
        draft.value = fresh();
      },
      done: w("announce.done"),
    };
  };
  return (
    <Page title={w("section.announcements")}>
      <form class="adm-form" onSubmit={send}>
        <label class="field">
          <span>{w("announce.zh")}</span>
          <textarea rows={3} lang="zh-CN" maxLength={4900} value={zh} onInput={(event) => set({ zh: event.currentTarget.value })} />
        </label>
        <label class="field">
          <span>{w("announce.en")}</span>
          <textarea rows={3} lang="en" maxLength={4900} value={en} onInput={(event) => set({ en: event.currentTarget.value })} />
          <small>{w("announce.hint")}</small>
        </label>
        <label class="adm-check">
          <input type="checkbox" checked={some} onChange={(event) => set({ some: event.currentTarget.checked })} />
          <span>{w("announce.some")}</span>
        </label>
        {some && (
          <label class="field">
            <span>{w("announce.people")}</span>
            <textarea rows={2} autocapitalize="none" spellcheck={false} value={people} onInput={(event) => set({ people: event.currentTarget.value })} />
            <small>{w("announce.peopleHint")}</small>
          </label>
        )}
        {body && (
          <div class="adm-preview">
            <span>{w("announce.preview")}</span>
            <p dir="auto">{body}</p>
          </div>
        )}
        <button type="submit" class="button primary" disabled={!body || (some && named.length === 0)}>
          {w("announce.send")}
        </button>
      </form>
      <Past />
    </Page>
  );
}

function Past() {
  const pages = usePages((from) => api.announcements({ from, limit: 20 }), "announcements");
  const onTheWay = pages.items?.some((one) => one.finished_ms === null);
  useEffect(() => {
    if (!onTheWay) return;
    const timer = setTimeout(pages.reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [pages.items]);
  return (
    <Section title={w("announce.past")}>
      <Table<api.Announcement>
        label={w("announce.past")}
        pages={pages}
        id={(one) => one.id}
        icon="send"
        empty={w("announce.none")}
        columns={[
          { head: w("announce.text"), main: true, cell: (one) => <span class="adm-two"><bdi class="adm-text">{one.body}</bdi><small>{full(one.created_ms)}</small></span> },
          { head: w("announce.by"), cell: (one) => <PersonLink id={one.created_by} /> },
          {
            head: w("announce.reached"),
            cell: (one) =>
              one.finished_ms !== null ? (
                wn("announce.told", one.told)
              ) : (
                <span class="adm-progress">
                  <progress max={Math.max(1, one.total)} value={one.told} aria-label={w("announce.reached")} /> {one.told} / {one.total}
                </span>
              ),
          },
        ]}
      />
    </Section>
  );
}
