// Coming and going: registration with user-interactive authentication, login, logout, profile, people search.
import { ask, MatrixError, path } from "./http";
import { leftSession, sessionFrom, type Session } from "./session";
import type { AuthDemand, FoundUser, Json, LoginAnswer } from "./types";

const EMAIL = "m.login.email.identity";

export type Registration = "open" | "token" | "closed";

const deviceName = () => `来往 Web · ${/\(([^;)]+)/.exec(navigator.userAgent)?.[1] ?? "browser"}`;

/** Log in with a password; as the same device again where a session of this person ended softly. */
export async function logIn(user: string, password: string): Promise<Session> {
  const left = leftSession();
  const same = left && (user === left.userId || user === left.userId.slice(1, left.userId.indexOf(":")));
  const answer = await ask<LoginAnswer>("POST", "/v3/login", {
    open: true,
    body: {
      type: "m.login.password",
      identifier: user.indexOf("@") > 0 ? { type: "m.id.thirdparty", medium: "email", address: user } : { type: "m.id.user", user },
      password,
      refresh_token: true,
      device_id: same ? left.deviceId : undefined,
      initial_device_display_name: deviceName(),
    },
  });
  return sessionFrom(answer, Date.now());
}

/** How this server lets people register, found by asking without any answer to its questions. */
export async function registrationKind(): Promise<Registration> {
  try {
    await ask("POST", "/v3/register", { open: true, body: { inhibit_login: true } });
    return "open";
  } catch (error) {
    if (error instanceof MatrixError && error.status === 401) return kindOf(error.body as AuthDemand);
    if (error instanceof MatrixError && error.status === 403) return "closed";
    throw error;
  }
}

function kindOf(demand: AuthDemand): Registration {
  const flows = demand.flows ?? [];
  if (flows.some((flow) => flow.stages.every((stage) => stage === "m.login.dummy" || stage === EMAIL))) return "open";
  return flows.some((flow) => flow.stages.includes("m.login.registration_token")) ? "token" : "closed";
}

export async function isFree(username: string): Promise<boolean> {
  const answer = await ask<{ available: boolean }>("GET", "/v3/register/available", { open: true, query: { username } });
  return answer.available;
}

/** Register, going through the stages that the server asks for; raises the last refusal. */
export async function register(username: string, password: string, token: string): Promise<Session> {
  const body = { username, password, refresh_token: true, initial_device_display_name: deviceName() };
  let auth: Record<string, unknown> | undefined;
  for (let round = 0; round < 6; round += 1) {
    try {
      const answer = await ask<LoginAnswer>("POST", "/v3/register", { open: true, body: auth ? { ...body, auth } : body });
      return sessionFrom(answer, Date.now());
    } catch (error) {
      if (!(error instanceof MatrixError) || error.status !== 401 || !error.body.flows) throw error;
      if (error.body.errcode) throw error; // the stage just tried was refused
      auth = nextStage(error.body as AuthDemand, token);
      if (!auth) throw error;
    }
  }
  throw new MatrixError(401, "M_UNKNOWN", "registration does not end");
}

function nextStage(demand: AuthDemand, token: string): Record<string, unknown> | undefined {
  const done = new Set(demand.completed ?? []);
  for (const flow of demand.flows ?? []) {
    const open = flow.stages.filter((stage) => !done.has(stage));
    if (open[0] === "m.login.dummy") return { type: "m.login.dummy", session: demand.session };
    if (open[0] === "m.login.registration_token" && token) {
      return { type: "m.login.registration_token", token, session: demand.session };
    }
  }
  return undefined;
}

/** The registration that waits for an e-mail address and nothing else; "" when a refusal says something else. */
export function waitsForMail(problem: unknown): string {
  const { errcode, flows, completed = [], session = "" } = (problem instanceof MatrixError ? problem.body : {}) as AuthDemand & { errcode?: string };
  const open = (flow: { stages: string[] }) => flow.stages.filter((stage) => !completed.includes(stage));
  return !errcode && flows?.some((flow) => open(flow)[0] === EMAIL) ? session : "";
}

export const logOut = () => ask("POST", "/v3/logout");

export const profile = (userId: string) =>
  ask<{ displayname?: string; avatar_url?: string }>("GET", path`/v3/profile/${userId}`);

export const setDisplayName = (userId: string, displayname: string) =>
  ask("PUT", path`/v3/profile/${userId}/displayname`, { body: { displayname } });

export const setAvatar = (userId: string, avatar_url: string) =>
  ask("PUT", path`/v3/profile/${userId}/avatar_url`, { body: { avatar_url } });

let hasDirectory = true;

/** People of the directory whose name or id fits; empty where the server has no directory. */
export async function searchPeople(term: string, signal?: AbortSignal): Promise<FoundUser[]> {
  if (!hasDirectory) return [];
  try {
    const body = { search_term: term, limit: 20 };
    return (await ask<{ results: FoundUser[] }>("POST", "/v3/user_directory/search", { body, signal })).results;
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 404 || error.status === 405)) {
      hasDirectory = false;
      return [];
    }
    throw error;
  }
}

/** The person with exactly this id, or null. */
export async function findExactly(userId: string): Promise<FoundUser | null> {
  try {
    const found = await profile(userId);
    return { user_id: userId, display_name: found.displayname, avatar_url: found.avatar_url };
  } catch (error) {
    if (error instanceof MatrixError && error.status >= 400 && error.status < 500 && error.status !== 401) return null;
    throw error;
  }
}

export const accountData = (userId: string, type: string) => ask<Json>("GET", path`/v3/user/${userId}/account_data/${type}`);

export const setAccountData = (userId: string, type: string, content: unknown) =>
  ask("PUT", path`/v3/user/${userId}/account_data/${type}`, { body: content });

export const pushRules = () => ask<Json>("GET", "/v3/pushrules/");

export const putPushRule = (kind: "override" | "room", id: string, rule: Json) =>
  ask("PUT", path`/v3/pushrules/global/${kind}/${id}`, { body: rule });

export const deletePushRule = (kind: "override" | "room", id: string) => ask("DELETE", path`/v3/pushrules/global/${kind}/${id}`);
