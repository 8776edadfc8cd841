// What was reckoned: two charts and a month to look at, what it means, goals with what must be true, and what small steps are worth.
import { useState } from "preact/hooks";
import type { Forecast } from "../../../api/forecast";
import { Facts, Section } from "../parts";
import { FanPlot } from "./FanPlot";
import { goalText, leverValue, people, percent, plain } from "./figures";
import { f } from "./words";

export function Results({ found }: { found: Forecast }) {
  const { registered, active, summary, months, density } = found;
  const [wanted, setMonth] = useState(Math.min(12, months - 1));
  const month = Math.min(wanted, months - 1);
  const goals = found.goals.map((one) => one.goal);
  const last = months - 1;
  return (
    <>
      <div class="adm-plots">
        <FanPlot label={f("registered")} curve={registered} month={month} goal={goals.find((one) => one.measure === "registered")?.people} />
        <FanPlot label={f("active")} curve={active} month={month} goal={goals.find((one) => one.measure === "active")?.people} />
      </div>
      <label class="fan-slider">
        <span>{f("month.at", { month })}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={month}
          aria-valuetext={`${f("month.at", { month })}: ${f("registered")} ${people(registered.central[month]!)}, ${f("active")} ${people(active.central[month]!)}`}
          onInput={(event) => setMonth(Number(event.currentTarget.value))}
        />
        <small>
          {f("density")}: {plain(density[month]!, 2)}
        </small>
      </label>
      <Section title={f("means")}>
        <Facts
          facts={[
            [f("stay12"), percent(summary.survival_12)],
            [f("activeMonths"), plain(summary.active_months, 1)],
            [f("reproduction"), plain(summary.reproduction, 1)],
            [f("ratio"), percent(active.central[last]! / Math.max(1, registered.central[last]!))],
            [f("mostActive"), people(Math.max(...active.central))],
          ]}
        />
      </Section>
      {goals.length > 0 && <Goals found={found} />}
      <Section title={f("levers")}>
        <Grid
          label={f("levers")}
          heads={[f("step"), f("step.active"), f("step.worth")]}
          rows={found.levers.map((one) => [f(`step.${one.lever}` as "step.bought"), people(one.active_mean), one.worth_bought === null ? "–" : people(one.worth_bought)])}
        />
      </Section>
    </>
  );
}

function Goals({ found }: { found: Forecast }) {
  return (
    <Section title={f("goals")}>
      {found.goals.map(({ goal, month, chance }) => {
        const needs = found.needs.filter((one) => one.goal.people === goal.people && one.goal.by_month === goal.by_month && one.goal.measure === goal.measure);
        const text = goalText(goal);
        return (
          <div class="fan-goal-card" key={text}>
            <p>
              <b>{month === null ? f("goals.never", { goal: text, months: found.months }) : f("goals.reached", { goal: text, month })}</b>
              {chance !== null && <span>{f("goals.chance", { share: percent(chance) })}</span>}
            </p>
            <Grid
              label={`${text}: ${f("alone")}`}
              heads={[f("alone"), f("need.assumed"), f("need.needed")]}
              rows={needs.map((one) => [f(`lever.${one.lever}` as "lever.bought"), leverValue(one.lever, one.assumed), one.needed === null ? f("need.none") : leverValue(one.lever, one.needed)])}
            />
          </div>
        );
      })}
    </Section>
  );
}

function Grid({ label, heads, rows }: { label: string; heads: string[]; rows: string[][] }) {
  return (
    <table class="fan-grid" aria-label={label}>
      <thead>
        <tr>
          {heads.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((one, i) => (
              <td key={i}>{one}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
