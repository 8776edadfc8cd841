// What a room is called, what it looks like, and what it is about.
import { useRef, useState } from "preact/hooks";
import { upload } from "../../api/media";
import { setState } from "../../api/rooms";
import { t } from "../../i18n";
import { stateContent, type Room } from "../../store/model";
import { roomAvatar, roomName } from "../../store/names";
import { maySetState } from "../../store/powers";
import { me, world } from "../../store/state";
import { nameWords } from "../chats/list";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { attempt } from "./act";
import { w } from "./words";

const text = (room: Room, type: string, field: string): string => String(stateContent(room, type)[field] ?? "");

export function About({ room }: { room: Room }) {
  const [busy, setBusy] = useState(false);
  const work = async (what: Promise<unknown>) => {
    setBusy(true);
    await attempt(what, w("saved"));
    setBusy(false);
  };
  const may = (type: string) => maySetState(room, me.value, type);
  return (
    <div class="manage-part">
      <Picture room={room} busy={busy || !may("m.room.avatar")} work={work} />
      <Field label={w("name")} value={text(room, "m.room.name", "name")} max={80} disabled={busy || !may("m.room.name")} onSave={(name) => work(setState(room.id, "m.room.name", { name }))} />
      <Field label={w("topic")} hint={w("topicHint")} value={text(room, "m.room.topic", "topic")} max={1000} long disabled={busy || !may("m.room.topic")} onSave={(topic) => work(setState(room.id, "m.room.topic", { topic }))} />
    </div>
  );
}

interface Work {
  room: Room;
  busy: boolean;
  work: (what: Promise<unknown>) => Promise<void>;
}

function Picture({ room, busy, work }: Work) {
  const file = useRef<HTMLInputElement>(null);
  const url = roomAvatar(world.value, room);
  const set = async (picture: File) => setState(room.id, "m.room.avatar", { url: await upload(picture, picture.name) });
  return (
    <div class="manage-picture">
      <span class="profile-picture">
        <Avatar id={room.id} name={roomName(world.value, room, nameWords())} mxc={url} size={96} />
        <button type="button" class="cover" aria-label={w("picture")} title={w("picture")} disabled={busy} onClick={() => file.current?.click()}>
          <span class="camera">
            <Icon name="camera" size={18} />
          </span>
        </button>
      </span>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label={w("picture")}
        onChange={(event) => {
          const picture = event.currentTarget.files?.[0];
          if (picture) void work(set(picture));
          event.currentTarget.value = "";
        }}
      />
      {url && !busy && (
        <button type="button" class="button quiet small" onClick={() => void work(setState(room.id, "m.room.avatar", {}))}>
          {w("pictureRemove")}
        </button>
      )}
    </div>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  value: string;
  max: number;
  long?: boolean;
  disabled: boolean;
  onSave: (text: string) => Promise<void>;
}

/** A text of the room; what one types stays, whatever others change meanwhile. */
function Field({ label, hint, value, max, long = false, disabled, onSave }: FieldProps) {
  const [typed, setTyped] = useState<string>();
  const shared = { value: typed ?? value, maxLength: max, disabled, dir: "auto" as const, placeholder: hint };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSave((typed ?? value).trim()).then(() => setTyped(undefined));
      }}
    >
      <label class="field">
        <span>{label}</span>
        {long ? <textarea {...shared} rows={4} onInput={(event) => setTyped(event.currentTarget.value)} /> : <input {...shared} onInput={(event) => setTyped(event.currentTarget.value)} />}
      </label>
      {typed !== undefined && typed.trim() !== value && (
        <button type="submit" class="button primary small manage-save" disabled={disabled}>
          {t("action.save")}
        </button>
      )}
    </form>
  );
}
