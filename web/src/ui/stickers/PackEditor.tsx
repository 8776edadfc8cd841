// Making and changing a pack: pictures put in, named, taken out; written when it is saved.
import { useRef, useState } from "preact/hooks";
import { upload } from "../../api/media";
import type { ImageInfo } from "../../api/types";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { changePack } from "../../store/packing";
import { asCode, codeOf, freeCode } from "../../store/pack_changes";
import { OWN_PACK, packIn, ROOM_PACK, type PackImage, type PackPlace } from "../../store/packs";
import { say, world } from "../../store/state";
import { stateContent } from "../../store/model";
import { Dialog } from "../parts/Dialog";
import { FileInput } from "../parts/FileInput";
import { Icon } from "../parts/Icon";
import { drawn } from "./drawn";
import { Thumb } from "./Thumb";
import { w } from "./words";
import "./stickers.css";

/** So many fit into one event. */
const IMAGES_MAX = 200;

interface Draft {
  id: number;
  code: string;
  /** What it was called before. */
  was?: string;
  url?: string;
  blob?: Blob;
  info?: ImageInfo;
}

let ids = 0;

function contentOf(place: PackPlace) {
  if (!place) return world.value.packs?.[OWN_PACK];
  const room = world.value.rooms[place.roomId];
  return room && stateContent(room, ROOM_PACK, place.key);
}

export function PackEditor({ place, onClose }: { place: PackPlace; onClose: () => void }) {
  const [before] = useState(() => packIn(contentOf(place), place));
  const [name, setName] = useState(before.name);
  const [drafts, setDrafts] = useState<Draft[]>(() => before.images.map(({ code, url }) => ({ id: (ids += 1), code, was: code, url })));
  const [status, setStatus] = useState("");
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const codes = drafts.map(({ code }) => asCode(code));
  const twice = new Set(codes).size < codes.length;
  const title = place ? w("group") : w("mine");

  const put = (id: number, change: Partial<Draft>) => setDrafts((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const take = async (files: readonly File[]) => {
    setBusy(true);
    const unfit: string[] = [];
    for (const file of files) {
      const picture = await drawn(file);
      if (!picture) unfit.push(file.name);
      else setDrafts((all) => [...all, { id: (ids += 1), code: freeCode(codeOf(file.name), (code) => all.some((one) => one.code === code)), ...picture }]);
    }
    setStatus(unfit.length ? w("unfit", { names: unfit.join(", ") }) : "");
    setBusy(false);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const added: PackImage[] = [];
      const fresh = drafts.filter(({ was }) => was === undefined);
      for (const [i, draft] of fresh.entries()) {
        setStatus(w("saving", { at: i + 1, of: fresh.length }));
        const url = draft.url ?? (await upload(draft.blob!, "sticker"));
        put(draft.id, { url }); // another try need not upload it again
        added.push({ code: asCode(draft.code), url, text: asCode(draft.code), info: draft.info });
      }
      const kept = drafts.filter(({ was }) => was !== undefined);
      await changePack(place, {
        ...(name.trim() !== before.name && { name: name.trim() }),
        removed: before.images.map(({ code }) => code).filter((code) => !kept.some(({ was }) => was === code)),
        renamed: Object.fromEntries(kept.filter(({ code, was }) => asCode(code) !== was).map(({ code, was }) => [was!, asCode(code)])),
        added,
      });
      onClose();
    } catch (error) {
      setStatus("");
      say(reason(error));
      setBusy(false);
    }
  };
  const problem = twice ? w("twice") : drafts.length > IMAGES_MAX ? w("tooMany", { count: IMAGES_MAX }) : "";
  return (
    <Dialog label={title} onClose={onClose}>
      <form class="dialog-page pack-dialog" onSubmit={(event) => (event.stopPropagation(), void save(event))}>
        <h2>{title}</h2>
        <div class="scroll">
          <label class="field">
            <span>{w("name")}</span>
            <input value={name} maxLength={60} dir="auto" placeholder={w("nameHint")} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          {drafts.length === 0 && <p class="pack-empty">{w("empty")}</p>}
          <ul class="pack-images">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <Thumb url={draft.url} file={draft.blob} />
                <input value={draft.code} maxLength={60} dir="auto" required aria-label={w("code")} onInput={(event) => put(draft.id, { code: event.currentTarget.value })} />
                <button type="button" class="icon-button" aria-label={w("remove", { name: draft.code })} title={w("remove", { name: draft.code })} onClick={() => setDrafts(drafts.filter((one) => one !== draft))}>
                  <Icon name="close" size={18} />
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="wide-link pack-add" disabled={busy} onClick={() => input.current?.click()}>
            <span class="round-icon">
              <Icon name="plus" />
            </span>
            {w("make")}
          </button>
          <FileInput input={input} label={w("make")} accept="image/*" multiple onFiles={(files) => void take(files)} />
          <p class="pack-empty">{w("hint")}</p>
        </div>
        <div role="status">{(problem || status) && <p class={problem ? "form-error" : "form-note"}>{problem || status}</p>}</div>
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="submit" class="button primary" disabled={busy || problem !== "" || codes.some((code) => !code)}>
            {t("action.save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
