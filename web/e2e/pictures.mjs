// Takes the pictures of the documents: node e2e/pictures.mjs <url of a server without people> <folder>. `make pictures` does it all.
import { join } from "node:path";
import { withFonts } from "./fonts.mjs";
import { DESK, launch, menuOf, person, PHONE } from "./people.mjs";
import { enter, makeWorld, roomHash, tellTimes } from "./world.mjs";

const [, , url, folder] = process.argv;
const browser = await launch({ env: withFonts() });
const { people, rooms, times } = await makeWorld(browser, url);

const EN = { locale: "en-GB" };
const ZH = { locale: "zh-CN" };
const up = (y) => (page) => page.evaluate((y) => (document.querySelector(".timeline").scrollTop = -y), y);
const typing = (page) => people.priya.put(`/rooms/${encodeURIComponent(rooms.weekend)}/typing/${encodeURIComponent(people.priya.id)}`, { typing: true, timeout: 30_000 }).then(() => page.locator(".talk-title .typing").waitFor());

const thread = async (page) => {
  await page.locator(".answers").click();
  await page.locator(".thread .row").nth(2).waitFor();
};

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

let status = 0;
for (const [name, [options, hash, act]] of Object.entries(PICTURES)) {
  const page = await person(browser, url, { viewport: PHONE, deviceScaleFactor: 2, timezoneId: "Asia/Shanghai", serviceWorkers: "block", ...options });
  try {
    await tellTimes(page, times);
    await page.route("**/read_markers", (route) => route.fulfill({ json: {} })); // what is unread stays so for the next picture
    if (hash === "#/register") await page.goto(`/${hash}`);
    else await enter(page, people.xiaoman, hash);
    await page.locator(hash === "#/register" ? ".auth form" : ".chat, .timeline .row").first().waitFor({ state: "attached" });
    await act?.(page);
    await page.evaluate(() => document.activeElement?.blur());
    await page.waitForLoadState("load");
    await page.waitForFunction(() => [...document.images].every((one) => one.complete && one.naturalWidth > 0));
    await page.waitForTimeout(800); // pictures of people come one by one; what fades in is in
    await page.screenshot({ path: join(folder, `${name}.png`) });
  } catch (error) {
    status = 1;
    console.error(`${name}: ${error.stack}`);
  }
  await page.context().close();
}
await browser.close();
process.exit(status);
