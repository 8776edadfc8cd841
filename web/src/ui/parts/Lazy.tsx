// A page that is fetched when somebody comes to it.
import { signal } from "@preact/signals";
import { h, type ComponentType } from "preact";
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

/** A part of a page that is fetched the first time it is drawn, and drawn as any other from then on. Its place is kept by whoever draws it. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const here = signal<ComponentType<Props> | null>(null);
  let coming: Promise<void> | null = null;
  return function Later(props: Props) {
    const Part = here.value;
    useEffect(() => {
      coming ??= load().then(
        (part) => void (here.value = part),
        () => void (coming = null),
      );
    }, []);
    return Part ? h(Part, props) : null;
  };
}
