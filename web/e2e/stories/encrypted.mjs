// Two people talk so that the server cannot read it: text, answers, edits, a photo; a reload keeps reading, and so does a new device
// that has the recovery key.
import { findings } from "../screens.mjs";
import { DESK, PASSWORD, choose, landscape, menuOf, register, say, sendFiles } from "../people.mjs";

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
  const linName = name("lin");
  const sam = await person({ viewport: DESK, dark: true });
  const found = [];
  const look = async (page, place) => found.push(...(await findings(page, place)));
  const samName = name("sam");
  const fetched = [];
  lin.on("response", (response) => response.url().endsWith(".wasm") && fetched.push(response.headers()));

  await step("both register, and no crypto is loaded", async () => {
    await register(lin, linName);
    await register(sam, samName);
    check(fetched.length === 0, "crypto was loaded for nobody");
  });
  await step("Lin starts an encrypted chat, and is told what that means", async () => {
    await lin.getByRole("button", { name: "发起聊天" }).first().click();
    await lin.getByRole("switch", { name: /端到端加密/ }).check();
    await lin.locator(".switch-line", { hasText: "服务器不能" }).waitFor();
    await look(lin, "new encrypted chat");
    await lin.getByRole("searchbox").fill(samName);
    await lin.getByRole("button", { name: new RegExp(samName) }).click();
    await lin.locator(".composer textarea").waitFor();
    const [{ "content-type": type, "content-encoding": packed, "cache-control": kept }] = fetched;
    check(type === "application/wasm" && /br|gzip/.test(packed) && kept.includes("immutable"), `the crypto came as ${type}, ${packed}, ${kept}`);
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
    await choose(lin, "撤回");
    await sam.locator(".notice", { hasText: "recalled a message" }).waitFor();
  });
  await step("a poll and its votes are sealed, too", async () => {
    await lin.locator(".add-button").click();
    await lin.getByRole("menuitem", { name: "投票" }).click();
    await lin.locator(".poll-form .field input").fill("换个地方放钥匙？");
    for (const [i, text] of ["换", "不换"].entries()) await lin.locator(".poll-field input").nth(i).fill(text);
    await lin.getByRole("button", { name: "发起投票" }).click();
    await sam.locator(".poll-answer", { hasText: "不换" }).click();
    await lin.locator(".poll").getByText("1 人已投票").waitFor();
    await lin.locator(".poll-answer", { hasText: "不换" }).click();
    await sam.locator(".poll-answer", { hasText: "不换" }).getByText("2 · 100%").waitFor();
    check((await asServed(lin)).every(({ type }) => !type.includes("poll")), "the server can read the poll");
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
  let key = "";
  await step("Lin sets up the key backup and keeps the recovery key", async () => {
    await lin.goto("/#/security");
    await lin.getByRole("button", { name: "设置密钥备份" }).click();
    key = await lin.locator(".recovery-key").innerText();
    const coming = lin.waitForEvent("download");
    await lin.locator("dialog").getByRole("button", { name: "下载" }).click();
    check((await coming).suggestedFilename().endsWith("recovery-key.txt"), "the key was not stored");
    await shot(lin, "recovery-key");
    await look(lin, "the recovery key");
    await lin.locator("dialog").getByRole("button", { name: "完成" }).click();
    await lin.locator(".security-good").waitFor();
    await lin.goto("/#/devices");
    await lin.locator(".devices .trust", { hasText: "已验证" }).waitFor();
    await lin.goto("/#/security");
    await look(lin, "encryption and devices");
  });
  const tablet = await person({ viewport: DESK, locale: "zh-CN" });
  await step("on a new device the old messages are shut, and say so", async () => {
    await tablet.goto("/");
    await tablet.locator('input[name="username"]').fill(linName);
    await tablet.locator('input[name="password"]').fill(PASSWORD);
    await tablet.locator('form button[type="submit"]').click();
    await tablet.locator(".chat").first().click();
    await tablet.locator(".row .text.faint", { hasText: "恢复密钥" }).first().waitFor();
    await look(tablet, "a shut chat");
  });
  await step("a wrong key is refused, the right one opens everything", async () => {
    await tablet.goto("/#/security");
    await tablet.goto("/#/devices");
    await tablet.locator(".devices .trust", { hasText: "未验证" }).waitFor();
    await tablet.goto("/#/security");
    await tablet.locator('input[name="recovery"]').fill(key.replace(/.$/, "1"));
    await tablet.getByRole("button", { name: "恢复密钥", exact: true }).click();
    await tablet.locator(".form-error").waitFor();
    await look(tablet, "a wrong key");
    await tablet.locator('input[name="recovery"]').fill(key);
    await tablet.getByRole("button", { name: "恢复密钥", exact: true }).click();
    await tablet.locator(".security-good").waitFor();
    await shot(tablet, "restored");
    await tablet.goto("/#/devices");
    await tablet.locator(".devices .trust.good").nth(1).waitFor();
    await tablet.goto("/#/security");
    await tablet.goto("/#/");
    await tablet.locator(".chat").first().click();
    await tablet.locator(".row.other", { hasText: "The red flowerpot?" }).waitFor();
    await tablet.locator(".row.own", { hasText: "钥匙放在花盆下面。" }).waitFor();
    await tablet.waitForFunction(() => document.querySelector(".row.own .photo img")?.naturalWidth === 800);
    check((await tablet.locator(".text.faint").count()) === 0, "something is still shut");
  });
  await step("what is said afterwards is read on all devices, by confirmed devices of known people", async () => {
    await say(sam, "Are you there on two devices?");
    await tablet.locator(".row.other .text", { hasText: "two devices" }).waitFor();
    await say(tablet, "两台都在。");
    await sam.locator(".row.other .text", { hasText: "两台都在。" }).waitFor();
    await lin.goto("/#/");
    await lin.locator(".chat", { hasText: "两台都在。" }).waitFor();
    check((await sam.locator(".shield").count()) === 0, "the new device is in doubt");
  });
  await look(sam, "an encrypted chat in the dark");
  check(found.length === 0, found.join("\n"));
  await shot(lin, "lin");
  await shot(sam, "sam");
}
