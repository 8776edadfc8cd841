// Parts of rows that come as a chunk of their own: until it is here, what stands for them is drawn; from then on nothing waits.
import { signal } from "@preact/signals";
import { h, type ComponentChildren, type ComponentType } from "preact";
import { useEffect } from "preact/hooks";

export function soon<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const here = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  let coming: Promise<void> | null = null;
  const fetch = (): Promise<void> => {
    failed.value = false;
    return (coming ??= load().then(
      (part) => void (here.value = part),
      () => ((coming = null), void (failed.value = true)),
    ));
  };
  /** `otherwise` is drawn when it cannot be fetched, and may have it fetched again; without it, `until` stays. */
  function Soon({ until, otherwise, ...props }: Props & { until: ComponentChildren; otherwise?: (retry: () => void) => ComponentChildren }) {
    const Part = here.value;
    useEffect(() => {
      if (!Part) void fetch();
    }, [Part]);
    return Part ? h(Part, props as unknown as Props) : <>{otherwise && failed.value ? otherwise(() => void fetch()) : until}</>;
  }
  return { Soon, fetch };
}
