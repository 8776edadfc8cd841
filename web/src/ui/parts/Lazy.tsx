// A page that is fetched when somebody comes to it.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { Failed, Loading } from "./Notice";

/** With `quiet` nothing shows until it is there. */
export function Lazy({ load, quiet = false }: { load: () => Promise<ComponentType>; quiet?: boolean }) {
  const [Page, setPage] = useState<ComponentType>();
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setFailed(false);
    load().then((page) => setPage(() => page), () => setFailed(true));
  }, [round]);
  if (Page) return <Page />;
  if (quiet) return null;
  return failed ? <Failed text={t("error.network")} onRetry={() => setRound(round + 1)} /> : <Loading />;
}
