// States of a page: loading, nothing there, something failed; and the line that shows for some seconds.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n";
import { toast } from "../../store/state";
import { Icon, type IconName } from "./Icon";

export function Loading() {
  return (
    <div class="state" role="status">
      <span class="spinner" aria-hidden="true" />
      <span class="visually-hidden">{t("state.loading")}</span>
    </div>
  );
}

export function Empty({ icon, title, hint, children }: { icon: IconName; title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <span class="state-icon">
        <Icon name={icon} size={36} />
      </span>
      <p class="state-title">{title}</p>
      {hint && <p class="state-hint">{hint}</p>}
      {children}
    </div>
  );
}

export function Failed({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <div class="state" role="alert">
      <p class="state-hint">{text}</p>
      {onRetry && (
        <button type="button" class="button quiet" onClick={onRetry}>
          {t("state.retry")}
        </button>
      )}
    </div>
  );
}

const TOAST_MS = 3_500;

export function Toast() {
  const now = toast.value;
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => (toast.value = null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {now && (
        <div class="toast" key={now.at}>
          {now.text}
        </div>
      )}
    </div>
  );
}
