// Stickers: made of one's own pictures, sent, answered with, taken over from others, shared by a group, and written between colons.
import { findings } from "../screens.mjs";
import { DESK, choose, landscape, say } from "../people.mjs";
import { acceptSealed, ask, meet, roomOf, writeSealed } from "../meeting.mjs";

/** Faces as pictures with nothing around them. */
const faces = (page) =>
  page.evaluate(() =>
    Promise.all(
      [["cat", "#f3a46c"], ["panda", "#e8efe9"], ["frog", "#8fbf6a"], ["fox", "#d9734a"]].map(async ([name, colour]) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 520 });
        const pen = canvas.getContext("2d");
        const disc = (x, y, r, fill) => ((pen.fillStyle = fill), pen.beginPath(), pen.arc(x, y, r, 0, 7), pen.fill());
        for (const x of [130, 470]) disc(x, 110, 90, name === "panda" ? "#2a3331" : colour);
        disc(300, 290, 220, colour);
        for (const x of [220, 380]) disc(x, 260, 34, "#1d2624");
        disc(300, 350, 22, "#b3564a");
        const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
        return { name: `${name}.png`, mimeType: "image/png", bytes: [...new Uint8Array(await blob.arrayBuffer())] };
      }),
    ),
  ).then((all) => all.map(({ bytes, ...rest }) => ({ ...rest, buffer: Buffer.from(bytes) })));

export default async function tell({ browser, person, name, step, shot, check }) {
  const [ada, bo] = [await person({ serviceWorkers: "block" }), await person({ viewport: DESK, locale: "zh-CN", dark: true })]; // so that a request of hers can be cut off
  const [adaName, boName] = [name("ada"), name("bo")];
  const found = [];
  const look = async (page, place) => found.push(...(await findings(page, place)));
  const newest = async (page) => (await ask(page, "GET", `/v3/rooms/${encodeURIComponent(roomOf(page))}/messages?dir=b&limit=1`)).chunk[0];
  const me = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).userId);
  const mine = async (page) => ask(page, "GET", `/v3/user/${encodeURIComponent(await me(page))}/account_data/im.ponies.user_emotes`);
  const seen = (page, side, count) => page.waitForFunction(([side, count]) => [...document.querySelectorAll(`.row.${side} .sticker img`)].filter((one) => one.naturalWidth > 0).length >= count, [side, count]);
  const menuOfSticker = async (page, side) => {
    await page.locator(`.row.${side} .bubble`, { has: page.locator(".sticker") }).last().focus();
    await page.keyboard.press("Enter");
    await page.locator(".menu").waitFor();
  };

  await step("they have a chat, and Ada no stickers yet", async () => {
    await meet(ada, bo, adaName, boName);
    await ada.locator(".add-button").click();
    await ada.route(/\/Panel-[^/]*\.js$/, (route) => route.abort());
    await choose(ada, "Stickers");
    await ada.locator(".sticker-panel").getByRole("alert").waitFor();
    await shot(ada, "out-of-reach");
    await look(ada, "stickers out of reach");
    await ada.unroute(/\/Panel-[^/]*\.js$/);
    await ada.locator(".sticker-panel").getByRole("button", { name: "Try again" }).click();
    await ada.locator(".sticker-none").waitFor();
    ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("/Panel-")); // it was cut off
    await shot(ada, "none");
    await look(ada, "no stickers");
  });
  await step("she makes a pack of her pictures, and names them", async () => {
    await ada.getByRole("button", { name: "Add pictures" }).click();
    const pictures = await faces(ada);
    await ada.locator('dialog input[type="file"]').setInputFiles([...pictures, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no") }]);
    await ada.getByText("This is no picture that can be a sticker: notes.txt").waitFor();
    await ada.getByLabel("Name of the pack").fill("Animals");
    await ada.getByLabel("Name of the picture").nth(1).fill("cat");
    await ada.getByText("Two pictures have the same name").waitFor();
    await ada.getByLabel("Name of the picture").nth(1).fill("big panda");
    await ada.getByRole("button", { name: "Remove fox" }).click();
    await shot(ada, "making");
    await look(ada, "making a pack");
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.locator(".sticker-choice").nth(2).waitFor();
    const { pack, images } = await mine(ada);
    check(pack.display_name === "Animals" && Object.keys(images).join() === "cat,big_panda,frog", JSON.stringify({ pack, images }));
    check(images.cat.info.w === 512 && images.cat.info.mimetype === "image/webp", JSON.stringify(images.cat));
  });
  await step("a tap sends one, without a bubble; the list says what it is", async () => {
    await ada.getByRole("button", { name: "Send sticker cat" }).click();
    await ada.getByRole("button", { name: "Send sticker big_panda" }).click();
    await seen(bo, "other", 2);
    await bo.locator(".chat", { hasText: "[贴纸]" }).waitFor();
    check((await bo.locator(".bubble.free .sticker").count()) === 2, "a sticker has a bubble");
    const { type, content } = await newest(ada);
    check(type === "m.sticker" && content.body === "big_panda" && content.url.startsWith("mxc://") && content.info.w === 512, JSON.stringify(content));
    await ada.waitForFunction(() => [...document.querySelectorAll(".sticker-choice, .sticker-pack:not(.manage)")].every((one) => one.querySelector("img")));
    await shot(ada, "panel");
    await look(ada, "the panel of stickers");
  });
  await step("what was sent last comes first at the next time; Bo answers with words, Ada with a sticker", async () => {
    await ada.locator(".emoji-button").click();
    await ada.locator(".emoji-button").click();
    await shot(ada, "emoji");
    await ada.locator(".board-kinds button").nth(1).click();
    await ada.locator(".sticker-title", { hasText: "Recently used" }).waitFor();
    check((await ada.locator(".sticker-choice").first().getAttribute("title")) === ":big_panda:", "the newest is not the first");
    await menuOfSticker(bo, "other");
    await choose(bo, "回复");
    await say(bo, "可爱");
    await ada.locator(".row.other .quote", { hasText: "[Sticker]" }).waitFor();
    await ada.locator(".row.other .bubble", { hasText: "可爱" }).focus();
    await ada.keyboard.press("Enter");
    await choose(ada, "Reply");
    await ada.getByRole("button", { name: "Send sticker frog" }).first().click();
    await bo.locator(".row.other .quote", { hasText: "可爱" }).waitFor();
    await seen(bo, "other", 3);
    check((await newest(ada)).content["m.mentions"].user_ids[0] === (await me(bo)), "whoever is answered is not mentioned");
    await ada.locator(".composer-context").waitFor({ state: "detached" });
    await shot(ada, "answer");
  });
  await step("Bo takes one over as a copy of his own, and a photo too; both are there to be sent", async () => {
    await menuOfSticker(bo, "other");
    await choose(bo, "添加到我的贴纸");
    await bo.locator(".toast", { hasText: "已添加" }).waitFor();
    const { images } = await mine(bo);
    check(images.frog.url !== (await newest(ada)).content.url, "it is not a copy");
    const photo = await landscape(browser);
    await ada.locator('.composer input[type="file"]').setInputFiles([photo]);
    await ada.locator(".attached li").first().waitFor();
    await ada.locator(".send-button").click();
    await bo.locator(".row.other .photo img").waitFor();
    await bo.locator(".row.other .bubble", { has: bo.locator(".photo") }).focus();
    await bo.keyboard.press("Enter");
    await choose(bo, "添加到我的贴纸");
    await bo.waitForFunction(async (path) => {
      const { accessToken } = JSON.parse(localStorage.getItem("laiwang.session"));
      const answer = await fetch(path, { headers: { authorization: `Bearer ${accessToken}` } });
      return Object.keys((await answer.json()).images).length === 2;
    }, `/_matrix/client/v3/user/${encodeURIComponent(await me(bo))}/account_data/im.ponies.user_emotes`);
    await bo.locator(".emoji-button").click();
    await bo.locator(".board-kinds button").nth(1).click();
    await bo.locator(".sticker-choice img").nth(1).waitFor();
    await bo.locator(".sticker-choice").first().focus();
    await bo.keyboard.press("ArrowRight");
    await shot(bo, "panel-desk");
    await look(bo, "the panel of stickers on a desk");
    await bo.keyboard.press("Enter");
    await seen(ada, "other", 1);
    await bo.keyboard.press("Escape");
    await bo.locator(".sticker-panel").waitFor({ state: "detached" });
  });
  await step("between colons they are emoticons in a text", async () => {
    await ada.locator(".composer textarea").fill("");
    await ada.locator(".composer textarea").pressSequentially("good night :pan");
    await ada.locator(".mentions img").waitFor();
    await shot(ada, "completing");
    await ada.locator(".mentions li").first().click();
    await ada.locator(".send-button").click();
    await bo.locator(".row.other .rich .emoticon img").waitFor();
    const { content } = await newest(ada);
    check(content.body === "good night :big_panda:" && content.formatted_body.includes("data-mx-emoticon"), JSON.stringify(content));
    await shot(bo, "chat-desk");
  });
  await step("a group has stickers of its own, which one may use everywhere", async () => {
    const { room_id } = await ask(ada, "POST", "/v3/createRoom", { preset: "private_chat", name: "Zoo", invite: [await me(bo)] });
    await ask(bo, "POST", `/v3/join/${encodeURIComponent(room_id)}`);
    const direct = roomOf(ada);
    await ada.goto(`/#/room/${encodeURIComponent(room_id)}/info`);
    await ada.getByRole("button", { name: "Stickers of the group" }).click();
    await ada.getByRole("button", { name: "Add stickers" }).click();
    await ada.locator('dialog input[type="file"]').setInputFiles((await faces(ada)).slice(3));
    await ada.locator(".pack-images li").waitFor();
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.locator(".pack-card img").waitFor();
    await shot(ada, "group");
    await look(ada, "stickers of a group");
    await bo.goto(`/#/room/${encodeURIComponent(room_id)}/info`);
    await bo.getByRole("button", { name: "群贴纸" }).click();
    await bo.locator(".pack-card img").waitFor();
    check((await bo.locator("dialog").getByRole("button", { name: "编辑" }).count()) === 0, "Bo may change them");
    const put = bo.waitForResponse((response) => response.url().includes("im.ponies.emote_rooms") && response.request().method() === "PUT");
    await bo.getByRole("switch").check();
    await put;
    await bo.goto(`/#/room/${encodeURIComponent(direct)}`);
    await bo.locator(".emoji-button").click();
    await bo.locator(".board-kinds button").nth(1).click();
    await bo.getByRole("button", { name: "发送贴纸 fox" }).click();
    await ada.goto(`/#/room/${encodeURIComponent(direct)}`);
    await seen(ada, "other", 2);
    await shot(bo, "everywhere-desk");
  });
  await step("and so has a chat of two", async () => {
    await ada.goto(`/#/room/${encodeURIComponent(roomOf(ada))}/info`);
    await ada.getByRole("button", { name: "Stickers of this chat" }).click();
    await ada.getByText("What you add here both of you can send.").waitFor();
    await ada.getByRole("button", { name: "Add stickers" }).click();
    await ada.locator('dialog input[type="file"]').setInputFiles((await faces(ada)).slice(3));
    await ada.locator(".pack-images li").waitFor();
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.locator(".pack-card img").waitFor();
    await shot(ada, "of-a-chat");
  });
  await step("in encrypted chats they are sealed", async () => {
    await writeSealed(ada, boName, "secret");
    await acceptSealed(bo, "secret");
    await ada.locator(".add-button").click();
    await choose(ada, "Stickers");
    await ada.getByRole("button", { name: "Send sticker cat" }).first().click();
    await seen(bo, "other", 1);
    const { type, content } = await newest(ada);
    check(type === "m.room.encrypted" && content.url === undefined, JSON.stringify(content));
  });
  check(found.length === 0, found.join("\n"));
}
