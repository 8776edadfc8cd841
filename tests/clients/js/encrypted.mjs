// Two people talk so that the server cannot read it, on three devices that trust each other by cross-signing.

import { PASSWORD, Person, keeper, report, sdk, story, until } from "./person.mjs";

const { CryptoEvent, VerificationRequestEvent, VerifierEvent, VerificationPhase } = await import(
    "matrix-js-sdk/lib/crypto-api/index.js"
);

/** Answers the server's question for the password when keys are uploaded, if it asks. */
function passwordAsker(person, asked) {
    return async (makeRequest) => {
        try {
            return await makeRequest(null);
        } catch (error) {
            if (error.httpStatus !== 401) throw error;
            asked.push(error.data.flows);
            return await makeRequest({
                type: "m.login.password",
                identifier: { type: "m.id.user", user: person.userId },
                password: PASSWORD,
                session: error.data.session,
            });
        }
    };
}

async function decrypted(person, roomId, eventId) {
    return await person.inRoom(`decryption of ${eventId}`, roomId, (room) => {
        const event = room.findEventById(eventId);
        return event && !event.isBeingDecrypted() && event.isEncrypted() && event.getType() === "m.room.message" && event;
    });
}

await story(async (url) => {
    const aliceSecrets = new Map();
    const alice = await (await Person.arrive(url, "alice", { cryptoCallbacks: keeper(aliceSecrets) })).start();
    const bob = await (await Person.arrive(url, "bob", { cryptoCallbacks: keeper(new Map()) })).start();
    const asked = [];

    // --- cross-signing, its private keys in secret storage
    const aliceCrypto = alice.client.getCrypto();
    const bobCrypto = bob.client.getCrypto();
    const recovery = await aliceCrypto.createRecoveryKeyFromPassphrase();
    await aliceCrypto.bootstrapSecretStorage({
        createSecretStorageKey: async () => recovery,
        setupNewSecretStorage: true,
    });
    await aliceCrypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: passwordAsker(alice, asked) });
    await bobCrypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: passwordAsker(bob, asked) });
    report("cross_signing", {
        asked,
        ready: [await aliceCrypto.isCrossSigningReady(), await bobCrypto.isCrossSigningReady()],
        status: await aliceCrypto.getCrossSigningStatus(),
        known_to_bob: await bobCrypto.userHasCrossSigningKeys(alice.userId, true),
    });

    // --- an encrypted room, both directions
    const { room_id: roomId } = await alice.client.createRoom({
        name: "Back room",
        invite: [bob.userId],
        initial_state: [
            { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
        ],
    });
    await bob.inRoom("the invitation", roomId, (room) => room.getMyMembership() === "invite");
    await bob.client.joinRoom(roomId);
    for (const person of [alice, bob]) {
        await person.inRoom("both being there", roomId, (room) => room.getJoinedMemberCount() === 2);
        await person.inRoom("encryption", roomId, (room) => room.hasEncryptionStateEvent());
    }
    const secret = await alice.say(roomId, "nobody else reads this");
    const atBob = await decrypted(bob, roomId, secret);
    const answer = await bob.say(roomId, "nor this");
    const atAlice = await decrypted(alice, roomId, answer);
    const stored = await bob.raw(
        `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(secret)}`,
    );
    report("both_ways", {
        at_bob: atBob.getContent().body,
        at_alice: atAlice.getContent().body,
        stored_type: stored.type,
        stored_keys: Object.keys(stored.content).sort(),
        stored_text: JSON.stringify(stored).includes("nobody else"),
    });

    // --- many messages, more than there are rooms for in one sync
    const many = [];
    for (let number = 0; number < 30; number += 1) {
        many.push([alice, bob][number % 2].say(roomId, `whisper ${number}`));
    }
    const whispers = new Set();
    for (const eventId of await Promise.all(many)) {
        whispers.add((await decrypted(alice, roomId, eventId)).getContent().body);
        whispers.add((await decrypted(bob, roomId, eventId)).getContent().body);
    }
    report("many", { whispers: whispers.size });

    // --- a second device of Alice, verified by the secrets of the first
    const tablet = await Person.login(url, alice.userId, { cryptoCallbacks: keeper(aliceSecrets) });
    await tablet.start();
    const tabletCrypto = tablet.client.getCrypto();
    const before = await tabletCrypto.getDeviceVerificationStatus(alice.userId, tablet.deviceId);
    const [ownAtAlice, ownAtBob, ownAtTablet] = [aliceCrypto, bobCrypto, tabletCrypto].map(
        (crypto) => async () =>
            (await crypto.getDeviceVerificationStatus(alice.userId, tablet.deviceId))?.signedByOwner,
    );
    await tabletCrypto.userHasCrossSigningKeys(alice.userId, true); // the secrets are held against the public keys, which it has to know
    await tabletCrypto.bootstrapCrossSigning({});
    const updates = [CryptoEvent.DevicesUpdated, sdk.ClientEvent.Sync];
    await until("Alice's phone to see the tablet signed", alice.client, updates, ownAtAlice);
    await until("Bob to see the tablet signed", bob.client, updates, ownAtBob);
    await until("the tablet to see itself signed", tablet.client, updates, ownAtTablet);
    const after = await tabletCrypto.getDeviceVerificationStatus(alice.userId, tablet.deviceId);
    report("second_device", {
        signed_before: before.signedByOwner,
        signed_after: after.signedByOwner,
        verified_after: after.crossSigningVerified,
        ready: await tabletCrypto.isCrossSigningReady(),
        keys: (await tabletCrypto.getCrossSigningStatus()).privateKeysCachedLocally,
        trusted_by_phone: (await aliceCrypto.getDeviceVerificationStatus(alice.userId, tablet.deviceId)).crossSigningVerified,
    });

    const later = await bob.say(roomId, "to all three of us");
    const fromTablet = await tablet.say(roomId, "written on the tablet");
    const reads = [];
    for (const person of [alice, bob, tablet]) {
        for (const eventId of [later, fromTablet]) {
            const event = await decrypted(person, roomId, eventId);
            const shield = await person.client.getCrypto().getEncryptionInfoForEvent(event);
            reads.push([event.getContent().body, shield.shieldColour]);
        }
    }
    await tablet.inRoom("the first message", roomId, (room) => room.findEventById(many[0]) || room.timeline.length > 5);
    const old = tablet
        .room(roomId)
        .getLiveTimeline()
        .getEvents()
        .filter((event) => event.isEncrypted() && ![later, fromTablet].includes(event.getId()));
    for (const event of old) await event.getDecryptionPromise();
    report("three_devices", { reads, old: old.length, old_unreadable: old.every((event) => event.isDecryptionFailure()) });

    // --- Alice and Bob compare emoji
    const received = new Promise((resolve) => {
        bob.client.on(CryptoEvent.VerificationRequestReceived, resolve);
    });
    const asking = await aliceCrypto.requestVerificationDM(bob.userId, roomId);
    const accepting = await received;
    await accepting.accept();
    await until("readiness", asking, [VerificationRequestEvent.Change], () => asking.phase === VerificationPhase.Ready);
    const aliceVerifier = await asking.startVerification("m.sas.v1");
    const bobVerifier = await until(
        "the start of the comparison",
        accepting,
        [VerificationRequestEvent.Change],
        () => accepting.verifier,
    );
    const shown = [aliceVerifier, bobVerifier].map(
        (verifier) => new Promise((resolve) => verifier.once(VerifierEvent.ShowSas, resolve)),
    );
    const verified = [aliceVerifier.verify(), bobVerifier.verify()];
    const [left, right] = await Promise.all(shown);
    await Promise.all([left.confirm(), right.confirm()]);
    await Promise.all(verified);
    const trust = [
        [bobCrypto, alice.userId, bob.client],
        [aliceCrypto, bob.userId, alice.client],
        [tabletCrypto, bob.userId, tablet.client],
    ];
    const verifiedBy = [];
    for (const [crypto, userId, client] of trust) {
        const events = [CryptoEvent.UserTrustStatusChanged, CryptoEvent.DevicesUpdated, sdk.ClientEvent.Sync];
        await until(`trust in ${userId}`, client, events, async () =>
            (await crypto.getUserVerificationStatus(userId)).isCrossSigningVerified(),
        );
        verifiedBy.push(client.getDeviceId());
    }
    report("verified", {
        same_emoji: JSON.stringify(left.sas.emoji) === JSON.stringify(right.sas.emoji),
        emoji: left.sas.emoji.length,
        by: verifiedBy.length,
        bob_trusts_tablet: (await bobCrypto.getDeviceVerificationStatus(alice.userId, tablet.deviceId)).crossSigningVerified,
    });

    // --- the tablet shows a code, the phone reads it
    const atTablet = new Promise((resolve) => {
        tablet.client.on(CryptoEvent.VerificationRequestReceived, resolve);
    });
    const reading = await aliceCrypto.requestOwnUserVerification();
    const showing = await atTablet;
    await showing.accept();
    await until("readiness for the code", reading, [VerificationRequestEvent.Change], () => reading.phase === VerificationPhase.Ready);
    const code = await showing.generateQRCode();
    const reader = await reading.scanQRCode(code);
    const read = reader.verify();
    const shower = await until("the code to be read", showing, [VerificationRequestEvent.Change], () => {
        return showing.phase === VerificationPhase.Started && showing.verifier;
    });
    const seen = shower.getReciprocateQrCodeCallbacks();
    const confirmed = shower.verify();
    (seen ?? (await new Promise((resolve) => shower.once(VerifierEvent.ShowReciprocateQr, resolve)))).confirm();
    await Promise.all([read, confirmed]);
    report("code", { phases: [reading, showing].map((request) => request.phase === VerificationPhase.Done), header: String.fromCharCode(...code.slice(0, 6)) });

    // --- the tablet logs out: nobody encrypts for it any more
    const gone = tablet.deviceId;
    tablet.stop();
    await tablet.client.logout();
    await until("Bob to see the tablet gone", bob.client, updates, async () => {
        const devices = (await bobCrypto.getUserDeviceInfo([alice.userId])).get(alice.userId);
        return devices && !devices.has(gone);
    });
    const last = await bob.say(roomId, "just the two of us");
    report("logged_out", { at_alice: (await decrypted(alice, roomId, last)).getContent().body });

    for (const person of [alice, bob]) person.stop();
});
