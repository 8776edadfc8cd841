// A course with its fan, and a line at the month that is looked at; to be read as a table as well.
import type { Curve } from "../../../api/forecast";
import { AsTable } from "../Plot";
import { people, topOf } from "./figures";
import { f } from "./words";

const WIDTH = 100;
const HEIGHT = 60;

export function FanPlot({ label, curve, month, goal }: { label: string; curve: Curve; month: number; goal?: number }) {
  const { central, fan } = curve;
  const top = topOf([...central, ...(fan?.high ?? [])]);
  const last = Math.max(1, central.length - 1);
  const at = (value: number, i: number) => `${((i / last) * WIDTH).toFixed(2)},${(HEIGHT - (Math.min(value, top) / top) * HEIGHT).toFixed(2)}`;
  const across = (month / last) * WIDTH;
  const now = central[month] ?? 0;
  const text = fan ? f("range", { value: people(now), low: people(fan.low[month]!), high: people(fan.high[month]!) }) : people(now);
  return (
    <figure class="adm-plot" aria-label={label}>
      <figcaption>
        <b>{label}</b>
        <span>{fan ? f("fan") : f("noFan")}</span>
      </figcaption>
      <p class="fan-now">{text}</p>
      <div class="adm-plot-frame">
        <span class="adm-plot-most" aria-hidden="true">
          {people(top)}
        </span>
        <svg class="fan" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {fan && <polygon class="fan-area" points={[...fan.low.map(at), ...fan.high.map(at).reverse()].join(" ")} />}
          {goal !== undefined && goal <= top && <line class="fan-goal" x1={0} x2={WIDTH} y1={HEIGHT - (goal / top) * HEIGHT} y2={HEIGHT - (goal / top) * HEIGHT} />}
          <polyline class="fan-line" points={central.map(at).join(" ")} />
          <line class="fan-month" x1={across} x2={across} y1={0} y2={HEIGHT} />
        </svg>
      </div>
      <p class="adm-plot-ends" aria-hidden="true">
        <span>0</span>
        <span>
          {f("month")} {last}
        </span>
      </p>
      <AsTable
        label={label}
        heads={fan ? [f("month"), f("low"), f("central"), f("high")] : [f("month"), f("central")]}
        rows={central.map((value, i) => (fan ? [i, people(fan.low[i]!), people(value), people(fan.high[i]!)] : [i, people(value)]))}
      />
    </figure>
  );
}
