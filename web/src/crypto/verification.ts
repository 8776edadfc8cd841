// Two devices make sure of each other: one reads a code that the other shows, or both show the same seven emoji, and the people say so.
// Between the devices of one person by messages to devices, between two people in their room. One at a time.
import {
  EventId,
  OtherUserIdentity,
  OwnUserIdentity,
  Qr,
  QrCodeScan,
  QrState,
  RoomId,
  Sas,
  UserId,
  VerificationMethod,
  VerificationRequestPhase,
  type OlmMachine,
  type VerificationRequest,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { send as sendEvent } from "../api/rooms";
import type { Json, MatrixEvent } from "../api/types";
import { bytesOf, framed } from "./code";
import { hasIdentity } from "./identity";
import { perform, type Request } from "./requests";

export type Stage =
  | "asked"
  | "waiting"
  | "choosing" // by code or by emoji
  | "scanned" // they have read my code, and I have to say that it was them
  | "reciprocated" // I have read theirs
  | "comparing"
  | "confirming"
  | "done"
  | "cancelled";

/** What came of a code that was read. */
export type Reading = "taken" | "noCode" | "otherCode";

/** What is seen of it. */
export interface Verification {
  stage: Stage;
  /** Whose device it is; the own person for a device of one's own. */
  who: string;
  device?: string;
  emoji: { symbol: string; name: string }[];
  /** The squares of my code while it can be read; undefined where the other side cannot read any. */
  code?: boolean[][];
  /** Whether the other side has a code that I can read. */
  canScan?: boolean;
  /** Why it was cancelled. */
  cause?: { code: string; byMe: boolean };
}

const REQUEST = "m.key.verification.request";
const methods = () => [VerificationMethod.SasV1, VerificationMethod.QrCodeShowV1, VerificationMethod.QrCodeScanV1, VerificationMethod.ReciprocateV1];
/** Squares of white around a code. */
const BORDER = 3;

export const isVerification = (event: MatrixEvent): boolean =>
  event.type.startsWith("m.key.verification.") || (event.type === "m.room.message" && event.content.msgtype === REQUEST);

export class Verifications {
  private request: VerificationRequest | null = null;
  private heard = false;
  private starting = false;
  private mine: { qr: Qr; squares: boolean[][] } | null | undefined;
  private over = true;
  private line: Promise<unknown> = Promise.resolve();
  private readonly me: string;

  /** `tell` hears every change; `send` sends what the machine has to say; `onTrust` hears that somebody is trusted now. */
  constructor(
    private readonly olm: OlmMachine,
    private readonly tell: (now: Verification | null) => void,
    private readonly send: () => Promise<void>,
    private readonly onTrust: () => void,
  ) {
    this.me = olm.userId.toString();
  }

  /** Look through messages between devices for somebody who asks. */
  receiveToDevice(raw: readonly string[]): void {
    for (const text of raw) {
      const { type, sender, content } = JSON.parse(text) as { type: string; sender: string; content: Json };
      if (type === REQUEST) this.incoming(sender, String(content.transaction_id));
    }
  }

  /** Take in an event of a room that is about a verification. */
  async receiveRoomEvent(roomId: string, event: MatrixEvent): Promise<void> {
    const { event_id, type, sender, content, origin_server_ts } = event;
    await this.olm.receiveVerificationEvent(JSON.stringify({ event_id, type, sender, content, origin_server_ts }), new RoomId(roomId));
    if (content.msgtype === REQUEST && sender !== this.me && content.to === this.me) this.incoming(sender, event_id);
    this.flush();
  }

  /** Ask the other devices of the person. */
  async askOwn(): Promise<void> {
    await hasIdentity(this.olm);
    const identity = await this.olm.getIdentity(new UserId(this.me));
    if (!(identity instanceof OwnUserIdentity)) throw new Error("there is no identity yet");
    const [request, message] = await identity.requestVerification(methods());
    await perform(this.olm, message as Request);
    this.follow(request);
  }

  /** Ask another person, in a room with both. */
  async askPerson(userId: string, roomId: string): Promise<void> {
    await perform(this.olm, this.olm.queryKeysForUsers([new UserId(userId)]) as Request);
    const identity = await this.olm.getIdentity(new UserId(userId));
    if (!(identity instanceof OtherUserIdentity)) throw new Error("this person has no identity yet");
    const content = JSON.parse(identity.verificationRequestContent(methods())) as Json;
    const { event_id } = await sendEvent(roomId, "m.room.message", crypto.randomUUID(), content);
    this.follow(identity.requestVerification(new RoomId(roomId), new EventId(event_id), methods()));
  }

  /** Whether somebody's identity was compared and found right. */
  async isPersonVerified(userId: string): Promise<boolean> {
    return (await this.olm.getIdentity(new UserId(userId)))?.isVerified() ?? false;
  }

  /** Whether somebody's identity is another one than was known, and nobody has looked at it yet. */
  async hasChanged(userId: string): Promise<boolean> {
    const identity = await this.olm.getIdentity(new UserId(userId));
    return identity instanceof OtherUserIdentity && (identity.identityNeedsUserApproval() || identity.hasVerificationViolation());
  }

  /** Go on with a changed identity; it is not verified by that. */
  async acceptChange(userId: string): Promise<void> {
    const identity = await this.olm.getIdentity(new UserId(userId));
    if (!(identity instanceof OtherUserIdentity)) return;
    if (identity.hasVerificationViolation()) await identity.withdrawVerification();
    await identity.pinCurrentMasterKey();
    this.onTrust();
  }

  async accept(): Promise<void> {
    await this.say(this.request?.acceptWithMethods(methods()));
    this.step();
  }

  /** Compare emoji instead of reading a code. */
  async compareEmoji(): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    try {
      const started = await this.request?.startSas();
      await this.say(started?.[1]);
    } catch (error) {
      this.starting = false;
      throw error;
    }
    this.step();
  }

  /** Take a code that this device has read, bytes as signs. One that holds other keys than are known ends it. Raises what the server refuses. */
  async scan(text: string): Promise<Reading> {
    const { request } = this;
    const bytes = bytesOf(text);
    if (!request || !bytes) return "noCode";
    let code: QrCodeScan;
    try {
      code = QrCodeScan.fromBytes(bytes);
    } catch {
      return "noCode";
    }
    const read = await request.scanQrCode(code).catch((error: unknown) => String(error));
    if (typeof read !== "string") {
      read.registerChangesCallback(async () => this.step());
      await this.say(read.reciprocate());
    } else if (read.includes("keys that are being verified")) {
      await this.say(this.mine?.qr.cancelWithCode("m.key_mismatch") ?? request.cancel());
    } else {
      return "otherCode"; // of an earlier verification, or of other people
    }
    this.step();
    return "taken";
  }

  /** The emoji are the same; or it was the right device that has read my code. */
  async confirm(): Promise<void> {
    const method = this.request?.getVerification();
    if (method instanceof Sas) for (const message of await method.confirm()) await this.say(message as Request);
    else if (method instanceof Qr) await this.say(method.confirmScanning());
    this.step();
  }

  /** The emoji differ, or one does not want to. */
  async refuse(): Promise<void> {
    const method = this.request?.getVerification();
    await this.say(method instanceof Sas && method.canBePresented() ? method.cancelWithCode("m.mismatched_sas") : this.request?.cancel());
    this.step();
  }

  /** Put away what is over. */
  close(): void {
    this.request = null;
    this.over = true;
    this.tell(null);
  }

  private incoming(sender: string, flow: string): void {
    const request = this.olm.getVerificationRequest(new UserId(sender), flow);
    if (request && this.over && !request.isCancelled() && !request.isPassive() && !request.timedOut()) this.follow(request);
  }

  private follow(request: VerificationRequest): void {
    this.request = request;
    [this.heard, this.starting, this.over, this.mine] = [false, false, false, undefined];
    request.registerChangesCallback(async () => this.step());
    this.step();
  }

  /** See how it stands and do what is due; never while the machine calls us. */
  private step(): void {
    setTimeout(() => {
      this.line = this.line.then(() => this.look()).catch(() => undefined);
    });
  }

  private async look(): Promise<void> {
    const request = this.request;
    if (!request || this.over) return;
    if (request.isPassive()) return this.close(); // answered on another device
    const method = request.getVerification();
    let stage: Stage = request.phase() === VerificationRequestPhase.Requested && !request.weStarted() ? "asked" : "waiting";
    if (request.isCancelled()) stage = "cancelled";
    else if (request.isDone()) stage = "done";
    else if (method instanceof Sas) stage = await this.compare(method);
    else if (method instanceof Qr && method.state() !== QrState.Created) stage = readStage(method);
    else if (method instanceof Qr || request.phase() === VerificationRequestPhase.Ready) stage = await this.choose(request);
    const emoji = method instanceof Sas && stage === "comparing" ? (method.emoji() ?? []).map((one) => ({ symbol: one.symbol, name: one.description })) : [];
    const info = request.cancelInfo;
    this.over = stage === "done" || stage === "cancelled";
    this.tell({
      stage,
      who: request.otherUserId.toString(),
      device: request.otherDeviceId?.toString(),
      emoji,
      ...(stage === "choosing" && { code: this.mine?.squares, canScan: canScan(request) }),
      ...(info && { cause: { code: info.cancelCode(), byMe: info.cancelledbyUs() } }),
    });
    if (stage === "done") await this.settle(request);
  }

  /** Show a code where the other side can read it; where neither can read the other's, there are only the emoji. */
  private async choose(request: VerificationRequest): Promise<Stage> {
    if (this.mine === undefined) {
      const qr = await request.generateQrCode().catch(() => undefined); // keys of the other side that are not there
      qr?.registerChangesCallback(async () => this.step());
      this.mine = qr ? { qr, squares: framed(qr.toQrCode().renderIntoBuffer(), BORDER) } : null;
    }
    if (this.mine || canScan(request)) return "choosing";
    if (request.weStarted()) await this.compareEmoji();
    return "waiting";
  }

  private async compare(sas: Sas): Promise<Stage> {
    const accepted = sas.accept(); // nothing unless they have started, and where both have, their start may count
    if (accepted || !this.heard) {
      this.heard = true;
      sas.registerChangesCallback(async () => this.step());
    }
    await this.say(accepted);
    if (sas.isCancelled()) return "cancelled";
    if (sas.isDone()) return "done";
    if (sas.haveWeConfirmed()) return "confirming";
    return sas.canBePresented() ? "comparing" : "waiting";
  }

  private async say(message: Request | undefined): Promise<void> {
    if (!message) return;
    await perform(this.olm, message);
    this.flush();
  }

  private flush(): void {
    this.send().catch(() => undefined); // sent again after the next sync
  }

  /** A device of one's own that was just confirmed asks the others for the secrets of the person. */
  private async settle(request: VerificationRequest): Promise<void> {
    if (request.isSelfVerification()) await this.olm.requestMissingSecretsIfNeeded();
    this.flush();
    this.onTrust();
  }
}

const canScan = (request: VerificationRequest): boolean =>
  [VerificationMethod.QrCodeShowV1, VerificationMethod.ReciprocateV1].every((one) => request.theirSupportedMethods?.includes(one));

function readStage(qr: Qr): Stage {
  switch (qr.state()) {
    case QrState.Scanned:
      return "scanned";
    case QrState.Reciprocated:
      return "reciprocated";
    case QrState.Done:
      return "done";
    case QrState.Cancelled:
      return "cancelled";
    default:
      return "confirming";
  }
}
