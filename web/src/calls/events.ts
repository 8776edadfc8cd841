// Call events as others send them and as this app sends them. Client-Server API, "Voice over IP", version "1". Pure.
import type { Json } from "../api/types";
import { LIFETIME_MS, METADATA_CHANGED_BEFORE } from "./kinds";

export const VERSION = "1";
/** Longer invitations of others count as this long. */
const LIFETIME_MAX_MS = 120_000;
const SDP_MAX = 60_000;
const CANDIDATES_MAX = 200;
const ID = /^[0-9a-zA-Z._~-]{1,255}$/;

/** Clients of today still use the name from before this was stable; both are sent, both are read. */
const METADATA = "sdp_stream_metadata";
const METADATA_BEFORE = "org.matrix.msc3077.sdp_stream_metadata";
export const METADATA_CHANGED = "m.call.sdp_stream_metadata_changed";

export interface Description {
  type: "offer" | "answer";
  sdp: string;
}

export interface Candidate {
  candidate: string;
  sdpMid?: string;
  sdpMLineIndex?: number;
}

export interface StreamMetadata {
  purpose: string;
  audio_muted?: boolean;
  video_muted?: boolean;
}

export type Metadata = Record<string, StreamMetadata>;

interface Common {
  callId: string;
  /** Which of the sender's devices; undefined from clients of version 0. */
  party?: string;
  /** Whether the sender speaks version 0, which knows no reject, select_answer and negotiate. */
  old: boolean;
}

export type CallEvent = Common &
  (
    | { kind: "invite"; offer: Description; lifetimeMs: number; invitee?: string; metadata?: Metadata }
    | { kind: "candidates"; candidates: Candidate[] }
    | { kind: "answer"; answer: Description; metadata?: Metadata }
    | { kind: "select_answer"; selected: string }
    | { kind: "reject"; reason?: string }
    | { kind: "hangup"; reason: string }
    | { kind: "negotiate"; description: Description; lifetimeMs: number; metadata?: Metadata }
    | { kind: "metadata"; metadata: Metadata }
  );

/** What an event of a room says about a call; null if it says nothing that makes sense. */
export function readCallEvent(type: string, content: Json): CallEvent | null {
  const { call_id, party_id, version } = content;
  if (typeof call_id !== "string" || !ID.test(call_id)) return null;
  if (party_id !== undefined && (typeof party_id !== "string" || !ID.test(party_id))) return null;
  const old = version === 0 || version === "0";
  if (!old && party_id === undefined) return null;
  const common: Common = { callId: call_id, party: party_id, old };
  switch (type) {
    case "m.call.invite": {
      const offer = readDescription(content.offer);
      const invitee = content.invitee;
      if (!offer || (invitee !== undefined && typeof invitee !== "string")) return null;
      return { ...common, kind: "invite", offer, lifetimeMs: readLifetime(content.lifetime), invitee, metadata: readMetadata(content) };
    }
    case "m.call.candidates":
      return { ...common, kind: "candidates", candidates: readCandidates(content.candidates) };
    case "m.call.answer": {
      const answer = readDescription(content.answer);
      return answer && { ...common, kind: "answer", answer, metadata: readMetadata(content) };
    }
    case "m.call.select_answer":
      return typeof content.selected_party_id === "string" ? { ...common, kind: "select_answer", selected: content.selected_party_id } : null;
    case "m.call.reject":
      return { ...common, kind: "reject", reason: typeof content.reason === "string" ? content.reason : undefined };
    case "m.call.hangup":
      return { ...common, kind: "hangup", reason: typeof content.reason === "string" ? content.reason : "user_hangup" };
    case "m.call.negotiate": {
      const description = readDescription(content.description);
      return description && { ...common, kind: "negotiate", description, lifetimeMs: readLifetime(content.lifetime), metadata: readMetadata(content) };
    }
    case METADATA_CHANGED:
    case METADATA_CHANGED_BEFORE: {
      const metadata = readMetadata(content);
      return metadata ? { ...common, kind: "metadata", metadata } : null;
    }
    default:
      return null;
  }
}

function readDescription(value: unknown): Description | null {
  const { type, sdp } = (value ?? {}) as Json;
  if (typeof sdp !== "string" || sdp.length > SDP_MAX || (type !== "offer" && type !== "answer")) return null;
  return { type, sdp };
}

const readLifetime = (value: unknown): number =>
  typeof value === "number" && value > 0 ? Math.min(value, LIFETIME_MAX_MS) : LIFETIME_MS;

function readCandidates(value: unknown): Candidate[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, CANDIDATES_MAX).flatMap((one: Json | null): Candidate[] => {
    if (typeof one?.candidate !== "string") return [];
    const { candidate, sdpMid, sdpMLineIndex } = one;
    return [{ candidate, ...(typeof sdpMid === "string" && { sdpMid }), ...(typeof sdpMLineIndex === "number" && { sdpMLineIndex }) }];
  });
}

function readMetadata(content: Json): Metadata | undefined {
  const value = content[METADATA] ?? content[METADATA_BEFORE];
  if (typeof value !== "object" || value === null) return undefined;
  const found: Metadata = {};
  for (const [id, stream] of Object.entries(value as Record<string, Json | null>).slice(0, 8)) {
    if (typeof stream?.purpose !== "string") continue;
    found[id] = { purpose: stream.purpose, audio_muted: stream.audio_muted === true, video_muted: stream.video_muted === true };
  }
  return found;
}

export const metadataContent = (metadata: Metadata): Json => ({ [METADATA]: metadata, [METADATA_BEFORE]: metadata });

/** A name for a call or a party that nobody else makes: 20 letters and digits. */
export function freshId(): string {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let id = "";
  while (id.length < 20) for (const byte of crypto.getRandomValues(new Uint8Array(32))) if (byte < 248 && id.length < 20) id += signs[byte % 62];
  return id;
}
