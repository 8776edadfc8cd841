// A session renews its token without anybody noticing, and says so when it has really ended.
import { meet } from "../meeting.mjs";
import { say } from "../people.mjs";

const spoil = (page, names) =>
  page.evaluate((names) => {
    const session = JSON.parse(localStorage.getItem("laiwang.session"));
    for (const name of names) session[name] = "no longer valid";
    localStorage.setItem("laiwang.session", JSON.stringify(session));
  }, names);

export default async function tell({ person, name, step, check }) {
  const [ada, bo] = [await person(), await person()];
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  await step("a token that has ended is renewed", async () => {
    await spoil(ada, ["accessToken"]);
    await say(ada, "still here");
    await bo.locator(".row.other .text", { hasText: "still here" }).waitFor();
    const token = await ada.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).accessToken);
    check(token !== "no longer valid", "the token was not renewed");
  });
  await step("a session that has ended leads to the login, with a word why", async () => {
    await spoil(ada, ["accessToken", "refreshToken"]);
    await ada.reload();
    await ada.getByText("You have been logged out").waitFor();
  });
  // Refusals of spoiled tokens are what this story is about.
  ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("status of 401"));
}
