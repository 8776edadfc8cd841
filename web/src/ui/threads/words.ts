// The words of threads beside their conversation. What a message shows of its thread is among the words of the first screen.
import { book } from "../../i18n";

export const en = {
  "title": "Thread",
  "inTalk": "Show in the conversation",
  "all": "All",
  "mine": "Mine",
  "which": "Which threads",
  "none": "No threads yet",
  "noneMine": "You have not taken part in a thread yet",
  "hint": "“Reply in thread” keeps what belongs together apart from the rest.",
  "more": "Older threads",
  "readAll": "Mark all as read",
};

export const zh: Record<keyof typeof en, string> = {
  "title": "话题",
  "inTalk": "在聊天中查看",
  "all": "全部",
  "mine": "我参与的",
  "which": "显示哪些话题",
  "none": "还没有话题",
  "noneMine": "你还没有参与任何话题",
  "hint": "用“在话题中回复”，把相关的讨论放在一起，不打断聊天。",
  "more": "更早的话题",
  "readAll": "全部标为已读",
};

export const { t: w } = book({ en, zh });
