// What calls ask the server for: a relay, and a last word while the page goes away.
import { ask, path } from "./http";
import { storedSession } from "./session";
import type { Json } from "./types";

interface Relay {
  username?: string;
  password?: string;
  uris?: string[];
  ttl?: number;
}

const RELAY_TIMEOUT_MS = 5_000;
const NONE_MS = 5 * 60_000;
let kept: { user: string; servers: RTCIceServer[]; until: number } | undefined;

/** The servers that help two devices to find each other; none where the operator has named none, or the server does not answer. */
export async function iceServers(): Promise<RTCIceServer[]> {
  const user = storedSession()?.userId ?? "";
  if (kept?.user === user && kept.until > Date.now()) return kept.servers;
  const relay = await ask<Relay>("GET", "/v3/voip/turnServer", { timeoutMs: RELAY_TIMEOUT_MS }).catch((): Relay | null => null);
  if (!relay) return [];
  const servers = relay.uris?.length ? [{ urls: relay.uris, username: relay.username, credential: relay.password }] : [];
  kept = { user, servers, until: Date.now() + (servers.length > 0 ? ((relay.ttl ?? 600) * 1000) / 2 : NONE_MS) };
  return servers;
}

/** Send an event that is ready while the page is being closed: nobody waits for the answer. */
export function sendAtLast(roomId: string, type: string, txnId: string, content: Json): void {
  const token = storedSession()?.accessToken;
  if (!token) return;
  void fetch(`/_matrix/client${path`/v3/rooms/${roomId}/send/${type}/${txnId}`}`, {
    method: "PUT",
    keepalive: true,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(content),
  }).catch(() => undefined);
}
