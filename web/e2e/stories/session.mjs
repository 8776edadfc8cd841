// A session renews its token without anybody noticing, and says so when it has really ended.
import { meet } from "../meeting.mjs";
import { PASSWORD, say } from "../people.mjs";

const spoil = (page, names) =>
  page.evaluate((names) => {
    const session = JSON.parse(localStorage.getItem("laiwang.session"));
    for (const name of names) session[name] = "no longer valid";
    localStorage.setItem("laiwang.session", JSON.stringify(session));
  }, names);

export default async function tell({ person, name, step, check }) {
  const [ada, bo] = [await person(), await person()];
  const boName = name("bo");
  await step("they have a chat", () => meet(ada, bo, name("ada"), boName));
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
  await step("a session that only ran out keeps what is here, and the same device goes on", async () => {
    const device = await bo.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).deviceId);
    await bo.context().setOffline(true);
    await bo.locator(".composer textarea").fill("written before it ran out");
    await bo.locator(".send-button").click();
    await bo.locator('.row.own .delivery[aria-label="Waiting to be sent"]').waitFor();
    await spoil(bo, ["accessToken", "refreshToken"]);
    const ranOut = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", error: "The access token has expired", soft_logout: true } };
    await bo.route(/\/v3\/(sync|rooms|refresh)/, (route) => route.fulfill(ranOut));
    await bo.context().setOffline(false);
    await bo.getByText("You have been logged out").waitFor();
    await bo.unroute(/\/v3\/(sync|rooms|refresh)/);
    await bo.locator('input[name="username"]').fill(boName);
    await bo.locator('input[name="password"]').fill(PASSWORD);
    await bo.locator('form button[type="submit"]').click();
    await bo.locator(".chat", { hasText: "written before it ran out" }).waitFor();
    check((await bo.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).deviceId)) === device, "another device");
    await bo.locator(".chat").click();
    await bo.locator('.row.own:last-child .delivery[aria-label="Sent"]').waitFor();
  });
  bo.troubles = bo.troubles.filter((trouble) => !/status of 401|ERR_INTERNET_DISCONNECTED/.test(trouble));
  // Refusals of spoiled tokens are what this story is about.
  ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("status of 401"));
}
