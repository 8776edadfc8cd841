// Setting what notifies me in each conversation: everything, mentions only, or nothing, as push rules.
import { deletePushRule, pushRules, putPushRule } from "../api/account";
import type { QuietRules } from "./model";
import { quietIn, type Level } from "./quiet";
import { world } from "./state";

const change = (roomId: string, rules: QuietRules) => (world.value = { ...world.value, quiet: { ...world.value.quiet, [roomId]: rules } });

/** Set the rules of a conversation; the new ones stand before the old ones go, so that it is never louder between. */
export async function setLevel(roomId: string, level: Level): Promise<void> {
  const old = () => world.value.quiet?.[roomId] ?? {};
  if (level === "none" && !old().override) {
    await putPushRule("override", roomId, { actions: [], conditions: [{ kind: "event_match", key: "room_id", pattern: roomId }] });
    change(roomId, { ...old(), override: true });
  }
  if (level === "mentions" && !old().room) {
    await putPushRule("room", roomId, { actions: [] });
    change(roomId, { ...old(), room: true });
  }
  if (level !== "none" && old().override) {
    await deletePushRule("override", roomId);
    change(roomId, { ...old(), override: undefined });
  }
  if (level !== "mentions" && old().room) {
    await deletePushRule("room", roomId);
    change(roomId, { ...old(), room: undefined });
  }
}

/** For a world that was stored before it knew about rules. */
export async function loadLevels(): Promise<void> {
  const quiet = quietIn(await pushRules());
  if (!world.value.quiet) world.value = { ...world.value, quiet };
}
