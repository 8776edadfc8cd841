// Unread messages are counted in the list, and the count goes when they have been seen.
import { say } from "../people.mjs";
import { meet } from "../meeting.mjs";

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
}
