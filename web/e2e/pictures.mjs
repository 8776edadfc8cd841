// Takes the pictures of the documents: node e2e/pictures.mjs <url of a server without people> <folder>. `make pictures` does it all.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { withFonts } from "./fonts.mjs";
import { DESK, launch, menuOf, person, PHONE } from "./people.mjs";
import { playScenes } from "./scenes.mjs";
import { enter, makeWorld, roomHash, tellTimes } from "./world.mjs";

const [, , url, folder] = process.argv;
const browser = await launch({ env: withFonts() });
const world = await makeWorld(browser, url);
const { people, rooms, times } = world;

const EN = { locale: "en-GB" };
const ZH = { locale: "zh-CN" };
const up = (y) => (page) => page.evaluate((y) => (document.querySelector(".timeline").scrollTop = -y), y);
const typing = (page) => people.priya.put(`/rooms/${encodeURIComponent(rooms.weekend)}/typing/${encodeURIComponent(people.priya.id)}`, { typing: true, timeout: 30_000 }).then(() => page.locator(".talk-title .typing").waitFor());

const thread = async (page) => {
  await page.locator(".answers").click();
  await page.locator(".thread .row").nth(2).waitFor();
};

const SMALL = { viewport: { width: 390, height: 560 } };
const poll = (page) => page.locator(".poll").last().waitFor();
const voice = (page) => page.locator(".voice-play").last().waitFor();
const call = async (page) => {
  await page.getByRole("button", { name: "Voice call", exact: true }).click();
  await page.locator(".call-standing").waitFor();
};
const stickers = async (page) => {
  await page.locator(".emoji-button").click();
  await page.locator(".board-kinds button").last().click();
  await page.waitForFunction(() => [...document.querySelectorAll(".sticker-choice img")].filter((one) => one.naturalWidth > 0).length >= 6);
};
const inSpace = async (page) => {
  await page.locator(".folder", { hasText: "West Lake" }).click();
  await page.locator(".chat").nth(2).waitFor({ state: "detached" });
};
const numbers = (page) => page.locator(".adm-tiles b").first().waitFor();

/** Name of the file: how the page is opened, where, and what happens there before the picture is taken. */
const PICTURES = {
  conversation: [EN, roomHash(rooms.sam)],
  chats: [EN, "#/"],
  "group-dark-zh": [{ ...ZH, dark: true }, roomHash(rooms.weekend), up(640)],
  "actions-zh": [ZH, roomHash(rooms.sam), (page) => menuOf(page, "Noodles at six")],
  "chats-dark-zh": [{ ...ZH, dark: true }, "#/"],
  "register-zh": [ZH, "#/register"],
  desktop: [{ ...EN, viewport: DESK }, roomHash(rooms.weekend), typing],
  thread: [{ ...EN, viewport: DESK }, roomHash(rooms.launch), thread],
  "desktop-dark-zh": [{ ...ZH, viewport: DESK, dark: true }, roomHash(rooms.sam, "/info")],
};
/** And those of one thing each, which happens after the pictures above were taken. */
const SCENES = {
  "poll-zh": [{ ...ZH, ...SMALL }, roomHash(rooms.weekend), poll],
  "voice-zh": [{ ...ZH, ...SMALL, dark: true }, roomHash(rooms.waipo), voice],
  stickers: [{ ...EN, viewport: { width: 390, height: 680 } }, roomHash(rooms.sam), stickers],
  call: [{ ...EN, ...SMALL, permissions: ["microphone"] }, roomHash(rooms.sam), call],
  space: [{ ...EN, ...SMALL }, "#/", inSpace],
  administration: [{ ...EN, viewport: DESK, deviceScaleFactor: 1, real: true }, "#/admin", numbers],
};

let status = 0;
async function take(name, [{ real, ...options }, hash, act]) {
  const page = await person(browser, url, { viewport: PHONE, deviceScaleFactor: 2, timezoneId: "Asia/Shanghai", serviceWorkers: "block", ...options });
  try {
    if (!real) await tellTimes(page, times);
    await page.route(/\/read_markers|\/receipt\//, (route) => route.fulfill({ json: {} })); // what is unread stays so for the next picture
    if (hash === "#/register") await page.goto(`/${hash}`);
    else await enter(page, people.xiaoman, hash);
    await page.locator(hash === "#/register" ? ".auth form" : ".chat, .timeline .row, .adm-page").first().waitFor({ state: "attached" });
    await act?.(page);
    await page.evaluate(() => document.activeElement?.blur());
    await page.waitForLoadState("load");
    // Photos of the timeline have their place before they have a picture; the day floats for a moment after one has moved.
    await page.waitForFunction(() => {
      const seen = [...document.querySelectorAll(".timeline .photo")].filter((one) => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight);
      return seen.map((one) => one.querySelector("img")).every((one) => one?.complete && one.naturalWidth > 0);
    });
    await page.waitForFunction(() => [...document.images].every((one) => one.complete && one.naturalWidth > 0));
    await page.waitForTimeout(800); // pictures of people come one by one; what fades in is in
    await page.waitForFunction(() => [...document.querySelectorAll(".day-above")].every((one) => !one.classList.contains("shown") && getComputedStyle(one).opacity === "0"));
    await page.screenshot({ path: join(folder, `${name}.png`) });
  } catch (error) {
    status = 1;
    console.error(`${name}: ${error.stack}`);
  }
  await page.context().close();
}

for (const [name, picture] of Object.entries(PICTURES)) await take(name, picture);
await playScenes(browser, world);
const { program, data, settings } = JSON.parse(process.env.E2E_OPERATOR);
const [python, ...before] = program;
execFileSync(python, [...before, "user", "set-admin", people.xiaoman.username, ...data], { env: { ...process.env, ...settings } });
for (const [name, picture] of Object.entries(SCENES)) await take(name, picture);
await browser.close();
process.exit(status);
