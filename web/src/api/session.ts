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

export function sessionFrom(answer: LoginAnswer, now: number): Session {
  return {
    userId: answer.user_id,
    deviceId: answer.device_id,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: answer.expires_in_ms === undefined ? undefined : now + answer.expires_in_ms,
  };
}
