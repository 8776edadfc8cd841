// A thread of an encrypted chat: the server knows what belongs together, and reads none of it; a reload reads it again.
import { DESK, choose, landscape, menuOf } from "../people.mjs";
import { ask, meetSealed, roomOf } from "../meeting.mjs";

export default async function tell({ browser, person, name, step, shot, check }) {
  const lin = await person({ locale: "zh-CN" });
  const sam = await person({ viewport: DESK });
  const answer = async (page, text) => {
    await page.locator(".thread .composer textarea").fill(text);
    await page.locator(".thread .send-button").click();
    await page.locator(".thread .row.own .text", { hasText: text }).last().waitFor();
  };
  await step("they have an encrypted chat", async () => {
    await meetSealed(lin, sam, name("lin"), name("sam"), "钥匙在哪？");
  });
  await step("Sam answers in a thread, with words and a photo; Lin reads both there", async () => {
    await menuOf(sam, "钥匙在哪？");
    await choose(sam, "Reply in thread");
    await answer(sam, "Under the flowerpot.");
    await sam.locator('.thread .composer input[type="file"]').setInputFiles([await landscape(browser)]);
    await sam.locator(".thread .attached li").waitFor();
    await sam.locator(".thread .send-button").click();
    await lin.locator(".answers", { hasText: "2 条回复" }).click();
    await lin.locator(".thread .row.other .text", { hasText: "Under the flowerpot." }).waitFor();
    await lin.waitForFunction(() => document.querySelector(".thread .row.other .photo img")?.naturalWidth === 800);
    await answer(lin, "找到了");
    await sam.locator(".thread .row.other .text", { hasText: "找到了" }).waitFor();
    await shot(lin, "phone");
  });
  await step("the server sees the relation and nothing else", async () => {
    const { chunk } = await ask(sam, "GET", `/v3/rooms/${encodeURIComponent(roomOf(sam))}/messages?dir=b&limit=50`);
    const inThread = chunk.filter((event) => event.content["m.relates_to"]?.rel_type === "m.thread");
    check(inThread.length === 3 && inThread.every((event) => event.type === "m.room.encrypted" && event.content.ciphertext), JSON.stringify(inThread));
    check(!/flowerpot|找到/.test(JSON.stringify(chunk)), "the words are there");
    const { chunk: roots } = await ask(sam, "GET", `/v1/rooms/${encodeURIComponent(roomOf(sam))}/threads`);
    check(roots.length === 1 && roots[0].unsigned["m.relations"]["m.thread"].count === 3, "the server does not know the thread");
  });
  await step("what is pinned there is read by both, also what is edited later and in a thread", async () => {
    await lin.goBack();
    await menuOf(lin, "钥匙在哪？");
    await choose(lin, "置顶");
    await sam.locator(".pin-bar", { hasText: "钥匙在哪？" }).waitFor();
    await sam.locator(".thread .row.own .bubble", { hasText: "flowerpot" }).focus();
    await sam.keyboard.press("Enter");
    await choose(sam, "Pin");
    await lin.locator(".pin-bar", { hasText: "Under the flowerpot." }).waitFor();
  });
  await step("after a reload it is read again, below the message, in the list and in the thread", async () => {
    await sam.reload();
    await sam.locator(".answers", { hasText: "找到了" }).waitFor();
    await sam.locator(".thread .row.own .text", { hasText: "Under the flowerpot." }).waitFor();
    await sam.goto(`/#/room/${encodeURIComponent(roomOf(sam))}/threads`);
    await sam.locator(".thread-root", { hasText: "找到了" }).waitFor();
    await sam.locator(".thread-root", { hasText: "钥匙在哪？" }).waitFor();
    await shot(sam, "list");
    await sam.locator(".pin-bar", { hasText: "Under the flowerpot." }).waitFor();
  });
}
