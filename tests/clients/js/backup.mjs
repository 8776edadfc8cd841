// Alice loses her only device. On a new one she types her passphrase, and reads what was said before it came.

import { Person, keeper, report, story, until } from "./person.mjs";

const { CryptoEvent } = await import("matrix-js-sdk/lib/crypto-api/index.js");

async function read(person, roomId, eventId) {
    const event = await person.inRoom(`decryption of ${eventId}`, roomId, (room) => {
        const found = room.findEventById(eventId);
        return found && !found.isBeingDecrypted() && found.getType() === "m.room.message" && found;
    });
    return event.getContent().body;
}

await story(async (url) => {
    const secrets = new Map();
    const alice = await (await Person.arrive(url, "alice", { cryptoCallbacks: keeper(secrets) })).start();
    const bob = await (await Person.arrive(url, "bob", { cryptoCallbacks: keeper(new Map()) })).start();
    const crypto = alice.client.getCrypto();
    const recovery = await crypto.createRecoveryKeyFromPassphrase("plum blossom in the snow");
    await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: (request) => request(null) });
    await crypto.bootstrapSecretStorage({
        createSecretStorageKey: async () => recovery,
        setupNewSecretStorage: true,
        setupNewKeyBackup: true,
    });
    report("begun", { version: await crypto.getActiveSessionBackupVersion() });

    // --- things are said, by both, in two rooms
    const said = [];
    for (const name of ["Kitchen", "Cellar"]) {
        const { room_id: roomId } = await alice.client.createRoom({
            name,
            invite: [bob.userId],
            initial_state: [
                { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
            ],
        });
        await bob.inRoom("the invitation", roomId, (room) => room.getMyMembership() === "invite");
        await bob.client.joinRoom(roomId);
        await alice.inRoom("Bob", roomId, (room) => room.getJoinedMemberCount() === 2);
        await bob.inRoom("encryption", roomId, (room) => room.hasEncryptionStateEvent());
        said.push([roomId, await alice.say(roomId, `${name}: a question`)]);
        said.push([roomId, await bob.say(roomId, `${name}: an answer`)]);
    }
    for (const [roomId, eventId] of said) await read(alice, roomId, eventId);
    const backup = await until(
        "every session in the backup",
        alice.client,
        [CryptoEvent.KeyBackupSessionsRemaining, CryptoEvent.KeyBackupStatus],
        async () => {
            const info = await alice.raw("/_matrix/client/v3/room_keys/version");
            return info?.count >= 4 && info;
        },
    );
    report("backed_up", { count: backup.count });
    alice.stop();
    await alice.client.logout();

    // --- the new device: nothing but the passphrase
    const found = new Map();
    const phone = await Person.login(url, alice.userId, { cryptoCallbacks: keeper(found) });
    await phone.start();
    const later = phone.client.getCrypto();
    const [keyId, info] = await phone.client.secretStorage.getKey();
    const { deriveRecoveryKeyFromPassphrase } = await import("matrix-js-sdk/lib/crypto-api/key-passphrase.js");
    const { salt, iterations } = info.passphrase;
    found.set(keyId, await deriveRecoveryKeyFromPassphrase("plum blossom in the snow", salt, iterations));
    await later.bootstrapCrossSigning({});
    await later.loadSessionBackupPrivateKeyFromSecretStorage();
    const restored = await later.restoreKeyBackup();
    const texts = [];
    for (const [roomId, eventId] of said) texts.push(await read(phone, roomId, eventId));
    await later.checkKeyBackupAndEnable();
    report("restored", {
        total: restored.total,
        imported: restored.imported,
        texts,
        version: await later.getActiveSessionBackupVersion(),
    });

    // --- what is said now goes into the same backup
    const [roomId] = said[0];
    const last = await phone.say(roomId, "I am back");
    report("goes_on", { at_bob: await read(bob, roomId, last) });
    const info2 = await until(
        "one more session in the backup",
        phone.client,
        [CryptoEvent.KeyBackupSessionsRemaining, CryptoEvent.KeyBackupStatus],
        async () => {
            const now = await phone.raw("/_matrix/client/v3/room_keys/version");
            return now?.count > backup.count && now;
        },
    );
    report("grown", { more: info2.count > backup.count, changed: info2.etag !== backup.etag });
    for (const person of [phone, bob]) person.stop();
});
