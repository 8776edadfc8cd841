// Codes and links: scanned from a picture, opened without an account, pasted into the search; a group that one asks to join.
import { findings } from "../screens.mjs";
import { DESK, PASSWORD, register, say } from "../people.mjs";

export default async function tell({ person, name, step, shot, check }) {
  const ada = await person({ viewport: DESK });
  const bo = await person({ locale: "zh-CN", dark: true });
  const [adaName, boName] = [name("ada"), name("bo")];
  const found = [];
  let link;
  let picture;
  await step("Ada shows her code and saves it", async () => {
    await register(ada, adaName);
    await ada.goto("/#/settings");
    await ada.locator(".my-code").click();
    link = await ada.locator(".link-text").innerText();
    check(link.endsWith(`/#/@${adaName}:test.local`), link);
    found.push(...(await findings(ada, "my code")));
    await shot(ada, "mine");
    const coming = ada.waitForEvent("download");
    await ada.getByRole("button", { name: "Save as picture" }).click();
    picture = await (await coming).path();
    await ada.locator("dialog").getByRole("button", { name: "Close" }).click();
  });
  await step("Bo opens the link without an account, registers, and comes to Ada", async () => {
    await bo.goto(link);
    await bo.locator(".greeting", { hasText: adaName }).waitFor();
    found.push(...(await findings(bo, "a link without an account")));
    await shot(bo, "without-account");
    await bo.locator(".auth-switch").last().click();
    await bo.locator('input[name="username"]').fill(boName);
    await bo.locator('input[name="password"]').fill(PASSWORD);
    await bo.locator('form button[type="submit"]').click();
    await bo.locator(".landing", { hasText: adaName }).waitFor();
    await shot(bo, "person");
    await bo.locator(".landing .button.primary").click();
    await say(bo, "扫到你了");
    await ada.goto("/#/");
    await ada.locator(".invitation .primary").click();
  });
  await step("a code in a picture leads to the same person", async () => {
    await bo.goto("/#/new");
    await bo.getByRole("button", { name: "扫描二维码" }).click();
    await bo.locator("dialog .form-note").waitFor(); // this machine has no camera
    await bo.locator('dialog input[type="file"]').setInputFiles(picture);
    await bo.locator(".landing", { hasText: adaName }).waitFor();
  });
  let group;
  await step("Ada lets people ask to join her group", async () => {
    await ada.goto("/#/group");
    await ada.getByLabel("Group name").fill("Lake hikers");
    await ada.getByRole("button", { name: "Create group" }).click();
    await ada.locator(".composer textarea").waitFor();
    await ada.locator(".talk-title").click();
    await ada.getByRole("button", { name: "Invite by link" }).click();
    await ada.locator("dialog", { hasText: "Only those who have been invited" }).waitFor();
    await ada.locator("dialog").getByText("On request").click();
    await ada.locator("dialog", { hasText: "can ask to join" }).waitFor();
    group = await ada.locator(".link-text").innerText();
    await shot(ada, "group");
    await ada.locator("dialog").getByRole("button", { name: "Close" }).click();
  });
  await step("Bo pastes the link, asks, and is let in", async () => {
    await bo.goto("/#/new");
    await bo.getByRole("searchbox").fill(`https://matrix.to/${group.slice(group.indexOf("#"))}`);
    await bo.locator(".landing", { hasText: "Lake hikers" }).waitFor();
    await bo.locator(".landing input").fill("我是阿波");
    found.push(...(await findings(bo, "asking to join")));
    await shot(bo, "asking");
    await bo.getByRole("button", { name: "申请加入" }).click();
    await bo.locator(".landing .form-note").waitFor();
    await ada.locator(".knock", { hasText: boName }).waitFor();
    found.push(...(await findings(ada, "somebody asks to join")));
    await shot(ada, "asked");
    await ada.locator(".knock .primary").click();
    await bo.goto("/#/");
    await bo.locator(".invitation", { hasText: "Lake hikers" }).locator(".primary").click();
    await bo.locator(".composer").waitFor();
    await bo.goto(group);
    await bo.locator(".composer").waitFor(); // who is in it goes straight there
  });
  await step("links in messages open in the app", async () => {
    const at = group.slice(group.indexOf("#/") + 2);
    await say(ada, "the first word");
    const first = await ada.locator('.row.own[data-anchor^="$"]').first().getAttribute("data-anchor");
    await say(ada, `https://matrix.to/#/@${boName}:test.local and matrix:roomid/${decodeURIComponent(at).slice(1)}/e/${first.slice(1)}`);
    await bo.locator(".row.other .text a").nth(1).waitFor();
    await bo.locator(".row.other .text a").first().click();
    await bo.locator("dialog .person-sheet", { hasText: `@${boName}` }).waitFor();
    await bo.locator("dialog").getByRole("button", { name: "关闭" }).click();
    await bo.locator(".row.other .text a").nth(1).click();
    await bo.waitForURL(/\/at\//);
    await bo.locator(".row.other .text", { hasText: "the first word" }).waitFor();
    check(bo.context().pages().length === 1, "a link opened another page");
    await bo.goto("/#/search");
    await bo.getByRole("searchbox").fill(`matrix:roomid/${decodeURIComponent(at).slice(1)}`);
    await bo.locator(".composer").waitFor();
  });
  await step("a link to nobody says so", async () => {
    await ada.goto("/#/@nobody-at-all:test.local");
    await ada.getByText("There is nobody with this address.").waitFor();
  });
  check(found.length === 0, found.join("\n"));
}
