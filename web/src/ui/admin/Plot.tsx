// Numbers drawn: columns for days, a bar for shares. What is drawn can be read as a table as well.
import type { ComponentChildren } from "preact";
import { fileSize } from "../../i18n";
import type { FileKind } from "../../api/admin";
import { dayText, shareOf } from "./describe";
import { w, wn } from "./words";
import "./plot.css";

const HEIGHT = 100;
const STEP = 10;
const GAP = 2;

export interface DayValue {
  begin_ms: number;
  value: number;
}

/** A column for each day; `note` says the whole in words. */
export function DayPlot({ label, days, note }: { label: string; days: DayValue[]; note: string }) {
  const most = Math.max(1, ...days.map((one) => one.value));
  return (
    <figure class="adm-plot" aria-label={label}>
      <figcaption>
        <b>{label}</b>
        <span>{note}</span>
      </figcaption>
      <div class="adm-plot-frame">
        <span class="adm-plot-most" aria-hidden="true">
          {most}
        </span>
        <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {days.map((one, i) => {
            const height = one.value ? Math.max(3, (one.value / most) * HEIGHT) : 1.5;
            return (
              <rect key={one.begin_ms} class={one.value ? "" : "none"} x={i * STEP + GAP / 2} y={HEIGHT - height} width={STEP - GAP} height={height}>
                <title>{`${dayText(one.begin_ms)}: ${one.value}`}</title>
              </rect>
            );
          })}
        </svg>
      </div>
      <p class="adm-plot-ends" aria-hidden="true">
        <span>{dayText(days[0]!.begin_ms)}</span>
        <span>{dayText(days.at(-1)!.begin_ms)}</span>
      </p>
      <AsTable label={label} heads={[w("plot.day"), label]} rows={days.map((one) => [dayText(one.begin_ms), one.value])} />
    </figure>
  );
}

export function AsTable({ label, heads, rows }: { label: string; heads: string[]; rows: ComponentChildren[][] }) {
  return (
    <details class="adm-plot-table">
      <summary>{w("plot.asTable")}</summary>
      <div tabIndex={0} role="region" aria-label={label}>
        <table>
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
            {rows.map(([first, ...rest], i) => (
              <tr key={i}>
                <th scope="row">{first}</th>
                {rest.map((one, j) => (
                  <td key={j}>{one}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What files take, by kind: a bar of its parts, of the quota where there is one. */
export function StoragePlot({ kinds, taken, quota }: { kinds: FileKind[]; taken: number; quota: number }) {
  const whole = Math.max(1, taken, quota);
  return (
    <figure class="adm-plot" aria-label={w("storage")}>
      <figcaption>
        <b>{fileSize(taken)}</b>
        <span>{quota ? w("plot.ofQuota", { quota: fileSize(quota), share: shareOf(taken, quota) }) : wn("files", kinds.reduce((sum, one) => sum + one.files, 0))}</span>
      </figcaption>
      <div class="adm-share" aria-hidden="true">
        {kinds.map((one) => (
          <span key={one.kind} class={`kind-${one.kind}`} style={{ "--part": String(one.size_bytes / whole) }} />
        ))}
      </div>
      <ul class="adm-kinds">
        {kinds.map((one) => (
          <li key={one.kind} class={`kind-${one.kind}`}>
            {w(`kind.${one.kind}` as "kind.image")}
            <small>
              {fileSize(one.size_bytes)} · {wn("files", one.files)}
            </small>
          </li>
        ))}
      </ul>
    </figure>
  );
}
