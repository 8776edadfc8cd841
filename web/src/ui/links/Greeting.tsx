// What a link leads to, above the form of somebody who is not logged in.
import { waitingLink } from "../app/router";
import { Avatar } from "../parts/Avatar";
import { useSight } from "./look";
import { matrixUri, targetOf } from "./target";
import { w } from "./words";
import "./links.css";

export function Greeting() {
  const target = targetOf(waitingLink());
  const { sight } = useSight(target);
  if (!target) return null;
  const name = sight?.name ?? target.id;
  return (
    <section class="greeting">
      <Avatar id={sight?.id ?? target.id} name={name} size={48} />
      <span>
        <b dir="auto">{w(target.kind === "person" ? "invites" : "invitesRoom", { name })}</b>
        <small>
          {w("comeIn")} <a href={matrixUri(target)}>{w("otherApp")}</a>
        </small>
      </span>
    </section>
  );
}
