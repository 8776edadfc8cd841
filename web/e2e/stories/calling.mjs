// Two people call each other: voice with a chat beside it, video with real pictures, declining, missing, both at once, no microphone.
import { DEVICES, arrives, crossing, flaws, watchCalls } from "../calls.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { DESK, say } from "../people.mjs";
import { findings } from "../screens.mjs";

export default async function tell({ person, name, step, shot, check }) {
  const lin = await person({ locale: "zh-CN", ...DEVICES });
  const sam = await person({ viewport: DESK, dark: true, ...DEVICES });
  for (const page of [lin, sam]) await watchCalls(page);
  const found = [];
  const look = async (page, place) => found.push(...(await findings(page, place)));
  const button = (page, label) => page.getByRole("button", { name: label, exact: true });
  const over = (page) => page.locator(".call").waitFor({ state: "detached" });
  const line = (page, side, text) => page.locator(`.row.${side} .call-line`, { hasText: text }).last().waitFor();

  await step("they have a chat", () => meet(lin, sam, name("lin"), name("sam")));
  await step("the page may ask for microphone and camera, and nothing within it", async () => {
    const headers = (await lin.request.get("/")).headers();
    check(headers["permissions-policy"] === "camera=(self), microphone=(self)", headers["permissions-policy"]);
  });
  const room = roomOf(lin);
  await step("Lin calls, it rings at Sam wherever he is, and they hear each other", async () => {
    await sam.goto("/#/settings");
    await button(lin, "语音通话").click();
    await sam.locator(".ringing").waitFor();
    await sam.waitForFunction(() => document.title.includes("is calling"));
    await lin.locator(".call-standing", { hasText: "等待对方接听" }).waitFor();
    await look(sam, "ringing in the dark");
    await look(lin, "calling");
    await shot(sam, "ringing");
    await shot(lin, "calling");
    await button(sam, "Accept").click();
    for (const page of [lin, sam]) await page.locator(".call-standing[role=timer]").waitFor();
    await Promise.all([arrives(lin), arrives(sam)]);
    check(await sam.evaluate(() => !document.title.includes("calling")), "the title still rings");
    await shot(lin, "voice");
  });
  await step("Lin makes the call small and writes meanwhile", async () => {
    await button(lin, "缩小通话，继续聊天").click();
    await lin.locator(".call-bar").waitFor();
    await say(lin, "我在说话，也在写字");
    await look(lin, "a call as a bar");
    await shot(lin, "bar");
    await arrives(sam);
    await lin.locator(".call-bar-name").click();
  });
  await step("Sam turns his camera on within the voice call, Lin sees him, and sees when it is off again", async () => {
    await button(sam, "Camera on").click();
    await lin.waitForFunction(() => document.querySelector(".call-theirs")?.videoWidth > 0);
    await arrives(lin, 5);
    await button(sam, "Camera off").click();
    await lin.locator(".call.shows").waitFor({ state: "detached" });
  });
  await step("Sam hangs up; both are told, and the chat says how long it was", async () => {
    await button(sam, "Hang up").click();
    for (const page of [lin, sam]) await over(page);
    await lin.locator(".toast", { hasText: "已挂断" }).waitFor();
    await line(lin, "own", "语音通话");
    check(/0:\d\d/.test(await lin.locator(".call-line small").last().innerText()), "the length is missing");
    await lin.waitForFunction(() => globalThis.connections.every((one) => one.connectionState === "closed"));
  });
  await step("a video call: pictures arrive on both sides", async () => {
    await sam.goto(`/#/room/${encodeURIComponent(room)}`);
    await button(sam, "Video call").click();
    await lin.locator(".ringing", { hasText: "视频来电" }).waitFor();
    await shot(lin, "ringing-video");
    await look(lin, "ringing with video");
    await button(lin, "视频接听").click();
    for (const page of [lin, sam]) await page.waitForFunction(() => document.querySelector(".call-theirs")?.videoWidth > 0);
    await Promise.all([arrives(lin, 5), arrives(sam, 5)]);
    await lin.waitForFunction(() => document.querySelector(".call-theirs").currentTime > 0.3);
    await look(lin, "a video call");
    await shot(lin, "video");
    await shot(sam, "video");
    await button(sam, "Mute").click();
    await button(sam, "Unmute").waitFor();
    await button(lin, "挂断").click();
    for (const page of [lin, sam]) await over(page);
    await line(lin, "other", "视频通话");
  });
  await step("Lin declines, Sam is told", async () => {
    await button(sam, "Voice call").click();
    await button(lin, "拒绝").click();
    await sam.locator(".toast", { hasText: "declined" }).waitFor();
    await over(sam);
    await line(sam, "own", "Declined");
  });
  await step("Sam gives up before Lin answers: she has missed it, and calls back", async () => {
    await button(sam, "Call again").last().click();
    await lin.locator(".ringing").waitFor();
    await button(sam, "Cancel").click();
    await lin.locator(".ringing").waitFor({ state: "detached" });
    await line(lin, "other", "未接");
    await line(sam, "own", "Cancelled");
    await shot(lin, "lines");
    await look(lin, "lines of calls");
    await lin.locator(".row.other .call-line button").last().click();
    await sam.locator(".ringing").waitFor();
    await button(lin, "取消").click();
    await over(lin);
  });
  await step("both call at the same moment: it is one call, and nobody has to accept", async () => {
    await sam.locator(".ringing").waitFor({ state: "detached" });
    await crossing("m.call.invite", [lin, sam], () => Promise.all([button(lin, "语音通话").click(), button(sam, "Voice call").click()]));
    for (const page of [lin, sam]) await page.locator(".call-standing[role=timer]").waitFor();
    await Promise.all([arrives(lin), arrives(sam)]);
    check((await lin.locator(".ringing").count()) + (await sam.locator(".ringing").count()) === 0, "it rings");
    await button(lin, "挂断").click();
    for (const page of [lin, sam]) await over(page);
  });
  await step("who closes the page hangs up", async () => {
    await button(sam, "Voice call").click();
    await button(lin, "接听").click();
    await sam.locator(".call-standing[role=timer]").waitFor();
    await lin.goto("/icon.svg");
    await over(sam);
    await lin.goto("/");
    await lin.locator(".chat", { hasText: "语音通话" }).waitFor();
    check((await lin.locator(".ringing").count()) === 0, "what is over rings");
  });
  await step("without a microphone Sam is told in words, and Lin that it did not work", async () => {
    await sam.context().clearPermissions();
    await lin.goto(`/#/room/${encodeURIComponent(room)}`);
    await button(lin, "语音通话").click();
    await button(sam, "Accept").click();
    await sam.locator("dialog", { hasText: "may not use the microphone" }).waitFor();
    await look(sam, "no microphone");
    await shot(sam, "no-microphone");
    await button(sam, "Close").click();
    await lin.locator(".toast", { hasText: "麦克风无法使用" }).waitFor();
  });
  await step("all that was sent is as the specification has it", async () => {
    const { chunk } = await ask(lin, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=200`);
    const events = chunk.filter((event) => event.type.startsWith("m.call."));
    const wrong = events.flatMap((event) => flaws({ ...event, room_id: room }));
    check(wrong.length === 0, wrong.join("\n"));
    const kinds = new Set(events.map((event) => event.type));
    for (const kind of ["invite", "candidates", "answer", "select_answer", "reject", "hangup", "negotiate"]) check(kinds.has(`m.call.${kind}`), `no ${kind} was sent`);
  });
  check(found.length === 0, found.join("\n"));
}
