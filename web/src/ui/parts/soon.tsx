// Parts of rows that come as a chunk of their own: until it is here, what stands for them is drawn; from then on nothing waits.
import { signal } from "@preact/signals";
import { h, type ComponentChildren, type ComponentType } from "preact";
import { useEffect } from "preact/hooks";

export function soon<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const here = signal<ComponentType<Props> | null>(null);
  let coming: Promise<void> | null = null;
  const fetch = (): Promise<void> =>
    (coming ??= load().then(
      (part) => void (here.value = part),
      () => void (coming = null),
    ));
  function Soon({ until, ...props }: Props & { until: ComponentChildren }) {
    const Part = here.value;
    useEffect(() => {
      if (!Part) void fetch();
    }, [Part]);
    return Part ? h(Part, props as unknown as Props) : <>{until}</>;
  }
  return { Soon, fetch };
}
