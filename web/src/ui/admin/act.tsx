// Acts: what is destructive asks first and says what will happen; each says what came of it, and offers the way back where there is one.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { MatrixError } from "../../api/http";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { w } from "./words";

export interface Field {
  name: string;
  label: string;
  kind?: "text" | "long" | "check" | "number" | "date";
  value?: string;
  hint?: string;
  required?: boolean;
  max?: number;
}

export type Values = Record<string, string>;

export interface Act {
  title: string;
  /** What will happen, a sentence each. */
  will?: string[];
  yes: string;
  danger?: boolean;
  fields?: Field[];
  /** What came of it where that has to be shown, such as a new password. */
  run: (values: Values) => Promise<{ secret?: string } | void | unknown>;
  done: string;
  undo?: () => Promise<unknown>;
}

interface Told {
  text: string;
  bad?: boolean;
  secret?: string;
  undo?: () => Promise<unknown>;
}

export const asking = signal<Act | null>(null);
export const told = signal<Told | null>(null);
/** Counts the acts, so that pages read anew what they show. */
export const changes = signal(0);

export function explain(error: unknown): string {
  if (!(error instanceof MatrixError)) return reason(error);
  if (error.errcode === "M_USER_IN_USE") return w("error.nameTaken");
  if (error.errcode === "M_INVALID_USERNAME") return w("error.badName");
  if (error.errcode === "M_WEAK_PASSWORD" || error.errcode === "M_PASSWORD_TOO_SHORT") return w("error.weak");
  if (error.status === 409) return w("error.faster");
  if (error.status === 403) return w("error.refused");
  if (error.status === 404) return w("error.gone");
  return reason(error);
}

/** Do it now, without a question. */
export async function perform({ run, done, undo }: Pick<Act, "done" | "undo"> & { run: () => Promise<unknown> }): Promise<void> {
  try {
    await run();
    told.value = { text: done, undo };
  } catch (error) {
    told.value = { text: explain(error), bad: true };
  }
  changes.value += 1;
}

export function Asking() {
  const act = asking.value;
  return act && <Question key={act.title} act={act} />;
}

function Question({ act }: { act: Act }) {
  const [values, setValues] = useState<Values>(Object.fromEntries((act.fields ?? []).map((one) => [one.name, one.value ?? ""])));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const close = () => !busy && (asking.value = null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError("");
    try {
      const came = (await act.run(values)) as { secret?: string } | undefined;
      told.value = { text: act.done, undo: act.undo, secret: came?.secret };
      asking.value = null;
      changes.value += 1;
    } catch (problem) {
      setError(explain(problem));
      setBusy(false);
    }
  };
  return (
    <Dialog label={act.title} onClose={close}>
      <form class="adm-ask" onSubmit={submit}>
        <h2>{act.title}</h2>
        {act.will && (
          <ul>
            {act.will.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {(act.fields ?? []).map((one) => (
          <Input key={one.name} field={one} value={values[one.name] ?? ""} onChange={(value) => setValues({ ...values, [one.name]: value })} />
        ))}
        {error && (
          <p class="form-error" role="alert">
            {error}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={close}>
            {t("action.cancel")}
          </button>
          <button type="submit" class={`button ${act.danger ? "danger" : "primary"}`} disabled={busy} aria-busy={busy}>
            {act.yes}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Input({ field, value, onChange }: { field: Field; value: string; onChange: (value: string) => void }) {
  const { label, kind = "text", hint, required, max } = field;
  if (kind === "check") {
    return (
      <label class="adm-check">
        <input type="checkbox" checked={value === "yes"} onChange={(event) => onChange(event.currentTarget.checked ? "yes" : "")} />
        <span>
          {label}
          {hint && <small>{hint}</small>}
        </span>
      </label>
    );
  }
  const shared = { value, required, onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value) };
  return (
    <label class="field">
      <span>{label}</span>
      {kind === "long" ? (
        <textarea rows={3} maxLength={max ?? 1000} {...shared} />
      ) : kind === "number" ? (
        <input type="number" min={0} {...shared} />
      ) : kind === "date" ? (
        <input type="datetime-local" {...shared} />
      ) : (
        <input type="text" maxLength={max ?? 250} autocomplete="off" autocapitalize="none" {...shared} />
      )}
      {hint && <small>{hint}</small>}
    </label>
  );
}

/** What came of the last act; it stays until the next one, or until it is closed. */
export function TellOutcome() {
  const now = told.value;
  return (
    <div class="adm-told-place" role={now?.bad ? "alert" : "status"}>
      {now && (
        <div class={`adm-told ${now.bad ? "bad" : ""}`}>
          <span>
            {now.text}
            {now.secret && <code>{now.secret}</code>}
          </span>
          {now.secret && (
            <button type="button" onClick={() => void copy(now.secret!)}>
              {t("action.copy")}
            </button>
          )}
          {now.undo && (
            <button type="button" onClick={() => void perform({ run: now.undo!, done: w("undone") })}>
              {w("undo")}
            </button>
          )}
          <button type="button" aria-label={t("action.close")} onClick={() => (told.value = null)}>
            <Icon name="close" size={18} />
          </button>
        </div>
      )}
    </div>
  );
}

export async function copy(text: string): Promise<void> {
  const was = told.value;
  await navigator.clipboard?.writeText(text).then(
    () => (told.value = was?.secret ? { ...was, text: t("action.copied") } : { text: t("action.copied") }),
    () => undefined,
  );
}
