// Keeping away from people: whom one ignores, and whether one can be invited.
import { setAccountData } from "../api/account";
import { ask, MatrixError, path } from "../api/http";
import type { Json } from "../api/types";
import { IGNORED, INVITES } from "./ignored";

/** Account data of mine as it is on the server now; empty where there is none. */
async function own(me: string, type: string): Promise<Json> {
  try {
    return await ask<Json>("GET", path`/v3/user/${me}/account_data/${type}`);
  } catch (error) {
    if (error instanceof MatrixError && error.status === 404) return {};
    throw error;
  }
}

/** Ignore somebody, or no longer; what else stands in the list stays. */
export async function setIgnored(me: string, user: string, on: boolean): Promise<void> {
  const now = await own(me, IGNORED);
  const { [user]: _, ...others } = (now.ignored_users ?? {}) as Json;
  await setAccountData(me, IGNORED, { ...now, ignored_users: on ? { ...others, [user]: {} } : others });
}

/** Whether every invitation is kept away. */
export const invitesBlocked = async (me: string): Promise<boolean> => (await own(me, INVITES)).default_action === "block";

export async function blockInvites(me: string, on: boolean): Promise<void> {
  const { default_action: _, ...others } = await own(me, INVITES);
  await setAccountData(me, INVITES, on ? { ...others, default_action: "block" } : others);
}
