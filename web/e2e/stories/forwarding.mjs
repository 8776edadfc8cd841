// A message goes on to another chat, without what it answered; by touch and by keyboard.
import { DESK, choose, landscape, menuOf, say, sendFiles } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

export default async function tell({ browser, person, name, step, check, shot }) {
  const [ada, bo] = [await person({ viewport: DESK }), await person({ dark: true, locale: "zh-CN" })];
  await step("they have a chat, and Bo a group of his own", async () => {
    await meet(ada, bo, name("ada"), name("bo"));
    await ask(bo, "POST", "/v3/createRoom", { preset: "private_chat", name: "笔记" });
    await say(bo, "where?");
    await menuOf(ada, "where?");
    await choose(ada, "Reply");
    await say(ada, "The tea house at the lake");
  });
  const room = roomOf(bo);
  await step("Bo sends it on to the group", async () => {
    await bo.locator(".row.other .text", { hasText: "tea house" }).waitFor();
    await menuOf(bo, "tea house");
    await choose(bo, "转发");
    await bo.locator("dialog .person", { hasText: "笔记" }).click();
    await bo.locator('dialog .person[aria-pressed="true"]').waitFor();
    check((await findings(bo, "forward")).length === 0, (await findings(bo, "forward")).join("\n"));
    await shot(bo, "dialog-phone");
    await bo.locator("dialog .button.primary").click();
    await bo.goto("/#/");
    await bo.locator(".chat", { hasText: "笔记" }).click();
    await bo.locator(".row.own .text", { hasText: "tea house" }).waitFor();
    check((await bo.locator(".row .quote").count()) === 0, "the quotation went along");
  });
  await step("a photo goes on by keyboard, without a second upload", async () => {
    await sendFiles(ada, [await landscape(browser)]);
    await ada.locator(".row.own .photo img").waitFor();
    await bo.goto(`/#/room/${encodeURIComponent(room)}`);
    await ada.locator(".row.own .delivery.read").nth(2).waitFor();
    let uploads = 0;
    ada.on("request", (request) => (uploads += request.url().includes("/upload") ? 1 : 0));
    await ada.locator(".bubble").last().focus();
    await ada.keyboard.press("Enter");
    await ada.getByRole("menuitem", { name: "Forward" }).press("Enter");
    await ada.locator("dialog .person").first().press("Enter");
    await shot(ada, "dialog-desk");
    await ada.locator("dialog .button.primary").press("Enter");
    await ada.locator(".row.own .photo img").nth(1).waitFor();
    check(uploads === 0, "it was uploaded again");
    check(roomOf(ada) === room, "they are elsewhere");
  });
}
