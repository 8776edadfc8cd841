// Without a network: it is shown, what is written waits, and goes out in order when the network is back.
// A reopened app has its list before the server answers.
import { meet } from "../meeting.mjs";

export default async function tell({ person, name, step, check }) {
  const [ada, bo] = [await person(), await person()];
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  await step("without a network the app says so and keeps what is written", async () => {
    await ada.context().setOffline(true);
    await ada.locator(".offline-bar").waitFor();
    for (const text of ["first", "second", "third"]) {
      await ada.locator(".composer textarea").fill(text);
      await ada.locator(".send-button").click();
    }
    await ada.locator('.row.own .delivery[aria-label="Waiting to be sent"]').nth(2).waitFor();
  });
  await step("the network comes back, and everything arrives in order, once", async () => {
    await ada.context().setOffline(false);
    await bo.locator(".row.other .text", { hasText: "third" }).waitFor();
    const texts = await bo.locator(".row.other .text").allTextContents();
    check(texts.join() === "hello,first,second,third", `arrived: ${texts}`);
    await ada.locator(".offline-bar").waitFor({ state: "detached" });
    await ada.locator('.row.own .delivery[aria-label="Waiting to be sent"]').waitFor({ state: "detached" });
  });
  await step("a reopened app shows its list before the server answers", async () => {
    await bo.route("**/v3/sync*", () => undefined); // never answered
    await bo.goto("/");
    await bo.reload();
    await bo.locator(".chat", { hasText: "third" }).waitFor();
  });
  await step("without a network the app opens all the same, with what was there", async () => {
    await ada.waitForFunction(async () => (await navigator.serviceWorker.ready) && (await caches.match("/")));
    await ada.context().setOffline(true);
    await ada.reload();
    await ada.locator(".row.own .text", { hasText: "third" }).waitFor();
    await ada.locator(".offline-bar").waitFor();
    await ada.context().setOffline(false);
    await ada.locator(".offline-bar").waitFor({ state: "detached" });
  });
  // Chromium prints every request that failed for want of a network; that is what this story is about.
  ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("ERR_INTERNET_DISCONNECTED"));
}
