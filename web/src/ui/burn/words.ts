// The words of burning messages.
import { book } from "../../i18n";

export const en = {
  "title": "Burn after reading",
  "off": "Off",
  "never": "Messages stay",
  "start": "Time begins",
  "read": "when read",
  "sent": "when sent",
  "afterRead": "Burns {time} after everybody has read it",
  "afterSent": "Burns {time} after it was sent",
  "goesSoon": "Burns soon",
  "signRead": "Messages burn {time} after everybody has read them",
  "signSent": "Messages burn {time} after they are sent",
  "mayNot": "Only those who lead this group can change this.",
  "how": "The server takes the messages back for everybody, also on devices that are off. Messages from before stay. What somebody does not read burns after 7 days, or when the time above is over if that is longer.",
  "cannot": "It cannot stop anybody from copying or photographing what is on the screen, and an app of another maker may keep what it has shown.",
  "cannotSealed": "Files in this encrypted chat stay on the server as noise that nobody can open.",
  "waiting.one": "{count} message waits to burn.",
  "waiting.other": "{count} messages wait to burn.",
};

export const zh: Record<keyof typeof en, string> = {
  "title": "阅后即焚",
  "off": "关闭",
  "never": "消息会保留",
  "start": "计时起点",
  "read": "读后",
  "sent": "发出后",
  "afterRead": "所有人读后{time}焚毁",
  "afterSent": "发出后{time}焚毁",
  "goesSoon": "即将焚毁",
  "signRead": "消息在所有人读后{time}焚毁",
  "signSent": "消息在发出后{time}焚毁",
  "mayNot": "只有群管理员可以更改。",
  "how": "服务器会为所有人撤回消息，关机的设备也不例外。此前的消息会保留。一直没人读的消息在 7 天后焚毁；若上面设定的时间更长，则以它为准。",
  "cannot": "它无法阻止别人复制或拍下屏幕上的内容，其他厂商的应用也可能保留显示过的消息。",
  "cannotSealed": "此加密聊天中的文件会以无人能打开的乱码形式留在服务器上。",
  "waiting.one": "有 {count} 条消息等待焚毁。",
  "waiting.other": "有 {count} 条消息等待焚毁。",
};

export const { t: w, tn: wn } = book({ en, zh });
