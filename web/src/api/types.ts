// The parts of the Matrix Client-Server API that this app reads and writes, as types.

export type Json = Record<string, unknown>;

export interface Relation {
  rel_type?: string;
  event_id?: string;
  key?: string;
  is_falling_back?: boolean;
  "m.in_reply_to"?: { event_id: string };
}

export interface ImageInfo {
  w?: number;
  h?: number;
  size?: number;
  mimetype?: string;
  duration?: number;
  thumbnail_url?: string;
  thumbnail_file?: SealedFile;
}

/** A file of an encrypted room: where it is and how it is opened. */
export interface SealedFile {
  url: string;
  v: string;
  key: { alg: string; ext: boolean; k: string; key_ops: string[]; kty: string };
  iv: string;
  hashes: { sha256: string };
}

/** What became of an event that came encrypted: opened (by whom it is from is not certain with a shield), or why it stays shut. */
export type Secret = { state: "open"; shield?: "red" | "grey" } | { state: "waiting" | "before" | "withheld" | "broken" };

export interface MessageContent extends Json {
  msgtype?: string;
  body?: string;
  format?: string;
  formatted_body?: string;
  url?: string;
  file?: SealedFile;
  filename?: string;
  info?: ImageInfo;
  "m.relates_to"?: Relation;
  "m.new_content"?: MessageContent;
  "m.mentions"?: { user_ids?: string[]; room?: boolean };
}

export interface MatrixEvent {
  event_id: string;
  type: string;
  sender: string;
  origin_server_ts: number;
  state_key?: string;
  redacts?: string;
  content: MessageContent;
  /** Set by this app, never by the server. */
  secret?: Secret;
  unsigned?: {
    age?: number;
    transaction_id?: string;
    prev_content?: Json;
    redacted_because?: MatrixEvent;
    "org.matrix.msc4023.thread_id"?: string | null;
    "m.relations"?: { "m.replace"?: MatrixEvent; "m.thread"?: ThreadBundle };
  };
}

/** What the server tells of a thread together with its root. */
export interface ThreadBundle {
  latest_event: MatrixEvent;
  count: number;
  current_user_participated?: boolean;
}

export interface StrippedEvent {
  type: string;
  state_key: string;
  sender: string;
  content: Json;
}

export interface EphemeralEvent {
  type: string;
  content: Json;
}

export interface JoinedRoomSync {
  timeline?: { events?: MatrixEvent[]; limited?: boolean; prev_batch?: string };
  state?: { events?: MatrixEvent[] };
  ephemeral?: { events?: EphemeralEvent[] };
  account_data?: { events?: EphemeralEvent[] };
  summary?: { "m.heroes"?: string[]; "m.joined_member_count"?: number; "m.invited_member_count"?: number };
  unread_notifications?: UnreadCounts;
  unread_thread_notifications?: Record<string, UnreadCounts>;
}

export interface UnreadCounts {
  notification_count?: number;
  highlight_count?: number;
}

export interface SyncResponse {
  next_batch: string;
  rooms?: {
    join?: Record<string, JoinedRoomSync>;
    invite?: Record<string, { invite_state?: { events?: StrippedEvent[] } }>;
    leave?: Record<string, JoinedRoomSync>;
  };
  account_data?: { events?: EphemeralEvent[] };
  to_device?: { events?: Json[] };
  device_lists?: { changed?: string[]; left?: string[] };
  device_one_time_keys_count?: Record<string, number>;
  device_unused_fallback_key_types?: string[];
}

export interface MessagesResponse {
  chunk: MatrixEvent[];
  start: string;
  end?: string;
  state?: MatrixEvent[];
}

export interface RelationsResponse {
  chunk: MatrixEvent[];
  next_batch?: string;
}

export interface ContextResponse {
  event: MatrixEvent;
  events_before: MatrixEvent[];
  events_after: MatrixEvent[];
  start?: string;
  end?: string;
  state?: MatrixEvent[];
}

export interface LoginAnswer {
  user_id: string;
  device_id: string;
  access_token: string;
  refresh_token?: string;
  expires_in_ms?: number;
}

export interface AuthDemand {
  session?: string;
  flows?: { stages: string[] }[];
  completed?: string[];
}

export interface FoundUser {
  user_id: string;
  display_name?: string;
  avatar_url?: string;
}
