// The forecast: what is assumed, and what comes of it.
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../../../api/forecast";
import { Failed, Loading } from "../../parts/Notice";
import { explain } from "../act";
import { Facts, Page, Section, Select, useLoad } from "../parts";
import { people, percent } from "./figures";
import { Results } from "./Results";
import { f } from "./words";
import "./forecast.css";

const BASES = ["laiwang", "momo", "wechat", "own"] as const;
type Basis = (typeof BASES)[number];
const MONTHS = 37;
const DRAWS = 400;
const OWN_ADDRESSABLE = "100000";

interface Form {
  addressable: string;
  wordOfMouth: string;
  boughtFirst: string;
  bought: string;
  response: string;
  goalPeople: string;
  goalMonth: string;
  goalMeasure: string;
}

export function Forecast() {
  const { value, error, reload } = useLoad(api.examples, "forecast examples");
  return (
    <Page title={f("title")}>
      {value ? <Reckon scenarios={value.scenarios} hasExtra={value.has_extra} /> : error ? <Failed text={error} onRetry={reload} /> : <Loading />}
    </Page>
  );
}

function formOf(scenario: api.Scenario): Form {
  const [first = 0, ...later] = scenario.bought;
  return {
    addressable: String(scenario.addressable),
    wordOfMouth: String(scenario.word_of_mouth),
    boughtFirst: String(first),
    bought: String(later.at(-1) ?? first),
    response: String(Math.round((scenario.waves[0]?.response ?? 1) * 100)),
    goalPeople: String(Math.round(scenario.addressable * 0.12)),
    goalMonth: "24",
    goalMeasure: "active",
  };
}

function Reckon({ scenarios, hasExtra }: { scenarios: Record<string, api.Scenario>; hasExtra: boolean }) {
  const [basis, setBasis] = useState<Basis>("laiwang");
  const start = scenarios[`2013-${basis}`];
  const [form, setForm] = useState<Form>(() => formOf(scenarios["2013-laiwang"]!));
  const [found, setFound] = useState<api.Forecast>();
  const [own, setOwn] = useState<api.OwnData>();
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const round = useRef(0);
  const set = (name: keyof Form) => (value: string) => setForm((now) => ({ ...now, [name]: value }));

  const reckon = async () => {
    const mine = ++round.current;
    const isLatest = () => round.current === mine; // what was asked meanwhile is answered later, and counts
    setBusy(true);
    setError("");
    const goals: api.Goal[] = Number(form.goalPeople) > 0 ? [{ people: Number(form.goalPeople), by_month: Number(form.goalMonth), measure: form.goalMeasure as api.Measure }] : [];
    const shared = { months: MONTHS, draws: hasExtra ? DRAWS : 0, goals };
    try {
      if (start) {
        const response = Number(form.response) / 100;
        const scenario = {
          ...start,
          addressable: Number(form.addressable),
          word_of_mouth: Number(form.wordOfMouth),
          bought: [Number(form.boughtFirst), Number(form.bought)],
          waves: start.waves.map((one) => ({ ...one, response })),
        };
        const answer = await api.forecast({ ...shared, scenario });
        if (isLatest()) setFound(answer);
      } else {
        const told = await api.ownData(Number(form.addressable));
        const answer = told.calibrated ? await api.forecast({ ...shared, scenario: told.calibrated.scenario, samples: told.calibrated.samples }) : undefined;
        if (!isLatest()) return;
        setOwn(told);
        setFound(answer);
      }
    } catch (problem) {
      if (isLatest()) setError(explain(problem));
    }
    if (isLatest()) setBusy(false);
  };
  const choose = (next: Basis) => {
    round.current++;
    setBusy(false);
    setError("");
    setBasis(next);
    setFound(undefined);
    setOwn(undefined);
    const other = scenarios[`2013-${next}`];
    setForm((now) => (other ? formOf(other) : { ...now, addressable: OWN_ADDRESSABLE, goalPeople: "" }));
  };
  useEffect(() => void (start && reckon()), [basis]);

  return (
    <>
      <p class="adm-note">{f("about")}</p>
      {!hasExtra && <p class="adm-note">{f("noExtra")}</p>}
      <form
        class="fan-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void reckon();
        }}
      >
        <Select label={f("basis")} value={basis} options={BASES.map((one) => [one, f(`basis.${one}`)])} onChange={(next) => choose(next as Basis)} />
        <fieldset>
          <legend>{f("assumed")}</legend>
          <Amount label={f("addressable")} hint={f("addressable.hint")} value={form.addressable} min={1} onInput={set("addressable")} isPeople />
          {start && (
            <>
              <Amount label={f("wordOfMouth")} value={form.wordOfMouth} max={10} onInput={set("wordOfMouth")} />
              <Amount label={f("response")} value={form.response} max={100} onInput={set("response")} />
              <Amount label={f("boughtFirst")} value={form.boughtFirst} onInput={set("boughtFirst")} isPeople />
              <Amount label={f("bought")} value={form.bought} onInput={set("bought")} isPeople />
            </>
          )}
        </fieldset>
        <fieldset>
          <legend>{f("goal")}</legend>
          <Amount label={f("goal.people")} value={form.goalPeople} onInput={set("goalPeople")} isPeople isOptional />
          <Amount label={f("goal.month")} value={form.goalMonth} max={MONTHS - 1} onInput={set("goalMonth")} />
          <Select label={f("goal.measure")} value={form.goalMeasure} options={(["registered", "active"] as const).map((one) => [one, f(`measure.${one}`)])} onChange={set("goalMeasure")} />
        </fieldset>
        <button type="submit" class="button primary" aria-disabled={busy}>
          {f(busy ? "reckoning" : "reckon")}
        </button>
      </form>
      <div aria-live="polite" aria-busy={busy}>
        {error && <Failed text={error} onRetry={() => void reckon()} />}
        {own && <Own own={own} />}
        {found ? <Results found={found} /> : busy && <Loading />}
      </div>
    </>
  );
}

function Amount(props: { label: string; hint?: string; value: string; min?: number; max?: number; isPeople?: boolean; isOptional?: boolean; onInput: (value: string) => void }) {
  const { label, hint, value, min = 0, max = 1e11, isPeople, isOptional, onInput } = props;
  return (
    <label class="field">
      <span>{label}</span>
      <input type="number" inputMode="decimal" step="any" min={min} max={max} required={!isOptional} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      {(hint || isPeople) && (
        <small>
          {[isPeople && Number(value) >= 1000 ? people(Number(value)) : "", hint].filter(Boolean).join(" · ")}
        </small>
      )}
    </label>
  );
}

function Own({ own }: { own: api.OwnData }) {
  const { backtest, lacking } = own;
  return (
    <Section title={f("own")}>
      <Facts
        facts={[
          [f("own.people"), own.people],
          [f("own.active"), own.active],
        ]}
      />
      {lacking.length > 0 ? (
        <div class="fan-lacking">
          <b>{f("own.lacking")}</b>
          <ul>
            {lacking.map(({ what, needed, there }) => (
              <li key={what}>{f(`lacking.${what}`, { needed, there })}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p class="adm-note">
          {backtest ? f("own.tested", { forecasts: backtest.forecasts, error: percent(backtest.error), coverage: percent(backtest.coverage) }) : f("own.untested")}
        </p>
      )}
    </Section>
  );
}
