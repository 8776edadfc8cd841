// The words of the search page.
import { book } from "../../i18n";

export const en = {
  "hint": "Find what was said, in all your conversations",
  "hintHere": "Find what was said in “{name}”",
  "none": "Nothing was said that fits “{term}”",
  "more": "More results",
  "results": "Results",
  "count.one": "{count} result",
  "count.other": "{count} results",
  "sealed": "Encrypted conversations cannot be searched: the server cannot read them.",
};

export const zh: Record<keyof typeof en, string> = {
  "hint": "在所有聊天中查找说过的话",
  "hintHere": "在“{name}”中查找说过的话",
  "none": "没有找到包含“{term}”的消息",
  "more": "更多结果",
  "results": "搜索结果",
  "count.one": "{count} 条结果",
  "count.other": "{count} 条结果",
  "sealed": "无法搜索加密聊天：服务器读不到其中的内容。",
};

export const { t: w, tn: wn } = book({ en, zh });
