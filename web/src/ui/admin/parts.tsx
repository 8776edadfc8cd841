// What the pages are made of: the frame of a page, lists that come in pages, tables that are cards on a phone.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Page as Paged } from "../../api/admin";
import { t, when, full } from "../../i18n";
import { connection } from "../../store/state";
import { back, go } from "../app/router";
import { Icon, type IconName } from "../parts/Icon";
import { Empty, Failed, Loading } from "../parts/Notice";
import { changes, explain } from "./act";
import { w } from "./words";

export const adminPath = (...parts: string[]): string => ["#/admin", ...parts.map(encodeURIComponent)].join("/");

/** Something that is read from the server, anew after every act and when the network is back. */
export function useLoad<T>(load: () => Promise<T>, key: string) {
  const [state, setState] = useState<{ key: string; value?: T; error?: string }>({ key });
  const [round, setRound] = useState(0);
  const online = connection.value !== "offline";
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setState({ key, value }),
      (error) => wanted && setState((old) => ({ key, value: old.key === key ? old.value : undefined, error: explain(error) })),
    );
    return () => {
      wanted = false;
    };
  }, [key, round, changes.value, online]);
  const fresh = state.key === key ? state : { key };
  return { value: fresh.value as T | undefined, error: fresh.error, reload: () => setRound((now) => now + 1) };
}

/** A list that comes page by page; what is loaded stays while it is read anew. */
export function usePages<T>(load: (from: string | undefined) => Promise<Paged<T>>, key: string) {
  const [more, setMore] = useState<{ key: string; items: T[]; next?: string; busy?: boolean; error?: string }>();
  const first = useLoad(() => load(undefined).then((page) => (setMore(undefined), page)), key);
  const later = more?.key === key ? more : undefined;
  const next = later ? later.next : first.value?.next;
  const loadMore = async () => {
    const known = later?.items ?? [];
    setMore({ key, items: known, next, busy: true });
    try {
      const page = await load(next);
      setMore({ key, items: [...known, ...page.items], next: page.next });
    } catch (error) {
      setMore({ key, items: known, next, error: explain(error) });
    }
  };
  return {
    items: first.value && [...first.value.items, ...(later?.items ?? [])],
    total: first.value?.total,
    /** The first page with what else it says. */
    first: first.value,
    error: first.error ?? later?.error,
    reload: first.reload,
    more: next && !later?.busy ? loadMore : undefined,
  };
}

export type Pages<T> = ReturnType<typeof usePages<T>>;

interface PageProps {
  title: string;
  /** Where one step back leads. */
  parent?: string;
  children: ComponentChildren;
  actions?: ComponentChildren;
}

export function Page({ title, parent = "#/admin", children, actions }: PageProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <header class="bar adm-bar">
        <button type="button" class={`icon-button ${parent === "#/admin" || parent === "#/settings" ? "adm-up" : ""}`} aria-label={t("talk.back")} onClick={() => back(parent)}>
          <Icon name="back" />
        </button>
        <h1 tabIndex={-1} ref={head}>
          {title}
        </h1>
        {actions}
      </header>
      <div class="scroll adm-scroll">
        <div class="adm-page">{children}</div>
      </div>
    </>
  );
}

export interface Column<T> {
  head: string;
  cell: (one: T) => ComponentChildren;
  /** The name of a row: it stands alone on top of its card. */
  main?: boolean;
}

interface TableProps<T> {
  label: string;
  pages: Pages<T>;
  columns: Column<T>[];
  id: (one: T) => string | number;
  empty: string;
  icon: IconName;
}

export function Table<T>({ label, pages, columns, id, empty, icon }: TableProps<T>) {
  const { items, error, reload, more } = pages;
  if (!items) return error ? <Failed text={error} onRetry={reload} /> : <Loading />;
  if (items.length === 0) return <Empty icon={icon} title={empty} />;
  return (
    <>
      <table class="adm-table" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((one, i) => (
              <th key={i} role="columnheader" scope="col">
                {one.head || <span class="visually-hidden">{w("acts")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((one) => (
            <tr role="row" key={id(one)}>
              {columns.map((column, i) => (
                <td key={i} role="cell" class={column.main ? "main" : ""} data-head={column.main ? undefined : column.head || undefined}>
                  {column.cell(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {error && <Failed text={error} onRetry={reload} />}
      {more && (
        <button type="button" class="button quiet adm-more" onClick={() => void more()}>
          {w("more")}
        </button>
      )}
    </>
  );
}

export function Find({ label, value, onInput }: { label: string; value: string; onInput: (value: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => text !== value && onInput(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="search adm-find" role="search" aria-label={label}>
      <Icon name="search" size={18} />
      <input type="search" placeholder={label} aria-label={label} value={text} maxLength={200} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
    </div>
  );
}

export function Select({ label, value, options, onChange }: { label: string; value: string; options: [string, string][]; onChange: (value: string) => void }) {
  return (
    <label class="adm-select">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Facts({ facts }: { facts: [string, ComponentChildren][] }) {
  return (
    <dl class="adm-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Section({ title, children, actions }: { title: string; children: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <section class="adm-section" aria-label={title}>
      <div class="adm-section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

export const Badge = ({ text, bad = false }: { text: string; bad?: boolean }) => <span class={`adm-badge ${bad ? "bad" : ""}`}>{text}</span>;

export function Link({ to, children }: { to: string; children: ComponentChildren }) {
  return (
    <a
      class="adm-link"
      href={to}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      <bdi>{children}</bdi>
    </a>
  );
}

export const PersonLink = ({ id }: { id: string }) => <Link to={adminPath("people", id)}>{id}</Link>;
export const RoomLink = ({ id, name }: { id: string; name?: string | null }) => <Link to={adminPath("rooms", id)}>{name || id}</Link>;

export const Time = ({ ms }: { ms: number | null }) =>
  ms === null ? <>–</> : (
    <time dateTime={new Date(ms).toISOString()} title={full(ms)}>
      {when(ms)}
    </time>
  );
