// Where one writes: text that grows, photos and files by picker, paste and drop, answers and edits.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import { editText, sendFiles, sendText, type ThreadPlace } from "../../store/actions";
import { personName } from "../../store/names";
import type { Room } from "../../store/model";
import { asEvent } from "../../store/outbox";
import { rewritten } from "../../store/recall";
import { me, outgoing } from "../../store/state";
import { fold, plainBody, type Message } from "../../store/timeline";
import { gist } from "../chats/preview";
import { FileInput } from "../parts/FileInput";
import { Icon } from "../parts/Icon";
import type { Point } from "../parts/Menu";
import { canRecord, VoiceButton } from "../voice/VoiceButton";
import { pollDialog } from "../polls/Poll";
import { Board, type BoardKind } from "../stickers/Board";
import { AddMenu, type Addition } from "./AddMenu";
import { Attached } from "./Attached";
import { draftOf, keepDraft } from "./drafts";
import { candidates, Mentions, startedMention, type Started } from "./Mentions";
import { useTyping } from "./typing";

export type Mode = { kind: "write" } | { kind: "reply"; message: Message } | { kind: "edit"; message: Message };

/** Measuring at every key lays out the whole page; most browsers can do without. */
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

const WRITE: Mode = { kind: "write" };

interface Props {
  room: Room;
  /** The thread that is written in. */
  thread?: ThreadPlace;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** What is attached and goes out with the next message. */
  files: readonly File[];
  onFiles: (files: File[]) => void;
  onAttach: (more: readonly File[]) => void;
}

export function Composer({ room, thread, mode, onMode, files, onFiles, onAttach: attach }: Props) {
  const place = thread ? `${room.id} ${thread.root}` : room.id;
  const [text, setText] = useState(() => draftOf(place));
  const [board, setBoard] = useState<BoardKind>();
  const [adding, setAdding] = useState<Point>();
  const [mention, setMention] = useState<Started>();
  const [chosen, setChosen] = useState(0);
  const people = mention ? candidates(room, mention) : [];
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
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
    if (files.length) area.current?.focus();
  }, [files]);
  useEffect(() => {
    const words = rewritten.value;
    if (words?.place !== place) return; // what was recalled and is to be written again
    rewritten.value = null;
    setText((old) => (mode.kind !== "edit" && old.trim() ? `${old}\n${words.text}` : words.text));
    onMode(words.answered ? { kind: "reply", message: words.answered } : WRITE);
    area.current?.focus();
  }, [rewritten.value]);
  useEffect(() => {
    if (mode.kind !== "edit") keepDraft(place, text);
  }, [text, mode.kind]);
  useLayoutEffect(() => {
    if (GROWS_BY_ITSELF) return;
    const box = area.current!;
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  }, [text]);

  const cancel = () => {
    if (mode.kind === "edit") setText(draftOf(place));
    onMode(WRITE);
    area.current?.focus();
  };
  const submit = () => {
    const body = text.trim();
    const attached = mode.kind === "edit" ? [] : files;
    if (!body && attached.length === 0) return;
    typing(false);
    if (attached.length > 0) {
      void sendFiles(room.id, attached, body, mode.kind === "reply" ? mode.message : undefined, thread);
      onFiles([]);
    } else if (mode.kind === "edit") {
      if (body !== plainBody(mode.message.content, mode.message.replyTo !== undefined)) editText(room.id, mode.message, body);
    } else {
      sendText(room.id, body, mode.kind === "reply" ? mode.message : undefined, thread);
    }
    keepDraft(place, "");
    setText("");
    setMention(undefined);
    onMode(WRITE);
    setBoard(undefined);
    area.current?.focus();
  };
  const pick = (user: string) => {
    const name = user.startsWith(":") ? `${user} ` : `@${personName(room, user)} `;
    const end = mention!.at + 1 + mention!.term.length;
    setText(text.slice(0, mention!.at) + name + text.slice(end));
    setMention(undefined);
    const caret = mention!.at + name.length;
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };
  const mentionKeys = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((chosen + step + people.length) % people.length);
    else if (event.key === "Enter" || event.key === "Tab") pick(people[chosen] ?? people[0]!);
    else if (event.key === "Escape") setMention(undefined);
    else return false;
    event.preventDefault();
    return true;
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return; // Enter chooses a word of an input method
    if (people.length > 0 && mentionKeys(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !touch) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && (mode.kind !== "write" || board)) {
      event.preventDefault();
      if (board) setBoard(undefined);
      else cancel();
    } else if (event.key === "ArrowUp" && text === "" && mode.kind === "write") {
      const last = lastOwnText(room, thread?.root);
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
  const additions: Addition[] = [
    { icon: "clip", label: t("talk.attach"), onChoose: () => picker.current?.click() },
    { icon: "poll", label: t("poll.title"), onChoose: () => (pollDialog.value = { kind: "new", thread }) },
    { icon: "sticker", label: t("talk.stickers"), onChoose: () => setBoard("stickers") },
  ];
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
      {people.length > 0 && <Mentions room={room} users={people} chosen={chosen} onPick={pick} />}
      {files.length > 0 && mode.kind !== "edit" && <Attached files={files} onFiles={onFiles} />}
      {board && (
        <Board
          kind={board}
          onKind={setBoard}
          roomId={room.id}
          thread={thread}
          replyTo={mode.kind === "reply" ? mode.message : undefined}
          onInsert={insert}
          onSent={() => mode.kind === "reply" && onMode(WRITE)}
          onClose={() => (setBoard(undefined), area.current?.focus())}
        />
      )}
      <div class="composer-line">
        <button
          type="button"
          class="icon-button add-button"
          aria-label={t("talk.add")}
          aria-haspopup="menu"
          title={t("talk.add")}
          onClick={(event) => {
            const place = event.currentTarget.getBoundingClientRect();
            setAdding({ x: place.left, y: place.top - 8 });
          }}
        >
          <Icon name="plus" />
        </button>
        {adding && <AddMenu additions={additions} at={adding} onClose={() => setAdding(undefined)} />}
        <FileInput input={picker} label={t("talk.attach")} multiple onFiles={attach} />
        <div class="composer-field">
          <textarea
            ref={area}
            rows={1}
            value={text}
            placeholder={t(thread ? "thread.reply" : "talk.write")}
            aria-label={t(thread ? "thread.reply" : "talk.write")}
            enterkeyhint={touch ? "enter" : "send"}
            dir="auto"
            aria-controls={people.length ? "mentions" : undefined}
            aria-activedescendant={people.length ? `mention-${chosen}` : undefined}
            onBlur={() => setMention(undefined)}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setMention(startedMention(event.currentTarget.value, event.currentTarget.selectionStart));
              setChosen(0);
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
            aria-expanded={board !== undefined}
            title={t("talk.emoji")}
            onClick={() => setBoard(board ? undefined : "emoji")}
          >
            <Icon name="smile" />
          </button>
        </div>
        {canRecord && mode.kind !== "edit" && !text.trim() && files.length === 0 ? (
          <VoiceButton roomId={room.id} thread={thread} replyTo={mode.kind === "reply" ? mode.message : undefined} onSent={() => onMode(WRITE)} />
        ) : <button type="submit" class="send-button" aria-label={t("talk.send")} title={t("talk.send")} disabled={!text.trim() && (files.length === 0 || mode.kind === "edit")}>
          <Icon name={mode.kind === "edit" ? "check" : "up"} />
        </button>}
      </div>
    </form>
  );
}

/** What I said last. It can be edited as soon as it was sent, also before it has come back. */
function lastOwnText(room: Room, thread: string | undefined): Message | undefined {
  const known = new Set(room.timeline.map((event) => event.event_id));
  const sent = outgoing.value.filter((item) => item.roomId === room.id && item.eventId && !known.has(item.eventId));
  return fold([...room.timeline, ...sent.map((item) => asEvent(item, me.value))], me.value).findLast(
    (message) => message.sender === me.value && message.thread === thread && !message.redacted && message.content.msgtype === "m.text",
  );
}
