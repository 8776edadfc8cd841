// Keys kept safe on the server: sealed room keys in a backup, and the secrets that open it under the recovery key of the person.
import { BackupDecryptionKey, DeviceId, RoomId, UserId, type OlmMachine } from "@matrix-org/matrix-sdk-crypto-wasm";
import { setAccountData } from "../api/account";
import { ask, MatrixError, path } from "../api/http";
import type { Json } from "../api/types";
import { hasIdentity, makeIdentity } from "./identity";
import { checkOf, isKey, lock, readKey, unlock, writeKey, type Locked } from "./recovery";
import { perform, type Request } from "./requests";

const ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2";
const STORAGE = "m.secret_storage.v1.aes-hmac-sha2";
const BACKUP_SECRET = "m.megolm_backup.v1";
const IDENTITY_SECRETS = ["m.cross_signing.master", "m.cross_signing.self_signing", "m.cross_signing.user_signing"] as const;

interface Version {
  version: string;
  algorithm: string;
  auth_data: { public_key: string };
}
interface SealedKey {
  session_data: { ephemeral: string; ciphertext: string; mac: string };
}

const orMissing = async <T>(coming: Promise<T>): Promise<T | undefined> => {
  try {
    return await coming;
  } catch (error) {
    if (error instanceof MatrixError && error.status === 404) return undefined;
    throw error;
  }
};

export class Backup {
  private running = false;
  private readonly me: string;

  /** `restored` is called when keys have come out of the backup. */
  constructor(
    private readonly olm: OlmMachine,
    private readonly restored: () => void,
  ) {
    this.me = olm.userId.toString();
  }

  /** Go on with the backup that this device knows the key of, and take its key from other devices of the person. */
  async resume(): Promise<void> {
    await this.olm.registerReceiveSecretCallback(async (name: string, value: string) => {
      if (name === BACKUP_SECRET) setTimeout(() => void this.adopt(value).catch(() => undefined)); // the machine is busy until we return
    });
    const { decryptionKey, backupVersion } = await this.olm.getBackupKeys();
    if (!decryptionKey) return;
    const now = await this.version();
    const key = decryptionKey.megolmV1PublicKey.publicKeyBase64;
    if (now && now.version === backupVersion && now.auth_data.public_key === key) await this.olm.enableBackupV1(key, now.version);
  }

  /** Put what is new into the backup. */
  async run(): Promise<void> {
    if (this.running || !(await this.olm.isBackupEnabled())) return;
    this.running = true;
    try {
      for (let request = await this.olm.backupRoomKeys(); request; request = await this.olm.backupRoomKeys()) {
        await perform(this.olm, request as Request);
      }
    } catch (error) {
      // The backup was deleted or replaced from another device: what goes into it would be lost.
      if (error instanceof MatrixError && (error.status === 404 || error.errcode === "M_WRONG_ROOM_KEYS_VERSION")) await this.olm.disableBackup();
      else throw error;
    } finally {
      this.running = false;
    }
  }

  /** Whether the account has a recovery key. */
  async hasRecovery(): Promise<boolean> {
    return typeof (await this.stored("m.secret_storage.default_key"))?.key === "string";
  }

  isOn(): Promise<boolean> {
    return this.olm.isBackupEnabled();
  }

  /** Whether this device belongs to the identity of the person. */
  async isVerified(): Promise<boolean> {
    const device = await this.olm.getDevice(new UserId(this.me), new DeviceId(this.olm.deviceId.toString()));
    return device?.isCrossSignedByOwner() ?? false;
  }

  /**
   * Make a recovery key, put the secrets under it and begin a backup; the answer is the key, for the person alone.
   * An identity whose secrets this device has not is replaced. Raises MatrixError 401 where that needs `auth`.
   */
  async setUp(auth?: Json): Promise<string> {
    const known = await hasIdentity(this.olm);
    const status = await this.olm.crossSigningStatus();
    if (!known || !(status.hasMaster && status.hasSelfSigning && status.hasUserSigning)) await makeIdentity(this.olm, known, auth);
    const backup = BackupDecryptionKey.createRandomKey();
    const backupKey = backup.toBase64();
    const publicKey = backup.megolmV1PublicKey.publicKeyBase64;
    const key = crypto.getRandomValues(new Uint8Array(32));
    const id = crypto.randomUUID().replaceAll("-", "");
    await setAccountData(this.me, `m.secret_storage.key.${id}`, { algorithm: STORAGE, ...(await checkOf(key)) });
    const identity = await this.olm.exportCrossSigningKeys();
    const secrets = [identity?.masterKey, identity?.self_signing_key, identity?.userSigningKey];
    for (const [i, name] of IDENTITY_SECRETS.entries()) await this.store(id, key, name, secrets[i]);
    await this.store(id, key, BACKUP_SECRET, backupKey);
    const signatures = JSON.parse((await this.olm.sign(JSON.stringify({ public_key: publicKey }))).asJSON()) as Json;
    const { version } = await ask<{ version: string }>("POST", "/v3/room_keys/version", {
      body: { algorithm: ALGORITHM, auth_data: { public_key: publicKey, signatures } },
    });
    await setAccountData(this.me, "m.secret_storage.default_key", { key: id });
    await this.olm.saveBackupDecryptionKey(BackupDecryptionKey.fromBase64(backupKey), version);
    await this.olm.enableBackupV1(publicKey, version);
    void this.run().catch(() => undefined);
    return writeKey(key);
  }

  /** Take everything back with the recovery key; false if it is not the key of this account. */
  async restore(typed: string): Promise<boolean> {
    const key = readKey(typed);
    const id = (await this.stored("m.secret_storage.default_key"))?.key;
    if (!key || typeof id !== "string") return false;
    const about = await this.stored(`m.secret_storage.key.${id}`);
    if (about?.algorithm !== STORAGE || !(await isKey(key, about as { iv?: string; mac?: string }))) return false;
    const [master, selfSigning, userSigning] = await Promise.all(IDENTITY_SECRETS.map((name) => this.secret(id, key, name)));
    if (master && selfSigning && (await hasIdentity(this.olm))) {
      await this.olm.importCrossSigningKeys(master, selfSigning, userSigning);
      const own = await this.olm.getDevice(new UserId(this.me), new DeviceId(this.olm.deviceId.toString()));
      if (own && !own.isCrossSignedByOwner()) {
        await perform(this.olm, (await own.verify()) as Request);
        await hasIdentity(this.olm); // the signature counts once it comes back
      }
    }
    const backupKey = await this.secret(id, key, BACKUP_SECRET);
    return backupKey !== null && (await this.adopt(backupKey));
  }

  /** Use this key of the present backup: read what is in it, and go on writing. */
  private async adopt(backupKey: string): Promise<boolean> {
    const now = await this.version();
    const publicKey = BackupDecryptionKey.fromBase64(backupKey).megolmV1PublicKey.publicKeyBase64;
    if (!now || now.auth_data.public_key !== publicKey) return false;
    await this.olm.saveBackupDecryptionKey(BackupDecryptionKey.fromBase64(backupKey), now.version);
    await this.olm.enableBackupV1(publicKey, now.version);
    await this.olm.deleteSecretsFromInbox(BACKUP_SECRET);
    await this.readAll(BackupDecryptionKey.fromBase64(backupKey), now.version);
    this.restored();
    void this.run().catch(() => undefined);
    return true;
  }

  private async readAll(opener: BackupDecryptionKey, version: string): Promise<void> {
    const { rooms } = await ask<{ rooms: Record<string, { sessions: Record<string, SealedKey> }> }>("GET", "/v3/room_keys/keys", {
      query: { version },
      timeoutMs: 120_000,
    });
    const keys = new Map<RoomId, Map<string, Json>>();
    for (const [roomId, { sessions }] of Object.entries(rooms)) {
      const opened = new Map<string, Json>();
      for (const [sessionId, { session_data: sealed }] of Object.entries(sessions)) {
        try {
          const clear = JSON.parse(opener.decryptV1(sealed.ephemeral, sealed.mac, sealed.ciphertext)) as Json;
          opened.set(sessionId, { ...clear, room_id: roomId, session_id: sessionId });
        } catch {
          // sealed for another key, or damaged: the other keys are still good
        }
      }
      keys.set(new RoomId(roomId), opened);
    }
    await this.olm.importBackedUpRoomKeys(keys, () => undefined, version);
  }

  private version(): Promise<Version | undefined> {
    return orMissing(ask<Version>("GET", "/v3/room_keys/version"));
  }

  private stored(type: string): Promise<(Json & { key?: unknown }) | undefined> {
    return orMissing(ask<Json>("GET", path`/v3/user/${this.me}/account_data/${type}`));
  }

  private async store(id: string, key: Uint8Array<ArrayBuffer>, name: string, secret: string | undefined): Promise<void> {
    if (secret) await setAccountData(this.me, name, { encrypted: { [id]: await lock(key, name, secret) } });
  }

  private async secret(id: string, key: Uint8Array<ArrayBuffer>, name: string): Promise<string | null> {
    const encrypted = (await this.stored(name))?.encrypted as Record<string, Locked> | undefined;
    const locked = encrypted?.[id];
    return locked ? unlock(key, name, locked) : null;
  }
}
