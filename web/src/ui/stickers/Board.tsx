// What opens at the smile of the composer: emoji and stickers side by side.
import { t } from "../../i18n";
import type { ThreadPlace } from "../../store/actions";
import type { Message } from "../../store/timeline";
import { EmojiPicker } from "../conversation/EmojiPicker";
import { Failed, Loading } from "../parts/Notice";
import { soon } from "../parts/soon";

export type BoardKind = "emoji" | "stickers";

interface Props {
  kind: BoardKind;
  onKind: (kind: BoardKind) => void;
  /** Puts something into the text. */
  onInsert: (text: string) => void;
  onClose: () => void;
  roomId: string;
  thread?: ThreadPlace;
  replyTo?: Message;
  onSent: () => void;
}

const { Soon } = soon(() => import("./Panel").then(({ Panel }) => Panel));

export function Board({ kind, onKind, onClose, ...props }: Props) {
  return (
    <div class="board" onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), onClose())}>
      <div class="board-kinds" role="group">
        {(["emoji", "stickers"] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => onKind(one)}>
            {t(`talk.${one}`)}
          </button>
        ))}
      </div>
      {kind === "emoji" ? <EmojiPicker onPick={props.onInsert} /> : <Soon {...props} until={<div class="sticker-panel"><Loading /></div>} otherwise={(retry) => <div class="sticker-panel"><Failed text={t("error.network")} onRetry={retry} /></div>} />}
    </div>
  );
}
