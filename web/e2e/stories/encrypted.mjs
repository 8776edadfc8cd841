// Two people talk so that the server cannot read it: text, answers, edits, a photo; a reload keeps reading.
import { DESK, choose, landscape, menuOf, register, say, sendFiles } from "../people.mjs";

/** What the server tells of a room's newest events, as somebody with this page's access sees it. */
const asServed = (page) =>
  page.evaluate(async () => {
    const { accessToken } = JSON.parse(localStorage.getItem("laiwang.session"));
    const room = /room\/([^/]+)/.exec(location.hash)[1];
    const response = await fetch(`/_matrix/client/v3/rooms/${room}/messages?dir=b&limit=50`, { headers: { authorization: `Bearer ${accessToken}` } });
    return (await response.json()).chunk;
  });

export default async function tell({ browser, person, name, step, shot, check }) {
  const lin = await person({ locale: "zh-CN" });
  const sam = await person({ viewport: DESK });
  const samName = name("sam");
  const fetched = [];
  lin.on("request", (request) => request.url().endsWith(".wasm") && fetched.push(request.url()));

  await step("both register, and no crypto is loaded", async () => {
    await register(lin, name("lin"));
    await register(sam, samName);
    check(fetched.length === 0, "crypto was loaded for nobody");
  });
  await step("Lin starts an encrypted chat, and is told what that means", async () => {
    await lin.getByRole("button", { name: "发起聊天" }).first().click();
    await lin.getByRole("switch", { name: /端到端加密/ }).check();
    await lin.locator(".switch-line", { hasText: "服务器不能" }).waitFor();
    await lin.getByRole("searchbox").fill(samName);
    await lin.getByRole("button", { name: new RegExp(samName) }).click();
    await lin.locator(".composer textarea").waitFor();
    check(fetched.length === 1, `crypto was loaded ${fetched.length} times`);
  });
  await step("Lin writes at once; it waits until Sam's browser has keys of its own", async () => {
    await say(lin, "钥匙放在花盆下面。");
    await sam.getByRole("button", { name: "Accept" }).click();
    await sam.locator(".row.other .text", { hasText: "钥匙放在花盆下面。" }).waitFor();
    await say(sam, "Nobody will ever look there.");
    await lin.locator(".row.other .text", { hasText: "Nobody will ever look there." }).waitFor();
  });
  await step("Sam answers a message, edits, and Lin reacts and deletes", async () => {
    await menuOf(sam, "花盆");
    await choose(sam, "Reply");
    await say(sam, "Which flowerpot?");
    await lin.locator(".row.other .quote", { hasText: "花盆" }).waitFor();
    await menuOf(sam, "Which flowerpot?");
    await choose(sam, "Edit");
    await sam.locator(".composer textarea").fill("The red flowerpot?");
    await sam.keyboard.press("Enter");
    await lin.locator(".row.other", { hasText: "The red flowerpot?" }).getByText("已编辑").waitFor();
    await menuOf(lin, "red flowerpot");
    await lin.locator(".quick").getByRole("button", { name: "👍" }).click();
    await sam.locator(".reaction", { hasText: "👍" }).waitFor();
    await say(lin, "说错了");
    await sam.locator(".row.other .text", { hasText: "说错了" }).waitFor();
    await menuOf(lin, "说错了");
    await choose(lin, "删除");
    await lin.locator("dialog").getByRole("button", { name: "删除" }).click();
    await sam.locator(".row.other .gone").waitFor();
  });
  await step("Lin sends a photo, and Sam sees it, small and whole", async () => {
    await sendFiles(lin, await landscape(browser), "就是这个花盆");
    await sam.waitForFunction(() => document.querySelector(".row.other .photo img")?.naturalWidth === 800);
    await sam.locator(".row.other .bubble", { has: sam.locator(".photo") }).getByText("就是这个花盆").waitFor();
    await sam.locator(".row.other .photo").click();
    await sam.waitForFunction(() => document.querySelector(".viewer img")?.naturalWidth >= 1200);
    await sam.keyboard.press("Escape");
    await sam.locator(".viewer").waitFor({ state: "detached" });
  });
  await step("a file arrives as it was", async () => {
    await sendFiles(sam, { name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("under the pot") });
    const coming = lin.waitForEvent("download");
    await lin.locator(".row.other .file").click();
    const download = await coming;
    check(download.suggestedFilename() === "plan.txt", "the file has another name");
    const parts = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    check(Buffer.concat(parts).toString() === "under the pot", "the file was changed");
  });
  await step("the server has read nothing of it", async () => {
    const served = await asServed(sam);
    const spoken = served.filter((event) => event.type === "m.room.message");
    check(spoken.length === 0, `in the clear: ${JSON.stringify(spoken)}`);
    check(served.filter((event) => event.type === "m.room.encrypted").length >= 7, "not everything is there");
    check(!/花盆|flowerpot|plan\.txt/.test(JSON.stringify(served)), "the words are there");
  });
  await step("after a reload both go on reading and writing, and the list shows the words", async () => {
    await lin.reload();
    await lin.locator(".row.other", { hasText: "The red flowerpot?" }).waitFor();
    await lin.waitForFunction(() => document.querySelector(".row.own .photo img")?.naturalWidth === 800);
    await say(lin, "还在吗？");
    await sam.locator(".chat", { hasText: "还在吗？" }).waitFor();
    await sam.reload();
    await sam.locator(".row.other .text", { hasText: "还在吗？" }).waitFor();
    await say(sam, "Still here.");
    await lin.locator(".row.other .text", { hasText: "Still here." }).waitFor();
    check((await lin.locator(".shield").count()) + (await lin.locator(".text.faint").count()) === 0, "something is in doubt");
  });
  await shot(lin, "lin");
  await shot(sam, "sam");
}
