// The words of deleting what others said.
import { book } from "../../i18n";

export const en = {
  "ask": "Delete this message of {name} for everybody?",
  "reason": "Reason",
  "reasonHint": "Optional; everybody can read it",
};

export const zh: Record<keyof typeof en, string> = {
  "ask": "为所有人删除 {name} 的这条消息？",
  "reason": "原因",
  "reasonHint": "选填，所有人都能看到",
};

export const { t: w } = book({ en, zh });
