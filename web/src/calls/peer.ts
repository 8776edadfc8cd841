// The connection of one call: tracks, descriptions, candidates, and negotiation by the rules of WebRTC's "perfect negotiation".
import { CandidateBatches, FIRST_MS } from "./candidates";
import type { Candidate, Description, Metadata } from "./events";

/** Who wants to hear what from the connection. */
export interface PeerListener {
  onCandidates(candidates: Candidate[]): void;
  onState(state: "connected" | "disconnected" | "failed"): void;
  /** A new description that the other side has to get. */
  onDescription(description: Description): void;
  /** What comes in has changed: null while nothing does. `picture`: whether it shows something now. */
  onRemote(stream: MediaStream | null, picture: boolean): void;
}

export class Peer {
  private readonly connection: RTCPeerConnection;
  private readonly batches: CandidateBatches;
  private remote: MediaStream | null = null;
  private metadata: Metadata | undefined;
  private videoSender: RTCRtpSender | undefined;
  private established = false;
  private makingOffer = false;
  private line: Promise<unknown> = Promise.resolve();

  /** `polite`: gives way when both want to negotiate at once; that is the callee. */
  constructor(
    private readonly local: MediaStream,
    iceServers: RTCIceServer[],
    private readonly polite: boolean,
    private readonly listener: PeerListener,
  ) {
    const connection = new RTCPeerConnection({ iceServers });
    this.connection = connection;
    this.batches = new CandidateBatches((candidates) => listener.onCandidates(candidates));
    connection.onicecandidate = ({ candidate }) => {
      if (!candidate) return this.batches.finish();
      this.batches.add({ candidate: candidate.candidate, sdpMid: candidate.sdpMid ?? undefined, sdpMLineIndex: candidate.sdpMLineIndex ?? undefined });
    };
    connection.onicegatheringstatechange = () => connection.iceGatheringState === "complete" && this.batches.finish();
    connection.onconnectionstatechange = () => {
      const state = connection.connectionState;
      if (state === "connected" || state === "disconnected" || state === "failed") listener.onState(state);
    };
    connection.ontrack = ({ track, streams: [stream] }) => this.arrived(track, stream);
    connection.onnegotiationneeded = () => this.established && void this.inOrder(() => this.renegotiate());
  }

  /** The description that invites, with the candidates found at once. */
  async offer(): Promise<Description> {
    for (const track of this.local.getTracks()) this.send(track);
    await this.connection.setLocalDescription();
    await this.firstCandidates();
    return this.described();
  }

  /** The description that answers an invitation. */
  async answer(offer: Description, metadata: Metadata | undefined): Promise<Description> {
    this.metadata = metadata;
    await this.connection.setRemoteDescription(offer);
    for (const track of this.local.getTracks()) this.send(track);
    await this.connection.setLocalDescription();
    await this.firstCandidates();
    this.established = true;
    return this.described();
  }

  /** What was described is on its way: further candidates may follow it. */
  announced(kind: "offer" | "answer"): void {
    this.batches.begin(kind);
  }

  takeAnswer(answer: Description, metadata: Metadata | undefined): Promise<void> {
    return this.inOrder(async () => {
      this.hearMetadata(metadata);
      await this.connection.setRemoteDescription(answer);
      this.established = true;
    });
  }

  addCandidates(candidates: readonly Candidate[]): Promise<void> {
    return this.inOrder(async () => {
      for (const one of candidates) {
        if (one.candidate === "" || (one.sdpMid === undefined && one.sdpMLineIndex === undefined)) continue;
        await this.connection.addIceCandidate(one).catch(() => undefined); // one that makes no sense does not spoil the others
      }
    });
  }

  /** A description that came within the call. */
  negotiate(description: Description, metadata: Metadata | undefined): Promise<void> {
    return this.inOrder(async () => {
      const collides = description.type === "offer" && (this.makingOffer || this.connection.signalingState !== "stable");
      if (collides && !this.polite) return;
      this.hearMetadata(metadata);
      await this.connection.setRemoteDescription(description);
      if (description.type !== "offer") return;
      await this.connection.setLocalDescription();
      this.listener.onDescription(this.described());
    });
  }

  /** Look for a new path; the old one is used as long as it works. */
  restart(): void {
    this.connection.restartIce();
  }

  /** What my streams carry. */
  ownMetadata(muted: boolean): Metadata {
    return { [this.local.id]: { purpose: "m.usermedia", audio_muted: muted, video_muted: this.local.getVideoTracks().length === 0 } };
  }

  hearMetadata(metadata: Metadata | undefined): void {
    if (!metadata) return;
    this.metadata = metadata;
    this.told();
  }

  /** Send this picture instead of the one before; null: none. */
  async showPicture(track: MediaStreamTrack | null): Promise<void> {
    for (const old of this.local.getVideoTracks()) {
      old.stop();
      this.local.removeTrack(old);
    }
    if (!track) {
      await this.videoSender?.replaceTrack(null);
    } else if (this.videoSender) {
      this.local.addTrack(track);
      await this.videoSender.replaceTrack(track);
    } else {
      this.local.addTrack(track);
      this.send(track);
    }
  }

  close(): void {
    this.batches.stop();
    this.established = false;
    const { connection } = this;
    connection.onicecandidate = connection.onicegatheringstatechange = connection.onconnectionstatechange = connection.ontrack = connection.onnegotiationneeded = null;
    connection.close();
    this.listener.onRemote(null, false);
  }

  /** Figures of what comes in and goes out. */
  figures(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  private send(track: MediaStreamTrack): void {
    const sender = this.connection.addTrack(track, this.local);
    if (track.kind === "video") this.videoSender = sender;
  }

  private described(): Description {
    const { type, sdp } = this.connection.localDescription!;
    return { type: type as Description["type"], sdp };
  }

  private async renegotiate(): Promise<void> {
    if (this.connection.signalingState !== "stable") return; // comes again once it is
    this.makingOffer = true;
    try {
      await this.connection.setLocalDescription();
      this.listener.onDescription(this.described());
    } finally {
      this.makingOffer = false;
    }
  }

  private firstCandidates(): Promise<void> {
    const { connection } = this;
    if (connection.iceGatheringState === "complete") return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, FIRST_MS);
      connection.addEventListener("icegatheringstatechange", () => {
        if (connection.iceGatheringState !== "complete") return;
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private arrived(track: MediaStreamTrack, stream: MediaStream | undefined): void {
    if (!stream || (this.remote && this.remote.id !== stream.id)) return; // without a stream, or a second one: not the person
    if (this.metadata && Object.keys(this.metadata).length > 0 && this.metadata[stream.id]?.purpose !== "m.usermedia") return;
    this.remote = stream;
    track.onmute = track.onunmute = track.onended = () => this.told();
    stream.onremovetrack = () => this.told();
    this.told();
  }

  private told(): void {
    const stream = this.remote;
    const shown = stream?.getVideoTracks().some((track) => track.readyState === "live" && !track.muted) ?? false;
    this.listener.onRemote(stream, shown && this.metadata?.[stream!.id]?.video_muted !== true);
  }

  /** One step after the other; one that fails does not hold up the next. */
  private inOrder(work: () => Promise<void>): Promise<void> {
    const next = this.line.then(work);
    this.line = next.catch(() => undefined);
    return next.catch(() => undefined);
  }
}
