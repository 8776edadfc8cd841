// Without a mouse: from the login to a reaction, by tab, arrows, Enter and Escape alone; and what is focused is always to be seen.
import { DESK, PASSWORD } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { say } from "../people.mjs";

const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one === document.body ? "" : one.getAttribute("aria-label") || one.textContent.trim().slice(0, 60) || one.name || one.className;
  });

/** Press a key until the focus is where `wanted` says; the names of all that was passed go into the error. */
async function press(page, key, wanted) {
  const passed = [];
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (wanted.test(now)) return;
    passed.push(now);
  }
  throw new Error(`${key} never came to ${wanted}, but to ${passed.join(" | ")}`);
}

const ringed = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const field = one.closest(".composer-field") ?? one;
    const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(field);
    const plain = getComputedStyle(document.documentElement).getPropertyValue("--line-2");
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || (field !== one && borderColor !== plain);
  });

export default async function tell({ person, name, step, check }) {
  const [ada, bo] = [await person({ viewport: DESK }), await person()];
  const [adaName, boName] = [name("ada"), name("bo")];
  await step("they have a chat, and Ada logs in anew", async () => {
    await meet(bo, ada, boName, adaName);
    await say(bo, "shall we?");
    await ask(ada, "POST", "/v3/logout");
    await ada.evaluate(() => localStorage.clear());
    await ada.goto("/#/");
    await ada.reload();
    await ada.locator(".auth form").waitFor();
    ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("status of 401"));
  });
  await step("the login is filled and sent", async () => {
    await ada.keyboard.type(adaName); // the focus is in the first field
    await ada.keyboard.press("Tab");
    await ada.keyboard.type(PASSWORD);
    await ada.keyboard.press("Enter");
    await ada.locator(".chat").waitFor();
  });
  await step("a chat is reached and opened, and one can write at once", async () => {
    await press(ada, "Tab", new RegExp(boName));
    check(await ringed(ada), "the focused chat has no ring");
    await ada.keyboard.press("Enter");
    await ada.locator(".composer textarea:focus").waitFor();
    await ada.keyboard.type("yes");
    await ada.keyboard.press("Shift+Enter");
    await ada.keyboard.type("at eight");
    await ada.keyboard.press("Enter");
    await bo.locator(".row.other .text", { hasText: "at eight" }).waitFor();
    // Bo may have it before Ada knows that it was sent; only what was sent can be edited.
    await ada.locator(".row.own", { hasText: "at eight" }).getByRole("img", { name: /^(Sent|Read)/ }).waitFor();
  });
  await step("the arrow up edits what was said last, Escape leaves it", async () => {
    await ada.keyboard.press("ArrowUp");
    await ada.locator(".composer-context").waitFor();
    await ada.keyboard.press("Escape");
    await ada.locator(".composer-context").waitFor({ state: "detached" });
    check((await ada.locator(".composer textarea").inputValue()) === "", "the text stayed");
  });
  await step("the messages are walked, and a reaction is given", async () => {
    await press(ada, "Shift+Tab", /at eight/);
    check(await ringed(ada), "the focused message has no ring");
    await ada.keyboard.press("ArrowUp");
    check(/shall we/.test(await focused(ada)), `the arrow up came to ${await focused(ada)}`);
    await ada.keyboard.press("Enter");
    await ada.locator(".menu").waitFor();
    await press(ada, "ArrowRight", /🎉/);
    await ada.keyboard.press("Enter");
    await bo.locator(".row.own .reaction", { hasText: "🎉" }).waitFor();
    check(/shall we/.test(await focused(ada)), `after the menu the focus is at ${await focused(ada)}`);
  });
  await step("Escape closes the menu and leaves the focus where it was", async () => {
    await ada.keyboard.press("Enter");
    await ada.locator(".menu").waitFor();
    await ada.keyboard.press("Escape");
    await ada.locator(".menu").waitFor({ state: "detached" });
    check(/shall we/.test(await focused(ada)), `the focus is at ${await focused(ada)}`);
  });
  await step("a link to the chat leads there, and back leads to the list", async () => {
    const link = ada.url();
    await ada.goto("/#/settings");
    await ada.goto(link);
    await ada.locator(".row .text", { hasText: "at eight" }).waitFor();
    check(roomOf(ada).startsWith("!"), "the link names no room");
    await ada.goBack();
    await ada.locator(".side h1", { hasText: "Settings" }).waitFor();
  });
}
