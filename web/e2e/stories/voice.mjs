// Voice messages: spoken hands-free and with a finger on the button, cancelled, locked; heard, sought through, hurried, one after the other;
// refused microphones; and all of it in an encrypted chat, where the server learns nothing of it.
import { DESK, register, say } from "../people.mjs";
import { acceptSealed, ask, meet, roomOf, writeSealed } from "../meeting.mjs";

const MICROPHONE = { permissions: ["microphone"] };

export default async function tell({ person, name, step, shot, check }) {
  const [ada, bo] = [await person(MICROPHONE), await person({ viewport: DESK, locale: "zh-CN", dark: true, ...MICROPHONE })];
  const boName = name("bo");
  const recordFor = async (page, ms) => {
    await page.locator(".recorder .send-button").waitFor();
    await page.waitForFunction((ms) => {
      const [minutes, seconds] = document.querySelector(".recorder [role=timer]").textContent.split(":").map(Number);
      return (minutes * 60 + seconds) * 1000 >= ms;
    }, ms);
  };
  const newest = async (page) => (await ask(page, "GET", `/v3/rooms/${encodeURIComponent(roomOf(page))}/messages?dir=b&limit=1`)).chunk[0];
  const touch = async (page) => {
    const client = await page.context().newCDPSession(page);
    const box = await page.locator(".voice-button").boundingBox();
    let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const at = () => [{ x, y }];
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at() });
    return {
      move: async (dx, dy) => {
        for (let i = 0; i < 5; i += 1) {
          [x, y] = [x + dx / 5, y + dy / 5];
          await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at() });
        }
      },
      up: () => client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }),
    };
  };

  await step("they have a chat", () => meet(ada, bo, name("ada"), boName));
  await step("Bo records by keyboard, sees how loud it is, and sends with Enter", async () => {
    await bo.locator(".voice-button").focus();
    await bo.keyboard.press("Enter");
    await recordFor(bo, 2000);
    await bo.locator(".recorder-levels i").nth(10).waitFor();
    await shot(bo, "recording");
    await bo.keyboard.press("Enter");
    await ada.locator(".row.other .voice").waitFor();
    const { content } = await newest(bo);
    check(content.msgtype === "m.audio" && content["org.matrix.msc3245.voice"] && content.info.mimetype === "audio/ogg", JSON.stringify(content));
    const { duration, waveform } = content["org.matrix.msc1767.audio"];
    check(duration >= 1500 && duration < 20_000 && duration === content.info.duration, `it lasts ${duration} ms`);
    check(waveform.length > 10 && waveform.length <= 100 && Math.max(...waveform) === 1024, `the waveform is ${waveform}`);
    check((await bo.evaluate(() => document.activeElement.className)).includes("voice-button"), "the focus is lost");
  });
  await step("Escape discards", async () => {
    await bo.keyboard.press("Enter");
    await recordFor(bo, 1000);
    await bo.keyboard.press("Escape");
    await bo.locator(".recorder").waitFor({ state: "detached" });
    check((await bo.locator(".voice").count()) === 1, "what was discarded has been sent");
  });
  await step("Ada holds the button and lets go: sent; slides away: nothing; slides up: hands-free", async () => {
    let finger = await touch(ada);
    await ada.locator(".recorder.held", { hasText: "0:02" }).waitFor();
    await shot(ada, "held");
    await finger.up();
    await bo.locator(".row.other .voice").waitFor();
    finger = await touch(ada);
    await ada.locator(".recorder.held", { hasText: "0:01" }).waitFor();
    await finger.move(-160, 0);
    await ada.locator(".recorder.leaving").waitFor();
    await shot(ada, "leaving");
    await finger.up();
    await ada.locator(".recorder").waitFor({ state: "detached" });
    finger = await touch(ada);
    await ada.locator(".recorder.held", { hasText: "0:01" }).waitFor();
    await finger.move(0, -130);
    await ada.locator(".recorder .recorder-cancel").waitFor();
    await finger.up();
    await recordFor(ada, 2000);
    await shot(ada, "locked");
    await ada.locator(".recorder .send-button").click();
    await bo.locator(".row.other .voice").nth(1).waitFor();
    check((await ada.locator(".row.own .voice").count()) === 2, "what was slid away has been sent");
  });
  await step("Bo hears the first one, and the next unheard one goes on by itself", async () => {
    check((await bo.locator(".voice-unheard").count()) === 2, "unheard ones are not marked");
    await bo.locator(".row.other .voice-play").first().click();
    await bo.locator(".row.other").nth(1).getByRole("button", { name: "暂停" }).waitFor();
    await shot(bo, "playing");
    await bo.locator(".row.other").nth(2).getByRole("button", { name: "暂停" }).waitFor();
    await bo.locator(".voice-unheard").first().waitFor({ state: "detached" });
    await bo.getByRole("button", { name: "暂停" }).waitFor({ state: "detached" });
  });
  await step("arrow keys and taps go to a place, the speed changes, and only one is heard at a time", async () => {
    const [first, second] = [ada.locator(".row .voice").nth(0), ada.locator(".row .voice").nth(1)];
    await first.locator(".voice-play").click();
    await first.getByRole("button", { name: "Pause" }).click();
    const wave = first.locator(".wave");
    await wave.focus();
    await ada.keyboard.press("Home");
    await ada.keyboard.press("ArrowRight");
    check((await wave.getAttribute("aria-valuenow")) === "1", `at ${await wave.getAttribute("aria-valuetext")}`);
    const { width } = await wave.boundingBox();
    await wave.click({ position: { x: width / 2, y: 10 } });
    check((await wave.locator(".played").count()) > 15, "the tap went nowhere");
    await first.getByRole("button", { name: "Speed 1×" }).click();
    await first.getByRole("button", { name: "Speed 1.5×" }).click();
    check((await ada.evaluate(() => localStorage.getItem("laiwang.rate"))) === "2", "the speed is not kept");
    await second.locator(".voice-play").click();
    await second.getByRole("button", { name: "Pause" }).waitFor();
    check((await first.getByRole("button", { name: "Pause" }).count()) === 0, "two are heard at a time");
    await shot(ada, "heard");
  });
  await step("without leave or a microphone it says so", async () => {
    await ada.context().clearPermissions();
    await ada.locator(".voice-button").tap();
    await ada.locator(".toast", { hasText: "not allowed" }).waitFor();
    await ada.locator(".recorder").waitFor({ state: "detached" });
    await say(ada, "I will write, then");
    await ada.context().grantPermissions(["microphone"]);
  });
  await step("in an encrypted chat the server learns nothing of it", async () => {
    const cy = await person({ locale: "zh-CN", ...MICROPHONE });
    const cyName = name("cy");
    await register(cy, cyName);
    await writeSealed(cy, boName, "密");
    await bo.goto("/#/");
    await acceptSealed(bo, "密");
    await cy.locator(".voice-button").tap();
    await recordFor(cy, 1000);
    await cy.locator(".recorder .send-button").tap();
    await bo.locator(".row.other .voice-play").click();
    await bo.locator(".row.other").getByRole("button", { name: "暂停" }).waitFor();
    const served = await newest(bo);
    check(served.type === "m.room.encrypted" && !JSON.stringify(served).includes("waveform"), JSON.stringify(served));
    await shot(bo, "sealed");
  });
}
