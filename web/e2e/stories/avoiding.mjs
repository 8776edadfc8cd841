// Keeping away from somebody: ignored, reported; no invitations at all; and what a suspended account may still do.
import { findings } from "../screens.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { choose, DESK, menuOf, register, say } from "../people.mjs";

export default async function tell({ person, name, step, shot, check, makeAdmin }) {
  const ada = await person({ viewport: DESK });
  const bo = await person({ locale: "zh-CN", dark: true });
  const root = await person();
  const [adaName, boName, rootName] = [name("ada"), name("bo"), name("root")];
  const id = (username) => `@${username}:test.local`;
  const found = [];
  let room = "";
  await step("Ada reports a message, and then the person", async () => {
    await meet(ada, bo, adaName, boName);
    room = roomOf(ada);
    await say(bo, "便宜好茶");
    await ada.locator(".row.other .text", { hasText: "便宜好茶" }).waitFor();
    await menuOf(ada, "便宜好茶");
    await choose(ada, "Report");
    await ada.getByLabel("What is wrong?").fill("advertising");
    await shot(ada, "report");
    found.push(...(await findings(ada, "reporting a message")));
    await ada.locator("dialog").getByRole("button", { name: "Report" }).click();
    await ada.locator(".toast", { hasText: "Reported" }).waitFor();
    await ada.locator(".talk-title").click();
    await ada.getByRole("button", { name: `About ${boName}` }).click();
    await ada.locator("dialog .person-sheet").waitFor();
    await shot(ada, "person");
    found.push(...(await findings(ada, "a person")));
    await ada.locator("dialog").getByRole("button", { name: "Report" }).click();
    await ada.locator("dialog .question", { hasText: "this person" }).waitFor();
    await ada.getByLabel("What is wrong?").fill("advertising");
    await ada.locator("dialog").getByRole("button", { name: "Report" }).click();
    await ada.locator("dialog").waitFor({ state: "detached" });
    await register(root, rootName);
    makeAdmin(rootName);
    await root.goto("/#/admin/reports");
    await root.getByText("advertising").nth(1).waitFor();
  });
  await step("Ada ignores Bo: what he said goes, and what he says does not come", async () => {
    await ada.getByRole("button", { name: `About ${boName}` }).click();
    await ada.locator("dialog").getByRole("button", { name: "Ignore", exact: true }).click();
    await ada.locator("dialog").getByRole("button", { name: "No longer ignore" }).waitFor();
    await ada.locator("dialog").getByRole("button", { name: "Close" }).click();
    await ada.locator(".row.other").waitFor({ state: "detached" });
    await ada.locator(".composer-note", { hasText: "You ignore" }).waitFor();
    await shot(ada, "ignored");
    await say(bo, "还在吗");
    await ask(bo, "POST", "/v3/createRoom", { name: "Bo's shop", invite: [id(adaName)] });
    await say(ada, "quiet here");
    check((await ada.locator(".row.other").count()) === 0, "Bo is heard");
    check((await ada.locator(".invitation").count()) === 0, "Bo invites");
    await ada.goto("/#/ignored");
    await ada.locator(".side .person", { hasText: boName }).waitFor();
    await shot(ada, "list");
    found.push(...(await findings(ada, "ignored people")));
  });
  await step("Ada no longer ignores him: all of it comes back", async () => {
    await ada.getByRole("button", { name: /^Unignore/ }).click();
    await ada.locator(".side .state-title", { hasText: "You ignore nobody" }).waitFor();
    await ada.goto("/#/");
    await ada.locator(".invitation", { hasText: "Bo's shop" }).waitFor();
    await ada.locator(".chat", { hasText: boName }).click();
    await ada.locator(".row.other .text", { hasText: "还在吗" }).waitFor();
  });
  await step("Ada wants no invitations, and Bo is told so", async () => {
    await ada.goto("/#/ignored");
    await ada.getByRole("switch").check();
    await ada.locator("small", { hasText: "Nobody can invite you" }).waitFor();
    await ada.goto("/#/");
    await ada.locator(".chat", { hasText: boName }).waitFor();
    await ada.locator(".invitation").waitFor({ state: "detached" });
  });
  await step("Bo is suspended: he reads, and is told why he cannot write", async () => {
    await ask(root, "PUT", `/v1/admin/suspend/${encodeURIComponent(id(boName))}`, { suspended: true });
    await bo.locator(".composer textarea").pressSequentially("再");
    await bo.locator(".composer.closed", { hasText: "已被暂停" }).waitFor();
    await shot(bo, "suspended-zh");
    found.push(...(await findings(bo, "a suspended account")));
    await ada.locator(".chat", { hasText: boName }).click();
    await say(ada, "are you there?");
    await bo.locator(".row.other .text", { hasText: "are you there?" }).waitFor();
    await bo.locator(".composer.closed").getByRole("button").click();
    await bo.locator(".toast", { hasText: "仍处于暂停状态" }).waitFor();
    await ask(root, "PUT", `/v1/admin/suspend/${encodeURIComponent(id(boName))}`, { suspended: false });
    await bo.locator(".composer.closed").getByRole("button").click();
    await say(bo, "再来");
    await ada.locator(".row.other .text", { hasText: "再来" }).waitFor();
    bo.troubles = bo.troubles.filter((trouble) => !trouble.includes("/typing/")); // what suspended people are refused
  });
  check(found.length === 0, `\n${[...new Set(found)].join("\n")}`);
}
