// Files on their way: seen how far they are, taken back, tried again, kept over a reload; and what is too large is told at once.
import { say, sendFiles } from "../people.mjs";
import { meet } from "../meeting.mjs";

const FAST = -1;
const bytes = (name, size) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.alloc(size, name) });

export default async function tell({ person, name, step, shot, check }) {
  const [ada, bo] = [await person(), await person({ locale: "zh-CN", dark: true })];
  const client = await ada.context().newCDPSession(ada);
  await client.send("Network.enable");
  const speed = (uploadThroughput) => client.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  await step("a file shows how far it is, and what is said of it waits for it", async () => {
    await speed(100_000);
    await sendFiles(ada, [bytes("plan.bin", 900_000), bytes("other.bin", 400_000)], "two files");
    await ada.waitForFunction(() => /Uploading ([2-9]|\d\d) %/.test(document.querySelector(".row.own .file small")?.textContent ?? ""));
    await shot(ada, "progress");
    check((await ada.locator(".row.own .transfer").count()) === 2, "not every file has a ring");
  });
  await step("what is written later need not wait", async () => {
    await say(ada, "meanwhile");
    await bo.locator(".row.other .text", { hasText: "meanwhile" }).waitFor();
    check((await bo.locator(".row.other .file").count()) === 0, "the files were not on their way any more");
    check((await bo.locator(".row.other .text", { hasText: "two files" }).count()) === 0, "what was said of the files came before them");
  });
  await step("the second one is taken back; the first arrives, then the text", async () => {
    await ada.locator(".row.own", { hasText: "other.bin" }).locator(".transfer").click();
    await speed(FAST);
    await bo.locator(".row.other .text", { hasText: "two files" }).waitFor();
    check((await bo.locator(".row.other .file").count()) === 1, "what was taken back has arrived");
    await ada.locator(".row.own", { hasText: "other.bin" }).waitFor({ state: "detached" });
  });
  await step("taking it back ends the request", async () => {
    await speed(20_000);
    const ended = ada.waitForEvent("requestfailed", (request) => request.url().includes("/upload"));
    const begun = ada.waitForRequest((request) => request.url().includes("/upload"));
    await sendFiles(ada, bytes("slow.bin", 600_000));
    await begun;
    await ada.getByRole("button", { name: /Stop and remove/ }).click();
    await ended;
    await ada.locator(".row.own", { hasText: "slow.bin" }).waitFor({ state: "detached" });
  });
  await step("what is on its way goes on after a reload", async () => {
    const begun = ada.waitForRequest((request) => request.url().includes("/upload"));
    await sendFiles(ada, bytes("kept.bin", 300_000));
    await begun;
    await ada.reload();
    await ada.locator(".row.own", { hasText: "kept.bin" }).locator(".transfer").waitFor();
    await speed(FAST);
    await bo.locator(".row.other .file", { hasText: "kept.bin" }).waitFor();
  });
  await step("a refused file stays and can be tried again", async () => {
    await ada.route("**/media/v3/upload**", (route) => route.fulfill({ status: 403, json: { errcode: "M_FORBIDDEN", error: "no" } }), { times: 1 });
    await sendFiles(ada, bytes("again.bin", 20_000));
    const row = ada.locator(".row.own.failed", { hasText: "again.bin" });
    await row.waitFor();
    await shot(ada, "failed");
    await row.getByRole("button", { name: "Try again", exact: true }).click();
    await bo.locator(".row.other .file", { hasText: "again.bin" }).waitFor();
    ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("403"));
  });
  await step("what is too large is told before anything is uploaded", async () => {
    const config = await ada.evaluate(async () => {
      const { accessToken } = JSON.parse(localStorage.getItem("laiwang.session"));
      return (await fetch("/_matrix/client/v1/media/config", { headers: { authorization: `Bearer ${accessToken}` } })).json();
    });
    await ada.evaluate((max) => {
      const part = new Uint8Array(1 << 20);
      const data = new DataTransfer();
      data.items.add(new File(Array(Math.floor(max / part.length) + 1).fill(part), "film.mov"));
      data.items.add(new File(["small"], "small.txt"));
      document.querySelector(".composer textarea").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, config["m.upload.size"]);
    await ada.locator(".toast", { hasText: "film.mov" }).waitFor();
    check((await ada.locator(".attached li").count()) === 1, "the small file is not attached, or the large one is");
    await shot(ada, "too-large");
  });
}
