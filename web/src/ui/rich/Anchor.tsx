// A link to somewhere else, or to people and rooms, which open here. Where its text looks like another address than the one it leads to, the real one stands beside it.
import type { ComponentChildren } from "preact";
import { t } from "../../i18n";
import { leadsInside, open } from "../links/follow";
import { realTarget } from "./targets";

export function Anchor({ href, text, children }: { href: string; text: string; children?: ComponentChildren }) {
  const real = realTarget(text, href);
  return (
    <>
      <a
        href={href}
        target="_blank"
        rel="noreferrer noopener"
        title={href}
        onClick={(event) => {
          if (!leadsInside(href) || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open(href);
        }}
      >
        <bdi>{children ?? text}</bdi>
      </a>
      {real && (
        <span class="real-target" title={t("talk.leadsTo", { place: real })}>
          <span class="visually-hidden">{t("talk.leadsTo", { place: real })}</span>
          <bdi aria-hidden="true">→ {real}</bdi>
        </span>
      )}
    </>
  );
}
