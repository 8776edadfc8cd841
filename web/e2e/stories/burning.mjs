// A chat whose messages burn after reading: both are told, a flame counts down, and nothing is left with either of them.
import { findings } from "../screens.mjs";
import { meet } from "../meeting.mjs";
import { DESK, menuOf, choose, say } from "../people.mjs";

/** Whether the copy on disk still holds a text. */
const onDisk = (page, text) =>
  page.evaluate(async (text) => {
    const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith("laiwang:"));
    const db = await new Promise((resolve) => (indexedDB.open(name).onsuccess = (event) => resolve(event.target.result)));
    const rooms = await new Promise((resolve) => (db.transaction("rooms").objectStore("rooms").getAll().onsuccess = (event) => resolve(event.target.result)));
    db.close();
    return JSON.stringify(rooms).includes(text);
  }, text);

export default async function tell({ person, name, step, shot, check }) {
  const ada = await person({ viewport: DESK });
  const bo = await person({ locale: "zh-CN", dark: true });
  const found = [];
  await step("Ada and Bo have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  await step("Ada sets a timer, and both are told", async () => {
    await ada.getByRole("button", { name: "Details" }).last().click();
    await ada.locator(".burn-link").click();
    await ada.locator("dialog").getByText("5 seconds").click();
    found.push(...(await findings(ada, "the timer")));
    await shot(ada, "timer");
    await ada.locator("dialog").getByRole("button", { name: "Save" }).click();
    await ada.locator(".burn-link small", { hasText: "5 seconds" }).waitFor();
    await ada.locator(".notice", { hasText: "You set new messages to burn 5 seconds after they are read" }).waitFor();
    await bo.locator(".burn-sign", { hasText: "5秒钟" }).waitFor();
    await bo.locator(".notice", { hasText: "焚毁" }).waitFor();
  });
  await step("what Bo does not see does not burn", async () => {
    await bo.getByRole("button", { name: "返回聊天列表" }).click();
    await say(ada, "the key is under the stone");
    await bo.locator(".chat-preview", { hasText: "under the stone" }).waitFor();
    await ada.locator(".row.own", { hasText: "under the stone" }).locator(".flame").waitFor();
    check((await ada.locator(".flame span").count()) === 0, "it counts down before it was read");
    await shot(ada, "waits");
  });
  await step("once read it counts down, and is gone for both", async () => {
    await bo.locator(".chat").first().click();
    await bo.locator(".row.other", { hasText: "under the stone" }).locator(".flame span").waitFor();
    await ada.locator(".row.own", { hasText: "under the stone" }).locator(".flame span").waitFor();
    found.push(...(await findings(bo, "counting down")));
    await shot(bo, "counts");
    await menuOf(bo, "under the stone");
    await choose(bo, "回复");
    await bo.locator(".composer-context", { hasText: "under the stone" }).waitFor();
    for (const page of [ada, bo]) await page.locator(".notice.burnt").waitFor();
    for (const page of [ada, bo]) check((await page.getByText("under the stone").count()) === 0, "it can still be read");
    check((await bo.locator(".row.other .text", { hasText: "hello" }).count()) === 1, "what was said before is gone too");
    await bo.locator(".notice.burnt").evaluate((line) => Promise.all(line.getAnimations().map((one) => one.finished)));
    await shot(bo, "burnt");
    await shot(ada, "burnt");
  });
  await step("neither the list nor the copy on disk remembers", async () => {
    await bo.goto("/#/");
    await bo.locator(".chat-preview", { hasText: "hello" }).waitFor();
    for (const page of [ada, bo]) check(!(await onDisk(page, "under the stone")), "it is still on disk");
    await bo.reload();
    await bo.locator(".chat").first().click();
    await bo.locator(".notice.burnt").waitFor();
  });
  await step("Bo turns it off", async () => {
    await bo.getByRole("button", { name: "聊天详情" }).last().click();
    await bo.locator(".burn-link").click();
    await bo.locator("dialog").getByText("关闭", { exact: true }).first().click();
    await bo.locator("dialog").getByRole("button", { name: "保存" }).click();
    await ada.locator(".notice", { hasText: "turned burning messages off" }).waitFor();
    await ada.locator(".burn-sign").waitFor({ state: "detached" });
  });
  check(found.length === 0, found.join("\n"));
}
