// Two people talk in the clear: everything a simple client does.

import { Person, report, sdk, story, until } from "./person.mjs";

const TEXT_LINES = 45;

await story(async (url) => {
    const alice = await (await Person.arrive(url, "alice")).start();
    const bob = await (await Person.arrive(url, "bob")).start();
    report("started", {
        alice: alice.userId,
        bob: bob.userId,
        versions: (await alice.client.getVersions()).versions,
        push_rules: alice.client.pushRules.global.override.map((rule) => rule.rule_id),
    });

    // --- membership
    const { room_id: roomId } = await alice.client.createRoom({ name: "Tea house", invite: [bob.userId] });
    await bob.inRoom("the invitation", roomId, (room) => room.getMyMembership() === "invite");
    const inviter = bob.room(roomId).getMember(bob.userId).events.member.getSender();
    await bob.client.joinRoom(roomId);
    await alice.inRoom("Bob's coming", roomId, (room) => room.getMember(bob.userId)?.membership === "join");
    await bob.inRoom("the room's name", roomId, (room) => room.name === "Tea house" && room.getMyMembership() === "join");
    report("joined", { inviter, members: bob.room(roomId).getJoinedMembers().map((member) => member.userId).sort() });

    // --- sending, with a local echo that becomes the event
    const question = await alice.say(roomId, "Tea?");
    const seen = await bob.event(roomId, question);
    await alice.event(roomId, question);
    const echoes = alice.room(roomId).getLiveTimeline().getEvents();
    report("sent", {
        body: seen.getContent().body,
        sender: seen.getSender(),
        copies: echoes.filter((event) => event.getContent().body === "Tea?").length,
        echo_settled: alice.room(roomId).findEventById(question).status === null,
    });

    // --- unread counts, receipts
    await bob.inRoom("an unread message", roomId, (room) => room.getUnreadNotificationCount() > 0);
    const unread = bob.room(roomId).getUnreadNotificationCount();
    const mention = await alice.client.sendEvent(roomId, "m.room.message", {
        msgtype: "m.text",
        body: `${bob.userId}?`,
        "m.mentions": { user_ids: [bob.userId] },
    });
    await bob.inRoom("a mention", roomId, (room) => room.getUnreadNotificationCount("highlight") === 1);
    await bob.client.sendReadReceipt(await bob.event(roomId, mention.event_id));
    await alice.inRoom("Bob's receipt", roomId, (room) => room.getEventReadUpTo(bob.userId) === mention.event_id);
    await bob.inRoom("nothing unread", roomId, (room) => room.getUnreadNotificationCount() === 0);
    report("read", {
        unread,
        readers: alice.room(roomId).getUsersReadUpTo(alice.room(roomId).findEventById(mention.event_id)),
    });

    // --- edit
    await alice.client.sendEvent(roomId, "m.room.message", {
        msgtype: "m.text",
        body: "* Green tea?",
        "m.new_content": { msgtype: "m.text", body: "Green tea?" },
        "m.relates_to": { rel_type: "m.replace", event_id: question },
    });
    await bob.inRoom("the edit", roomId, (room) => room.findEventById(question).getContent().body === "Green tea?");
    report("edited", { body: bob.room(roomId).findEventById(question).getContent().body });

    // --- reaction
    await bob.client.sendEvent(roomId, "m.reaction", {
        "m.relates_to": { rel_type: "m.annotation", event_id: question, key: "🍵" },
    });
    const reactions = await alice.inRoom("the reaction", roomId, (room) => {
        const found = room.relations.getChildEventsForEvent(question, "m.annotation", "m.reaction");
        return found?.getSortedAnnotationsByKey()?.length ? found.getSortedAnnotationsByKey() : undefined;
    });
    report("reacted", { reactions: reactions.map(([key, events]) => [key, events.size]) });

    // --- reply and redaction
    const reply = await bob.say(roomId, "Yes!", { "m.relates_to": { "m.in_reply_to": { event_id: question } } });
    const replied = await alice.event(roomId, reply);
    const slip = await alice.say(roomId, "a slip");
    await bob.event(roomId, slip);
    await alice.client.redactEvent(roomId, slip, undefined, { reason: "typed too fast" });
    await bob.inRoom("the redaction", roomId, (room) => room.findEventById(slip).isRedacted());
    report("redacted", {
        reply_to: replied.replyEventId,
        content: bob.room(roomId).findEventById(slip).getContent(),
    });

    // --- typing
    await alice.client.sendTyping(roomId, true, 60_000);
    await bob.inRoom("Alice typing", roomId, (room) => room.getMember(alice.userId).typing);
    await alice.client.sendTyping(roomId, false, 0);
    await bob.inRoom("Alice at rest", roomId, (room) => !room.getMember(alice.userId).typing);
    report("typed");

    // --- media
    const png = Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPjPwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==",
        "base64",
    );
    const upload = await alice.client.uploadContent(new Blob([png]), { name: "西湖.png", type: "image/png" });
    const photo = await alice.client.sendEvent(roomId, "m.room.message", {
        msgtype: "m.image",
        body: "西湖.png",
        url: upload.content_uri,
        info: { mimetype: "image/png", size: png.length, w: 2, h: 2 },
    });
    const mxc = (await bob.event(roomId, photo.event_id)).getContent().url;
    const fetched = await fetch(bob.client.mxcUrlToHttp(mxc, undefined, undefined, undefined, false, true, true), {
        headers: { Authorization: `Bearer ${bob.client.getAccessToken()}` },
    });
    const bytes = Buffer.from(await fetched.arrayBuffer());
    report("photo", {
        status: fetched.status,
        type: fetched.headers.get("content-type"),
        same: bytes.equals(png),
        url: fetched.url.replace(url, ""),
    });

    // --- history: a new device pages back through all of it
    const lines = [];
    for (let number = 0; number < TEXT_LINES; number += 1) lines.push(await alice.say(roomId, `line ${number}`));
    const tablet = await (await Person.login(url, bob.userId)).start({ initialSyncLimit: 5 });
    const room = await tablet.inRoom("the room", roomId, (found) => found.name === "Tea house" && found);
    const begun = room.getLiveTimeline().getEvents().length;
    while (room.getLiveTimeline().getPaginationToken("b") !== null) await tablet.client.scrollback(room, 20);
    const events = room.getLiveTimeline().getEvents();
    const context = await tablet.client.getEventTimeline(room.getUnfilteredTimelineSet(), lines[10]);
    report("history", {
        begun,
        first: events[0].getType(),
        lines: events.filter((event) => lines.includes(event.getId())).map((event) => event.getContent().body),
        ids: new Set(events.map((event) => event.getId())).size === events.length,
        edited: events.find((event) => event.getId() === question).getContent().body,
        context: context.getEvents().some((event) => event.getId() === lines[10]),
    });

    // --- account data, profile, leaving
    await bob.client.setAccountData("org.example.taste", { tea: "green" });
    await until("account data on the tablet", tablet.client, [sdk.ClientEvent.AccountData], () =>
        tablet.client.getAccountData("org.example.taste"),
    );
    await bob.client.setDisplayName("鲍勃");
    await alice.inRoom("Bob's name", roomId, (found) => found.getMember(bob.userId).name === "鲍勃");
    await bob.client.leave(roomId);
    await alice.inRoom("Bob's leaving", roomId, (found) => found.getMember(bob.userId).membership === "leave");
    await tablet.inRoom("one's own leaving", roomId, (found) => found.getMyMembership() === "leave");
    await bob.client.forget(roomId);
    let again = "joined";
    try {
        await bob.client.joinRoom(roomId);
    } catch (error) {
        again = error.errcode;
    }
    report("left", {
        again,
        tea: tablet.client.getAccountData("org.example.taste").getContent().tea,
        rooms: (await bob.client.getJoinedRooms()).joined_rooms,
    });

    for (const person of [alice, bob, tablet]) person.stop();
});
