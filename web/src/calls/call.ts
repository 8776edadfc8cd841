// One person's calls as a state machine: what happened goes in, what is to be done comes out. No clock, no network, no browser. Pure.
//
// `current` is the call that rings or goes on; `waiting` is another that comes in meanwhile. Ringing is a state and no effect: a batch
// of events is taken in as a whole, so that what was over by the end of it never rings.
import type { Json } from "../api/types";
import { metadataContent, readCallEvent, VERSION, type CallEvent, type Candidate, type Description, type Metadata } from "./events";
import { LIFETIME_MS, showsVideo } from "./kinds";

export type Phase =
  | "ringing" // comes in, nobody has decided yet
  | "preparing" // goes out: microphone and offer are made ready
  | "inviting" // goes out: the invitation is sent, the others ring
  | "accepting" // came in and was accepted: microphone and answer are made ready
  | "connecting" // offer and answer are exchanged
  | "connected"
  | "reconnecting";

/** Why there is no microphone or camera. */
export type MediaTrouble = "denied" | "missing" | "taken" | "insecure";

export type Ending =
  | "hungUp"
  | "hungUpByThem"
  | "declined"
  | "declinedByThem"
  | "missed"
  | "unanswered"
  | "answeredElsewhere"
  | "declinedElsewhere"
  | "neverConnected"
  | "lost"
  | "unsent"
  | "theirMedia"
  | "replaced"
  | MediaTrouble;

export interface Call {
  id: string;
  roomId: string;
  /** The invitation's event; undefined for calls that go out. */
  eventId?: string;
  partner: string;
  outgoing: boolean;
  /** Whether it began as a video call. */
  video: boolean;
  /** Whether my camera is wanted. */
  camera: boolean;
  party: string;
  /** The other side's party: who invited, or whose answer was taken; null from clients of version 0. */
  theirs?: string | null;
  old: boolean;
  phase: Phase;
  offer?: Description;
  metadata?: Metadata;
  /** Candidates that came before they could be used, by party. */
  early: Record<string, Candidate[]>;
  /** When ringing, or connecting, is given up. */
  until: number;
  connectedAt?: number;
  lostAt?: number;
  restartedAt?: number;
}

export interface Calls {
  me: string;
  current: Call | null;
  waiting: Call | null;
  /** Calls that are over, newest last, so that nothing rings that comes late. */
  over: readonly string[];
}

export interface Arrived {
  roomId: string;
  eventId: string;
  type: string;
  sender: string;
  content: Json;
  ageMs: number;
  /** Whether calls of this sender ring in this room. */
  rings: boolean;
}

export type Input =
  | { kind: "place"; id: string; party: string; roomId: string; partner: string; video: boolean }
  | { kind: "arrived"; events: readonly Arrived[]; party: string }
  | { kind: "accept"; id: string; camera: boolean }
  | { kind: "decline"; id: string }
  | { kind: "hangUp" }
  | { kind: "captured"; id: string; camera: boolean }
  | { kind: "notCaptured"; id: string; why: MediaTrouble }
  | { kind: "offered"; id: string; description: Description; metadata: Metadata }
  | { kind: "answered"; id: string; description: Description; metadata: Metadata }
  | { kind: "ice"; id: string; state: "connected" | "disconnected" | "failed" }
  | { kind: "unsent"; id: string }
  | { kind: "gone"; roomId: string }
  | { kind: "tick" };

export type Effect =
  | { do: "capture"; id: string; camera: boolean }
  | { do: "offer"; id: string }
  | { do: "answer"; id: string; offer: Description; metadata?: Metadata }
  | { do: "takeAnswer"; id: string; answer: Description; metadata?: Metadata }
  | { do: "candidates"; id: string; candidates: Candidate[] }
  | { do: "negotiate"; id: string; description: Description; metadata?: Metadata }
  | { do: "metadata"; id: string; metadata: Metadata }
  | { do: "restart"; id: string }
  | { do: "send"; roomId: string; callId: string; type: string; content: Json }
  | { do: "end"; call: Call; ending: Ending };

export const noCalls = (me: string): Calls => ({ me, current: null, waiting: null, over: [] });

/** An invitation that holds for less time than this is not worth ringing. */
const RING_MIN_MS = 3_000;
const CONNECT_MS = 30_000;
const GIVE_UP_MS = 40_000;
/** The caller asks for a new path first, so that both do not at the same time. */
const RESTART_MS = { outgoing: 2_000, incoming: 7_000 };
const RESTART_AGAIN_MS = 10_000;
const OVER_MAX = 60;
const EARLY_PARTIES_MAX = 8;
const EARLY_MAX = 200;

/** The next state, and what is to be done, in order. */
export function step(before: Calls, input: Input, now: number): [Calls, Effect[]] {
  const run = new Run(before, now);
  run.take(input);
  return [run.state, run.effects];
}

const HAS_ANSWER = new Set<Phase>(["connecting", "connected", "reconnecting"]);
const key = (roomId: string, callId: string) => `${roomId} ${callId}`;

class Run {
  readonly effects: Effect[] = [];

  constructor(
    public state: Calls,
    private readonly now: number,
  ) {}

  take(input: Input): void {
    const { current } = this.state;
    switch (input.kind) {
      case "place":
        return this.place(input);
      case "arrived":
        for (const event of input.events) this.arrived(event, input.party);
        return;
      case "accept":
        return this.accept(input.id, input.camera);
      case "decline": {
        const call = this.find(input.id);
        if (call?.phase === "ringing") this.turnDown(call, "declined");
        return;
      }
      case "hangUp":
        return current ? this.hangUp(current) : undefined;
      case "captured":
        return this.captured(input.id, input.camera);
      case "notCaptured":
        return this.notCaptured(input.id, input.why);
      case "offered":
        if (current?.id !== input.id || current.phase !== "preparing") return;
        this.say(current, "m.call.invite", {
          offer: input.description,
          lifetime: LIFETIME_MS,
          invitee: current.partner,
          ...metadataContent(input.metadata),
        });
        this.put(current, { phase: "inviting", until: this.now + LIFETIME_MS });
        return;
      case "answered":
        if (current?.id !== input.id || current.phase !== "accepting") return;
        this.say(current, "m.call.answer", { answer: input.description, ...metadataContent(input.metadata) });
        return this.useEarly(this.put(current, { phase: "connecting", until: this.now + CONNECT_MS }));
      case "ice":
        return current?.id === input.id ? this.ice(current, input.state) : undefined;
      case "unsent": {
        const call = this.find(input.id);
        return call ? this.end(call, "unsent") : undefined;
      }
      case "gone":
        for (const call of this.all()) if (call.roomId === input.roomId) this.end(call, HAS_ANSWER.has(call.phase) ? "hungUpByThem" : call.outgoing ? "declinedByThem" : "missed");
        return;
      case "tick":
        for (const call of this.all()) this.tick(call);
    }
  }

  // --- what the person does ---

  private place({ id, party, roomId, partner, video }: Extract<Input, { kind: "place" }>): void {
    const { current } = this.state;
    // Called in the moment in which the same person began to ring: it is one call, as when both invitations cross.
    if (current?.phase === "ringing" && current.roomId === roomId && current.partner === partner) return this.accept(current.id, video);
    if (current) return;
    const call: Call = { id, roomId, partner, party, outgoing: true, video, camera: video, old: false, phase: "preparing", early: {}, until: Infinity };
    this.state = { ...this.state, current: call };
    this.effects.push({ do: "capture", id, camera: video });
  }

  private accept(id: string, camera: boolean): void {
    const call = this.find(id);
    if (call?.phase !== "ringing") return;
    const { current } = this.state;
    if (current && current.id !== id) this.hangUp(current); // the waiting one moves up
    this.put(call, { phase: "accepting", camera });
    this.effects.push({ do: "capture", id, camera });
  }

  private hangUp(call: Call): void {
    if (call.phase === "ringing") return this.turnDown(call, "declined");
    if (call.phase === "accepting") return this.turnDown(call, "hungUp");
    if (call.phase !== "preparing") this.say(call, "m.call.hangup", { reason: "user_hangup" });
    this.end(call, "hungUp");
  }

  /** Reject on all devices; a call of version 0 is hung up instead. */
  private turnDown(call: Call, ending: Ending, reason?: string): void {
    if (call.old) this.say(call, "m.call.hangup", { reason: reason ?? "user_hangup" });
    else this.say(call, "m.call.reject", reason ? { reason } : {});
    this.end(call, ending);
  }

  // --- what the browser says ---

  private captured(id: string, camera: boolean): void {
    const { current } = this.state;
    if (current?.id !== id) return;
    const call = this.put(current, { camera });
    if (call.phase === "preparing") this.effects.push({ do: "offer", id });
    else if (call.phase === "accepting") this.effects.push({ do: "answer", id, offer: call.offer!, metadata: call.metadata });
  }

  private notCaptured(id: string, why: MediaTrouble): void {
    const { current } = this.state;
    if (current?.id !== id) return;
    if (current.phase === "accepting") this.turnDown(current, why, "user_media_failed");
    else this.end(current, why);
  }

  private ice(call: Call, state: "connected" | "disconnected" | "failed"): void {
    if (!HAS_ANSWER.has(call.phase)) return;
    if (state === "connected") {
      this.put(call, { phase: "connected", connectedAt: call.connectedAt ?? this.now, lostAt: undefined, restartedAt: undefined, until: Infinity });
    } else if (call.connectedAt === undefined) {
      if (state === "failed") this.fail(call, "ice_failed", "neverConnected");
    } else if (call.phase === "connected") {
      this.put(call, { phase: "reconnecting", lostAt: this.now });
    }
  }

  private fail(call: Call, reason: string, ending: Ending): void {
    this.say(call, "m.call.hangup", { reason });
    this.end(call, ending);
  }

  private tick(call: Call): void {
    const { phase } = call;
    if (phase === "reconnecting") {
      const away = this.now - call.lostAt!;
      if (away >= GIVE_UP_MS) return this.fail(call, "ice_timeout", "lost");
      const due = call.restartedAt === undefined ? away >= RESTART_MS[call.outgoing ? "outgoing" : "incoming"] : this.now - call.restartedAt >= RESTART_AGAIN_MS;
      if (due && !call.old) {
        this.put(call, { restartedAt: this.now });
        this.effects.push({ do: "restart", id: call.id });
      }
    } else if (this.now >= call.until) {
      if (phase === "ringing" || phase === "accepting") this.end(call, "missed");
      else if (phase === "inviting") this.fail(call, "invite_timeout", "unanswered");
      else if (phase === "connecting") this.fail(call, "ice_failed", "neverConnected");
    }
  }

  // --- what others say ---

  private arrived(from: Arrived, freshParty: string): void {
    const event = readCallEvent(from.type, from.content);
    if (!event) return;
    if (event.kind === "invite") return this.invited(from, event, freshParty);
    const call = this.find(event.callId, from.roomId);
    if (!call) {
      if (event.kind !== "candidates" && event.kind !== "negotiate") this.remember(key(from.roomId, event.callId));
      return;
    }
    if (from.sender === this.state.me) return this.heardOwn(call, event);
    if (from.sender === call.partner) this.heard(call, event, from.ageMs);
  }

  private invited(from: Arrived, event: Extract<CallEvent, { kind: "invite" }>, party: string): void {
    const { me, current, waiting, over } = this.state;
    const left = event.lifetimeMs - from.ageMs;
    if (from.sender === me || (event.invitee !== undefined && event.invitee !== me) || !from.rings) return;
    if (left < RING_MIN_MS || over.includes(key(from.roomId, event.callId)) || this.find(event.callId, from.roomId)) return;
    const call: Call = {
      id: event.callId,
      roomId: from.roomId,
      eventId: from.eventId,
      partner: from.sender,
      party,
      outgoing: false,
      video: showsVideo(event.offer.sdp),
      camera: false,
      theirs: event.party ?? null,
      old: event.old,
      phase: "ringing",
      offer: event.offer,
      metadata: event.metadata,
      early: {},
      until: this.now + left,
    };
    if (current?.outgoing && current.roomId === call.roomId && current.partner === call.partner && !HAS_ANSWER.has(current.phase)) {
      return this.glare(current, call);
    }
    if (!current) this.state = { ...this.state, current: call };
    else if (!waiting) this.state = { ...this.state, waiting: call };
  }

  /** Both call each other: the call with the lesser id is the one, and whoever made the other accepts it, with the media there is. */
  private glare(mine: Call, theirs: Call): void {
    if (mine.phase === "inviting" && mine.id < theirs.id) return;
    if (mine.phase === "inviting") this.say(mine, "m.call.hangup", { reason: "user_hangup" });
    this.effects.push({ do: "end", call: mine, ending: "replaced" });
    this.remember(key(mine.roomId, mine.id));
    this.state = { ...this.state, current: { ...theirs, phase: "accepting", camera: mine.camera } };
    this.effects.push({ do: "capture", id: theirs.id, camera: mine.camera });
  }

  /** Another device of mine has acted, or this one hears itself. */
  private heardOwn(call: Call, event: CallEvent): void {
    if (event.party === call.party || call.outgoing || HAS_ANSWER.has(call.phase)) return;
    if (event.kind === "answer") this.end(call, "answeredElsewhere");
    else if (event.kind === "reject" || (event.kind === "hangup" && event.old)) this.end(call, "declinedElsewhere");
  }

  private heard(call: Call, event: CallEvent, ageMs: number): void {
    const fromThem = (event.party ?? null) === call.theirs;
    switch (event.kind) {
      case "answer":
        return call.outgoing && call.phase === "inviting" ? this.answered(call, event) : undefined;
      case "reject":
        if (!call.outgoing || call.phase !== "inviting") return;
        this.select(call, event);
        return this.end(call, event.reason === "user_media_failed" ? "theirMedia" : "declinedByThem");
      case "select_answer":
        if (!call.outgoing && event.selected !== call.party) this.end(call, "answeredElsewhere");
        return;
      case "hangup":
        if (call.outgoing && call.phase === "inviting" && event.old) return this.end(call, "declinedByThem");
        if (!fromThem) return;
        if (HAS_ANSWER.has(call.phase)) return this.end(call, event.reason === "user_media_failed" ? "theirMedia" : "hungUpByThem");
        return call.outgoing ? undefined : this.end(call, "missed");
      case "candidates":
        return this.candidates(call, event, fromThem);
      case "negotiate":
        if (HAS_ANSWER.has(call.phase) && fromThem && ageMs < event.lifetimeMs) {
          this.effects.push({ do: "negotiate", id: call.id, description: event.description, metadata: event.metadata });
        }
        return;
      case "metadata":
        if (!fromThem) return;
        if (HAS_ANSWER.has(call.phase)) this.effects.push({ do: "metadata", id: call.id, metadata: event.metadata });
        else this.put(call, { metadata: event.metadata });
    }
  }

  private answered(call: Call, event: Extract<CallEvent, { kind: "answer" }>): void {
    const taken = this.put(call, { phase: "connecting", theirs: event.party ?? null, old: event.old, until: this.now + CONNECT_MS });
    this.effects.push({ do: "takeAnswer", id: call.id, answer: event.answer, metadata: event.metadata });
    this.select(call, event);
    this.useEarly(taken);
  }

  /** Tell all devices of the other person which of their answers counts. */
  private select(call: Call, event: CallEvent): void {
    if (!event.old && event.party) this.say(call, "m.call.select_answer", { selected_party_id: event.party });
  }

  private candidates(call: Call, event: Extract<CallEvent, { kind: "candidates" }>, fromThem: boolean): void {
    if (HAS_ANSWER.has(call.phase)) {
      if (fromThem) this.effects.push({ do: "candidates", id: call.id, candidates: event.candidates });
      return;
    }
    const party = event.party ?? "";
    const known = call.early[party];
    if (!known && Object.keys(call.early).length >= EARLY_PARTIES_MAX) return;
    this.put(call, { early: { ...call.early, [party]: [...(known ?? []), ...event.candidates].slice(0, EARLY_MAX) } });
  }

  private useEarly(call: Call): void {
    const candidates = call.early[call.theirs ?? ""] ?? [];
    this.put(call, { early: {} });
    if (candidates.length > 0) this.effects.push({ do: "candidates", id: call.id, candidates });
  }

  // --- bookkeeping ---

  private all(): Call[] {
    return [this.state.current, this.state.waiting].filter((call) => call !== null);
  }

  private find(id: string, roomId?: string): Call | undefined {
    return this.all().find((call) => call.id === id && (roomId === undefined || call.roomId === roomId));
  }

  private put(call: Call, change: Partial<Call>): Call {
    const { current, waiting } = this.state;
    const next = { ...(current?.id === call.id ? current : waiting?.id === call.id ? waiting : call), ...change };
    if (current?.id === call.id) this.state = { ...this.state, current: next };
    else if (waiting?.id === call.id) this.state = { ...this.state, waiting: next };
    return next;
  }

  private say(call: Call, type: string, content: Json): void {
    const common = { call_id: call.id, party_id: call.party, version: VERSION };
    this.effects.push({ do: "send", roomId: call.roomId, callId: call.id, type, content: { ...common, ...content } });
  }

  private end(call: Call, ending: Ending): void {
    const { current, waiting } = this.state;
    const now = this.find(call.id) ?? call;
    this.remember(key(call.roomId, call.id));
    if (current?.id === call.id) this.state = { ...this.state, current: waiting, waiting: null };
    else if (waiting?.id === call.id) this.state = { ...this.state, waiting: null };
    this.effects.push({ do: "end", call: now, ending });
  }

  private remember(id: string): void {
    if (!this.state.over.includes(id)) this.state = { ...this.state, over: [...this.state.over, id].slice(-OVER_MAX) };
  }
}
