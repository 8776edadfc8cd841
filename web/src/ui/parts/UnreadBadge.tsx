// How much is unread, for the eye short, for the ear in words.
import { tn } from "../../i18n";

export const UnreadBadge = ({ count }: { count: number }) =>
  count > 0 ? (
    <span class="badge">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span class="visually-hidden">{tn("chats.unread", count)}</span>
    </span>
  ) : null;
