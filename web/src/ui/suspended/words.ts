// The words for accounts that are suspended.
import { book } from "../../i18n";

export const en = {
  "title": "Your account is suspended: you can read, but not write.",
  "hint": "An administrator of this server has suspended it. What you had begun to write is kept.",
  "still": "Your account is still suspended.",
};

export const zh: Record<keyof typeof en, string> = {
  "title": "你的账号已被暂停：可以阅读，但不能发言。",
  "hint": "本服务器的管理员暂停了该账号。你正在写的内容会保留。",
  "still": "你的账号仍处于暂停状态。",
};

export const { t: w } = book({ en, zh });
