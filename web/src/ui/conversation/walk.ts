// The arrow keys in a conversation.
/** Up and down go from message to message. */
export function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const from = event.target as HTMLElement;
  if (!step || !from.classList.contains("bubble")) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".bubble")];
  const next = all[all.indexOf(from) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
