// How loud a conversation is for me.
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { setLevel } from "../../store/levels";
import { levelOf, type Level } from "../../store/quiet";
import { say, world } from "../../store/state";
import { Choice } from "../parts/Choice";

export function LevelChoice({ roomId }: { roomId: string }) {
  const [coming, setComing] = useState<Level>();
  const choose = (level: Level) => {
    if (coming) return;
    setComing(level);
    setLevel(roomId, level)
      .catch((error) => say(reason(error)))
      .finally(() => setComing(undefined));
  };
  return (
    <Choice<Level>
      title={t("level.title")}
      value={coming ?? levelOf(world.value, roomId)}
      options={[
        ["all", t("level.all")],
        ["mentions", t("level.mentions")],
        ["none", t("level.none")],
      ]}
      onChoose={choose}
      busy={coming !== undefined}
    />
  );
}
