// The words of pinned messages.
import { book } from "../../i18n";

export const en = {
  "pinned": "Pinned message",
  "pinnedOf": "Pinned message {number} of {count}",
  "all": "All pinned messages",
  "none": "Nothing is pinned",
  "hint": "“Pin” in the menu of a message keeps it at hand for everybody.",
  "missing": "This message cannot be loaded",
  "unpin": "Unpin this message by {name}",
};

export const zh: Record<keyof typeof en, string> = {
  "pinned": "置顶消息",
  "pinnedOf": "置顶消息 {number}/{count}",
  "all": "全部置顶消息",
  "none": "没有置顶消息",
  "hint": "在消息菜单中选“置顶”，大家都能随时看到它。",
  "missing": "无法加载这条消息",
  "unpin": "取消置顶 {name} 的这条消息",
};

export const { t: w } = book({ en, zh });
