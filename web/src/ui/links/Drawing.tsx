// A QR code as it is shown: dark on white in any light.
import { pathOf } from "./code";
import "./links.css";

export function Drawing({ rows, label }: { rows: readonly boolean[][]; label: string }) {
  return (
    <svg class="link-code" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path fill="#000" d={pathOf(rows)} />
    </svg>
  );
}
