// Photos and films: seen in the conversation with their place kept, then on the whole screen, magnified, swiped through, saved; and a film
// that nothing can play. Films are sealed in encrypted chats, with their pictures.
import { findings } from "../screens.mjs";
import { DESK, landscape, register, sendFiles } from "../people.mjs";
import { acceptSealed, ask, meet, roomOf, writeSealed } from "../meeting.mjs";

/** A short film, recorded by the browser itself from a canvas. */
const film = async (page) => {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const pen = canvas.getContext("2d");
    let x = 0;
    const draw = setInterval(() => {
      pen.fillStyle = "#f3a46c";
      pen.fillRect(0, 0, 320, 180);
      pen.fillStyle = "#2d7d78";
      pen.fillRect((x += 6) % 320, 60, 60, 60);
    }, 40);
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm;codecs=vp8" });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    recorder.stop();
    await stopped;
    clearInterval(draw);
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return { name: "lake.webm", mimeType: "video/webm", buffer: Buffer.from(bytes) };
};

export default async function tell({ browser, person, name, step, shot, check }) {
  const [ada, bo] = [await person(), await person({ viewport: DESK, locale: "zh-CN", dark: true })];
  const boName = name("bo");
  const found = [];
  const shown = (page) => page.locator(".viewer-picture");
  const newest = async (page) => (await ask(page, "GET", `/v3/rooms/${encodeURIComponent(roomOf(page))}/messages?dir=b&limit=1`)).chunk[0];
  const scale = () => ada.evaluate(() => new DOMMatrix(getComputedStyle(document.querySelector(".viewer-moved")).transform).a);
  let moving;

  await step("they have a chat", async () => {
    await meet(ada, bo, name("ada"), boName);
    moving = await film(bo);
  });
  await step("Bo sends a photo with a caption, and a film", async () => {
    const photo = await landscape(browser);
    await sendFiles(bo, photo, "断桥");
    await sendFiles(bo, { ...photo, name: "other.jpg" });
    await sendFiles(bo, moving, "湖上");
    await ada.locator(".row.other .film img").waitFor();
    const { content } = await newest(bo);
    const { w, h, duration, thumbnail_url: poster, thumbnail_info: about } = content.info;
    check(w === 320 && h === 180 && duration > 1000 && duration < 8000, JSON.stringify(content.info));
    check(poster.startsWith("mxc://") && about.w === 320 && about.mimetype === "image/jpeg", JSON.stringify(content.info));
    check(content.body === "湖上" && content.filename === "lake.webm", JSON.stringify(content));
    check(/0:0[1-7]/.test(await ada.locator(".film-time").innerText()), "no duration is shown");
    await shot(ada, "conversation");
  });
  await step("the film plays on the whole screen", async () => {
    await ada.locator(".row.other .film button").click();
    await ada.waitForFunction(() => document.querySelector(".viewer video")?.currentTime > 0.2);
    await shot(ada, "film");
    found.push(...(await findings(ada, "a film")));
    await ada.keyboard.press("Escape");
    await ada.locator(".viewer").waitFor({ state: "detached" });
  });
  const client = await ada.context().newCDPSession(ada);
  const touch = (type, ...points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const swipe = async (from, to) => {
    await touch("touchStart", from);
    for (let i = 1; i <= 5; i += 1) await touch("touchMove", [from[0] + ((to[0] - from[0]) * i) / 5, from[1] + ((to[1] - from[1]) * i) / 5]);
    await touch("touchEnd");
  };
  await step("fingers: swiping goes through the pictures, a double tap and two fingers magnify, one moves", async () => {
    await ada.locator(".row.other .photo:not(.film)").first().click();
    await ada.waitForFunction(() => document.querySelector(".viewer img")?.naturalWidth >= 1200);
    check((await ada.locator(".viewer-caption").innerText()) === "断桥", "no caption");
    check((await shown(ada).getAttribute("alt")).endsWith("断桥"), "the caption is not said");
    await shot(ada, "photo");
    await swipe([300, 400], [60, 410]);
    await ada.locator(".viewer-caption").waitFor({ state: "detached" });
    await swipe([60, 400], [300, 410]);
    await ada.locator(".viewer-caption").waitFor();
    await ada.waitForFunction(() => document.querySelector(".viewer-picture")?.getBoundingClientRect().x === 0);
    await Promise.all([touch("touchStart", [200, 420]), touch("touchEnd"), touch("touchStart", [202, 421]), touch("touchEnd")]);
    await ada.waitForFunction(() => new DOMMatrix(getComputedStyle(document.querySelector(".viewer-moved")).transform).a === 2.5);
    await touch("touchStart", [150, 420], [240, 420]);
    for (let i = 1; i <= 5; i += 1) await touch("touchMove", [150 - i * 9, 420], [240 + i * 9, 420]);
    await touch("touchEnd");
    await ada.waitForFunction(() => new DOMMatrix(getComputedStyle(document.querySelector(".viewer-moved")).transform).a > 4.5);
    const before = await shown(ada).boundingBox();
    await swipe([200, 400], [120, 400]);
    await ada.waitForFunction((x) => document.querySelector(".viewer-picture").getBoundingClientRect().x < x - 40, before.x);
    await shot(ada, "magnified");
  });
  await step("swiping down closes", async () => {
    await ada.keyboard.press("0");
    await ada.waitForFunction(() => new DOMMatrix(getComputedStyle(document.querySelector(".viewer-moved")).transform).a === 1);
    await swipe([200, 300], [205, 620]);
    await ada.locator(".viewer").waitFor({ state: "detached" });
  });
  await step("keys, wheel and buttons on a desk; the photo is saved under its name", async () => {
    await bo.locator(".row.own .photo:not(.film)").first().click();
    await shown(bo).waitFor();
    await bo.mouse.move(640, 400);
    await bo.mouse.wheel(0, -400);
    await bo.waitForFunction(() => new DOMMatrix(getComputedStyle(document.querySelector(".viewer-moved")).transform).a > 1.5);
    await bo.keyboard.press("ArrowRight");
    await bo.getByRole("button", { name: "上一张" }).waitFor();
    await shot(bo, "desk");
    const coming = bo.waitForEvent("download");
    await bo.getByRole("button", { name: "保存图片" }).click();
    check((await coming).suggestedFilename() === "other.jpg", "saved under another name");
    await bo.getByRole("button", { name: "下一张" }).click();
    await bo.locator(".viewer video").waitFor();
    check((await bo.getByRole("button", { name: "下一张" }).count()) === 0, "something comes after the last");
    await bo.keyboard.press("Escape");
  });
  await step("a film that nothing here can play is a download", async () => {
    await sendFiles(bo, { name: "odd.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(3000, "no film") });
    await ada.locator(".row.other .film").nth(1).click();
    await ada.getByText("This browser cannot play this video.").waitFor();
    await shot(ada, "unplayable");
    const coming = ada.waitForEvent("download");
    await ada.locator(".viewer-broken button").click();
    check((await coming).suggestedFilename() === "odd.mp4", "it cannot be saved");
    await ada.keyboard.press("Escape");
  });
  await step("in an encrypted chat the film and its picture are sealed", async () => {
    const cy = await person();
    await register(cy, name("cy"));
    await writeSealed(cy, boName, "secret");
    await bo.goto("/#/");
    await acceptSealed(bo, "secret");
    await sendFiles(cy, moving);
    await bo.waitForFunction(() => document.querySelector(".row.other .film img")?.naturalWidth === 320);
    await bo.locator(".row.other .film button").click();
    await bo.waitForFunction(() => document.querySelector(".viewer video")?.currentTime > 0.2);
    const served = await newest(bo);
    check(served.type === "m.room.encrypted" && !JSON.stringify(served).includes("mxc"), JSON.stringify(served));
  });
  check((await scale().catch(() => 0)) === 0, "the viewer is still open");
  check(found.length === 0, found.join("\n"));
}
