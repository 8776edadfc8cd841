// The stickers that can be sent here: what was sent last, my own, the room's, and those that I use everywhere. A tap sends.
import { useRef, useState } from "preact/hooks";
import type { ThreadPlace } from "../../store/actions";
import { recentStickers, sendSticker } from "../../store/packing";
import { packsFor, type PackImage } from "../../store/packs";
import { world } from "../../store/state";
import type { Message } from "../../store/timeline";
import { Icon } from "../parts/Icon";
import { PackEditor } from "./PackEditor";
import { titleOf } from "./titles";
import { Thumb } from "./Thumb";
import { w } from "./words";
import "./stickers.css";

interface Props {
  roomId: string;
  thread?: ThreadPlace;
  replyTo?: Message;
  onInsert: (text: string) => void;
  onSent: () => void;
}

/** Arrow keys go from one to the next, up and down to the one that stands there. */
function walk(event: KeyboardEvent): void {
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".sticker-choice")];
  const at = all.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const { offsetTop: top, offsetLeft: left } = all[at]!;
  const beside = (one: HTMLElement) => Math.abs(one.offsetLeft - left) < 8;
  const next = {
    ArrowRight: () => all[at + 1],
    ArrowLeft: () => all[at - 1],
    ArrowDown: () => all.find((one) => one.offsetTop > top + 8 && beside(one)),
    ArrowUp: () => all.findLast((one) => one.offsetTop < top - 8 && beside(one)),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next()?.focus();
}

export function Panel({ roomId, thread, replyTo, onInsert, onSent }: Props) {
  const [editing, setEditing] = useState(false);
  const [last] = useState(recentStickers); // stays in its order while one chooses
  const list = useRef<HTMLDivElement>(null);
  const packs = packsFor(world.value, roomId);
  const known = new Map(packs.flatMap(({ images }) => images).map((image) => [image.url, image]));
  const recent = last.flatMap(({ url }) => known.get(url) ?? []);
  const sections = [...(recent.length ? [{ title: w("recent"), images: recent }] : []), ...packs.map((pack) => ({ title: titleOf(pack), images: pack.images }))];
  const choose = (image: PackImage) => {
    if (image.use === "emoticon") onInsert(`:${image.code}: `);
    else {
      sendSticker(roomId, image, replyTo, thread);
      onSent();
    }
  };
  const jump = (i: number) => list.current!.querySelectorAll("section")[i]?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  return (
    <div class="sticker-panel">
      {sections.length === 0 ? (
        <div class="sticker-none">
          <b>{w("none")}</b>
          <p>{w("noneHint")}</p>
          <button type="button" class="button primary small" onClick={() => setEditing(true)}>
            {w("make")}
          </button>
        </div>
      ) : (
        <>
          <div class="sticker-list" ref={list} onKeyDown={walk}>
            {sections.map(({ title, images }, i) => (
              <section key={`${i} ${title}`} aria-label={title}>
                <p class="sticker-title" dir="auto">
                  {title}
                </p>
                <div class="sticker-grid">
                  {images.map((image, j) => (
                    <button
                      key={image.url}
                      type="button"
                      class="sticker-choice"
                      tabIndex={i === 0 && j === 0 ? 0 : -1}
                      title={`:${image.code}:`}
                      aria-label={w(image.use === "emoticon" ? "insert" : "send", { name: image.text })}
                      onClick={() => choose(image)}
                    >
                      <Thumb url={image.url} />
                    </button>
                  ))}
                </div>
              </section>
            ))}
          </div>
          <div class="sticker-packs">
            {sections.map(({ title, images }, i) => (
              <button key={`${i} ${title}`} type="button" class="sticker-pack" aria-label={title} title={title} onClick={() => jump(i)}>
                {i === 0 && recent.length > 0 ? <Icon name="clock" size={20} /> : <Thumb url={images[0]!.url} />}
              </button>
            ))}
            <button type="button" class="sticker-pack manage" aria-label={w("edit")} title={w("edit")} onClick={() => setEditing(true)}>
              <Icon name="edit" size={20} />
            </button>
          </div>
        </>
      )}
      {editing && <PackEditor place={null} onClose={() => setEditing(false)} />}
    </div>
  );
}
