// One tab at a time holds the keys: another says so, loses nothing, and takes over; logging out leaves no key on the machine.
import { meetSealed } from "../meeting.mjs";
import { DESK, PASSWORD, say } from "../people.mjs";

export default async function tell({ person, name, step, check }) {
  const lin = await person({ locale: "zh-CN" });
  const sam = await person({ viewport: DESK, serviceWorkers: "block" }); // so that every request passes `route`
  const samName = name("sam");

  await step("two people have an encrypted chat", async () => {
    await meetSealed(lin, sam, name("lin"), samName, "第一句");
  });
  let other;
  await step("Sam's second tab says that the first one has the keys", async () => {
    other = await sam.context().newPage();
    await other.goto(sam.url());
    await other.locator(".composer.closed", { hasText: "another tab" }).waitFor();
    await other.locator(".row.other .text", { hasText: "第一句" }).waitFor(); // what was read is there
    await say(lin, "第二句");
    await sam.locator(".row.other .text", { hasText: "第二句" }).waitFor();
  });
  await step("once the first is closed the second goes on, and has lost nothing", async () => {
    await sam.close();
    await other.locator(".composer textarea").waitFor();
    await other.locator(".row.other .text", { hasText: "第二句" }).waitFor();
    await say(other, "Second tab here.");
    await lin.locator(".row.other .text", { hasText: "Second tab here." }).waitFor();
    await say(lin, "第三句");
    await other.locator(".row.other .text", { hasText: "第三句" }).waitFor();
  });
  await step("logging out leaves no keys and no words behind", async () => {
    await other.goto("/#/settings");
    await other.locator(".wide-link.danger").click();
    await other.locator("dialog .button.danger").click();
    await other.locator('input[name="username"]').waitFor();
    await other.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    check((await other.evaluate(() => localStorage.getItem("laiwang.sealing"))) === null, "the mark of the crypto is still there");
  });
  await step("a new login is a new device, and the chat goes on", async () => {
    await other.locator('input[name="username"]').fill(samName);
    await other.locator('input[name="password"]').fill(PASSWORD);
    await other.locator('form button[type="submit"]').click();
    await other.locator(".chat").first().click();
    await other.locator(".row .text.faint").first().waitFor();
    await say(lin, "第四句");
    await other.locator(".row.other .text", { hasText: "第四句" }).waitFor();
  });
  await step("keys wait for the crypto, if it cannot be fetched for a while", async () => {
    await other.route("**/*.wasm", (route) => route.abort());
    await other.reload();
    await other.locator(".composer textarea").waitFor();
    await say(lin, "第五句");
    await other.locator(".row .text.faint", { hasText: "Opening" }).first().waitFor();
    await say(lin, "第六句");
    await other.unroute("**/*.wasm");
    for (const text of ["第五句", "第六句"]) await other.locator(".row.other .text", { hasText: text }).waitFor();
  });
  await step("without the old device a new identity takes the password", async () => {
    await other.goto("/#/security");
    await other.goto("/#/devices");
    await other.locator(".devices .trust", { hasText: "Not verified" }).waitFor();
    await other.goto("/#/security");
    await other.getByRole("button", { name: "Set up key backup" }).click();
    await other.locator('dialog input[type="password"]').fill(PASSWORD);
    await other.locator("dialog .button.primary").click();
    await other.locator(".recovery-key").waitFor();
    await other.locator("dialog").getByRole("checkbox").check();
    await other.locator("dialog").getByRole("button", { name: "Done" }).click();
    await other.locator(".security-good").waitFor();
    await other.goto("/#/devices");
    await other.locator(".devices .trust.good").waitFor();
    await other.goto("/#/security");
  });
  await step("Lin is told that Sam's identity has changed", async () => {
    await lin.locator(".composer-note", { hasText: "身份已更换" }).waitFor();
    await lin.locator(".composer-note button").click();
    await lin.locator(".composer-note").waitFor({ state: "detached" });
  });
}
