// Polls: made from the plus menu, voted in by several, changed, hidden until the end, ended, offline, from other clients, and far back.
import { DESK, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

async function make(page, question, answers, words, switches = []) {
  await page.locator(".add-button").click();
  await page.getByRole("menuitem", { name: words.poll }).click();
  await page.locator(".poll-form .field input").fill(question);
  for (const [i, answer] of answers.entries()) await page.locator(".poll-field input").nth(i).fill(answer);
  for (const one of switches) await page.getByRole("switch", { name: one }).click();
  await page.getByRole("button", { name: words.start }).click();
  await page.locator(".poll", { hasText: question }).waitFor();
}

const EN = { poll: "Poll", start: "Start poll" };
const ZH = { poll: "投票", start: "发起投票" };

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person({ locale: "zh-CN" }), await person({ viewport: DESK, dark: true })];
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  const roomId = roomOf(ada);
  const room = encodeURIComponent(roomId);
  const poll = (page, text) => page.locator(".poll", { hasText: text }).last();
  const answer = (page, question, text) => poll(page, question).locator(".poll-answer", { hasText: text });

  await step("Ada asks where to eat", async () => {
    await ada.locator(".add-button").click();
    await ada.getByRole("menuitem", { name: "投票" }).click();
    await ada.locator(".poll-form .field input").fill("去哪儿吃饭？");
    check(await ada.getByRole("button", { name: "发起投票" }).isDisabled(), "a poll without answers can be started");
    for (const [i, text] of ["面馆", "面馆"].entries()) await ada.locator(".poll-field input").nth(i).fill(text);
    await ada.getByText("有两个相同的选项").waitFor();
    await ada.locator(".poll-field input").nth(1).fill("湖边的小饭店，就是上次下雨时去的那家");
    await ada.locator(".poll-field input").nth(2).fill("Home");
    check((await findings(ada, "making a poll")).length === 0, (await findings(ada, "making a poll")).join("\n"));
    await shot(ada, "making");
    await ada.getByRole("button", { name: "发起投票" }).click();
    await ada.locator(".poll-answer").nth(2).waitFor();
    const { type, content } = (await ask(bo, "GET", `/v3/rooms/${room}/messages?dir=b&limit=1`)).chunk[0];
    check(type === "org.matrix.msc3381.poll.start" && content["org.matrix.msc1767.text"].endsWith("3. Home"), JSON.stringify(content));
  });
  await step("they vote, change their minds, and see what comes of it", async () => {
    await answer(bo, "去哪儿吃饭", "Home").click();
    await answer(bo, "去哪儿吃饭", "Home").getByText("1 · 100%").waitFor();
    await poll(ada, "去哪儿吃饭").getByText("1 人已投票").waitFor();
    check((await poll(ada, "去哪儿吃饭").getByText("100%").count()) === 0, "Ada sees votes before her own");
    await answer(ada, "去哪儿吃饭", "面馆").click();
    await answer(bo, "去哪儿吃饭", "面馆").getByText("1 · 50%").waitFor();
    await answer(bo, "去哪儿吃饭", "面馆").click();
    await answer(ada, "去哪儿吃饭", "面馆").getByText("2 · 100%").waitFor();
    await answer(ada, "去哪儿吃饭", "Home").getByText("0 · 0%").waitFor();
  });
  await step("who voted can be seen", async () => {
    await poll(bo, "去哪儿吃饭").getByRole("button", { name: "Who voted" }).click();
    await bo.locator("dialog .person").nth(1).waitFor();
    check((await findings(bo, "who voted")).length === 0, (await findings(bo, "who voted")).join("\n"));
    await shot(bo, "voters");
    await bo.keyboard.press("Escape");
  });
  await step("a hidden poll with several answers shows its result at the end", async () => {
    await make(bo, "What shall we bring?", ["tea", "rice", "a boat"], EN, ["Several answers may be chosen", "Hidden until the end"]);
    await answer(ada, "What shall we", "tea").click();
    await answer(ada, "What shall we", "a boat").click();
    await poll(bo, "What shall we").getByText("1 person voted").waitFor();
    await answer(bo, "What shall we", "tea").click();
    await poll(ada, "What shall we").getByText("2 人已投票").waitFor();
    check((await poll(ada, "What shall we").getByText("%").count()) === 0, "votes of a hidden poll are told");
    check((await poll(ada, "What shall we").getByRole("button", { name: "结束投票" }).count()) === 1, "Ada, who may take messages back, cannot end it");
    await poll(bo, "What shall we").getByRole("button", { name: "End poll" }).click();
    await bo.locator("dialog").getByRole("button", { name: "End poll" }).click();
    await answer(ada, "What shall we", "tea").getByText("2 · 100%").waitFor();
    await answer(ada, "What shall we", "a boat").getByText("1 · 50%").waitFor();
    check((await poll(ada, "What shall we").locator("button.poll-answer").count()) === 0, "one can still vote");
    check((await poll(ada, "What shall we").getByText("🏆").count()) === 1, "nobody won");
    for (const page of [ada, bo]) check((await findings(page, "polls")).length === 0, (await findings(page, "polls")).join("\n"));
    await shot(ada, "phone");
    await shot(bo, "desk");
  });
  await step("a vote without a network goes out later", async () => {
    await ada.context().setOffline(true);
    await answer(ada, "去哪儿吃饭", "Home").click();
    await answer(ada, "去哪儿吃饭", "面馆").click();
    await answer(ada, "去哪儿吃饭", "Home").click();
    await answer(ada, "去哪儿吃饭", "Home").getByText("1 · 50%").waitFor();
    await ada.context().setOffline(false);
    await answer(bo, "去哪儿吃饭", "Home").getByText("1 · 50%").waitFor();
    ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("ERR_INTERNET_DISCONNECTED"));
  });
  await step("polls of other clients are read in their later form, too; a spoilt vote counts for nothing", async () => {
    const text = (body) => ({ "m.text": [{ body }] });
    const content = { ...text("Stable?"), "m.poll": { kind: "m.disclosed", question: text("Stable?"), answers: [{ "m.id": "y", ...text("yes") }, { "m.id": "n", ...text("no") }] } };
    const { event_id } = await ask(bo, "PUT", `/v3/rooms/${room}/send/m.poll.start/p1`, content);
    const relation = { "m.relates_to": { rel_type: "m.reference", event_id } };
    await ask(bo, "PUT", `/v3/rooms/${room}/send/m.poll.response/p2`, { ...relation, "m.selections": ["y"] });
    await poll(ada, "Stable?").getByText("1 人已投票").waitFor();
    await ask(bo, "PUT", `/v3/rooms/${room}/send/m.poll.response/p3`, { ...relation, "m.selections": ["y", "no such"] });
    await poll(ada, "Stable?").getByText("还没有人投票").waitFor();
    await answer(ada, "Stable?", "no").click();
    await answer(ada, "Stable?", "no").getByText("1 · 100%").waitFor();
  });
  await step("a poll far back gets its votes from the server", async () => {
    const first = (await ask(bo, "GET", `/v3/rooms/${room}/messages?dir=f&limit=50`)).chunk.find(({ type }) => type.endsWith("poll.start")).event_id;
    for (let i = 0; i < 130; i += 1) await ask(bo, "PUT", `/v3/rooms/${room}/send/m.room.message/fill${i}`, { msgtype: "m.text", body: `line ${i}` });
    const cara = await person({ serviceWorkers: "block" });
    await cara.goto("/icon.svg");
    await cara.evaluate((session) => localStorage.setItem("laiwang.session", session), await bo.evaluate(() => localStorage.getItem("laiwang.session")));
    const asked = cara.waitForRequest((request) => request.url().includes("/relations/"));
    await cara.goto(`/#/room/${room}/at/${encodeURIComponent(first)}`);
    await asked;
    await answer(cara, "去哪儿吃饭", "Home").getByText("1 · 50%").waitFor();
    await cara.close();
    await say(ada, "all there");
  });
}
