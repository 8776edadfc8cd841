// A long conversation: older pages come on scrolling back, and what one reads stays where it is.
import { scrollPast } from "../lines.mjs";
import { meet, ask, roomOf } from "../meeting.mjs";

const COUNT = 240;

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person(), await person()];
  await step("they have a long chat", async () => {
    await meet(ada, bo, name("ada"), name("bo"));
    const room = encodeURIComponent(roomOf(ada));
    for (let i = 1; i <= COUNT; i += 1) {
      await ask(ada, "PUT", `/v3/rooms/${room}/send/m.room.message/long${i}`, { msgtype: "m.text", body: `line ${i} ` + "x".repeat((i * 37) % 90) });
    }
  });
  await step("a fresh look starts at the newest message", async () => {
    await bo.locator(".row .text", { hasText: `line ${COUNT} ` }).waitFor();
    await bo.reload();
    await bo.locator(".row .text", { hasText: `line ${COUNT} ` }).waitFor();
    check(await bo.evaluate(() => document.querySelector(".timeline").scrollTop > -2), "not at the bottom");
  });
  const placeOf = (text) =>
    bo.evaluate((text) => {
      const row = [...document.querySelectorAll(".row")].find((one) => one.textContent.includes(text));
      return row && Math.round(row.getBoundingClientRect().top);
    }, text);
  const scrollBy = (y) => bo.evaluate((y) => (document.querySelector(".timeline").scrollTop += y), y);
  await step("a new message does not move what is being read", async () => {
    await scrollBy(-900);
    await bo.waitForTimeout(400);
    const text = await bo.evaluate(() => {
      const rows = [...document.querySelectorAll(".row")];
      return rows.find((row) => row.getBoundingClientRect().top > 120).textContent.match(/line \d+ /)[0];
    });
    const before = await placeOf(text);
    await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(roomOf(ada))}/send/m.room.message/late`, { msgtype: "m.text", body: "late" });
    await bo.locator(".row .text", { hasText: "late" }).waitFor({ state: "attached" });
    await bo.waitForTimeout(150);
    const after = await placeOf(text);
    check(Math.abs(before - after) <= 2, `${text} moved from ${before} to ${after}`);
  });
  await step("scrolling back reaches the first message", async () => {
    await scrollBy(100_000);
    const { lines, most } = await scrollPast(bo, -500, 1);
    check(lines.length === COUNT && lines[0] === 1, `lines are missing: ${lines.join()}`);
    check(most < COUNT / 2, `${most} lines are drawn at once`);
  });
  await step("while one scrolls, the day of what is at the top is told", async () => {
    await scrollBy(700);
    await bo.locator(".day-above.shown").waitFor();
    await shot(bo, "day");
    await scrollBy(-100_000);
    await bo.locator(".day-above:not(.shown)").waitFor({ state: "attached" }); // the day's own line says it
  });
  await step("what was measured is right: drawing what was far does not move what is read", async () => {
    await scrollBy(2_000);
    await bo.waitForTimeout(200);
    const text = await bo.evaluate(() => [...document.querySelectorAll(".row")].find((row) => row.getBoundingClientRect().top > 200).textContent.match(/line \d+ /)[0]);
    const before = await placeOf(text);
    for (const y of [-900, -900, 900, 900]) {
      await scrollBy(y);
      await bo.waitForTimeout(100);
    }
    const after = await placeOf(text);
    check(Math.abs(before - after) <= 2, `${text} moved from ${before} to ${after}`);
  });
  await step("one tap leads back to the newest", async () => {
    await bo.locator(".to-bottom").click();
    await bo.waitForFunction(() => document.querySelector(".timeline").scrollTop > -2);
  });
}
