// Calls in an encrypted chat: the server sees none of it, no upload holds them up, all devices ring and stop, and what was over
// while somebody was away does not ring.
import { DEVICES, arrives, watchCalls } from "../calls.mjs";
import { ask, meetSealed, roomOf } from "../meeting.mjs";
import { DESK, PASSWORD, say, sendFiles } from "../people.mjs";

export default async function tell({ person, name, step, shot, check }) {
  const lin = await person({ locale: "zh-CN", ...DEVICES });
  const sam = await person({ viewport: DESK, ...DEVICES });
  const tablet = await person({ viewport: DESK, dark: true, ...DEVICES });
  for (const page of [lin, sam, tablet]) await watchCalls(page);
  const [linName, samName] = [name("lin"), name("sam")];
  const button = (page, label) => page.getByRole("button", { name: label, exact: true });
  let room = "";

  await step("they have an encrypted chat, and Sam reads it on two devices", async () => {
    await meetSealed(lin, sam, linName, samName, "电话里说。");
    room = roomOf(lin);
    await tablet.goto("/");
    await tablet.locator('input[name="username"]').fill(samName);
    await tablet.locator('input[name="password"]').fill(PASSWORD);
    await tablet.locator('form button[type="submit"]').click();
    await tablet.locator(".chat").first().waitFor();
    await tablet.evaluate(() => new Promise((resolve) => navigator.locks.query().then(function look({ held }) {
      if (held.some((lock) => lock.name.startsWith("laiwang.sealing"))) resolve();
      else setTimeout(() => navigator.locks.query().then(look), 50);
    })));
    await say(sam, "Calling is fine.");
    await lin.locator(".row.other .text", { hasText: "Calling is fine." }).waitFor();
  });
  let goOn = () => undefined;
  await step("while a file of Lin's is stuck on its way, her call rings on both devices of Sam", async () => {
    const held = new Promise((resolve) => (goOn = resolve));
    await lin.route("**/media/v3/upload*", async (route) => {
      await held;
      await route.continue();
    });
    await sendFiles(lin, { name: "film.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(100_000, 1) });
    await button(lin, "视频通话").click();
    for (const page of [sam, tablet]) await page.locator(".ringing", { hasText: "video call" }).waitFor();
  });
  await step("Sam answers on one of them, the other stops; pictures arrive on both sides", async () => {
    await button(sam, "With video").click();
    await tablet.locator(".ringing").waitFor({ state: "detached" });
    await tablet.locator(".toast", { hasText: "Answered on another device" }).waitFor();
    for (const page of [lin, sam]) await page.waitForFunction(() => document.querySelector(".call-theirs")?.videoWidth > 0);
    await Promise.all([arrives(lin, 5), arrives(sam, 5)]);
  });
  await step("Lin closes the page in the middle of it: Sam's call ends, sealed as well", async () => {
    const uploaded = lin.waitForResponse((response) => response.url().includes("/media/v3/upload"));
    goOn();
    await uploaded;
    await lin.unroute("**/media/v3/upload*"); // what a page sends while it is closed gets past no interception
    await lin.goto("/icon.svg");
    await sam.locator(".call").waitFor({ state: "detached" });
    await sam.locator(".toast", { hasText: "has hung up" }).waitFor();
    await lin.goto(`/#/room/${encodeURIComponent(room)}`);
    await lin.locator(".row.own .call-line", { hasText: "视频通话" }).waitFor();
    await lin.waitForFunction(() => !document.querySelector(".row .text.faint")); // nothing of the call shows as an unreadable message
    await lin.locator(".row.own .file").waitFor();
  });
  await step("declined on one device, it stops on the other", async () => {
    await button(lin, "语音通话").click();
    for (const page of [sam, tablet]) await page.locator(".ringing").waitFor();
    await button(tablet, "Decline").click();
    await sam.locator(".ringing").waitFor({ state: "detached" });
    await lin.locator(".toast", { hasText: "拒绝了通话" }).waitFor();
  });
  await step("what Sam misses while he is away does not ring later, and is one thing to read", async () => {
    await sam.goto("/#/");
    await sam.locator(".chat", { hasText: "Declined" }).waitFor();
    await sam.locator(".chat .badge").waitFor({ state: "detached" }); // how a call goes on is nothing to read
    await tablet.context().close();
    await sam.context().setOffline(true);
    const lines = lin.locator(".row.own .call-line");
    const before = await lines.count();
    await button(lin, "语音通话").click();
    await lines.nth(before).waitFor({ state: "attached" }); // the server has the invitation
    await button(lin, "取消").click();
    await lin.locator(".row.own .call-line", { hasText: "已取消" }).waitFor();
    await sam.context().setOffline(false);
    await sam.locator(".chat", { hasText: "Missed" }).waitFor();
    await sam.locator(".chat .badge [aria-hidden]", { hasText: /^1$/ }).waitFor();
    check((await sam.locator(".ringing").count()) === 0, "it rings");
    await shot(sam, "missed");
    sam.troubles = sam.troubles.filter((trouble) => !trouble.includes("ERR_INTERNET_DISCONNECTED"));
  });
  await step("the server has seen nothing of it", async () => {
    const { chunk } = await ask(lin, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=200`);
    check(chunk.filter((event) => event.type === "m.room.encrypted").length > 8, "not everything is there");
    check(!JSON.stringify(chunk).includes("m.call"), "a call is in the clear");
  });
}
