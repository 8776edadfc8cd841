// Unread messages are counted in the list, and the count goes when they have been seen.
import { say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";

export default async function tell({ person, name, step, check }) {
  const [ada, bo] = [await person(), await person()];
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  await step("Bo goes back to the list", async () => {
    await bo.goBack();
    await bo.locator(".chats").waitFor();
  });
  await step("two messages are counted", async () => {
    await say(ada, "one");
    await say(ada, "two");
    await bo.locator(".chat .badge", { hasText: "2" }).waitFor();
    check((await bo.title()).startsWith("(2)"), `the title is ${await bo.title()}`);
  });
  await step("the chat opens at the line of what is new, and the count goes", async () => {
    await bo.locator(".chat").click();
    await bo.locator(".unread-line").waitFor();
    await ada.locator('.row.own .delivery.read').last().waitFor();
    await bo.goBack();
    await bo.locator(".chats").waitFor();
    await bo.locator(".chat .badge").waitFor({ state: "detached" });
  });
  await step("of many new ones the first is one tap away", async () => {
    const room = encodeURIComponent(roomOf(ada));
    for (let i = 1; i <= 90; i += 1) {
      await ask(ada, "PUT", `/v3/rooms/${room}/send/m.room.message/many${i}`, { msgtype: "m.text", body: `news ${i}.` });
    }
    await bo.locator(".chat .badge", { hasText: "90" }).waitFor();
    await bo.evaluate(async () => (await indexedDB.databases()).forEach(({ name }) => indexedDB.deleteDatabase(name)));
    await bo.reload(); // what it loads now begins in the middle of what is new
    await bo.locator(".chat").click();
    await bo.locator(".row .text", { hasText: "news 90." }).waitFor();
    check((await bo.locator(".unread-line").count()) === 0, "the line of the unread is drawn in the middle of it");
    await bo.getByRole("button", { name: "90 new messages" }).click();
    await bo.locator(".unread-line").waitFor();
    await bo.locator(".new-above").waitFor({ state: "detached" });
    const first = bo.locator(".unread-line + .row");
    check((await first.innerText()).includes("news 1."), `the line stands before ${await first.innerText()}`);
    const top = await first.evaluate((row) => row.getBoundingClientRect().top);
    check(top > 60 && top < 200, `the first new message is at ${top}`);
  });
}
