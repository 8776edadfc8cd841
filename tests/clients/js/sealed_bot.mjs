// A person talks encrypted to a bot behind an application service, which has another implementation of the encryption.

import { Person, keeper, report, story } from "./person.mjs";

const BOT = "@sealedbot:test.local";

await story(async (url) => {
    const anna = await (await Person.arrive(url, "anna", { cryptoCallbacks: keeper(new Map()) })).start();
    const { room_id: roomId } = await anna.client.createRoom({
        preset: "private_chat",
        invite: [BOT],
        initial_state: [
            { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
        ],
    });
    await anna.inRoom("the bot", roomId, (room) => room.getMember(BOT)?.membership === "join" && room.hasEncryptionStateEvent());
    const heard = [];
    for (const text of ["hoo", "who is there?"]) {
        await anna.say(roomId, text);
        const event = await anna.inRoom(`the echo of ${text}`, roomId, (room) =>
            room
                .getLiveTimeline()
                .getEvents()
                .find((one) => one.getSender() === BOT && one.isEncrypted() && one.getContent().body === text),
        );
        heard.push(event);
    }
    const devices = (await anna.client.getCrypto().getUserDeviceInfo([BOT], true)).get(BOT);
    const status = [...devices.keys()].map((id) => anna.client.getCrypto().getDeviceVerificationStatus(BOT, id));
    report("talked", {
        heard: heard.map((event) => event.getContent().body),
        wire: [...new Set(heard.map((event) => event.getWireType()))],
        devices: [...devices.keys()],
        signed: (await Promise.all(status)).map((one) => one.signedByOwner),
    });
    anna.stop();
});
