// The official Rust crypto on this device's own store: fed by sync, asked to seal and to open, its requests sent in order.
import {
  CollectStrategy,
  type DecryptedRoomEvent,
  DecryptionErrorCode,
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  initAsync,
  MegolmDecryptionError,
  OlmMachine,
  RoomId,
  RoomSettings,
  ShieldColor,
  ShieldStateCode,
  SignatureUploadRequest,
  TrustRequirement,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { MatrixError } from "../api/http";
import type { Json, MatrixEvent, Secret, SyncResponse } from "../api/types";
import { Backup } from "./backup";
import { hasIdentity, makeIdentity } from "./identity";
import { perform, type Request } from "./requests";
import { isVerification, Verifications, type Verification } from "./verification";

const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 60_000;
/** The errcode of a message that has to wait, since nobody could read it yet. */
export const UNREADABLE = "SEALING_NOBODY";
const ALGORITHM = "m.megolm.v1.aes-sha2";
const VISIBILITY: Record<string, HistoryVisibility> = {
  invited: HistoryVisibility.Invited,
  joined: HistoryVisibility.Joined,
  shared: HistoryVisibility.Shared,
  world_readable: HistoryVisibility.WorldReadable,
};

/** What a room says about its encryption, and who may read what is sealed for it. */
export interface Audience {
  users: string[];
  /** Content of m.room.encryption. */
  encryption: Json;
  historyVisibility: string;
}

/** Who wants to hear what from the machine. */
export interface Listener {
  /** Keys have come for these rooms. */
  onKeys(roomIds: string[]): void;
  /** Many keys have come out of the backup. */
  onRestored(): void;
  /** How a verification stands; null when there is none any more. */
  onVerification(now: Verification | null): void;
  /** Other devices or persons are trusted than before, or may be. */
  onTrust(): void;
}

export const storeName = (userId: string, deviceId: string): string => `laiwang-crypto:${userId}:${deviceId}`;

const WASM = new URL("../../node_modules/@matrix-org/matrix-sdk-crypto-wasm/pkg/matrix_sdk_crypto_wasm_bg.wasm", import.meta.url);

/** Fetch what the machine runs on. A start that failed is never tried again, so it begins only with the file at hand. */
export async function fetchCrypto(): Promise<void> {
  const response = await fetch(WASM);
  if (!response.ok) throw new Error(`the crypto: ${response.status}`);
  await response.arrayBuffer(); // in the browser's cache from now on
  await initAsync(WASM);
}

export class Machine {
  private line: Promise<unknown> = Promise.resolve();
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  readonly backup: Backup;
  readonly verifications: Verifications;

  private constructor(
    readonly olm: OlmMachine,
    listener: Listener,
  ) {
    this.backup = new Backup(olm, () => listener.onRestored());
    this.verifications = new Verifications(olm, (now) => listener.onVerification(now), () => this.inOrder(() => this.sendAll()), () => listener.onTrust());
  }

  /** Open the store of this device, or make it. */
  static async open(userId: string, deviceId: string, listener: Listener): Promise<Machine> {
    const olm = await OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId), storeName(userId, deviceId));
    olm.roomKeyRequestsEnabled = false; // other devices rarely answer; the backup does
    const machine = new Machine(olm, listener);
    await olm.registerRoomKeyUpdatedCallback(async (keys) => listener.onKeys([...new Set(keys.map((key) => key.roomId.toString()))]));
    await olm.registerDevicesUpdatedCallback(async () => void setTimeout(() => listener.onTrust()));
    await olm.registerUserIdentityUpdatedCallback(async () => void setTimeout(() => listener.onTrust()));
    await olm.updateTrackedUsers([new UserId(userId)]);
    machine.backup.resume().then(() => machine.backup.run()).catch(() => undefined);
    machine.flush();
    machine.inOrder(() => machine.introduce()).catch(() => undefined); // tried again at the next start
    return machine;
  }

  /** The first device of a person makes her identity; where the server asks for the password, the settings do it later. */
  private async introduce(): Promise<void> {
    if ((await this.olm.crossSigningStatus()).hasMaster || (await hasIdentity(this.olm))) return;
    await makeIdentity(this.olm, false);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.olm.close();
  }

  /** Take in what /sync says about devices, keys and messages between devices. */
  async receive(answer: SyncResponse): Promise<void> {
    const lists = answer.device_lists ?? {};
    const users = (ids: string[] | undefined) => (ids ?? []).map((id) => new UserId(id));
    const unused = answer.device_unused_fallback_key_types;
    const events = await this.olm.receiveSyncChanges(
      JSON.stringify(answer.to_device?.events ?? []),
      new DeviceLists(users(lists.changed), users(lists.left)),
      new Map(Object.entries(answer.device_one_time_keys_count ?? {})),
      unused ? new Set(unused) : undefined,
      new DecryptionSettings(TrustRequirement.Untrusted),
    );
    this.verifications.receiveToDevice(events.flatMap((event) => ("rawEvent" in event ? [event.rawEvent] : [])));
    this.flush();
  }

  /** Take in what people said in a room just now, opened already. */
  async hear(roomId: string, events: readonly MatrixEvent[]): Promise<void> {
    for (const event of events) if (isVerification(event)) await this.verifications.receiveRoomEvent(roomId, event);
  }

  /** Send what waits, soon, and again after a failure. */
  flush(): void {
    clearTimeout(this.timer);
    this.inOrder(() => this.sendAll()).then(
      () => {
        this.failures = 0;
        this.backup.run().catch(() => undefined); // goes on after the next sync
      },
      () => {
        if (this.closed) return;
        this.failures += 1;
        this.timer = setTimeout(() => this.flush(), Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** this.failures));
      },
    );
  }

  /** One piece of work after the other, so that no request goes out twice. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = this.line.then(work, work);
    this.line = next.catch(() => undefined);
    return next;
  }

  /** Send everything that waits, within `inOrder`. What the server refuses for good does not hold up the rest. */
  async sendAll(): Promise<void> {
    const refused = new Set<string | undefined>();
    while (!this.closed) {
      const waiting = ((await this.olm.outgoingRequests()) as Request[]).filter((request) => !refused.has(request.id));
      if (waiting.length === 0) return;
      for (const request of waiting) {
        try {
          await perform(this.olm, request);
          if (request instanceof SignatureUploadRequest) await this.see(request);
        } catch (error) {
          if (!(error instanceof MatrixError) || error.transient || error.status === 401) throw error;
          refused.add(request.id);
        }
      }
    }
  }

  /** The person's own devices with keys, and whether her identity vouches for each. */
  async ownDevices(): Promise<Record<string, boolean>> {
    const found = await this.olm.getUserDevices(new UserId(this.olm.userId.toString()));
    return Object.fromEntries(found.devices().map((device) => [device.deviceId.toString(), device.isCrossSignedByOwner()]));
  }

  /** A signature counts once the server has shown it. */
  private async see(request: SignatureUploadRequest): Promise<void> {
    const users = Object.keys(JSON.parse(request.body) as Json).map((id) => new UserId(id));
    await perform(this.olm, this.olm.queryKeysForUsers(users) as Request);
  }

  /** Whether something was ever sealed for this room: from then on nothing may go out in the clear. */
  async remembers(roomId: string): Promise<boolean> {
    return (await this.olm.getRoomSettings(new RoomId(roomId))) !== undefined;
  }

  /** Seal an event for everybody of the room: the content of an m.room.encrypted. Raises MatrixError without a network. */
  seal(roomId: string, type: string, content: Json, audience: Audience): Promise<Json> {
    if (audience.encryption.algorithm !== ALGORITHM) throw new MatrixError(400, "M_UNKNOWN", "an unknown way of encryption");
    const users = () => audience.users.map((id) => new UserId(id));
    return this.inOrder(async () => {
      await this.olm.setRoomSettings(new RoomId(roomId), this.settingsOf(audience));
      await this.olm.updateTrackedUsers(users());
      await this.sendAll();
      if (!(await this.anyCanRead(audience.users))) throw new MatrixError(0, UNREADABLE, "nobody has a device that could read this yet");
      const claim = await this.olm.getMissingSessions(users());
      if (claim) await perform(this.olm, claim);
      const shares = await this.olm.shareRoomKey(new RoomId(roomId), users(), encryptionSettings(audience));
      for (const request of shares) await perform(this.olm, request);
      return JSON.parse(await this.olm.encryptRoomEvent(new RoomId(roomId), type, JSON.stringify(content))) as Json;
    });
  }

  /** Whether at least one of the others has a device for which something can be sealed; so too where there are no others. */
  private async anyCanRead(users: readonly string[]): Promise<boolean> {
    const others = users.filter((id) => id !== this.olm.userId.toString());
    for (const id of others) if ((await this.olm.getUserDevices(new UserId(id))).devices().length > 0) return true;
    return others.length === 0;
  }

  private settingsOf(audience: Audience): RoomSettings {
    const settings = new RoomSettings();
    settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
    const { rotation_period_ms: ms, rotation_period_msgs: messages } = audience.encryption;
    if (typeof ms === "number") settings.sessionRotationPeriodMs = ms;
    if (typeof messages === "number") settings.sessionRotationPeriodMessages = messages;
    return settings;
  }

  /** The event in the clear; else as it came, marked with why it stays shut. Never raises. */
  async open(roomId: string, event: MatrixEvent): Promise<MatrixEvent> {
    const opened = await this.openOne(roomId, event);
    const told = event.unsigned?.["m.relations"];
    if (!told) return opened;
    const relations = { ...told };
    const { "m.replace": edit, "m.thread": thread } = told;
    if (edit?.type === "m.room.encrypted") {
      const openedEdit = await this.openOne(roomId, edit);
      relations["m.replace"] = openedEdit.secret?.state === "open" ? openedEdit : undefined;
    }
    if (thread?.latest_event.type === "m.room.encrypted") relations["m.thread"] = { ...thread, latest_event: await this.open(roomId, thread.latest_event) };
    return { ...opened, unsigned: { ...opened.unsigned, "m.relations": relations } };
  }

  private async openOne(roomId: string, event: MatrixEvent): Promise<MatrixEvent> {
    try {
      const settings = new DecryptionSettings(TrustRequirement.Untrusted);
      const found = await this.olm.decryptRoomEvent(JSON.stringify({ ...event, secret: undefined }), new RoomId(roomId), settings);
      const clear = JSON.parse(found.event) as MatrixEvent;
      // Redactions and state act on what the server can see; inside of an envelope they would get round its rules.
      if (clear.type === "m.room.redaction" || clear.type === "m.room.encrypted") return { ...event, secret: { state: "broken" } };
      const relation = event.content["m.relates_to"];
      const content = relation && !clear.content["m.relates_to"] ? { ...clear.content, "m.relates_to": relation } : clear.content;
      const shield = await this.shieldOf(found);
      return { ...event, type: clear.type, content, secret: { state: "open", shield } };
    } catch (error) {
      return { ...event, secret: { state: this.whyShut(error, event) } };
    }
  }

  private async shieldOf(found: DecryptedRoomEvent): Promise<"red" | "grey" | undefined> {
    const { code, color } = found.shieldState(false);
    if (color === ShieldColor.None) return undefined;
    if (code === ShieldStateCode.UnsignedDevice && !(await this.olm.getIdentity(found.sender))) return undefined; // nothing to sign with
    return color === ShieldColor.Red ? "red" : "grey";
  }

  private whyShut(error: unknown, event: MatrixEvent): Exclude<Secret["state"], "open"> {
    if (!(error instanceof MegolmDecryptionError)) return "broken";
    if (error.maybe_withheld) return "withheld";
    if (error.code !== DecryptionErrorCode.MissingRoomKey && error.code !== DecryptionErrorCode.UnknownMessageIndex) return "broken";
    return event.origin_server_ts < this.olm.deviceCreationTimeMs ? "before" : "waiting";
  }
}

function encryptionSettings(audience: Audience): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  settings.sharingStrategy = CollectStrategy.allDevices();
  settings.historyVisibility = VISIBILITY[audience.historyVisibility] ?? HistoryVisibility.Shared;
  const { rotation_period_ms: ms, rotation_period_msgs: messages } = audience.encryption;
  if (typeof ms === "number" && ms > 0) settings.rotationPeriod = BigInt(Math.round(ms)) * 1000n; // microseconds
  if (typeof messages === "number" && messages > 0) settings.rotationPeriodMessages = BigInt(Math.round(messages));
  return settings;
}
