// The words of voice messages.
import { book } from "../../i18n";

export const en = {
  "play": "Play voice message",
  "playSound": "Play {name}",
  "pause": "Pause",
  "place": "Place in the recording",
  "at": "{at} of {of}",
  "speed": "Speed {rate}×",
  "unheard": "Not heard yet",
  "recording": "Recording",
  "slide": "Slide to cancel",
  "letGo": "Let go to cancel",
  "lock": "Slide up to record hands-free",
  "cancel": "Discard the recording",
  "send": "Send voice message",
  "left": "{seconds} s left",
  "full": "This is as long as a voice message can be",
  "short": "That was too short",
  "denied": "The microphone is not allowed. Allow it for this page in the settings of the browser.",
  "missing": "No microphone was found",
  "busy": "The microphone cannot be used. Perhaps another program has it.",
  "impossible": "This browser or address cannot record. It needs https and a current browser.",
};

export const zh: Record<keyof typeof en, string> = {
  "play": "播放语音消息",
  "playSound": "播放 {name}",
  "pause": "暂停",
  "place": "播放位置",
  "at": "{at}，共 {of}",
  "speed": "{rate} 倍速",
  "unheard": "未听",
  "recording": "正在录音",
  "slide": "左滑取消",
  "letGo": "松开取消",
  "lock": "上滑锁定录音",
  "cancel": "放弃录音",
  "send": "发送语音消息",
  "left": "还可录 {seconds} 秒",
  "full": "已到语音消息的最长时间",
  "short": "说话时间太短",
  "denied": "没有麦克风权限。请在浏览器设置中允许此页面使用麦克风。",
  "missing": "没有找到麦克风",
  "busy": "无法使用麦克风，可能正被其他程序占用。",
  "impossible": "此浏览器或地址无法录音。需要 https 和较新的浏览器。",
};

export const { t: w } = book({ en, zh });
