// A space: made, filled, and shared; its rooms stand in a folder, and whoever is in it finds and joins what is in it.
import { findings } from "../screens.mjs";
import { ask, roomOf } from "../meeting.mjs";
import { choose, DESK, register, say } from "../people.mjs";

export default async function tell({ person, name, step, shot, check }) {
  const ada = await person({ viewport: DESK });
  const bo = await person({ locale: "zh-CN", dark: true });
  const [adaName, boName] = [name("ada"), name("bo")];
  const found = [];
  let tea = "";
  const group = async (title) => {
    await ada.goto("/#/group");
    await ada.getByLabel("Group name").fill(title);
    await ada.getByRole("button", { name: "Create group" }).click();
    await ada.locator(".talk-title h1", { hasText: title }).waitFor();
    await say(ada, `about ${title}`);
    return roomOf(ada);
  };
  await step("Ada makes a space and puts a group into it", async () => {
    await register(ada, adaName);
    await register(bo, boName);
    tea = await group("Tea");
    await group("Taxes");
    await ada.goto("/#/new");
    await ada.getByRole("button", { name: "New space" }).click();
    await ada.getByLabel("Name of the space").fill("West Lake");
    await ada.getByRole("button", { name: "Create space" }).click();
    await ada.locator(".info-head", { hasText: "West Lake" }).waitFor();
    await ada.getByRole("button", { name: "Add chats" }).click();
    await ada.locator("dialog .person", { hasText: "Tea" }).click();
    found.push(...(await findings(ada, "adding to a space")));
    await ada.locator("dialog").getByRole("button", { name: "Add chats" }).click();
    await ada.locator(".space-room", { hasText: "Tea" }).waitFor();
    await ada.getByRole("button", { name: "Change “Tea”" }).click();
    await choose(ada, "Suggest");
    await ada.locator(".space-room", { hasText: "suggested" }).waitFor();
    found.push(...(await findings(ada, "a space")));
    await shot(ada, "page");
  });
  await step("Ada lets the members of the space join the group", async () => {
    await ada.goto(`/#/room/${encodeURIComponent(tea)}/settings/access`);
    await ada.getByText("By space", { exact: true }).click();
    await ada.locator(".notice", { hasText: "opened the group to the members of a space" }).waitFor();
    const space = ada.getByRole("switch", { name: "West Lake" });
    check((await space.isChecked()) && (await space.isDisabled()), "the space that holds the group is not the one whose members join");
    await ada.getByRole("switch", { name: "Others can ask to join" }).check();
    await ada.getByText("others can ask to join.").waitFor();
    found.push(...(await findings(ada, "joining by space")));
    await shot(ada, "joining");
    const { join_rule, allow } = await ask(ada, "GET", `/v3/rooms/${encodeURIComponent(tea)}/state/m.room.join_rules/`);
    check(join_rule === "knock_restricted" && allow.length === 1, JSON.stringify({ join_rule, allow }));
  });
  await step("the folder shows its rooms only, and the space is no chat", async () => {
    await ada.goto("/#/");
    await ada.locator(".folder", { hasText: "West Lake" }).click();
    await ada.locator(".chat", { hasText: "Taxes" }).waitFor({ state: "detached" });
    check((await ada.locator(".chat").count()) === 1, "the folder does not hold one chat");
    found.push(...(await findings(ada, "a folder")));
    await shot(ada, "folder");
    await ada.locator(".folder", { hasText: "All" }).click();
    await ada.locator(".chat", { hasText: "Taxes" }).waitFor();
    check((await ada.locator(".chat", { hasText: "West Lake" }).count()) === 0, "the space stands among the chats");
  });
  await step("Bo is invited and joins what is in it", async () => {
    await ada.locator(".folder", { hasText: "West Lake" }).click();
    await ada.getByRole("button", { name: "About “West Lake”" }).click();
    await ada.getByRole("button", { name: "Invite people" }).click();
    await ada.locator("dialog").getByRole("searchbox").fill(boName);
    await ada.locator("dialog .person", { hasText: boName }).click();
    await bo.locator(".invitation", { hasText: "West Lake" }).locator(".primary").click();
    await bo.locator(".space-room", { hasText: "Tea" }).waitFor();
    found.push(...(await findings(bo, "a space on a phone")));
    await shot(bo, "page-zh");
    await bo.locator(".space-open").click();
    await bo.locator(".row.other .text", { hasText: "about Tea" }).waitFor();
    await say(bo, "龙井");
    await bo.goto("/#/");
    await bo.locator(".chat", { hasText: "龙井" }).waitFor();
    await bo.locator(".folder", { hasText: "West Lake" }).waitFor();
    await shot(bo, "folder-zh");
  });
  await step("Ada names the space anew and puts its groups in another order; Bo sees who is in it", async () => {
    await ada.getByRole("button", { name: "Add chats" }).click();
    await ada.locator("dialog .person", { hasText: "Taxes" }).click();
    await ada.locator("dialog").getByRole("button", { name: "Add chats" }).click();
    await ada.locator(".space-room").nth(1).locator("b", { hasText: "Taxes" }).waitFor();
    await ada.getByRole("button", { name: "Change “Taxes”" }).click();
    await shot(ada, "menu");
    await choose(ada, "Move up");
    await ada.locator(".space-room").nth(0).locator("b", { hasText: "Taxes" }).waitFor();
    await ada.getByRole("button", { name: "Settings", exact: true }).last().click();
    await ada.getByRole("button", { name: "Name and picture" }).click();
    await ada.getByRole("textbox", { name: "Name" }).fill("East Lake");
    await ada.locator(".manage").getByRole("button", { name: "Save" }).click();
    await bo.locator(".folder", { hasText: "East Lake" }).click();
    await bo.getByRole("button", { name: "关于“East Lake”" }).click();
    await bo.locator(".info-head", { hasText: "East Lake" }).waitFor();
    await bo.getByRole("button", { name: "成员", exact: true }).click();
    await bo.locator(".person", { hasText: adaName }).locator(".role", { hasText: "群主" }).waitFor();
    await shot(bo, "people-zh");
    found.push(...(await findings(bo, "the people of a space")));
    await shot(ada, "settings");
    found.push(...(await findings(ada, "the settings of a space")));
    await ada.locator(".manage .icon-button").first().click();
    await ada.locator(".manage .icon-button").first().click();
  });
  await step("Ada takes the group out again", async () => {
    await ada.getByRole("button", { name: "Change “Tea”" }).click();
    await choose(ada, "Take out of the space");
    await ada.locator(".space-room", { hasText: "Tea" }).waitFor({ state: "detached" });
  });
  check(found.length === 0, found.join("\n"));
}
