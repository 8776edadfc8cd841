// How two people get a chat: both register, one invites, the other accepts. And requests past the app, to fill it.
import { register, say } from "./people.mjs";

export async function meet(one, other, oneName, otherName) {
  await register(one, oneName);
  await register(other, otherName);
  await one.goto("/#/new");
  await one.getByRole("searchbox").fill(otherName);
  await one.locator(".person", { hasText: otherName }).click();
  await say(one, "hello");
  await other.locator(".invitation .primary").click();
  await other.locator(".row.other .text", { hasText: "hello" }).waitFor();
}

/** Begin an encrypted chat with somebody, and say something in it. */
export async function writeSealed(one, otherName, text) {
  await one.goto("/#/new");
  await one.getByRole("switch").check();
  await one.getByRole("searchbox").fill(otherName);
  await one.locator(".person", { hasText: otherName }).click();
  await say(one, text);
}

/** Take the invitation into it, and read what stands there. */
export async function acceptSealed(other, text) {
  await other.locator(".invitation .primary").click();
  await other.locator(".row.other .text", { hasText: text }).waitFor();
}

/** As `meet`, encrypted. */
export async function meetSealed(one, other, oneName, otherName, text) {
  await register(one, oneName);
  await register(other, otherName);
  await writeSealed(one, otherName, text);
  await acceptSealed(other, text);
}

/** Ask the server as this page's person, without the app. */
export const ask = (page, method, path, body) =>
  page.evaluate(
    async ([method, path, body]) => {
      const { accessToken } = JSON.parse(localStorage.getItem("laiwang.session"));
      const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
      return (await fetch(`/_matrix/client${path}`, { method, headers, body: body && JSON.stringify(body) })).json();
    },
    [method, path, body],
  );

export const roomOf = (page) => decodeURIComponent(page.url().split("/room/")[1].split("/")[0]);
