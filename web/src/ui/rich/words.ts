// The words around what people have formatted.
import { book } from "../../i18n";

export const en = {
  "code": "Code",
  "table": "Table",
  "picture": "Picture",
  "spoiler": "Hidden text, tap to show",
  "spoilerOf": "Hidden text ({reason}), tap to show",
};

export const zh: Record<keyof typeof en, string> = {
  "code": "代码",
  "table": "表格",
  "picture": "图片",
  "spoiler": "隐藏内容，点按显示",
  "spoilerOf": "隐藏内容（{reason}），点按显示",
};

export const { t: w } = book({ en, zh });
