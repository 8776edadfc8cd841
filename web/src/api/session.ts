// Who is logged in on this browser: the tokens, kept in localStorage so that every tab sees a refreshed one.
import type { LoginAnswer } from "./types";

export interface Session {
  userId: string;
  deviceId: string;
  accessToken: string;
  refreshToken?: string;
  /** When the access token ends, as milliseconds since 1970; undefined if it does not. */
  expiresAt?: number;
}

const KEY = "laiwang.session";

export function storedSession(): Session | null {
  try {
    const text = localStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Session) : null;
  } catch {
    return null;
  }
}

export function storeSession(session: Session | null): void {
  if (session) localStorage.setItem(KEY, JSON.stringify(session));
  else localStorage.removeItem(KEY);
}

const LEFT_KEY = "laiwang.left";

/** Who was logged in here when the session ended softly: this person's data stay, and the same device may come back. */
export function leftSession(): Pick<Session, "userId" | "deviceId"> | null {
  try {
    return JSON.parse(localStorage.getItem(LEFT_KEY) ?? "null") as Pick<Session, "userId" | "deviceId"> | null;
  } catch {
    return null;
  }
}

export function storeLeft(left: Pick<Session, "userId" | "deviceId"> | null): void {
  if (left) localStorage.setItem(LEFT_KEY, JSON.stringify(left));
  else localStorage.removeItem(LEFT_KEY);
}

export function sessionFrom(answer: LoginAnswer, now: number): Session {
  return {
    userId: answer.user_id,
    deviceId: answer.device_id,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: answer.expires_in_ms === undefined ? undefined : now + answer.expires_in_ms,
  };
}
