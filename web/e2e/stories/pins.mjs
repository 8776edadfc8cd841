// Pinning: one tap from the newest message to what matters, for those who may; two people at the same time lose nothing.
import { findings } from "../screens.mjs";
import { DESK, choose, menuOf, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";

export default async function tell({ person, name, step, shot, check }) {
  const ada = await person();
  const bo = await person({ viewport: DESK, locale: "zh-CN", dark: true });
  const [adaName, boName] = [name("ada"), name("bo")];
  const found = [];
  const look = async (page, place) => found.push(...(await findings(page, place)));
  await step("they have a chat", () => meet(ada, bo, adaName, boName));
  const room = encodeURIComponent(roomOf(ada));
  const pinned = async () => (await ask(ada, "GET", `/v3/rooms/${room}/state/m.room.pinned_events/`)).pinned;
  const send = async (text) => (await ask(bo, "PUT", `/v3/rooms/${room}/send/m.room.message/${name("p")}`, { msgtype: "m.text", body: text })).event_id;

  await step("Ada pins a message, and both see it below the head and are told", async () => {
    await say(ada, "Gate code: 4711");
    await menuOf(ada, "Gate code");
    await choose(ada, "Pin");
    await ada.locator(".pin-bar", { hasText: "Gate code: 4711" }).waitFor();
    await ada.locator(".notice", { hasText: "You pinned a message" }).waitFor();
    await bo.locator(".pin-bar", { hasText: "Gate code: 4711" }).waitFor();
    await bo.locator(".notice", { hasText: "置顶了一条消息" }).waitFor();
  });
  await step("what is edited or in a thread shows as it is now", async () => {
    await menuOf(ada, "Gate code");
    await choose(ada, "Edit");
    await ada.locator(".composer textarea").fill("Gate code: 0815");
    await ada.locator(".send-button").click();
    await bo.locator(".pin-bar", { hasText: "Gate code: 0815" }).waitFor();
    await menuOf(bo, "Gate code");
    await choose(bo, "在话题中回复");
    await bo.locator(".thread .composer textarea").fill("it changes on Monday");
    await bo.locator(".thread .send-button").click();
    await bo.locator(".thread .row.own .bubble", { hasText: "it changes" }).focus();
    await bo.keyboard.press("Enter");
    await choose(bo, "置顶");
    await bo.locator(".pin-bar", { hasText: "2/2" }).waitFor();
    await bo.locator(".thread .bar .icon-button").first().click();
    await bo.locator(".pin-now").click();
    await bo.locator(".thread .row.marked", { hasText: "it changes" }).waitFor();
  });
  await step("two who pin at the same time both keep theirs", async () => {
    const theirs = await send("mine as well");
    await ada.locator(".row.other .text", { hasText: "mine as well" }).waitFor();
    await say(ada, "and this");
    await ada.route(
      "**/state/m.room.pinned_events/",
      async (route) => {
        if (route.request().method() !== "PUT") return route.fallback();
        const pins = await pinned(); // somebody else is faster than this request
        await ask(bo, "PUT", `/v3/rooms/${room}/state/m.room.pinned_events/`, { pinned: [...pins, theirs] });
        await ada.unrouteAll({ behavior: "ignoreErrors" });
        await route.continue();
      },
    );
    await menuOf(ada, "and this");
    await choose(ada, "Pin");
    await ada.locator(".pin-bar", { hasText: "of 4" }).waitFor();
    check((await pinned()).includes(theirs), "what the other one pinned is lost");
    await shot(ada, "bar-phone");
    await look(ada, "pinned messages below the head");
  });
  await step("far back it is fetched, and the way leads there; the list knows them all", async () => {
    for (let i = 1; i <= 130; i += 1) await send(`talk ${i}.`);
    await ada.goto("/#/");
    await ada.evaluate(async () => (await indexedDB.databases()).forEach(({ name }) => indexedDB.deleteDatabase(name)));
    await ada.reload();
    await ada.locator(".chat").click();
    await ada.locator(".row .text", { hasText: "talk 130." }).waitFor();
    await ada.locator(".pin-bar").getByRole("button", { name: "All pinned messages" }).click();
    await ada.locator(".pin-item", { hasText: "it changes on Monday" }).waitFor();
    await ada.locator(".pin-item", { hasText: "Gate code: 0815" }).waitFor();
    await shot(ada, "list-phone");
    await look(ada, "all pinned messages");
    await ada.locator(".pin-item", { hasText: "Gate code: 0815" }).click();
    await ada.locator(".row.marked", { hasText: "Gate code: 0815" }).waitFor();
    await ada.locator(".pin-bar").waitFor();
    await shot(ada, "far-phone");
  });
  await step("a deleted one is not shown any more; what is let go leaves the list, and the line goes with the last", async () => {
    await menuOf(ada, "Gate code");
    await choose(ada, "Recall");
    await bo.goto(`/#/room/${room}/pins`);
    await bo.locator(".pin-item").nth(3).waitFor();
    await bo.locator(".pin-bar", { hasText: "/3" }).waitFor();
    await shot(bo, "list-desk");
    await look(bo, "all pinned messages on a desk");
    for (let left = 4; left > 0; left -= 1) {
      await bo.locator(".pin-list li .icon-button").first().click();
      await bo.waitForFunction((count) => document.querySelectorAll(".pin-list li").length < count, left);
    }
    await bo.locator(".pins .state-title").waitFor();
    await bo.locator(".pin-bar").waitFor({ state: "detached" });
    await look(bo, "nothing pinned");
  });
  await step("who may not pin is not asked to", async () => {
    const { room_id } = await ask(ada, "POST", "/v3/createRoom", { preset: "private_chat", name: "Notices", invite: [await bo.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).userId)] });
    await ask(bo, "POST", `/v3/join/${encodeURIComponent(room_id)}`);
    const { event_id } = await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(room_id)}/send/m.room.message/n1`, { msgtype: "m.text", body: "No smoking" });
    await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(room_id)}/state/m.room.pinned_events/`, { pinned: [event_id] });
    await bo.goto(`/#/room/${encodeURIComponent(room_id)}/pins`);
    await bo.locator(".pin-item", { hasText: "No smoking" }).waitFor();
    check((await bo.locator(".pin-list li .icon-button").count()) === 0, "Bo could unpin");
    await menuOf(bo, "No smoking");
    check((await bo.locator(".menu").getByRole("menuitem", { name: "置顶" }).count()) === 0, "Bo could pin");
  });
  check(found.length === 0, found.join("\n"));
}
