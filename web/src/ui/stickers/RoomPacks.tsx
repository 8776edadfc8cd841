// The stickers of a conversation: what they are, whether I use them everywhere, and changing them for those who may.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { setEverywhere } from "../../store/packing";
import { isEverywhere, packsOf, ROOM_PACK, type Pack } from "../../store/packs";
import { maySetState } from "../../store/powers";
import { me, say, world } from "../../store/state";
import { Dialog } from "../parts/Dialog";
import { Icon } from "../parts/Icon";
import { PackEditor } from "./PackEditor";
import { Thumb } from "./Thumb";
import { titleOf } from "./titles";
import { w, wn } from "./words";
import "./stickers.css";

export function RoomPacks({ roomId, direct }: { roomId: string; direct: boolean }) {
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState<string>();
  const room = world.value.rooms[roomId];
  if (!room) return null;
  const title = w(direct ? "direct" : "group");
  const packs = packsOf(room);
  const shown = packs.filter(({ images }) => images.length > 0);
  const allowed = maySetState(room, me.value, ROOM_PACK);
  if (shown.length === 0 && !allowed) return null;
  return (
    <>
      <button type="button" class="wide-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="round-icon">
          <Icon name="sticker" />
        </span>
        {title}
      </button>
      {open && editing === undefined && (
        <Dialog label={title} onClose={() => setOpen(false)}>
          <div class="dialog-page pack-dialog">
            <h2>{title}</h2>
            <div class="scroll">
              {shown.length === 0 && <p class="pack-empty">{w(direct ? "directNone" : "groupNone")}</p>}
              {shown.map((pack) => (
                <PackCard key={pack.place!.key} pack={pack} onEdit={allowed ? () => setEditing(pack.place!.key) : undefined} />
              ))}
            </div>
            <div class="dialog-buttons">
              <button type="button" class="button quiet" onClick={() => setOpen(false)}>
                {t("action.close")}
              </button>
              {allowed && shown.length === 0 && (
                <button type="button" class="button primary" onClick={() => setEditing("")}>
                  {w("new")}
                </button>
              )}
            </div>
          </div>
        </Dialog>
      )}
      {editing !== undefined && <PackEditor place={{ roomId, key: editing }} onClose={() => setEditing(undefined)} />}
    </>
  );
}

function PackCard({ pack, onEdit }: { pack: Pack; onEdit?: () => void }) {
  const place = pack.place!;
  const toggle = (wanted: boolean) => void setEverywhere(place, wanted).catch((error: unknown) => say(reason(error)));
  return (
    <section class="pack-card" aria-label={titleOf(pack)}>
      <div class="pack-head">
        <h3>
          <bdi>{titleOf(pack)}</bdi>
          <small>{wn("count", pack.images.length)}</small>
        </h3>
        {onEdit && (
          <button type="button" class="button quiet small" onClick={onEdit}>
            {w("change")}
          </button>
        )}
      </div>
      <ul class="sticker-grid">
        {pack.images.map(({ url, code }) => (
          <li key={code} title={`:${code}:`}>
            <span class="visually-hidden">{code}</span>
            <Thumb url={url} />
          </li>
        ))}
      </ul>
      <label class="switch-line">
        <span>
          <b>{w("everywhere")}</b>
        </span>
        <input type="checkbox" role="switch" checked={isEverywhere(world.value, place)} onChange={(event) => toggle(event.currentTarget.checked)} />
      </label>
    </section>
  );
}
