// Every screen and state, in the light and in the dark: axe finds nothing. Told once for a phone and once for a desk.
import { readFileSync } from "node:fs";
import { DESK, landscape, menuOf, PHONE, register } from "./people.mjs";
import { enter, makeWorld, roomHash } from "./world.mjs";

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** The day above the timeline goes by itself, and would go in the middle of the look. What is drawn anew may scroll and bring it back. */
async function dayAboveRests() {
  for (let frames = 0; frames < 6; frames += 1) {
    if (document.querySelector(".day-above.shown")) frames = -1;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** What axe finds on a page as it is now. */
export async function findings(page, place) {
  await page.evaluate(dayAboveRests);
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => (one.effect?.getComputedTiming().iterations === Infinity ? 0 : one.finished.catch(() => 0)))));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${place}: ${impact}: ${id}: ${node.target} ${node.failureSummary?.split("\n")[1] ?? ""}`),
  );
}

/** The same on a phone and on a desk, in the light and in the dark; the page is as before then. */
export async function everyLook(page, place) {
  const found = [];
  const before = page.viewportSize();
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["dark", "light"]) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await findings(page, `${place}, ${viewport.width} wide, ${colorScheme}`)));
    }
  }
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.setViewportSize(before);
  return found;
}

/** The states of the app for somebody with chats: how to get there from the list. */
const places = (rooms, browser) => ({
  chats: [""],
  "an invitation": [roomHash(rooms.club)],
  "a direct chat": [roomHash(rooms.sam), (page) => page.locator(".photo img").first().waitFor()],
  "a group": [roomHash(rooms.weekend), (page) => page.locator(".unread-line").waitFor({ state: "attached" })],
  "a group, further up": [roomHash(rooms.weekend), (page) => page.evaluate(() => (document.querySelector(".timeline").scrollTop = -500))],
  menu: [roomHash(rooms.sam), (page) => menuOf(page, "Noodles at six")],
  "menu with all emoji": [
    roomHash(rooms.sam),
    async (page) => {
      await menuOf(page, "Noodles at six");
      await page.locator(".quick button").last().click();
      await page.locator(".menu .emoji-board").waitFor();
    },
  ],
  "deleting asks": [
    roomHash(rooms.sam),
    async (page) => {
      await menuOf(page, "Always noodles");
      await page.locator(".menu-item.danger").click();
      await page.locator(".question").waitFor();
    },
  ],
  "emoji board": [roomHash(rooms.sam), (page) => page.locator(".emoji-button").click()],
  answering: [
    roomHash(rooms.sam),
    async (page) => {
      await menuOf(page, "Always noodles");
      await page.locator(".menu-item").first().click();
      await page.locator(".composer-context").waitFor();
    },
  ],
  "what can be added": [
    roomHash(rooms.sam),
    async (page) => {
      await page.locator(".add-button").click();
      await page.locator(".menu").waitFor();
    },
  ],
  "making a poll": [
    roomHash(rooms.weekend),
    async (page) => {
      await page.locator(".add-button").click();
      await page.locator(".menu-item").nth(1).click();
      await page.locator(".poll-form").waitFor();
    },
  ],
  "no stickers yet": [
    roomHash(rooms.sam),
    async (page) => {
      await page.locator(".emoji-button").click();
      await page.locator(".board-kinds button").last().click();
      await page.locator(".sticker-none").waitFor();
    },
  ],
  "making stickers": [
    roomHash(rooms.sam),
    async (page) => {
      await page.locator(".emoji-button").click();
      await page.locator(".board-kinds button").last().click();
      await page.locator(".sticker-none button").click();
      await page.locator(".pack-dialog .pack-add").waitFor();
    },
  ],
  attaching: [
    roomHash(rooms.sam),
    async (page) => {
      const file = { name: "路线.txt", mimeType: "text/plain", buffer: Buffer.from("断桥 → 苏堤") };
      await page.locator('.composer input[type="file"]').setInputFiles([await landscape(browser), file]);
      await page.locator(".attached li").nth(1).waitFor();
    },
  ],
  mentioning: [
    roomHash(rooms.weekend),
    async (page) => {
      await page.locator(".composer textarea").pressSequentially("@");
      await page.locator(".mentions").waitFor();
      await page.locator(".composer textarea").fill(""); // no draft for the places after this one
      await page.locator(".composer textarea").pressSequentially("@");
    },
  ],
  "a photo": [
    roomHash(rooms.sam),
    async (page) => {
      await page.locator(".photo img").first().click();
      await page.locator(".viewer img").waitFor();
    },
  ],
  "details of a group": [roomHash(rooms.weekend, "/info"), (page) => page.locator(".info .person").nth(2).waitFor()],
  "details of a direct chat": [roomHash(rooms.sam, "/info"), (page) => page.locator(".info").waitFor()],
  "settings of a group": [roomHash(rooms.weekend, "/settings"), (page) => page.locator(".manage .wide-link").first().waitFor()],
  "permissions of a group": [roomHash(rooms.weekend, "/settings/permissions"), (page) => page.locator(".manage-line").first().waitFor()],
  "a person": [
    roomHash(rooms.weekend, "/info"),
    async (page) => {
      await page.locator(".info .person").nth(1).click();
      await page.locator("dialog .person-sheet").waitFor();
    },
  ],
  "a thread below a message": [roomHash(rooms.launch), (page) => Promise.all([page.locator(".answers").waitFor(), page.locator(".pin-bar").waitFor()])],
  "a thread": [
    roomHash(rooms.launch),
    async (page) => {
      await page.locator(".pin-bar").waitFor();
      await page.locator(".answers").click();
      await page.locator(".thread .row").nth(2).waitFor();
    },
  ],
  "the threads of a conversation": [roomHash(rooms.launch, "/threads"), (page) => page.locator(".thread-root").waitFor()],
  "pinned messages": [roomHash(rooms.launch, "/pins"), (page) => page.locator(".pin-item b").waitFor()],
  "inviting": [
    roomHash(rooms.weekend, "/info"),
    async (page) => {
      await page.locator(".info .wide-link").first().click();
      await page.locator("dialog .person").first().waitFor();
    },
  ],
  "new chat": ["#/new", (page) => page.locator(".person").first().waitFor()],
  "nobody found": [
    "#/new",
    async (page) => {
      await page.getByRole("searchbox").fill("nobody-at-all");
      await page.locator(".side .state-hint").waitFor();
    },
  ],
  "new group": [
    "#/group",
    async (page) => {
      await page.locator(".person").nth(0).click();
      await page.locator(".person").nth(1).click();
      await page.locator(".chip").nth(1).waitFor();
    },
  ],
  "administration, for others": ["#/admin", (page) => page.locator(".adm-alone .state-title").waitFor()],
  settings: ["#/settings", (page) => page.locator(".profile .avatar img").waitFor()],
  encryption: ["#/security", (page) => page.locator(".security").first().waitFor()],
  "ignored people": ["#/ignored", (page) => page.locator(".side .state-title").waitFor()],
  "devices and account": ["#/devices", (page) => page.locator(".devices li").first().waitFor()],
  "a device": [
    "#/devices",
    async (page) => {
      await page.locator(".devices .person").first().click();
      await page.locator("dialog .device-facts").waitFor();
    },
  ],
  "ending the account": [
    "#/devices",
    async (page) => {
      await page.locator(".wide-link.danger").last().click();
      await page.locator("dialog .warnings").waitFor();
    },
  ],
  "logging out asks": [
    "#/settings",
    async (page) => {
      await page.locator(".wide-link.danger").click();
      await page.locator(".question").waitFor();
    },
  ],
  "recording": [
    roomHash(rooms.sam),
    async (page) => {
      await page.locator(".voice-button").click();
      await page.locator(".recorder-levels i").nth(3).waitFor();
    },
  ],
  "voice messages": [
    roomHash(rooms.sam),
    async (page) => {
      await page.locator(".voice-button").click();
      await page.locator(".recorder [role=timer]", { hasText: "0:01" }).waitFor();
      await page.locator(".recorder .send-button").click();
      await page.locator(".voice-play[aria-label]").last().click();
      await page.locator(".voice-rate").waitFor();
    },
  ],
  "nowhere": [roomHash("!nowhere:test.local"), (page) => page.locator(".stage .state-title").waitFor()],
  offline: [
    roomHash(rooms.weekend),
    async (page) => {
      await page.context().setOffline(true);
      await page.locator(".offline-bar").waitFor();
      await page.locator(".composer textarea").fill("waits");
      await page.locator(".send-button").click();
    },
  ],
});

export async function lookEverywhere(viewport, { browser, url, person, name, step, check }) {
  const { people, rooms } = await makeWorld(browser, url, name(""));
  for (const dark of [false, true]) {
    await step(dark ? "in the dark" : "in the light", async () => {
      const found = [];
      const locale = dark ? "en-GB" : "zh-CN";
      const guest = await person({ viewport, dark, locale });
      await guest.goto("/");
      found.push(...(await findings(guest, "login")));
      await guest.goto("/#/register");
      await guest.locator('input[name="username"]').fill(people.sam.username);
      await guest.locator("small.bad").waitFor();
      found.push(...(await findings(guest, "register")));
      await register(guest, name("guest"));
      await guest.locator(".side .state").waitFor();
      found.push(...(await findings(guest, "no chats yet")));
      await guest.context().close();
      const page = await person({ viewport, dark, locale, permissions: ["microphone"], serviceWorkers: "block" }); // so that every request passes the line below
      await page.route(/\/read_markers|\/receipt\//, (route) => route.fulfill({ json: {} })); // what is unread stays so for the next visitor
      await enter(page, people.xiaoman);
      await page.locator(".chat").first().waitFor();
      for (const [place, [hash, arrive]] of Object.entries(places(rooms, browser))) {
        await page.goto("/icon.svg"); // every place is come to afresh
        await page.goto(`/${hash}`);
        await page.locator(".shell").waitFor();
        await arrive?.(page);
        found.push(...(await findings(page, place)));
      }
      await page.context().close(); // it would go on trying without a network
      page.troubles = page.troubles.filter((trouble) => !trouble.includes("ERR_INTERNET_DISCONNECTED"));
      check(found.length === 0, `\n${[...new Set(found)].join("\n")}`);
    });
  }
}
