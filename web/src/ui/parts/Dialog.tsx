// Dialogs on the browser's own <dialog>: it holds the focus, closes on Escape and gives the focus back.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n";

interface Props {
  label: string;
  onClose: () => void;
  kind?: "box" | "sheet" | "full";
  children: ComponentChildren;
}

export function Dialog({ label, onClose, kind = "box", children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current!;
    const from = document.activeElement as HTMLElement | null;
    if (!dialog.open) dialog.showModal();
    return () => {
      dialog.close();
      if (from?.isConnected) from.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog ${kind}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onContextMenu={(event) => kind === "sheet" && event.preventDefault()}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}

interface ConfirmProps {
  question: string;
  yes: string;
  danger?: boolean;
  onYes: () => void;
  onClose: () => void;
}

export function Confirm({ question, yes, danger = false, onYes, onClose }: ConfirmProps) {
  return (
    <Dialog label={question} onClose={onClose}>
      <p class="question">{question}</p>
      <div class="dialog-buttons">
        <button type="button" class="button quiet" onClick={onClose}>
          {t("action.cancel")}
        </button>
        <button
          type="button"
          class={`button ${danger ? "danger" : "primary"}`}
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </Dialog>
  );
}
