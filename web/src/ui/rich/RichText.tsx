// The looks of a message, drawn from its safe tree: nothing here is ever set as HTML.
import { h, type ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { MessageContent } from "../../api/types";
import { t } from "../../i18n";
import type { Room } from "../../store/model";
import { localpart } from "../../store/names";
import { me, say, world } from "../../store/state";
import { eventPath, go, looked, roomPath } from "../app/router";
import { linkify } from "../conversation/linkify";
import { roomAt } from "../links/goal";
import { useMedia } from "../media/useMedia";
import { Anchor } from "./Anchor";
import { plainOn, readable } from "./colours";
import { browserDecoder } from "./entities";
import { isInline, richOf, textOf, type Image, type Place, type Rich, type Spoiler, type Tag } from "./tree";
import { w } from "./words";
import "./rich.css";

const trees = new WeakMap<object, Rich[]>();

/** The tree of a content, made once. */
function treeOf(content: MessageContent): Rich[] {
  let tree = trees.get(content);
  if (!tree) trees.set(content, (tree = richOf(String(content.formatted_body), browserDecoder)));
  return tree;
}

interface Props {
  content: MessageContent;
  room: Room;
  /** What stands before it: the name of whoever does something (m.emote). */
  before?: string;
}

export function RichText({ content, room, before }: Props) {
  const tree = treeOf(content);
  const inside = drawn(tree, { room, links: true });
  if (isInline(tree)) {
    return (
      <span class="text rich" dir="auto">
        {before}
        {inside}
      </span>
    );
  }
  return (
    <div class="text rich block" dir="auto">
      {before}
      {inside}
    </div>
  );
}

interface Around {
  room: Room;
  /** Whether addresses in the text become links. */
  links: boolean;
}

const drawn = (tree: readonly Rich[], around: Around): ComponentChildren[] =>
  tree.map((one, i) => {
    if (typeof one === "string") return around.links ? linkify(one).map((piece, j) => (piece.href ? <Anchor key={`${i}.${j}`} href={piece.href} text={piece.text} /> : piece.text)) : one;
    switch (one.kind) {
      case "link":
        return (
          <Anchor key={i} href={one.href} text={textOf(one.children)}>
            {drawn(one.children, { ...around, links: false })}
          </Anchor>
        );
      case "person":
        return <Pill key={i} user={one.user} room={around.room} />;
      case "place":
        return <PlaceLink key={i} place={one} around={around} />;
      case "image":
        return <Picture key={i} image={one} />;
      case "spoiler":
        return <Hidden key={i} spoiler={one} around={around} />;
      default:
        return element(one, i, around);
    }
  });

const PARAGRAPHS = new Set(["p", "div", "li", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary"]);

function element(one: Tag, key: number, around: Around): ComponentChildren {
  const { tag } = one;
  if (tag === "br" || tag === "hr") return h(tag, { key });
  const inside = drawn(one.children, tag === "code" || tag === "pre" ? { ...around, links: false } : around);
  if (tag === "pre") return <CodeBlock key={key} text={textOf(one.children)} language={languageOf(one)} />;
  if (tag === "table") {
    return (
      <div key={key} class="table-frame" role="region" aria-label={w("table")} tabIndex={0}>
        <table>{inside}</table>
      </div>
    );
  }
  // A heading of a message is none of the page.
  if (/^h\d$/.test(tag)) return h("p", { key, class: `heading ${tag}`, dir: "auto" }, inside);
  if (tag === "span") return one.colour || one.ground ? <Coloured key={key} colour={one.colour} ground={one.ground}>{inside}</Coloured> : h("span", { key }, inside);
  return h(tag, { key, ...(PARAGRAPHS.has(tag) && { dir: "auto" }), ...(tag === "code" && { dir: "ltr" }), ...(one.start !== undefined && { start: one.start }) }, inside);
}

const languageOf = (pre: Tag): string | undefined => pre.children.map((one) => (typeof one === "object" && one.kind === "tag" ? one.language : undefined)).find(Boolean);

function CodeBlock({ text, language }: { text: string; language?: string }) {
  const code = text.replace(/^\n/, "").replace(/\n$/, "");
  const copy = () => void navigator.clipboard?.writeText(code).then(() => say(t("action.copied")), () => undefined);
  return (
    <div class="code-block">
      <div class="code-head">
        <span>{language ?? w("code")}</span>
        <button type="button" onClick={copy}>
          {t("action.copy")}
        </button>
      </div>
      <pre dir="ltr" tabIndex={0} role="region" aria-label={w("code")}>
        <code>{code}</code>
      </pre>
    </div>
  );
}

/** The bubbles of one's own (tokens.css): what is readable on them is so on the others', which are lighter in the light and darker in the dark. */
const BUBBLE = { light: "#c9eade", dark: "#14574d" };

function Coloured({ colour, ground, children }: { colour?: string; ground?: string; children: ComponentChildren }) {
  const on = (below: string) => (colour ? readable(colour, below) : plainOn(below));
  const [light, dark] = [on(ground ?? BUBBLE.light), on(ground ?? BUBBLE.dark)];
  return (
    <span class={ground ? "grounded" : undefined} style={{ color: `light-dark(${light}, ${dark})`, ...(ground && { backgroundColor: ground }) }}>
      {children}
    </span>
  );
}

function Pill({ user, room }: { user: string; room: Room }) {
  const name = room.members[user]?.name ?? (user in room.members ? localpart(user) : user);
  const own = user === me.value;
  return (
    <button type="button" class={`pill ${own ? "me" : ""}`} title={user} aria-haspopup="dialog" onClick={() => (looked.value = { user, roomId: room.id })}>
      @<bdi>{name}</bdi>
    </button>
  );
}

/** A room that one is in opens here, any other on its page. */
function PlaceLink({ place, around }: { place: Place; around: Around }) {
  const here = roomAt(world.value.rooms, place.room);
  const inside = drawn(place.children, { ...around, links: false });
  if (!here) {
    return (
      <Anchor href={place.href} text={textOf(place.children)}>
        {inside}
      </Anchor>
    );
  }
  const hash = place.event ? eventPath(here.id, place.event) : roomPath(here.id);
  return (
    <a
      href={hash}
      title={place.room}
      onClick={(event) => {
        event.preventDefault();
        go(hash);
      }}
    >
      <bdi>{inside}</bdi>
    </a>
  );
}

const IMAGE_MAX = 320;

function Picture({ image }: { image: Image }) {
  const media = useMedia(image.mxc, undefined, { width: 640, height: 640 });
  const scale = Math.min(1, IMAGE_MAX / Math.max(image.width ?? IMAGE_MAX, image.height ?? 1));
  const place = image.emoticon ? undefined : { width: `${Math.round((image.width ?? 240) * scale)}px`, height: `${Math.round((image.height ?? 160) * scale)}px` };
  if (media.state === "failed") return <span>{image.text || w("picture")}</span>;
  return (
    <span class={image.emoticon ? "emoticon" : "inline-picture"} style={place}>
      {media.state === "here" && <img src={media.url} alt={image.text || w("picture")} title={image.text || undefined} draggable={false} />}
    </span>
  );
}

function Hidden({ spoiler, around }: { spoiler: Spoiler; around: Around }) {
  const [open, setOpen] = useState(false);
  const reasons = spoiler.reason && <span class="spoiler-reason">({spoiler.reason}) </span>;
  if (open) {
    return (
      <span class="spoiler open">
        {reasons}
        {drawn(spoiler.children, around)}
      </span>
    );
  }
  return (
    <button type="button" class="spoiler" aria-label={spoiler.reason ? w("spoilerOf", { reason: spoiler.reason }) : w("spoiler")} onClick={() => setOpen(true)}>
      {reasons}
      <span class="spoiler-cover" aria-hidden="true">
        {textOf(spoiler.children).replace(/\S/gu, "▒")}
      </span>
    </button>
  );
}
