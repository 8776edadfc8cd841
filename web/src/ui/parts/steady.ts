// Components that are drawn again only when something they show has changed. For rows of which there are thousands.
import { h, type Component, type FunctionComponent } from "preact";

/** `same` says whether two sets of props look alike. Signals that the component reads redraw it all the same. */
export function steady<Props extends object>(Inner: FunctionComponent<Props>, same: (before: Props, now: Props) => boolean): FunctionComponent<Props> {
  return function Steady(this: Component<Props>, props: Props) {
    this.shouldComponentUpdate = (now) => !same(this.props as Props, now as Props);
    return h(Inner, props);
  } as FunctionComponent<Props>;
}
