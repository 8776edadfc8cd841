// The send queue: what was written goes out in the order it was written, room by room, until the server has it.
// A failure that may pass (no network, 429, 5xx) holds the room's queue and is tried again; a refusal stays, marked, until
// the person retries or deletes it. Transaction ids make every repetition harmless.
import type { Json, MatrixEvent } from "../api/types";

export type Status = "waiting" | "sending" | "sent" | "failed";

export interface Outgoing {
  txn: string;
  roomId: string;
  type: string;
  content: Json;
  createdAt: number;
  status: Status;
  tries: number;
  /** Given by the server once it has the message. */
  eventId?: string;
  /** A file that must be uploaded first; what the carrier says of it then goes into `content`, with `url` or `file`. */
  file?: Blob;
  /** How much of the file is there, from 0 to 1. */
  progress?: number;
  /** m.room.redaction: what is to be redacted. */
  redacts?: string;
  error?: string;
}

export interface Carrier {
  /** The fields of the content that tell where the file is. Rejects soon after `signal` is aborted. */
  upload(item: Outgoing, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Json>;
  send(item: Outgoing): Promise<string>;
}

/** How a failed attempt is judged. */
export interface Verdict {
  transient: boolean;
  retryAfterMs?: number;
  text: string;
}

const WAIT_MIN_MS = 1_000;
const WAIT_MAX_MS = 30_000;
const PROGRESS_STEP = 0.01;

export class Outbox {
  private items: Outgoing[] = [];
  private readonly busy = new Set<string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly echoed = new Set<string>();
  private readonly uploads = new Map<string, AbortController>();

  /** `changed` hears of every change; `lasting` says whether it is one that must survive a reload, which mere progress need not. */
  constructor(
    private readonly carrier: Carrier,
    private readonly changed: (items: readonly Outgoing[], lasting: boolean) => void,
    private readonly judge: (error: unknown) => Verdict,
  ) {}

  get all(): readonly Outgoing[] {
    return this.items;
  }

  add(item: Pick<Outgoing, "txn" | "roomId" | "type" | "content" | "createdAt"> & Partial<Outgoing>): void {
    this.items = [...this.items, { status: "waiting", tries: 0, ...item }];
    this.changed(this.items, true);
    void this.drain(item.roomId);
  }

  /** Take up what an earlier visit could not send; what was on its way is sent again under its old transaction id. */
  restore(items: readonly Outgoing[]): void {
    const known = new Set(this.items.map((item) => item.txn));
    const old = items.filter((item) => item.status !== "sent" && !known.has(item.txn));
    this.items = [...old.map((item) => (item.status === "sending" ? { ...item, status: "waiting" as const, progress: undefined } : item)), ...this.items];
    this.changed(this.items, true);
    this.wake();
  }

  /** Try everything that waits again, now: the network is back. */
  wake(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    for (const room of new Set(this.items.map((item) => item.roomId))) void this.drain(room);
  }

  retry(txn: string): void {
    this.put(txn, { status: "waiting", tries: 0, error: undefined });
    const item = this.items.find((one) => one.txn === txn);
    if (item) void this.drain(item.roomId);
  }

  /** Drop what has not gone out yet; an upload that runs is broken off. */
  remove(txn: string): void {
    this.items = this.items.filter((item) => item.txn !== txn);
    this.uploads.get(txn)?.abort();
    this.changed(this.items, true);
  }

  /** The server's timeline shows these events: their drafts are no longer needed. */
  settle(events: readonly MatrixEvent[]): void {
    const txns = new Set<string>();
    const ids = new Set<string>();
    for (const event of events) {
      ids.add(event.event_id);
      if (event.unsigned?.transaction_id) txns.add(event.unsigned.transaction_id);
    }
    for (const item of this.items) if (txns.has(item.txn)) this.echoed.add(item.txn);
    const rest = this.items.filter((item) => !txns.has(item.txn) && !(item.eventId && ids.has(item.eventId)));
    if (rest.length === this.items.length) return;
    this.items = rest;
    this.changed(this.items, true);
  }

  /** A gap in this room's timeline may hide the echo of what was sent: the server has it, so the draft can go. */
  forgetSent(roomId: string): void {
    this.items = this.items.filter((item) => item.roomId !== roomId || item.status !== "sent");
    this.changed(this.items, true);
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.items = [];
    for (const upload of this.uploads.values()) upload.abort();
  }

  private put(txn: string, change: Partial<Outgoing>, lasting = true): void {
    this.items = this.items.map((item) => (item.txn === txn ? { ...item, ...change } : item));
    this.changed(this.items, lasting);
  }

  private has(txn: string): boolean {
    return this.items.some((item) => item.txn === txn);
  }

  private async upload(item: Outgoing): Promise<Json> {
    const upload = new AbortController();
    this.uploads.set(item.txn, upload);
    let told = 0;
    const progress = (fraction: number) => {
      if (fraction - told < PROGRESS_STEP) return; // browsers tell more often than anybody could see
      told = fraction;
      this.put(item.txn, { progress: fraction }, false);
    };
    try {
      return await this.carrier.upload(item, progress, upload.signal);
    } finally {
      this.uploads.delete(item.txn);
    }
  }

  private async drain(roomId: string): Promise<void> {
    if (this.busy.has(roomId) || this.timers.has(roomId)) return;
    this.busy.add(roomId);
    try {
      for (;;) {
        const next = this.items.find((item) => item.roomId === roomId && item.status === "waiting");
        if (!next || !(await this.attempt(next))) return;
      }
    } finally {
      this.busy.delete(roomId);
    }
  }

  /** Whether the queue may go on with the next one. */
  private async attempt(item: Outgoing): Promise<boolean> {
    this.put(item.txn, { status: "sending", tries: item.tries + 1 });
    try {
      let current = item;
      if (item.file && !item.content.url && !item.content.file) {
        const place = await this.upload(item);
        if (!this.has(item.txn)) return true; // taken back at the last moment
        current = { ...item, content: { ...item.content, ...place } };
        this.put(item.txn, { content: current.content, progress: 1 });
      }
      const eventId = await this.carrier.send(current);
      if (!this.echoed.delete(item.txn)) this.put(item.txn, { status: "sent", eventId });
      return true;
    } catch (error) {
      return this.failed(item, this.judge(error));
    }
  }

  private failed(item: Outgoing, verdict: Verdict): boolean {
    if (!this.has(item.txn)) return true; // deleted meanwhile
    if (!verdict.transient) {
      this.put(item.txn, { status: "failed", error: verdict.text, progress: undefined });
      return true;
    }
    this.put(item.txn, { status: "waiting", error: verdict.text, progress: undefined });
    const wait = verdict.retryAfterMs ?? Math.min(WAIT_MAX_MS, WAIT_MIN_MS * 2 ** item.tries);
    this.timers.set(
      item.roomId,
      setTimeout(() => {
        this.timers.delete(item.roomId);
        void this.drain(item.roomId);
      }, wait),
    );
    return false;
  }
}

/** A draft as the event it will become, so that the timeline can draw both alike. */
export const asEvent = (item: Outgoing, me: string): MatrixEvent => ({
  event_id: item.eventId ?? `~${item.txn}`,
  type: item.type,
  sender: me,
  origin_server_ts: item.createdAt,
  redacts: item.redacts,
  content: item.content,
  secret: { state: "open" },
  unsigned: { transaction_id: item.txn },
});
