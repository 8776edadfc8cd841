// People in front of the web app, for the end-to-end story: a browser, their pages, and what went wrong in them.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };
export const PASSWORD = "xihu-longjing-2026";

const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-device-for-media-stream", // a beep and a picture; who may use them is up to each person
];

/** A browser; with `film`, its cameras show the pictures of that file. */
export const launch = ({ film, ...options } = {}) => {
  const args = film ? [...FLAGS, `--use-file-for-fake-video-capture=${film}`] : FLAGS;
  return chromium.launch({ executablePath: CHROMIUM.find((path) => path && existsSync(path)), args, ...options });
};

/** Answers that the protocol means to be refusals, which browsers print as errors: a register without a stage, a name nobody has. */
const MEANT = [
  [401, "/v3/register"],
  [401, "/v3/account/password"],
  [400, "/v3/register/available"],
  [404, "/favicon.ico"],
  [404, "/v3/profile/"],
  [404, "/v3/user_directory/search"],
  [404, "/v3/room_keys/version"],
  [404, "/account_data/m.secret_storage"],
  [404, "/account_data/m.cross_signing"],
  [404, "/account_data/im.ponies"],
  [404, "/state/im.ponies.room_emotes"],
  [401, "/keys/device_signing/upload"],
  [404, "/state/m.room.pinned_events"],
  [409, "/v3/directory/room/"],
  [404, "/account_data/m.ignored_user_list"],
  [404, "/account_data/m.invite_permission_config"],
  [404, "/state/m.room.canonical_alias"],
];

/** A browser of one's own, as a phone or a desk, in one language and one light. */
export async function person(browser, url, { viewport = PHONE, locale = "en-GB", dark = false, ...more } = {}) {
  const phone = viewport.width < 721;
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    locale,
    colorScheme: dark ? "dark" : "light",
    hasTouch: phone,
    isMobile: phone,
    deviceScaleFactor: phone ? 2 : 1,
    acceptDownloads: true,
    ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.troubles = [];
  page.on("pageerror", (error) => page.troubles.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const from = message.location().url;
    const meant = MEANT.some(([status, where]) => message.text().includes(`status of ${status}`) && from.includes(where));
    if (!meant) page.troubles.push(`console: ${message.text()} ${from}`);
  });
  return page;
}

export async function register(page, username) {
  await page.goto("/#/register");
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('form button[type="submit"]').click();
  await page.locator(".side .bar h1").waitFor();
}

export async function say(page, text) {
  await page.locator(".composer textarea").fill(text);
  await page.locator(".send-button").click();
  await page.locator(".row.own .text", { hasText: text }).last().waitFor();
}

/** Attach files, as bytes with a name, and send them; with a text, if there is one. */
export async function sendFiles(page, files, text = "") {
  await page.locator('.composer input[type="file"]').setInputFiles(files, { timeout: 60_000 }); // megabytes take their time
  await page.locator(".attached li").first().waitFor();
  await page.locator(".composer textarea").fill(text);
  await page.locator(".send-button").click();
}

/** Open the action menu of the last bubble with this text, as a keyboard user does. */
export async function menuOf(page, text) {
  const bubble = page.locator(".bubble", { hasText: text }).last();
  const menu = page.locator(".menu");
  // What comes while a conversation opens may draw the bubble anew and take the focus away: then she does it again.
  for (let tries = 0; tries < 5 && !(await menu.isVisible()); tries += 1) {
    await bubble.press("Enter");
    await menu.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await menu.waitFor();
}

export async function choose(page, name) {
  await page.locator(".menu").getByRole("menuitem", { name, exact: typeof name === "string" }).click();
}

/** A picture as bytes: hills behind a lake, drawn by the browser itself. */
export async function landscape(browser) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.setContent(`<body style="margin:0"><svg width="1200" height="900" viewBox="0 0 1200 900">
    <defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f6d9b8"/><stop offset=".55" stop-color="#f9efe0"/><stop offset="1" stop-color="#bfe0db"/></linearGradient>
    <linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a9d5cf"/><stop offset="1" stop-color="#2d7d78"/></linearGradient></defs>
    <rect width="1200" height="900" fill="url(#s)"/><circle cx="880" cy="240" r="70" fill="#f3a46c"/>
    <path d="M0 470Q160 300 330 410T640 380T930 330T1200 430V600H0z" fill="#8fbab5"/>
    <path d="M0 520Q240 400 460 490T860 450T1200 510V620H0z" fill="#5b958f"/>
    <path d="M868 452l0-120 10-18 10 18 0 120z" fill="#3e736e"/><rect y="560" width="1200" height="340" fill="url(#w)"/>
    <path d="M0 560Q300 548 620 562T1200 556V590H0z" fill="#3d7f79"/><path d="M380 690q70 34 150 0l-14 22q-60 20-122 0z" fill="#1f4f4b"/>
    <path d="M455 690V600l52 84z" fill="#fff6ea"/></svg>`);
  const bytes = await page.screenshot({ type: "jpeg", quality: 88 });
  await page.close();
  return { name: "xihu.jpg", mimeType: "image/jpeg", buffer: bytes };
}
