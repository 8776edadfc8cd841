// The words of the viewer.
import { book } from "../../i18n";

export const en = {
  "next": "Next",
  "previous": "Previous",
  "larger": "Larger",
  "smaller": "Smaller",
  "save": "Save photo",
  "saveFilm": "Save video",
  "place": "{at} of {of}",
  "failed": "This could not be loaded",
  "unplayable": "This browser cannot play this video.",
};

export const zh: Record<keyof typeof en, string> = {
  "next": "下一张",
  "previous": "上一张",
  "larger": "放大",
  "smaller": "缩小",
  "save": "保存图片",
  "saveFilm": "保存视频",
  "place": "第 {at} 张，共 {of} 张",
  "failed": "无法加载",
  "unplayable": "此浏览器无法播放这个视频。",
};

export const { t: w } = book({ en, zh });
