// Alice is logged in nowhere when Bob writes to her. Her dehydrated device took the keys, and her next device reads what he wrote.

import { Person, keeper, report, story, until } from "./person.mjs";

const { CryptoEvent } = await import("matrix-js-sdk/lib/crypto-api/index.js");

await story(async (url) => {
    const secrets = new Map();
    const alice = await (await Person.arrive(url, "alice", { cryptoCallbacks: keeper(secrets) })).start();
    const bob = await (await Person.arrive(url, "bob", { cryptoCallbacks: keeper(new Map()) })).start();
    const crypto = alice.client.getCrypto();
    const recovery = await crypto.createRecoveryKeyFromPassphrase();
    await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: (request) => request(null) });
    await crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => recovery, setupNewSecretStorage: true });
    const { room_id: roomId } = await alice.client.createRoom({
        invite: [bob.userId],
        initial_state: [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }],
    });
    await bob.inRoom("the invitation", roomId, (room) => room.getMyMembership() === "invite");
    await bob.client.joinRoom(roomId);
    await bob.inRoom("encryption", roomId, (room) => room.hasEncryptionStateEvent());

    // --- she leaves a dehydrated device behind
    const supported = await crypto.isDehydrationSupported();
    await crypto.startDehydration();
    const left = await alice.raw("/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device");
    const { devices } = await alice.raw("/_matrix/client/v3/devices");
    report("left", { supported, sessions: devices.length, algorithm: left.device_data.algorithm });
    alice.stop();
    await alice.client.logout();

    // --- what Bob says, nobody of hers hears
    const bobs = bob.client.getCrypto();
    await until("her dehydrated device alone", bob.client, [CryptoEvent.DevicesUpdated], async () => {
        const found = (await bobs.getUserDeviceInfo([alice.userId], true)).get(alice.userId);
        return found?.size === 1 && found.has(left.device_id);
    });
    const eventId = await bob.say(roomId, "are you there?");

    // --- the next device: only the recovery key, no backup of keys
    const found = new Map();
    const phone = await Person.login(url, alice.userId, { cryptoCallbacks: keeper(found) });
    await phone.start();
    const [keyId] = await phone.client.secretStorage.getKey();
    found.set(keyId, recovery.privateKey);
    const later = phone.client.getCrypto();
    await later.userHasCrossSigningKeys(alice.userId, true);
    await later.bootstrapCrossSigning({});
    const progress = [];
    phone.client.on(CryptoEvent.RehydrationProgress, (keys, messages) => progress.push([keys, messages]));
    await later.startDehydration();
    const event = await phone.inRoom("what Bob said", roomId, (room) => {
        const one = room.findEventById(eventId);
        return one && !one.isBeingDecrypted() && !one.isDecryptionFailure() && one.getType() === "m.room.message" && one;
    });
    const next = await phone.raw("/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device");
    report("read", {
        body: event.getContent().body,
        keys: progress.at(-1)?.[0],
        is_another: next.device_id !== left.device_id,
    });
    for (const person of [phone, bob]) person.stop();
});
