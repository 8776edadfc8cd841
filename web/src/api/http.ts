// One way to ask the server: tokens, their renewal, time limits, and errors with Matrix codes.
import { sessionFrom, storedSession, storeSession, type Session } from "./session";
import type { LoginAnswer } from "./types";

/** A refusal of the server. `status` 0 means that no answer came at all. */
export class MatrixError extends Error {
  constructor(
    readonly status: number,
    readonly errcode: string,
    message: string,
    readonly body: Record<string, unknown> = {},
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later without anybody changing it. */
  get transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface Ask {
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Without a token: logging in, registering. */
  open?: boolean;
  signal?: AbortSignal;
  timeoutMs?: number;
}

const REFRESH_AHEAD_MS = 30_000;
const TIMEOUT_MS = 30_000;

let ended: (soft: boolean) => void = () => undefined;

/** Tell what to do when the server no longer knows this session. */
export function onSessionEnd(listener: (soft: boolean) => void): void {
  ended = listener;
}

let suspended: () => void = () => undefined;

/** Tell what to do when the server refuses because this account is suspended. */
export function onSuspended(listener: () => void): void {
  suspended = listener;
}

export function path(strings: TemplateStringsArray, ...values: string[]): string {
  return strings.reduce((all, part, i) => all + encodeURIComponent(values[i - 1] ?? "") + part);
}

export async function ask<Answer>(method: string, where: string, options: Ask = {}): Promise<Answer> {
  const response = await askRaw(method, where, options);
  return (await response.json()) as Answer;
}

/** As `ask`, but the answer as it came; raises MatrixError for every status but 2xx. */
export async function askRaw(method: string, where: string, options: Ask = {}): Promise<Response> {
  if (options.open) return send(method, where, options, undefined);
  const session = await freshSession();
  if (!session) throw new MatrixError(401, "M_MISSING_TOKEN", "not logged in");
  try {
    return await send(method, where, options, session.accessToken);
  } catch (error) {
    if (!(error instanceof MatrixError) || error.status !== 401 || error.errcode !== "M_UNKNOWN_TOKEN") throw error;
    const renewed = await renew(session);
    if (!renewed) {
      ended(error.body.soft_logout === true);
      throw error;
    }
    return send(method, where, options, renewed.accessToken);
  }
}

/** The session with an access token that holds for the next half minute. */
export async function freshSession(): Promise<Session | null> {
  const session = storedSession();
  if (session?.expiresAt !== undefined && session.refreshToken && session.expiresAt - REFRESH_AHEAD_MS < Date.now()) {
    return (await renew(session)) ?? session;
  }
  return session;
}

/** The access token, another one than `stale`, which the server does not take any more; undefined if there is none. */
export async function tokenNow(stale?: string): Promise<string | undefined> {
  const session = await freshSession();
  return session && session.accessToken === stale ? (await renew(session))?.accessToken : session?.accessToken;
}

/** A new access token, asked for once over all tabs; null if there is none to be had. */
async function renew(stale: Session): Promise<Session | null> {
  return withLock(async () => {
    const now = storedSession();
    if (!now || now.accessToken !== stale.accessToken) return now;
    if (!now.refreshToken) return null;
    try {
      const response = await send("POST", "/v3/refresh", { body: { refresh_token: now.refreshToken } }, undefined);
      const answer = (await response.json()) as LoginAnswer;
      const next = {
        ...sessionFrom({ ...answer, user_id: now.userId, device_id: now.deviceId }, Date.now()),
        refreshToken: answer.refresh_token ?? now.refreshToken,
      };
      storeSession(next);
      return next;
    } catch (error) {
      if (error instanceof MatrixError && error.transient) throw error;
      return null;
    }
  });
}

let queue: Promise<unknown> = Promise.resolve();

function withLock<T>(work: () => Promise<T>): Promise<T> {
  if ("locks" in navigator) return navigator.locks.request("laiwang.refresh", work) as Promise<T>;
  const next = queue.then(work, work); // no locks outside of secure contexts: at least in order within this tab
  queue = next.catch(() => undefined);
  return next;
}

async function send(method: string, where: string, options: Ask, token: string | undefined): Promise<Response> {
  const url = new URL(where.startsWith("/api/") ? where : `/_matrix/client${where}`, location.origin);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers: Record<string, string> = {};
  if (token) headers.authorization = `Bearer ${token}`;
  let body: string | undefined;
  if (options.body !== undefined || method === "POST" || method === "PUT") {
    headers["content-type"] = "application/json";
    body = JSON.stringify(options.body ?? {});
  }
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), options.timeoutMs ?? TIMEOUT_MS);
  const forward = () => limit.abort();
  options.signal?.addEventListener("abort", forward);
  try {
    const response = await fetch(url, { method, headers, body, signal: limit.signal, cache: "no-store" });
    if (!response.ok) throw await refusal(response);
    return response;
  } catch (error) {
    if (error instanceof MatrixError) throw error;
    if (options.signal?.aborted) throw error;
    throw new MatrixError(0, "NETWORK", "the server cannot be reached");
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", forward);
  }
}

export async function refusal(response: Response): Promise<MatrixError> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const after = response.headers.get("retry-after");
  const wait = after ? Number(after) * 1000 : typeof body.retry_after_ms === "number" ? body.retry_after_ms : undefined;
  if (body.errcode === "M_USER_SUSPENDED") suspended();
  return new MatrixError(response.status, String(body.errcode ?? "M_UNKNOWN"), String(body.error ?? response.statusText), body, wait);
}
