// Calls as recorded sequences of events: what rings, what is sent, how it ends. All that is sent has the shape of the specification.
import { describe, expect, it, vi } from "vitest";
import { flaws } from "../e2e/calls.mjs";
import { CandidateBatches } from "../src/calls/candidates";
import { noCalls, step, type Arrived, type Calls, type Effect, type Input } from "../src/calls/call";
import { freshId, readCallEvent, type Candidate } from "../src/calls/events";
import { showsVideo } from "../src/calls/kinds";
import { LI, ME, ROOM } from "./made";

const VOICE = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n";
const VIDEO = `${VOICE}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n`;
const offer = { type: "offer", sdp: VOICE };
const answer = { type: "answer", sdp: VOICE };
const metadata = { stream: { purpose: "m.usermedia" } };

/** One device of mine, with a clock of its own; remembers all that it was told to do. */
class Device {
  state: Calls = noCalls(ME);
  readonly done: Effect[] = [];
  now = 1_000_000;

  take(input: Input): this {
    const [state, effects] = step(this.state, input, this.now);
    this.state = state;
    this.done.push(...effects);
    for (const effect of effects) {
      if (effect.do !== "send") continue;
      const event = { type: effect.type, content: effect.content, room_id: ROOM, sender: ME, event_id: "$e", origin_server_ts: 1 };
      expect(flaws(event)).toEqual([]);
    }
    return this;
  }

  hears(...events: Arrived[]): this {
    return this.take({ kind: "arrived", events, party: "mine" });
  }

  after(ms: number): this {
    this.now += ms;
    return this.take({ kind: "tick" });
  }

  /** A call of mine that rings at Li. */
  calling(id = "call"): this {
    this.take({ kind: "place", id, party: "mine", roomId: ROOM, partner: LI, video: false }).take({ kind: "captured", id, camera: false });
    return this.take({ kind: "offered", id, description: offer as never, metadata });
  }

  /** Li's call, accepted by me, and connected. */
  talking(): this {
    this.hears(invite()).take({ kind: "accept", id: "call", camera: false }).take({ kind: "captured", id: "call", camera: false });
    return this.take({ kind: "answered", id: "call", description: answer as never, metadata }).take({ kind: "ice", id: "call", state: "connected" });
  }

  get phase() {
    return this.state.current?.phase;
  }

  get sent() {
    return this.done.flatMap((effect) => (effect.do === "send" ? [effect.type.slice("m.call.".length)] : []));
  }

  get endings() {
    return this.done.flatMap((effect) => (effect.do === "end" ? [effect.ending] : []));
  }

  of<Kind extends Effect["do"]>(kind: Kind) {
    return this.done.filter((effect): effect is Extract<Effect, { do: Kind }> => effect.do === kind);
  }
}

let serial = 0;
const event = (kind: string, content: object, more: Partial<Arrived> = {}): Arrived => ({
  roomId: ROOM,
  eventId: `$${(serial += 1)}`,
  type: `m.call.${kind}`,
  sender: LI,
  content: { call_id: "call", party_id: "theirs", version: "1", ...content },
  ageMs: 200,
  rings: true,
  ...more,
});
const invite = (content: object = {}, more: Partial<Arrived> = {}) => event("invite", { offer, lifetime: 90_000, ...content }, more);
const hangup = (content: object = {}, more: Partial<Arrived> = {}) => event("hangup", { reason: "user_hangup", ...content }, more);
const mine = { sender: ME };

describe("a call that comes in", () => {
  it("rings, is answered, and takes the candidates that came early", () => {
    const one = { candidate: "candidate:1", sdpMid: "0" };
    const device = new Device().hears(invite()).hears(event("candidates", { candidates: [one, { candidate: "" }] }));
    expect(device.phase).toBe("ringing");
    device.take({ kind: "accept", id: "call", camera: false }).take({ kind: "captured", id: "call", camera: false });
    expect(device.of("answer")).toHaveLength(1);
    expect(device.of("candidates")).toEqual([]);
    device.take({ kind: "answered", id: "call", description: answer as never, metadata });
    expect(device.sent).toEqual(["answer"]);
    expect(device.of("candidates")[0]!.candidates).toEqual([one, { candidate: "" }]);
    device.hears(event("select_answer", { selected_party_id: "mine" })).take({ kind: "ice", id: "call", state: "connected" });
    expect(device.phase).toBe("connected");
    expect(device.hears(hangup()).endings).toEqual(["hungUpByThem"]);
  });

  it("is declined on all devices at once", () => {
    const device = new Device().hears(invite()).take({ kind: "decline", id: "call" });
    expect(device.sent).toEqual(["reject"]);
    expect(new Device().hears(invite()).hears(event("reject", { party_id: "phone" }, mine)).endings).toEqual(["declinedElsewhere"]);
  });

  it("stops ringing when another device answers, or is selected", () => {
    const answered = event("answer", { party_id: "phone", answer }, mine);
    expect(new Device().hears(invite(), answered).endings).toEqual(["answeredElsewhere"]);
    const both = new Device().hears(invite()).take({ kind: "accept", id: "call", camera: false }).take({ kind: "captured", id: "call", camera: false });
    both.take({ kind: "answered", id: "call", description: answer as never, metadata }).hears(answered);
    expect(both.phase).toBe("connecting"); // who was first is for the caller to say
    expect(both.hears(event("select_answer", { selected_party_id: "phone" })).endings).toEqual(["answeredElsewhere"]);
    expect(both.sent).toEqual(["answer"]);
  });

  it("is missed when the caller hangs up or its time is over", () => {
    expect(new Device().hears(invite()).hears(hangup()).endings).toEqual(["missed"]);
    const device = new Device().hears(invite({ lifetime: 60_000 }, { ageMs: 20_000 })).after(39_000);
    expect(device.phase).toBe("ringing");
    expect(device.after(2_000).endings).toEqual(["missed"]);
    expect(device.sent).toEqual([]);
  });

  it("never rings out of a backlog that says it is over, or that is too old", () => {
    const device = new Device();
    device.hears(invite(), event("candidates", { candidates: [] }), hangup());
    expect([device.phase, device.endings]).toEqual([undefined, ["missed"]]);
    expect(device.hears(invite()).phase).toBeUndefined(); // opened a second time
    expect(new Device().hears(invite({}, { ageMs: 89_000 })).phase).toBeUndefined();
    expect(new Device().hears(hangup(), invite()).phase).toBeUndefined(); // the key of the invitation came late
    expect(new Device().hears(event("answer", { answer, party_id: "phone" }, mine), invite()).phase).toBeUndefined();
  });

  it("is for the invited only, and not for those who silenced the room", () => {
    expect(new Device().hears(invite({ invitee: "@other:x" })).phase).toBeUndefined();
    expect(new Device().hears(invite({ invitee: ME })).phase).toBe("ringing");
    expect(new Device().hears(invite({}, { rings: false })).phase).toBeUndefined();
    expect(new Device().hears(invite({}, mine)).phase).toBeUndefined();
  });

  it("of version 0 is hung up instead of rejected", () => {
    const device = new Device().hears(invite({ version: 0, party_id: undefined })).take({ kind: "decline", id: "call" });
    expect(device.sent).toEqual(["hangup"]);
  });

  it("without a microphone is rejected with the reason", () => {
    const device = new Device().hears(invite()).take({ kind: "accept", id: "call", camera: false }).take({ kind: "notCaptured", id: "call", why: "denied" });
    expect(device.of("send")[0]!.content).toMatchObject({ reason: "user_media_failed" });
    expect(device.endings).toEqual(["denied"]);
  });

  it("during another call waits, and ends that one when it is accepted", () => {
    const device = new Device().talking().hears(invite({ call_id: "second", party_id: "p2" }, { sender: "@bo:x", roomId: "!b:x" }));
    expect([device.phase, device.state.waiting?.id]).toEqual(["connected", "second"]);
    device.take({ kind: "accept", id: "second", camera: false });
    expect(device.endings).toEqual(["hungUp"]);
    expect([device.state.current?.id, device.phase, device.state.waiting]).toEqual(["second", "accepting", null]);
  });

  it("waits on and rings when the call before it ends", () => {
    const device = new Device().talking().hears(invite({ call_id: "second" }, { sender: "@bo:x", roomId: "!b:x" }), hangup());
    expect([device.state.current?.id, device.phase]).toEqual(["second", "ringing"]);
  });
});

describe("a call that goes out", () => {
  it("takes the first answer and tells which", () => {
    const device = new Device().calling();
    expect(device.of("send")[0]!.content).toMatchObject({ invitee: LI, version: "1", lifetime: 90_000 });
    device.hears(event("candidates", { candidates: [{ candidate: "c", sdpMid: "0" }] }), event("answer", { answer }), event("answer", { answer, party_id: "tablet" }));
    expect(device.sent).toEqual(["invite", "select_answer"]);
    expect(device.of("send")[1]!.content).toMatchObject({ selected_party_id: "theirs" });
    expect(device.of("takeAnswer")).toHaveLength(1);
    expect(device.of("candidates")).toHaveLength(1);
    device.hears(event("candidates", { candidates: [{ candidate: "d", sdpMid: "0" }], party_id: "tablet" }), hangup({ party_id: "tablet" }));
    expect(device.of("candidates")).toHaveLength(1);
    expect(device.phase).toBe("connecting");
  });

  it("ends when it is rejected, not answered, or given up", () => {
    const rejected = new Device().calling().hears(event("reject", {}));
    expect([rejected.endings, rejected.sent]).toEqual([["declinedByThem"], ["invite", "select_answer"]]);
    const unheard = new Device().calling().after(90_000);
    expect([unheard.endings, unheard.of("send").at(-1)!.content.reason]).toEqual([["unanswered"], "invite_timeout"]);
    const early = new Device().take({ kind: "place", id: "c", party: "p", roomId: ROOM, partner: LI, video: true }).take({ kind: "hangUp" });
    expect([early.endings, early.sent]).toEqual([["hungUp"], []]);
    expect(new Device().calling().take({ kind: "hangUp" }).sent).toEqual(["invite", "hangup"]);
  });

  it("hears that the other side has no microphone, has left, or speaks version 0", () => {
    expect(new Device().calling().hears(event("reject", { reason: "user_media_failed" })).endings).toEqual(["theirMedia"]);
    expect(new Device().calling().take({ kind: "gone", roomId: ROOM }).endings).toEqual(["declinedByThem"]);
    const old = { version: 0, party_id: undefined };
    expect(new Device().calling().hears(hangup(old)).endings).toEqual(["declinedByThem"]);
    const answered = new Device().calling().hears(event("answer", { answer, ...old }));
    expect([answered.sent, answered.phase]).toEqual([["invite"], "connecting"]);
  });
});

describe("both call at once", () => {
  const theirs = (id: string) => invite({ call_id: id });

  it("while mine is being made ready: theirs is accepted, and mine is never heard of", () => {
    const device = new Device().take({ kind: "place", id: "aaa", party: "p", roomId: ROOM, partner: LI, video: true }).hears(theirs("zzz"));
    expect([device.state.current?.id, device.phase, device.state.current?.camera]).toEqual(["zzz", "accepting", true]);
    expect([device.sent, device.endings, device.of("capture").length]).toEqual([[], ["replaced"], 2]);
  });

  it("when mine is asked for in the moment theirs begins to ring: theirs is accepted; a call to somebody else is not made", () => {
    const place = { kind: "place", id: "mmm", party: "p", video: true } as const;
    const device = new Device().hears(theirs("zzz")).take({ ...place, roomId: ROOM, partner: LI });
    expect([device.state.current?.id, device.phase, device.state.current?.camera, device.of("capture").length]).toEqual(["zzz", "accepting", true, 1]);
    expect(new Device().hears(theirs("zzz")).take({ ...place, roomId: "!else", partner: "@else:y" }).phase).toBe("ringing");
  });

  it("after mine was sent: the lesser id is the call on both sides", () => {
    const greater = new Device().calling("mmm").hears(theirs("aaa"));
    expect([greater.state.current?.id, greater.phase, greater.sent]).toEqual(["aaa", "accepting", ["invite", "hangup"]]);
    const lesser = new Device().calling("mmm").hears(theirs("zzz"));
    expect([lesser.state.current?.id, lesser.phase, lesser.sent, lesser.state.waiting]).toEqual(["mmm", "inviting", ["invite"], null]);
    lesser.hears(hangup({ call_id: "zzz" }), event("answer", { call_id: "mmm", answer }));
    expect(lesser.phase).toBe("connecting");
  });

  it("in two rooms is no such thing", () => {
    const device = new Device().calling("mmm").hears(invite({ call_id: "aaa" }, { roomId: "!other:x" }));
    expect([device.state.current?.id, device.state.waiting?.id]).toEqual(["mmm", "aaa"]);
  });
});

describe("a connection", () => {
  it("that was never made ends as failed", () => {
    const device = new Device().calling().hears(event("answer", { answer })).take({ kind: "ice", id: "call", state: "failed" });
    expect([device.endings, device.of("send").at(-1)!.content.reason]).toEqual([["neverConnected"], "ice_failed"]);
    expect(new Device().calling().hears(event("answer", { answer })).after(30_000).endings).toEqual(["neverConnected"]);
  });

  it("that is lost looks for a new path, comes back, or is given up", () => {
    const device = new Device().talking().take({ kind: "ice", id: "call", state: "disconnected" });
    expect(device.phase).toBe("reconnecting");
    expect(device.after(6_000).of("restart")).toHaveLength(0);
    expect(device.after(1_000).of("restart")).toHaveLength(1);
    expect(device.take({ kind: "ice", id: "call", state: "connected" }).phase).toBe("connected");
    device.take({ kind: "ice", id: "call", state: "failed" }).after(40_000);
    expect([device.endings, device.of("send").at(-1)!.content.reason]).toEqual([["lost"], "ice_timeout"]);
  });

  it("negotiates with the other party of the call only, in time", () => {
    const device = new Device().talking();
    const negotiate = (content: object, more: Partial<Arrived> = {}) => event("negotiate", { description: offer, lifetime: 30_000, ...content }, more);
    device.hears(negotiate({}), negotiate({ party_id: "tablet" }), negotiate({}, { ageMs: 31_000 }), negotiate({}, mine));
    expect(device.of("negotiate")).toHaveLength(1);
    device.hears({ ...event("x", { "org.matrix.msc3077.sdp_stream_metadata": { s: { purpose: "m.usermedia", video_muted: true } } }), type: "org.matrix.call.sdp_stream_metadata_changed" });
    expect(device.of("metadata")[0]!.metadata.s!.video_muted).toBe(true);
  });
});

describe("what others send", () => {
  it("that makes no sense is nothing", () => {
    const bad = [{}, { call_id: "ä" }, { call_id: "a", version: "1" }, { call_id: "a", version: "1", party_id: "p", offer: { type: "offer", sdp: 7 } }, { call_id: "a", version: "1", party_id: "p", offer: { type: "offer", sdp: "x".repeat(70_000) } }];
    for (const content of bad) expect(readCallEvent("m.call.invite", content as never)).toBeNull();
    expect(readCallEvent("m.call.candidates", { call_id: "a", version: "1", party_id: "p", candidates: [null, 3, { candidate: 1 }] } as never)).toMatchObject({ candidates: [] });
    expect(readCallEvent("m.call.hangup", { call_id: "a", version: 1, party_id: "p" } as never)).toMatchObject({ reason: "user_hangup", old: false });
  });

  it("is a video call if it sends pictures", () => {
    expect([VOICE, VIDEO, VIDEO.replace("m=video 9", "m=video 0"), VIDEO.replace(/sendrecv\r\n$/, "recvonly\r\n")].map(showsVideo)).toEqual([false, true, false, false]);
  });

  it("names are of the agreed signs", () => {
    for (let i = 0; i < 50; i += 1) expect(freshId()).toMatch(/^[0-9A-Za-z]{20}$/);
  });
});

it("candidates go out in few batches, and the end of them once", () => {
  vi.useFakeTimers();
  const sent: Candidate[][] = [];
  const batches = new CandidateBatches((candidates) => sent.push(candidates));
  const found = (name: string) => batches.add({ candidate: name, sdpMid: "0" });
  const names = () => sent.map((batch) => batch.map((one) => one.candidate));
  found("in the offer");
  batches.begin("offer");
  found("b");
  found("c");
  vi.advanceTimersByTime(1_900);
  expect(names()).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(names()).toEqual([["b", "c"]]);
  found("d");
  batches.finish();
  batches.finish();
  expect(names()).toEqual([["b", "c"], ["d", ""]]);
  vi.useRealTimers();
});
