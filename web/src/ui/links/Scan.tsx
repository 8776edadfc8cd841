// Scanning the code of a person or a room.
import { useState } from "preact/hooks";
import { go } from "../app/router";
import { Dialog } from "../parts/Dialog";
import { Drawn } from "../parts/Icon";
import { Lens } from "./Lens";
import { CODE } from "./MyCode";
import { linkPath, targetOf } from "./target";
import { w } from "./words";

function open(text: string): string | undefined {
  const target = targetOf(text);
  if (!target) return w("foreign");
  go(linkPath(target), true);
  return undefined;
}

export function Scan() {
  const [scanning, setScanning] = useState(false);
  const close = () => setScanning(false);
  return (
    <>
      <button type="button" class="wide-link" aria-haspopup="dialog" onClick={() => setScanning(true)}>
        <span class="round-icon">
          <Drawn d={CODE} />
        </span>
        {w("scan")}
      </button>
      {scanning && (
        <Dialog label={w("scan")} onClose={close}>
          <Lens onFound={open} onClose={close} />
        </Dialog>
      )}
    </>
  );
}
