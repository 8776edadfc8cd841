// A small board of emoji for the composer; the system's own keyboard has the rest.
import { t } from "../../i18n";

const EMOJI = [
  ..."😀😁😂🤣😊😇🙂😉😍🥰😘😋😜🤪🤗🤔🤫🤭😐😏😒🙄😬😌😴🤤😷🤒🥳😎🤓😕😟😮😳🥺😢😭😤😡🤯😱🥶👍👎👌✌🤞🤝👏🙌🙏💪👋✋🤙👀💯🔥🎉🎊🎁🧧🏮🌊🌸🍀🌙☀🍵🍜🥟🍺☕🍰🍉🐼🐯🐶🐱🐰🚀🚗✈🏠💼📷🎵⚽🏀💰💡📌✅❌❓❗",
];

export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  return (
    <div class="emoji-board" role="group" aria-label={t("talk.emoji")}>
      {["❤️", ...EMOJI].map((emoji) => (
        <button key={emoji} type="button" aria-label={emoji} onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}
