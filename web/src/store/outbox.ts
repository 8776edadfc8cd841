// The send queue: what was written goes out in the order it was written, room by room, until the server has it. Files go up
// beside it, one after the other, and take their place when they are there: a text need not wait for a film.
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
  /** The drafts that it belongs behind, and waits for. */
  after?: string[];
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

type Lane = "upload" | "send";

const isDue = (item: Outgoing): boolean => item.status === "waiting" || item.status === "sending";
const laneOf = (item: Outgoing): Lane => (item.file && !item.content.url && !item.content.file ? "upload" : "send");

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
    this.drain(item.roomId);
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
    for (const room of new Set(this.items.map((item) => item.roomId))) this.drain(room);
  }

  retry(txn: string): void {
    this.put(txn, { status: "waiting", tries: 0, error: undefined });
    const item = this.items.find((one) => one.txn === txn);
    if (item) this.drain(item.roomId);
  }

  /** Drop what has not gone out yet; an upload that runs is broken off. */
  remove(txn: string): void {
    const gone = this.items.find((item) => item.txn === txn);
    this.items = this.items.filter((item) => item !== gone);
    this.uploads.get(txn)?.abort();
    this.changed(this.items, true);
    if (gone) this.drain(gone.roomId); // something may have waited for it
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

  private drain(roomId: string): void {
    void this.run("send", roomId, (item) => this.send(item));
    void this.run("upload", roomId, (item) => this.upload(item));
  }

  /** One after the other; each lane of a room by itself. */
  private async run(lane: Lane, roomId: string, work: (item: Outgoing) => Promise<void>): Promise<void> {
    const place = `${lane} ${roomId}`;
    if (this.busy.has(place) || this.timers.has(place)) return;
    this.busy.add(place);
    try {
      for (;;) {
        const next = this.items.find((item) => item.roomId === roomId && item.status === "waiting" && laneOf(item) === lane && !this.isHeld(item));
        if (!next) return;
        this.put(next.txn, { status: "sending", tries: next.tries + 1 });
        try {
          await work(next);
        } catch (error) {
          if (!this.failed(place, next, this.judge(error))) return;
        }
        if (lane === "upload") this.drain(roomId); // it can be sent, or what belongs behind it
      }
    } finally {
      this.busy.delete(place);
    }
  }

  private isHeld({ after }: Outgoing): boolean {
    return after !== undefined && this.items.some((item) => after.includes(item.txn) && isDue(item));
  }

  private async upload(item: Outgoing): Promise<void> {
    const upload = new AbortController();
    this.uploads.set(item.txn, upload);
    let told = 0;
    const progress = (fraction: number) => {
      if (fraction - told < PROGRESS_STEP) return; // browsers tell more often than anybody could see
      told = fraction;
      this.put(item.txn, { progress: fraction }, false);
    };
    try {
      const place = await this.carrier.upload(item, progress, upload.signal);
      this.put(item.txn, { status: "waiting", tries: 0, error: undefined, content: { ...item.content, ...place }, progress: 1 });
    } finally {
      this.uploads.delete(item.txn);
    }
  }

  private async send(item: Outgoing): Promise<void> {
    const eventId = await this.carrier.send(item);
    if (!this.echoed.delete(item.txn)) this.put(item.txn, { status: "sent", eventId });
  }

  /** Whether the lane may go on with the next one. */
  private failed(place: string, item: Outgoing, verdict: Verdict): boolean {
    if (!this.has(item.txn)) return true; // deleted meanwhile
    if (!verdict.transient) {
      this.put(item.txn, { status: "failed", error: verdict.text, progress: undefined });
      return true;
    }
    this.put(item.txn, { status: "waiting", error: verdict.text, progress: undefined });
    const wait = verdict.retryAfterMs ?? Math.min(WAIT_MAX_MS, WAIT_MIN_MS * 2 ** item.tries);
    this.timers.set(
      place,
      setTimeout(() => {
        this.timers.delete(place);
        this.drain(item.roomId);
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
