// ICE candidates go out in few events: what is known soon travels with the offer or the answer, the rest follows in batches.
import type { Candidate } from "./events";

/** How long an offer or answer waits for its first candidates. */
export const FIRST_MS = 200;
const AFTER_OFFER_MS = 2_000;
const AFTER_ANSWER_MS = 500;
const BATCH_MS = 500;

export class CandidateBatches {
  private waiting: Candidate[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private open = false;
  private complete = false;
  private told = false;

  constructor(private readonly send: (candidates: Candidate[]) => void) {}

  /** Whatever was found until now is in the description that has just been made; from now on batches go out. */
  begin(kind: "offer" | "answer"): void {
    this.waiting = [];
    this.open = true;
    if (this.complete) this.flush();
    else this.later(kind === "offer" ? AFTER_OFFER_MS : AFTER_ANSWER_MS);
  }

  add(candidate: Candidate): void {
    if (candidate.candidate === "") return this.finish();
    this.complete = this.told = false; // gathering goes on after a restart
    this.waiting.push(candidate);
    if (this.open && this.timer === undefined) this.later(BATCH_MS);
  }

  /** There are no more: what waits goes out at once, with the mark of the end. */
  finish(): void {
    this.complete = true;
    if (this.open) this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.open = false;
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting;
    this.waiting = [];
    if (this.complete && !this.told) {
      this.told = true;
      batch.push({ candidate: "" });
    }
    if (batch.length > 0) this.send(batch);
  }
}
