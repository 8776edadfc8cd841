// The words of the people whom one ignores, and of invitations that are kept away.
import { book } from "../../i18n";

export const en = {
  "title": "Ignored people and invitations",
  "people": "Ignored people",
  "hint": "Their messages and invitations stay away. They do not learn of it.",
  "none": "You ignore nobody",
  "lift": "Unignore",
  "lifted": "{name} is no longer ignored",
  "block": "Keep all invitations away",
  "blockOn": "Nobody can invite you. Invitations that wait already are hidden.",
  "blockOff": "Everybody on this server can invite you.",
  "note": "You ignore {name} and see none of their messages.",
};

export const zh: Record<keyof typeof en, string> = {
  "title": "屏蔽与邀请",
  "people": "已屏蔽的人",
  "hint": "你看不到他们的消息和邀请，对方不会知道。",
  "none": "你没有屏蔽任何人",
  "lift": "取消屏蔽",
  "lifted": "已取消屏蔽 {name}",
  "block": "拒收所有邀请",
  "blockOn": "没有人可以邀请你。已收到的邀请会被隐藏。",
  "blockOff": "本服务器上的所有人都可以邀请你。",
  "note": "你已屏蔽 {name}，看不到其消息。",
};

export const { t: w } = book({ en, zh });
