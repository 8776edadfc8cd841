// E-mail addresses of an account: shown to be one's own by a link in a mail; for logging in and forgotten passwords.
import { ask, MatrixError } from "./http";
import { sessionFrom, type Session } from "./session";
import type { AuthDemand, Json, LoginAnswer } from "./types";

const EMAIL = "m.login.email.identity";

/** What a mail is asked for: an account to be, a forgotten password, one more address. */
export type Purpose = "register" | "account/password" | "account/3pid";

/** Names what a mail was sent for; worth something once the link in it was opened. */
export interface Proof extends Json {
  sid: string;
  client_secret: string;
}

/** A secret by which the server knows again who asked. */
export const newSecret = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Ask for a mail; the same attempt sends no second one. */
export async function askForMail(purpose: Purpose, email: string, client_secret: string, send_attempt: number): Promise<Proof> {
  const body = { email, client_secret, send_attempt };
  const answer = await ask<{ sid: string }>("POST", `/v3/${purpose}/email/requestToken`, { open: purpose !== "account/3pid", body });
  return { sid: answer.sid, client_secret };
}

/** Whether a forgotten password can be set anew by mail: what the server asks of who wants to set one says so. */
export async function resetsByMail(): Promise<boolean> {
  try {
    await ask("POST", "/v3/account/password", { open: true, body: {} });
  } catch (error) {
    if (error instanceof MatrixError && error.status === 401) {
      return ((error.body as AuthDemand).flows ?? []).some((flow) => flow.stages.includes(EMAIL));
    }
  }
  return false;
}

/** Set a new password; 401 M_UNAUTHORIZED while the link has not been opened. */
export const resetPassword = (proof: Proof, new_password: string) =>
  ask("POST", "/v3/account/password", { open: true, body: { new_password, auth: { type: EMAIL, threepid_creds: proof } } });

/** Go on with a registration that waits for an address; 401 M_UNAUTHORIZED while the link has not been opened. */
export async function registerByMail(session: string, proof: Proof): Promise<Session> {
  const body = { auth: { type: EMAIL, session, threepid_creds: proof } };
  return sessionFrom(await ask<LoginAnswer>("POST", "/v3/register", { open: true, body }), Date.now());
}

export interface Addresses {
  own: string[];
  /** Whether one can be added here. */
  open: boolean;
}

export async function addresses(): Promise<Addresses> {
  const [list, all] = await Promise.all([
    ask<{ threepids: { medium: string; address: string }[] }>("GET", "/v3/account/3pid"),
    ask<{ capabilities: Record<string, { enabled?: boolean }> }>("GET", "/v3/capabilities"),
  ]);
  const own = list.threepids.filter((one) => one.medium === "email").map((one) => one.address);
  return { own, open: all.capabilities["m.3pid_changes"]?.enabled === true };
}

export const addAddress = (proof: Proof, auth: Json) => ask("POST", "/v3/account/3pid/add", { body: { ...proof, auth } });

export const removeAddress = (address: string) => ask("POST", "/v3/account/3pid/delete", { body: { medium: "email", address } });
