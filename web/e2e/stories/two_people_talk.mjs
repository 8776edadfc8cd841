// Two people meet and talk: text, reply, reaction, edit, deletion, a photo that arrives visibly, read marks.
import { DESK, choose, landscape, menuOf, register, say, sendFiles } from "../people.mjs";

export default async function tell({ browser, person, name, step, shot, check }) {
  const lin = await person({ locale: "zh-CN" });
  const sam = await person({ viewport: DESK, dark: true });
  const samName = name("sam");

  await step("both register", async () => {
    await register(lin, name("lin"));
    await register(sam, samName);
  });
  await step("Lin finds Sam and starts a chat", async () => {
    await lin.getByRole("button", { name: "发起聊天" }).first().click();
    await lin.getByRole("searchbox").fill(samName);
    await lin.getByRole("button", { name: new RegExp(samName) }).click();
    await lin.locator(".composer").waitFor();
  });
  await step("Lin writes before Sam has joined", async () => {
    await say(lin, "你好，Sam！周末一起去西湖吗？");
    await say(lin, "早上人少。");
  });
  await step("Sam accepts the invitation and sees what was written", async () => {
    await sam.getByRole("button", { name: "Accept" }).click();
    await sam.locator(".row.other .text", { hasText: "早上人少。" }).waitFor();
  });
  await step("Lin sees that Sam has read it", async () => {
    await lin.locator('.row.own .delivery.read[aria-label="已读"]').last().waitFor();
  });
  await step("Sam answers, and the chat shows whom and what", async () => {
    await menuOf(sam, "早上人少");
    await choose(sam, "Reply");
    await say(sam, "Eight o'clock, then?");
    await lin.locator(".row.other .quote", { hasText: "早上人少" }).waitFor();
  });
  await step("Lin reacts, and takes it back", async () => {
    await menuOf(lin, "Eight o'clock");
    await lin.locator(".quick").getByRole("button", { name: "👍" }).click();
    await sam.locator(".reaction", { hasText: "👍" }).waitFor();
    await lin.locator(".reaction", { hasText: "👍" }).click();
    await sam.locator(".reaction").waitFor({ state: "detached" });
    await menuOf(lin, "Eight o'clock");
    await lin.locator(".quick").getByRole("button", { name: "❤️" }).click();
    await sam.locator(".reaction", { hasText: "❤️" }).waitFor();
  });
  await step("Sam edits", async () => {
    await menuOf(sam, "Eight o'clock");
    await choose(sam, "Edit");
    await sam.locator(".composer textarea").fill("Nine o'clock, then?");
    await sam.keyboard.press("Enter");
    await lin.locator(".row.other", { hasText: "Nine o'clock" }).getByText("已编辑").waitFor();
    check((await lin.getByText("Eight o'clock").count()) === 0, "the old text is still there");
  });
  await step("Lin sees that Sam is typing", async () => {
    await sam.locator(".composer textarea").pressSequentially("and");
    await lin.locator(".talk-title .typing").waitFor();
    await sam.locator(".composer textarea").fill("");
  });
  await step("Sam recalls", async () => {
    await say(sam, "wrong window");
    await lin.locator(".row.other .text", { hasText: "wrong window" }).waitFor();
    await menuOf(sam, "wrong window");
    await choose(sam, "Recall");
    await lin.locator(".notice", { hasText: "撤回了一条消息" }).waitFor();
    check((await lin.getByText("wrong window").count()) === 0, "the deleted text is still there");
  });
  await step("Lin sends a photo, and Sam sees it", async () => {
    await sendFiles(lin, await landscape(browser), "就是这里");
    const picture = sam.locator(".row.other .photo img");
    await picture.waitFor();
    await sam.waitForFunction(() => document.querySelector(".row.other .photo img")?.naturalWidth > 100);
    await sam.locator(".row.other .bubble", { has: sam.locator(".photo") }).getByText("就是这里").waitFor();
    await sam.locator(".row.other .photo").click();
    await sam.locator(".viewer img").waitFor();
    await sam.waitForFunction(() => document.querySelector(".viewer img")?.naturalWidth >= 1200);
    await sam.keyboard.press("Escape");
    await sam.locator(".viewer").waitFor({ state: "detached" });
  });
  await step("a file arrives as a download", async () => {
    const file = { name: "路线.txt", mimeType: "text/plain", buffer: Buffer.from("断桥 → 苏堤") };
    await sendFiles(lin, file);
    const coming = sam.waitForEvent("download");
    await sam.locator(".row.other .file").click();
    check((await coming).suggestedFilename() === "路线.txt", "the file has another name");
  });
  await shot(lin, "lin");
  await shot(sam, "sam");
}
