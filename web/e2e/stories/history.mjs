// A long conversation: older pages come on scrolling back, and what one reads stays where it is.
import { meet, ask, roomOf } from "../meeting.mjs";

const COUNT = 130;

export default async function tell({ person, name, step, check }) {
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
    for (let i = 0; i < 40 && (await placeOf("line 1 ")) === undefined; i += 1) {
      await scrollBy(-1500);
      await bo.waitForTimeout(120);
    }
    check((await placeOf("line 1 ")) !== undefined, "the first line did not come");
    const rows = await bo.evaluate(() => [...document.querySelectorAll(".row .text")].map((one) => /line (\d+) /.exec(one.textContent)?.[1]).filter(Boolean));
    check(rows.length === COUNT && rows.every((line, i) => Number(line) === i + 1), "lines are missing or out of order");
  });
  await step("one tap leads back to the newest", async () => {
    await bo.locator(".to-bottom").click();
    await bo.waitForFunction(() => document.querySelector(".timeline").scrollTop > -2);
  });
}
