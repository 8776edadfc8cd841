// A page that is fetched when somebody comes to it.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import { Failed, Loading } from "./Notice";

export function Lazy({ load }: { load: () => Promise<ComponentType> }) {
  const [Page, setPage] = useState<ComponentType>();
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setFailed(false);
    load().then((page) => setPage(() => page), () => setFailed(true));
  }, [round]);
  if (Page) return <Page />;
  return failed ? <Failed text={t("error.network")} onRetry={() => setRound(round + 1)} /> : <Loading />;
}
