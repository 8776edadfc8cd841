// A thread beside a conversation: begun, answered, edited, read, found, far back; Ada on a phone, Bo at a desk.
import { findings } from "../screens.mjs";
import { DESK, PASSWORD, choose, menuOf, register, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";

const answer = async (page, text) => {
  await page.locator(".thread .composer textarea").fill(text);
  await page.locator(".thread .send-button").click();
  await page.locator(".thread .row.own .text", { hasText: text }).last().waitFor();
};
const menuIn = async (page, text) => {
  await page.locator(".thread .bubble", { hasText: text }).last().focus();
  await page.keyboard.press("Enter");
  await page.locator(".menu").waitFor();
};

export default async function tell({ person, name, step, shot, check }) {
  const ada = await person();
  const bo = await person({ viewport: DESK, locale: "zh-CN", dark: true });
  const found = [];
  const look = async (page, place) => found.push(...(await findings(page, place)));
  const adaName = name("ada");
  await step("they have a chat", () => meet(ada, bo, adaName, name("bo")));
  const room = roomOf(ada);
  const events = async (page) => (await ask(page, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=100`)).chunk;

  await step("Bo answers in a thread, beside the conversation", async () => {
    await say(ada, "Who brings the tea?");
    await bo.locator(".row.other .text", { hasText: "Who brings the tea?" }).waitFor();
    await menuOf(bo, "Who brings the tea?");
    await choose(bo, "在话题中回复");
    await bo.locator(".thread .thread-start", { hasText: "还没有回复" }).waitFor();
    await bo.locator(".thread .composer textarea").pressSequentially("我带龙井");
    await bo.keyboard.press("Enter");
    await bo.locator(".thread .row.own .text", { hasText: "我带龙井" }).waitFor();
    await bo.locator(".talk-main .answers", { hasText: "1 条回复" }).waitFor();
    check((await bo.locator(".talk-main .row .text", { hasText: "我带龙井" }).count()) === 0, "the answer stands in the conversation as well");
  });
  await step("clients without threads see an answer to the newest message of the thread", async () => {
    await answer(bo, "两壶");
    await ada.locator(".answers", { hasText: "2 replies" }).waitFor(); // drawn before it is sent: by now the server has it
    const [second, first] = (await events(bo)).filter((event) => event.content["m.relates_to"]?.rel_type === "m.thread");
    const relation = second.content["m.relates_to"];
    check(relation.is_falling_back === true && relation["m.in_reply_to"].event_id === first.event_id, JSON.stringify(relation));
    check(first.content["m.relates_to"]["m.in_reply_to"].event_id === relation.event_id, "the first one does not fall back on the root");
  });
  await step("Ada sees it below her message; the list counts it, and it stays unread while only the conversation is seen", async () => {
    await ada.locator(".answers", { hasText: "2 replies" }).waitFor();
    await ada.locator(".answers .badge", { hasText: "2" }).waitFor();
    await ada.locator(".threads-button").waitFor();
    await shot(ada, "below");
    await look(ada, "a thread below");
    await ada.goBack();
    await ada.locator(".chat .badge", { hasText: "2" }).waitFor();
    await ada.locator(".chat", { hasText: "两壶" }).click();
    await ada.locator(".answers .badge", { hasText: "2" }).waitFor();
  });
  await step("she opens it as a page of its own, and it is read, there and in the list", async () => {
    await ada.locator(".answers").click();
    await ada.locator(".thread .row.other .text", { hasText: "两壶" }).waitFor();
    await ada.locator(".thread .unread-line").waitFor();
    check(!(await ada.locator(".talk-main .composer").isVisible()), "the conversation is seen behind it");
    await bo.locator('.thread .row.own .delivery.read').nth(1).waitFor();
    await shot(ada, "thread-phone");
    await look(ada, "a thread");
    await ada.goBack();
    await ada.locator(".answers").waitFor();
    await ada.locator(".answers .badge, .threads-button").first().waitFor({ state: "detached" });
    await ada.goBack();
    await ada.locator(".chat").waitFor();
    check((await ada.locator(".chat .badge").count()) === 0, "it is still counted");
    await ada.goForward();
    await ada.locator(".answers").click();
  });
  await step("what is written without a network goes out later, in order, into the thread", async () => {
    await ada.context().setOffline(true);
    await answer(ada, "one");
    await answer(ada, "two");
    await ada.locator(".thread .thread-start", { hasText: "4 replies" }).waitFor();
    await ada.context().setOffline(false);
    await bo.locator(".thread .row.other .text", { hasText: "two" }).waitFor();
    const texts = await bo.locator(".thread .row .text").allTextContents();
    check(texts.join() === "Who brings the tea?,我带龙井,两壶,one,two", texts.join());
    await bo.locator(".talk-main .answers", { hasText: "4 条回复" }).waitFor();
    ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("ERR_INTERNET_DISCONNECTED"));
  });
  await step("answers within it, reactions, edits and deletions stay in it", async () => {
    await menuIn(ada, "两壶");
    check((await ada.locator(".menu").getByRole("menuitem", { name: "Reply in thread" }).count()) === 0, "a thread within a thread is offered");
    await choose(ada, /^Reply$/);
    await answer(ada, "two pots are plenty");
    await bo.locator(".thread .row.other .quote", { hasText: "两壶" }).waitFor();
    const [newest] = await events(bo);
    check(newest.content["m.relates_to"].is_falling_back === false, "an answer within the thread is said to be a fallback");
    await menuIn(bo, "two pots");
    await bo.locator(".quick").getByRole("button", { name: "👍" }).click();
    await ada.locator(".thread .reaction", { hasText: "👍" }).waitFor();
    await menuIn(ada, "two pots");
    await choose(ada, "Edit");
    await ada.locator(".thread .composer textarea").fill("two pots are enough");
    await ada.locator(".thread .send-button").click();
    await bo.locator(".talk-main .answers", { hasText: "two pots are enough" }).waitFor();
    await menuIn(ada, "two pots");
    await choose(ada, "Recall");
    await bo.locator(".thread .notice", { hasText: "撤回" }).waitFor();
    await bo.locator(".talk-main .answers", { hasText: "4 条回复" }).waitFor();
    await bo.locator(".talk-main .answers", { hasText: "two" }).waitFor();
    check((await bo.locator(".talk-main .notice", { hasText: "撤回" }).count()) === 0, "the deleted answer moved into the conversation");
  });
  await step("a device that never saw the deleted answer has it in the thread, not in the conversation", async () => {
    const late = await person({ viewport: DESK });
    await late.goto("/");
    await late.locator('input[name="username"]').fill(adaName);
    await late.locator('input[name="password"]').fill(PASSWORD);
    await late.locator('form button[type="submit"]').click();
    await late.locator(".chat").first().click();
    await late.locator(".talk-main .answers", { hasText: "4 replies" }).click();
    await late.locator(".thread .notice", { hasText: "recalled" }).waitFor();
    check((await late.locator(".talk-main .notice", { hasText: "recalled" }).count()) === 0, "it stands in the conversation");
    await late.context().close();
  });
  await step("a poll that is made in the thread stands in it", async () => {
    await bo.locator(".thread .add-button").click();
    await choose(bo, "投票");
    const fields = bo.locator(".poll-form input:not([type=checkbox])");
    for (const [i, text] of ["Which pot?", "clay", "glass"].entries()) await fields.nth(i).fill(text);
    await bo.locator(".poll-form button[type=submit]").click();
    await ada.locator(".thread .row.other", { hasText: "Which pot?" }).waitFor();
    check((await bo.locator(".talk-main .row .bubble", { hasText: "Which pot?" }).count()) === 0, "the poll stands in the conversation");
    await menuIn(bo, "Which pot?");
    await choose(bo, "撤回");
    await ada.locator(".thread .thread-start", { hasText: "4 replies" }).waitFor();
  });
  await step("each has a draft of its own", async () => {
    await bo.locator(".talk-main .composer textarea").fill("out here");
    await bo.locator(".thread .composer textarea").fill("in there");
    await shot(bo, "thread-desk");
    await look(bo, "a thread on a desk");
    await bo.locator(".thread .bar .icon-button").first().click();
    await bo.locator(".thread").waitFor({ state: "detached" });
    check((await bo.locator(".composer textarea").inputValue()) === "out here", "the draft of the conversation is lost");
    await bo.locator(".answers", { hasText: "in there" }).waitFor();
    await bo.waitForFunction(() => document.activeElement?.matches(".talk-main .composer textarea"));
    await bo.locator(".answers").click();
    await bo.waitForFunction(() => document.querySelector(".thread .composer textarea")?.value === "in there");
    await bo.locator(".thread .composer textarea").fill("");
    await bo.locator(".talk-main .composer textarea").fill("");
    await bo.locator(".thread .bar .icon-button").first().click();
  });
  await step("a search leads into the thread", async () => {
    await bo.goto("/#/search");
    await bo.getByRole("searchbox").fill("龙井");
    await bo.locator(".side .found .chat").first().click();
    await bo.locator(".thread .row.marked", { hasText: "我带龙井" }).waitFor();
    await bo.locator(".side .found .chat.current").waitFor();
  });
  await step("far back it is found in the list of threads, and reads on from what the server has", async () => {
    const root = (await events(ada)).find((event) => event.content.body === "Who brings the tea?").event_id;
    const send = (page, text, more = {}) => ask(page, "PUT", `/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${name("t")}`, { msgtype: "m.text", body: text, ...more });
    await ada.goto("/#/");
    for (let i = 1; i <= 60; i += 1) await send(bo, `in ${i}.`, { "m.relates_to": { rel_type: "m.thread", event_id: root } });
    for (let i = 1; i <= 25; i += 1) await send(bo, `out ${i}.`);
    await ada.evaluate(async () => (await indexedDB.databases()).forEach(({ name }) => indexedDB.deleteDatabase(name)));
    await ada.reload();
    await ada.locator(".chat .badge", { hasText: "85" }).click();
    await ada.locator(".row .text", { hasText: "out 25." }).waitFor();
    await ada.getByRole("button", { name: "1 thread with something new" }).click();
    await ada.locator(".thread-root", { hasText: "64 replies" }).waitFor();
    await ada.locator(".thread-root .badge", { hasText: "60" }).waitFor();
    await shot(ada, "list-phone");
    await look(ada, "the list of threads");
    await ada.getByText("Mine").click();
    await ada.locator(".thread-root").click();
    await ada.locator(".thread .row .text", { hasText: "in 60." }).waitFor();
    for (let i = 0; i < 20 && (await ada.locator(".thread .row .text", { hasText: "Who brings the tea?" }).count()) === 0; i += 1) {
      await ada.evaluate(() => (document.querySelector(".thread .timeline").scrollTop -= 3000));
      await ada.waitForTimeout(100);
    }
    const texts = await ada.locator(".thread .row .text").allTextContents();
    const wanted = ["Who brings the tea?", "我带龙井", "两壶", "one", "two", ...Array.from({ length: 60 }, (_, i) => `in ${i + 1}.`)];
    check(texts.join() === wanted.join(), `answers are missing or out of order: ${texts.join()}`);
    await answer(ada, "sixty-one");
    await bo.goto(`/#/room/${encodeURIComponent(room)}/threads`);
    await bo.locator(".thread-root", { hasText: "65 条回复" }).waitFor();
    await shot(bo, "list-desk");
    await ada.goto("/#/");
    await ada.locator(".chat").waitFor();
    check((await ada.locator(".chat .badge").count()) === 0, "something is still counted");
  });
  await step("somebody new sees that there are none", async () => {
    const guest = await person();
    await register(guest, name("guest"));
    const { room_id } = await ask(guest, "POST", "/v3/createRoom", { name: "Alone" });
    await guest.goto(`/#/room/${encodeURIComponent(room_id)}/threads`);
    await guest.locator(".threads .state-title").waitFor();
    await look(guest, "no threads");
  });
  check(found.length === 0, found.join("\n"));
}
