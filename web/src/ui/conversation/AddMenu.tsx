// What the plus of the composer offers to add to a conversation. Each kind is one line in the Composer that leads into a folder of its own.
import { t } from "../../i18n";
import type { IconName } from "../parts/Icon";
import { floats, Menu, MenuItem, type Point } from "../parts/Menu";

export interface Addition {
  icon: IconName;
  label: string;
  onChoose: () => void;
}

export function AddMenu({ additions, at, onClose }: { additions: readonly Addition[]; at: Point; onClose: () => void }) {
  return (
    <Menu label={t("talk.add")} at={at} above onClose={onClose}>
      <div role="menu" aria-label={t("talk.add")} class="menu-items">
        {additions.map(({ icon, label, onChoose }) => (
          <MenuItem key={label} icon={icon} label={label} onChoose={() => (onClose(), onChoose())} />
        ))}
        {floats(at) ? null : <MenuItem icon="close" label={t("action.cancel")} onChoose={onClose} />}
      </div>
    </Menu>
  );
}
