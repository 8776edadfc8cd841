// How loud each chat is: nothing, mentions only, everything; and what is new in a quiet one shows without being counted.
import { DESK, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person({ viewport: DESK }), await person({ dark: true, locale: "zh-CN" })];
  const boName = name("bo");
  await step("they have a chat", () => meet(ada, bo, name("ada"), boName));
  const room = roomOf(ada);
  const level = async (page, label) => {
    await page.goto(`/#/room/${encodeURIComponent(room)}/info`);
    await page.locator(".info .choice").waitFor();
    await page.locator(".info .choice").getByText(label, { exact: true }).click();
    await page.locator(".info .choice:not([aria-busy=true]) .chosen", { hasText: label }).waitFor(); // one level may be two rules
  };
  const dot = bo.locator(".chat .badge.dot");
  await step("Bo mutes it, and the list says so", async () => {
    await level(bo, "不通知");
    check((await findings(bo, "details")).length === 0, (await findings(bo, "details")).join("\n"));
    await shot(bo, "details");
    await bo.goto("/#/");
    await bo.locator(".chat .chat-level", { hasText: "已静音" }).waitFor();
  });
  await step("a message is not counted, but to be seen", async () => {
    await say(ada, "psst");
    await dot.waitFor();
    check((await bo.locator(".chat .badge:not(.dot)").count()) === 0, "a muted chat counts");
    check(!(await bo.title()).startsWith("("), `the title is ${await bo.title()}`);
    check((await findings(bo, "list")).length === 0, (await findings(bo, "list")).join("\n"));
    await shot(bo, "muted");
  });
  await step("the dot goes when it was seen", async () => {
    await bo.locator(".chat").click();
    await bo.locator(".row.other .text", { hasText: "psst" }).waitFor();
    await ada.locator(".row.own .delivery.read").last().waitFor();
    await bo.goto("/#/");
    await dot.waitFor({ state: "detached" });
  });
  await step("with mentions only, a mention counts and nothing else; another device is told", async () => {
    await level(bo, "仅提及");
    await bo.reload();
    await bo.locator(".info .choice .chosen", { hasText: "仅提及" }).waitFor();
    await bo.goto("/#/");
    await bo.locator(".chat .chat-level", { hasText: "仅提及我时通知" }).waitFor();
    await say(ada, "just words");
    await dot.waitFor();
    const userId = await bo.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).userId);
    await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/m1`, { msgtype: "m.text", body: "you!", "m.mentions": { user_ids: [userId] } });
    await bo.locator(".chat .badge.mention").waitFor();
  });
  await step("with everything, all of it counts again", async () => {
    await level(bo, "所有消息");
    await bo.goto("/#/");
    await bo.locator(".chat").waitFor();
    check((await bo.locator(".chat-level").count()) === 0, "the list says that it is quiet");
    await say(ada, "loud");
    await bo.locator(".chat .badge:not(.dot):not(.mention)").waitFor();
  });
}
