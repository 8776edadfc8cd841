// Searching what was said, going to it among what lies around it, reading on from there, and coming back to now.
import { DESK, menuOf, register, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { scrollPast } from "../lines.mjs";
import { findings } from "../screens.mjs";

const COUNT = 180;

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person({ dark: true }), await person({ viewport: DESK, locale: "zh-CN" })];
  const boName = name("bo");
  await step("they have a long chat", async () => {
    await meet(ada, bo, name("ada"), boName);
    const room = encodeURIComponent(roomOf(ada));
    for (let i = 1; i <= COUNT; i += 1) {
      const body = i === 5 ? "Friday: 西湖边喝龙井茶，the Café opens at nine" : `line ${i} ` + "x".repeat((i * 37) % 90);
      await ask(ada, "PUT", `/v3/rooms/${room}/send/m.room.message/long${i}`, { msgtype: "m.text", body });
    }
    await ada.locator(".row .text", { hasText: `line ${COUNT} ` }).waitFor();
  });
  const found = (page) => page.locator(".found .chat");
  await step("part of a Chinese sentence is found from the list of chats, and marked", async () => {
    await bo.goto("/#/search");
    await bo.getByRole("searchbox").fill("龙井");
    await found(bo).first().waitFor();
    check((await bo.locator(".found mark").first().innerText()) === "龙井", "the word is not marked");
    await shot(bo, "results-desk");
    check((await findings(bo, "results")).length === 0, (await findings(bo, "results")).join("\n"));
  });
  await step("a key leads to it, and the results stay beside it on a desk", async () => {
    await found(bo).first().focus();
    await bo.keyboard.press("Enter");
    await bo.locator(".row.marked", { hasText: "龙井" }).waitFor();
    await found(bo).first().waitFor();
    await shot(bo, "around-desk");
    check((await findings(bo, "around")).length === 0, (await findings(bo, "around")).join("\n"));
  });
  await step("within one conversation, without regard to accents", async () => {
    await ada.locator(".talk-bar .icon-button").last().click();
    await ada.getByRole("button", { name: "Search in this conversation" }).click();
    await ada.getByRole("searchbox").fill("cafe");
    await found(ada).first().waitFor();
    await shot(ada, "results-phone");
    check((await findings(ada, "results")).length === 0, (await findings(ada, "results")).join("\n"));
    await found(ada).first().click();
    await ada.locator(".row.marked", { hasText: "Café" }).waitFor();
    const box = await ada.locator(".row", { hasText: "Café" }).boundingBox();
    check(box.y > 60 && box.y < 700, `it is at ${box.y}`);
    check((await ada.locator(".row", { hasText: `line ${COUNT} ` }).count()) === 0, "everything up to now was loaded");
    await shot(ada, "around-phone");
  });
  await step("back leads to the results", async () => {
    await ada.goBack();
    await found(ada).first().waitFor();
    await found(ada).first().click();
    await ada.locator(".row.marked", { hasText: "Café" }).waitFor();
  });
  await step("reading on from there leads to now without a gap", async () => {
    const { lines } = await scrollPast(ada, 500, COUNT);
    const first = lines[0];
    const wanted = Array.from({ length: COUNT - first + 1 }, (_, i) => first + i).filter((i) => i !== 5);
    check(first < 5 && lines.join() === wanted.join(), `lines are missing: ${lines.join()}`);
  });
  await step("one tap leads from far back to now, and there one writes", async () => {
    await bo.locator(".to-bottom").click();
    await bo.locator(".row .text", { hasText: `line ${COUNT} ` }).waitFor();
    await say(bo, "back again");
  });
  await step("a quotation leads to what it answers, however far", async () => {
    await ada.goBack();
    await found(ada).first().click();
    await menuOf(ada, "Café");
    await ada.locator(".menu-item").first().click();
    await say(ada, "nine is fine");
    await bo.locator(".row.other .quote").last().click();
    await bo.locator(".row.marked", { hasText: "Café" }).waitFor();
  });
  await step("people are found by pinyin", async () => {
    const guest = await person();
    await register(guest, name("wang"));
    await ask(guest, "PUT", `/v3/profile/${encodeURIComponent(await guest.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).userId))}/displayname`, { displayname: "王晓曼" });
    await bo.goto("/#/new");
    await bo.getByRole("searchbox").fill("wangxiaoman");
    await bo.locator(".person", { hasText: "王晓曼" }).first().waitFor();
  });
  await step("nothing found is said", async () => {
    await bo.goto("/#/search");
    await bo.getByRole("searchbox").fill("zzzznothing");
    await bo.locator(".side .state-title", { hasText: "zzzznothing" }).waitFor();
  });
}
