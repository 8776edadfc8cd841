// The words of the page for accounts that are locked.
import { book } from "../../i18n";

export const en = {
  "title": "Your account is locked",
  "hint": "An administrator of this server has locked it. What you have stays as it is. As soon as it is unlocked, you can go on here.",
};

export const zh: Record<keyof typeof en, string> = {
  "title": "你的账号已被锁定",
  "hint": "本服务器的管理员锁定了该账号。你的数据会保留，解除锁定后即可继续使用。",
};

export const { t: w } = book({ en, zh });
