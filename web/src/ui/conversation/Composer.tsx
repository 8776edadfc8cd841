// Where one writes: text that grows, photos and files by picker, paste and drop, answers and edits.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import * as api from "../../api/rooms";
import { t } from "../../i18n";
import { editText, sendFile, sendText } from "../../store/actions";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import { me } from "../../store/state";
import { fold, plainBody, type Message } from "../../store/timeline";
import { gist } from "../chats/preview";
import { Icon } from "../parts/Icon";
import { draftOf, keepDraft } from "./drafts";
import { EmojiPicker } from "./EmojiPicker";

export type Mode = { kind: "write" } | { kind: "reply"; message: Message } | { kind: "edit"; message: Message };

const WRITE: Mode = { kind: "write" };

export function Composer({ room, mode, onMode }: { room: Room; mode: Mode; onMode: (mode: Mode) => void }) {
  const [text, setText] = useState(() => draftOf(room.id));
  const [emoji, setEmoji] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const typing = useTyping(room.id);
  const answered = mode.kind === "write" ? undefined : mode.message;
  const touch = matchMedia("(pointer: coarse)").matches;

  useEffect(() => {
    if (!touch) area.current?.focus(); // on a phone the keyboard would cover what one came to read
  }, [room.id]);
  useLayoutEffect(() => {
    if (mode.kind === "edit") setText(plainBody(mode.message.content, mode.message.replyTo !== undefined));
    if (mode.kind !== "write") area.current?.focus();
  }, [mode]);
  useEffect(() => {
    if (mode.kind !== "edit") keepDraft(room.id, text);
  }, [text, mode.kind]);
  useLayoutEffect(() => {
    const box = area.current!;
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  }, [text]);

  const cancel = () => {
    if (mode.kind === "edit") setText(draftOf(room.id));
    onMode(WRITE);
    area.current?.focus();
  };
  const submit = () => {
    const body = text.trim();
    if (!body) return;
    typing(false);
    if (mode.kind === "edit") {
      if (body !== plainBody(mode.message.content, mode.message.replyTo !== undefined)) editText(room.id, mode.message, body);
    } else {
      sendText(room.id, body, mode.kind === "reply" ? mode.message : undefined);
    }
    keepDraft(room.id, "");
    setText("");
    onMode(WRITE);
    setEmoji(false);
    area.current?.focus();
  };
  const attach = (list: Iterable<File>) => {
    let answer = mode.kind === "reply" ? mode.message : undefined;
    for (const file of list) {
      void sendFile(room.id, file, answer);
      answer = undefined;
    }
    if (mode.kind === "reply") onMode(WRITE);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return; // Enter chooses a word of an input method
    if (event.key === "Enter" && !event.shiftKey && !touch) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && (mode.kind !== "write" || emoji)) {
      event.preventDefault();
      if (emoji) setEmoji(false);
      else cancel();
    } else if (event.key === "ArrowUp" && text === "" && mode.kind === "write") {
      const last = lastOwnText(room);
      if (last) {
        event.preventDefault();
        onMode({ kind: "edit", message: last });
      }
    }
  };
  const insert = (key: string) => {
    const box = area.current!;
    const at = box.selectionStart;
    setText(text.slice(0, at) + key + text.slice(box.selectionEnd));
    requestAnimationFrame(() => box.setSelectionRange(at + key.length, at + key.length));
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {answered && (
        <div class="composer-context">
          <Icon name={mode.kind === "edit" ? "edit" : "reply"} size={18} />
          <div>
            <b>
              {mode.kind === "edit"
                ? t("action.editing")
                : t("action.replyingTo", { name: answered.sender === me.value ? t("talk.you") : personName(room, answered.sender) })}
            </b>
            <span>{gist(answered)}</span>
          </div>
          <button type="button" class="icon-button" aria-label={t("action.cancel")} onClick={cancel}>
            <Icon name="close" size={20} />
          </button>
        </div>
      )}
      {emoji && <EmojiPicker onPick={insert} />}
      <div class="composer-line">
        <button type="button" class="icon-button" aria-label={t("talk.attach")} title={t("talk.attach")} onClick={() => files.current?.click()}>
          <Icon name="plus" />
        </button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={t("talk.attach")}
          onChange={(event) => {
            attach([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <div class="composer-field">
          <textarea
            ref={area}
            rows={1}
            value={text}
            placeholder={t("talk.write")}
            aria-label={t("talk.write")}
            enterkeyhint={touch ? "enter" : "send"}
            dir="auto"
            onInput={(event) => {
              setText(event.currentTarget.value);
              typing(event.currentTarget.value !== "" && mode.kind !== "edit");
            }}
            onKeyDown={keys}
            onPaste={(event) => {
              const pasted = [...(event.clipboardData?.files ?? [])];
              if (pasted.length === 0) return;
              event.preventDefault();
              attach(pasted);
            }}
          />
          <button
            type="button"
            class="icon-button emoji-button"
            aria-label={t("talk.emoji")}
            aria-expanded={emoji}
            title={t("talk.emoji")}
            onClick={() => setEmoji(!emoji)}
          >
            <Icon name="smile" />
          </button>
        </div>
        <button type="submit" class="send-button" aria-label={t("talk.send")} title={t("talk.send")} disabled={!text.trim()}>
          <Icon name={mode.kind === "edit" ? "check" : "up"} />
        </button>
      </div>
    </form>
  );
}

function lastOwnText(room: Room): Message | undefined {
  return fold(room.timeline, me.value).findLast(
    (message) => message.sender === me.value && !message.redacted && message.content.msgtype === "m.text",
  );
}

const TYPING_AGAIN_MS = 10_000;
const TYPING_OVER_MS = 6_000;

/** Tell the others that I write: again every ten seconds, and that I stopped. */
function useTyping(roomId: string): (writing: boolean) => void {
  const told = useRef(0);
  const over = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = (writing: boolean) => {
    clearTimeout(over.current);
    if (!writing) {
      if (told.current) api.setTyping(roomId, me.value, false).catch(() => undefined);
      told.current = 0;
      return;
    }
    over.current = setTimeout(() => tell(false), TYPING_OVER_MS);
    if (Date.now() - told.current < TYPING_AGAIN_MS) return;
    told.current = Date.now();
    api.setTyping(roomId, me.value, true).catch(() => undefined);
  };
  useEffect(() => () => tell(false), [roomId]);
  return tell;
}
