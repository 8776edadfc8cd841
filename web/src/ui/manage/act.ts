// Changes of a room: what is replaced as a whole is read right before, and a refusal is said in words.
import { MatrixError } from "../../api/http";
import { setState, stateOf } from "../../api/rooms";
import { reason } from "../../i18n/errors";
import type { Powers } from "../../store/powers";
import { say } from "../../store/state";
import { w } from "./words";

/** Why the server refuses, as far as this page knows better than the errors of all pages. */
export function why(error: unknown): string {
  if (!(error instanceof MatrixError)) return reason(error);
  if (error.errcode === "M_ROOM_IN_USE" || error.status === 409) return w("why.taken");
  if (error.errcode === "M_BAD_ALIAS") return w("why.badAlias");
  if (error.errcode === "M_FORBIDDEN") return w("why.forbidden");
  if (error.errcode === "M_UNSUPPORTED_ROOM_VERSION" || error.errcode === "M_INCOMPATIBLE_ROOM_VERSION") return w("why.version");
  return reason(error);
}

/** Do it, and say what came of it; answers whether it was done. */
export const attempt = (work: Promise<unknown>, done = ""): Promise<boolean> =>
  work.then(
    () => (done && say(done), true),
    (error) => (say(why(error)), false),
  );

/** Change the powers as they are on the server now. */
export async function changePowers(roomId: string, change: (powers: Powers) => Powers): Promise<void> {
  const now = await stateOf(roomId, "m.room.power_levels");
  await setState(roomId, "m.room.power_levels", { ...change(now as Powers) });
}
