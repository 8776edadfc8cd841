// The devices of the account, its password and its end. What is asked with `auth` needs the password again.
import { ask, path } from "./http";
import type { Json } from "./types";

export interface OwnDevice {
  device_id: string;
  display_name?: string;
  last_seen_ts?: number;
  last_seen_ip?: string;
}

export const devices = () => ask<{ devices: OwnDevice[] }>("GET", "/v3/devices");

export const renameDevice = (id: string, display_name: string) => ask("PUT", path`/v3/devices/${id}`, { body: { display_name } });

/** Log these devices out. */
export const deleteDevices = (ids: readonly string[], auth: Json) => ask("POST", "/v3/delete_devices", { body: { devices: ids, auth } });

/** Set a new password; with `others` every other device is logged out. */
export const changePassword = (new_password: string, others: boolean, auth: Json) =>
  ask("POST", "/v3/account/password", { body: { new_password, logout_devices: others, auth } });

/** End the account for ever. */
export const deactivate = (auth: Json) => ask("POST", "/v3/account/deactivate", { body: { auth } });

/** The proof that a password is. */
export const passwordProof = (userId: string, password: string): Json => ({
  type: "m.login.password",
  identifier: { type: "m.id.user", user: userId },
  password,
});
