// Two people follow by sliding sync and talk so that the server cannot read it; a third follows by /sync.

import { Person, report, sdk, story, until } from "./person.mjs";

const { SlidingSync, SlidingSyncEvent } = await import("matrix-js-sdk/lib/sliding-sync.js");

const LIST = {
    timeline_limit: 1,
    required_state: [["*", "*"], ["m.room.member", "$LAZY"], ["m.room.member", "$ME"]],
    filters: { not_room_types: ["m.space"] },
};
const OPENED = { timeline_limit: 20, required_state: [["*", "*"]] };
const POLL_MS = 20_000;

function slide(person, last = 1) {
    const list = { ...LIST, ranges: [[0, last]] };
    return new SlidingSync(person.url, new Map([["all", list]]), OPENED, person.client, POLL_MS);
}

async function decrypted(person, roomId, eventId) {
    return await person.inRoom(`decryption of ${eventId}`, roomId, (room) => {
        const event = room.findEventById(eventId);
        return event && !event.isBeingDecrypted() && event.isEncrypted() && event.getType() === "m.room.message" && event;
    });
}

await story(async (url) => {
    const cryptoCallbacks = {};
    const alice = await Person.arrive(url, "alice", { cryptoCallbacks });
    const bob = await Person.arrive(url, "bob", { cryptoCallbacks });
    const carol = await (await Person.arrive(url, "carol", { cryptoCallbacks })).start();
    const slidings = { alice: slide(alice), bob: slide(bob) };
    await alice.start({ slidingSync: slidings.alice });
    await bob.start({ slidingSync: slidings.bob });
    const versions = await alice.client.getVersions();
    report("started", {
        alice: alice.userId,
        bob: bob.userId,
        flag: versions.unstable_features["org.matrix.simplified_msc3575"],
        push_rules: alice.client.pushRules.global.override.map((rule) => rule.rule_id),
    });

    // --- invitation, membership
    const { room_id: roomId } = await alice.client.createRoom({
        name: "Back room",
        invite: [bob.userId, carol.userId],
        initial_state: [
            { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
        ],
    });
    await bob.inRoom("the invitation", roomId, (room) => room.getMyMembership() === "invite");
    const inviter = bob.room(roomId).getMember(bob.userId).events.member.getSender();
    await bob.client.joinRoom(roomId);
    await carol.client.joinRoom(roomId);
    for (const person of [alice, bob, carol]) {
        await person.inRoom("all being there", roomId, (room) => room.getJoinedMemberCount() === 3);
        await person.inRoom("encryption", roomId, (room) => room.hasEncryptionStateEvent());
    }
    await bob.inRoom("being in", roomId, (room) => room.getMyMembership() === "join");
    report("joined", { inviter, name: bob.room(roomId).name, count: slidings.bob.getListData("all").joinedCount });

    // --- encrypted in every direction, between both ways of syncing
    const reads = [];
    for (const [sender, body] of [[alice, "from Alice"], [bob, "from Bob"], [carol, "from Carol"]]) {
        const eventId = await sender.say(roomId, body);
        for (const reader of [alice, bob, carol]) {
            reads.push((await decrypted(reader, roomId, eventId)).getContent().body);
        }
    }
    report("talked", { reads });

    // --- many at once
    const sent = [];
    for (let number = 0; number < 20; number += 1) {
        sent.push(await [alice, bob][number % 2].say(roomId, `whisper ${number}`));
    }
    const whispers = new Set();
    for (const eventId of sent) {
        whispers.add((await decrypted(alice, roomId, eventId)).getContent().body);
        whispers.add((await decrypted(bob, roomId, eventId)).getContent().body);
    }
    report("many", { whispers: whispers.size });

    // --- receipts, typing, account data
    await alice.client.sendReadReceipt(await alice.event(roomId, sent.at(-1)));
    await bob.inRoom("Alice's receipt", roomId, (room) => room.getEventReadUpTo(alice.userId) === sent.at(-1));
    await alice.client.sendTyping(roomId, true, 30_000);
    await bob.inRoom("Alice's typing", roomId, (room) => room.getMember(alice.userId)?.typing);
    await alice.client.setRoomTag(roomId, "m.favourite", { order: 0.5 });
    await until("the tag", alice.client, [sdk.RoomEvent.Tags, sdk.ClientEvent.Sync], () => alice.room(roomId).tags["m.favourite"]);
    await alice.client.setAccountDataRaw("com.example.theme", { theme: "dark" });
    const theme = await until("the theme", alice.client, [sdk.ClientEvent.AccountData], () =>
        alice.client.getAccountData("com.example.theme")?.getContent(),
    );
    report("beside", { reader: alice.userId, tag: alice.room(roomId).tags["m.favourite"], theme });

    // --- windows: a room that fell out of the list is opened, and brings what was missed
    const others = [];
    for (let number = 0; number < 3; number += 1) {
        others.push((await alice.client.createRoom({ name: `Other ${number}` })).room_id);
    }
    for (const other of others.slice(1)) await alice.inRoom("the newer rooms", other, (room) => room.name.startsWith("Other"));
    const missed = await bob.say(roomId, "are you there?");
    await decrypted(bob, roomId, missed);
    await alice.client.sendEvent(others[1], "m.room.message", { msgtype: "m.text", body: "busy" });
    await alice.client.sendEvent(others[2], "m.room.message", { msgtype: "m.text", body: "busy" });
    slidings.alice.modifyRoomSubscriptions(new Set([roomId]));
    const caught = (await decrypted(alice, roomId, missed)).getContent().body;
    slidings.alice.setListRanges("all", [[0, 9]]);
    await alice.inRoom("the first of the others", others[0], (room) => room.name === "Other 0");
    report("opened", { caught, rooms: alice.client.getRooms().length });

    // --- a device that comes later follows by sliding sync as well
    const tablet = await Person.login(url, alice.userId, { cryptoCallbacks });
    const sliding = slide(tablet, 9);
    const finished = [];
    sliding.on(SlidingSyncEvent.Lifecycle, (state, response) => response && finished.push(response.pos));
    await tablet.start({ slidingSync: sliding });
    await tablet.inRoom("the room", roomId, (room) => room.getMyMembership() === "join");
    await until("Bob to know the tablet", bob.client, [sdk.ClientEvent.Sync, sdk.CryptoEvent?.DevicesUpdated ?? "crypto.devicesUpdated"], async () =>
        (await bob.client.getCrypto().getUserDeviceInfo([alice.userId])).get(alice.userId)?.has(tablet.deviceId),
    );
    const late = await bob.say(roomId, "all of you");
    const atTablet = (await decrypted(tablet, roomId, late)).getContent().body;
    report("second_device", { read: atTablet, answers: new Set(finished).size > 0 });

    // --- leaving
    await bob.client.leave(roomId);
    await alice.inRoom("Bob's departure", roomId, (room) => room.getMember(bob.userId)?.membership === "leave");
    for (const person of [alice, bob, carol, tablet]) person.stop();
    report("left", { members: alice.room(roomId).getJoinedMemberCount() });
});
