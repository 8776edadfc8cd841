// Taking words back: soon after, they can be written again and nobody sees them any more, wherever they stood; a moderator says why.
import { DESK, choose, menuOf, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

/** Whether a text stands anywhere in what this browser keeps of the conversations. */
const kept = (page, text) =>
  page.evaluate(async (text) => {
    const { userId } = JSON.parse(localStorage.getItem("laiwang.session"));
    const db = await new Promise((resolve) => (indexedDB.open(`laiwang:${userId}`).onsuccess = (event) => resolve(event.target.result)));
    const rooms = await new Promise((resolve) => (db.transaction("rooms").objectStore("rooms").getAll().onsuccess = (event) => resolve(event.target.result)));
    db.close();
    return JSON.stringify(rooms).includes(text);
  }, text);

/** Open the menu of what one said oneself, or what the other one said. */
async function menuIn(page, whose, text) {
  await page.locator(`.row.${whose} .bubble`, { hasText: text }).first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".menu").waitFor();
}

const until = async (truth) => {
  while (!(await truth())) await new Promise((resolve) => setTimeout(resolve, 50));
};

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person({ locale: "zh-CN" }), await person({ viewport: DESK, dark: true })];
  const boName = name("bo");
  await bo.context().grantPermissions(["notifications"]);
  await step("they have a chat", () => meet(ada, bo, name("ada"), boName));
  const room = encodeURIComponent(roomOf(ada));
  await step("Ada says something in the wrong chat, edits it, and Bo begins to answer it", async () => {
    await say(ada, "密码是荷花");
    await bo.locator(".row.other .text", { hasText: "密码是荷花" }).waitFor();
    await menuIn(bo, "other", "密码是荷花");
    await choose(bo, "Reply");
    await say(bo, "what for?");
    await ada.locator(".row.other .quote", { hasText: "密码是荷花" }).waitFor();
    await menuIn(ada, "own", "密码是荷花");
    await choose(ada, "编辑");
    await ada.locator(".composer textarea").fill("密码是荷花123");
    await ada.locator(".send-button").click();
    await bo.locator(".row.other", { hasText: "密码是荷花123" }).getByText("edited").waitFor();
    await menuIn(bo, "other", "密码是荷花123");
    await choose(bo, "Reply");
    await bo.locator(".composer-context", { hasText: "密码" }).waitFor();
  });
  await step("Bo has a notification of it", async () => {
    const id = await bo.evaluate(() => [...document.querySelectorAll(".row.other")].find((row) => row.textContent.includes("密码")).dataset.anchor);
    await bo.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await bo.evaluate(async (tag) => (await navigator.serviceWorker.getRegistration()).showNotification("Ada", { body: "密码是荷花", tag }), id);
  });
  await step("she recalls it: it is gone from everywhere, and she can write it again", async () => {
    await menuIn(ada, "own", "密码是荷花123");
    await choose(ada, "撤回");
    await ada.locator(".notice", { hasText: "你撤回了一条消息" }).waitFor();
    await bo.locator(".notice", { hasText: "recalled a message" }).waitFor();
    await bo.locator(".row.own .quote", { hasText: "Message recalled" }).waitFor();
    await bo.locator(".composer-context").getByText("Message deleted").waitFor();
    check((await bo.getByText("密码").count()) === 0, "Bo still sees the words");
    check((await ada.getByText("密码").count()) === 0, "Ada still sees the words");
    await until(() => bo.evaluate(async () => (await (await navigator.serviceWorker.getRegistration()).getNotifications()).length === 0));
    for (const page of [ada, bo]) await until(async () => !(await kept(page, "密码")));
    const served = JSON.stringify(await ask(bo, "GET", `/v3/rooms/${room}/messages?dir=b&limit=50`));
    check(!served.includes("密码"), "the server still gives out the words");
    check((await findings(ada, "recalled")).length === 0, (await findings(ada, "recalled")).join("\n"));
    await shot(ada, "phone");
    await shot(bo, "desk");
    await ada.getByRole("button", { name: "重新编辑" }).click();
    await until(async () => (await ada.locator(".composer textarea").inputValue()) === "密码是荷花123");
    await ada.locator(".composer textarea").fill("说错了");
    await ada.locator(".send-button").click();
    await bo.locator(".row.other .text", { hasText: "说错了" }).waitFor();
  });
  await step("what a moderator deletes says who and why", async () => {
    await bo.keyboard.press("Escape");
    await say(bo, "buy cheap tea");
    await ada.locator(".row.other .text", { hasText: "buy cheap tea" }).waitFor();
    await menuOf(ada, "buy cheap tea");
    await choose(ada, "删除");
    await ada.locator("dialog input").fill("广告");
    await ada.locator("dialog").getByRole("button", { name: "删除" }).click();
    await bo.locator(".row.own .gone", { hasText: "广告" }).waitFor();
    await ada.locator(".row.other .gone", { hasText: "已被 你 删除：广告" }).waitFor();
    check((await bo.getByText("buy cheap tea").count()) === 0, "the words are still there");
    await shot(bo, "moderated");
  });
}
