// A group and those who look after it: its settings, roles, permissions, addresses; who disturbs is removed and banned; all is told in words.
import { findings } from "../screens.mjs";
import { ask, roomOf } from "../meeting.mjs";
import { DESK, landscape, register, say } from "../people.mjs";

export default async function tell({ browser, person, name, step, shot, check }) {
  const ada = await person({ viewport: DESK });
  const bo = await person({ locale: "zh-CN", dark: true });
  const cy = await person();
  const [adaName, boName, cyName] = [name("ada"), name("bo"), name("cy")];
  const alias = name("tea");
  const found = [];
  const notice = (page, text) => page.locator(".notice", { hasText: text }).last().waitFor();
  const sheet = async (page, who) => {
    await page.locator(".info .person", { hasText: who }).click();
    await page.locator("dialog .person-sheet").waitFor();
  };
  const settings = (page, room, at = "") => page.goto(`/#/room/${encodeURIComponent(room)}/settings${at}`);
  let room = "";
  await step("Ada makes a group with Bo and Cy", async () => {
    await register(ada, adaName);
    await register(bo, boName);
    await register(cy, cyName);
    await ada.goto("/#/group");
    await ada.getByLabel("Group name").fill("Tea");
    for (const other of [boName, cyName]) {
      await ada.getByRole("searchbox").fill(other);
      await ada.locator(".person", { hasText: other }).click();
    }
    await ada.getByRole("button", { name: "Create group with 2 people" }).click();
    await say(ada, "welcome");
    room = roomOf(ada);
    for (const [page, accept] of [[bo, "接受"], [cy, "Accept"]]) {
      await page.locator(".invitation").getByRole("button", { name: accept }).click();
      await page.locator(".composer").waitFor();
    }
    await ada.locator(".talk-title small", { hasText: "3 members" }).waitFor();
  });
  await step("Ada gives it a picture and a description, and says who can join and read", async () => {
    await ada.locator(".talk-title").click();
    await ada.getByRole("button", { name: "Settings", exact: true }).last().click();
    await ada.locator(".manage .wide-link").first().waitFor();
    found.push(...(await findings(ada, "settings of a group")));
    await shot(ada, "settings");
    await ada.getByRole("button", { name: "Name and picture" }).click();
    await ada.locator('.manage input[type="file"]').setInputFiles(await landscape(browser));
    await ada.locator(".manage-picture img").waitFor();
    await ada.getByRole("textbox", { name: "Description" }).fill("Green tea, and where it grows");
    await ada.locator(".manage").getByRole("button", { name: "Save" }).click();
    await notice(ada, "You changed the description");
    await shot(ada, "about");
    found.push(...(await findings(ada, "name, picture, description")));
    await ada.locator(".manage .icon-button").first().click();
    await ada.getByRole("button", { name: "Joining and history" }).click();
    await ada.getByText("On request", { exact: true }).click();
    await notice(ada, "You opened the group to those who ask");
    await ada.getByLabel("Members, since they joined").check();
    await notice(bo, "让成员只能看加入之后的消息");
    await shot(ada, "access");
    found.push(...(await findings(ada, "joining and history")));
  });
  await step("Ada gives it an address and lists it", async () => {
    await settings(ada, room, "/addresses");
    await ada.getByLabel("New address").fill(alias);
    await ada.getByRole("button", { name: "Add", exact: true }).click();
    await ada.locator(".manage-list li", { hasText: alias }).waitFor();
    await ask(bo, "POST", "/v3/createRoom", { room_alias_name: `${alias}2` });
    await ada.getByLabel("New address").fill(`${alias}2`);
    await ada.getByRole("button", { name: "Add", exact: true }).click();
    await ada.locator(".toast", { hasText: "taken already" }).waitFor();
    await ada.getByRole("button", { name: /^Make main address/ }).click();
    await ada.getByRole("button", { name: /^No longer main address/ }).waitFor();
    await notice(ada, `You made #${alias}`);
    await ada.getByRole("switch").check();
    await shot(ada, "addresses");
    found.push(...(await findings(ada, "addresses")));
    await settings(ada, room);
    await settings(ada, room, "/addresses");
    check(await ada.getByRole("switch").isChecked(), "the group is not listed");
  });
  await step("Bo becomes a moderator, and only moderators invite", async () => {
    await ada.goto(`/#/room/${encodeURIComponent(room)}/info`);
    await sheet(ada, boName);
    await shot(ada, "person");
    found.push(...(await findings(ada, "a person of a group")));
    await ada.locator("dialog").getByText("Moderator", { exact: true }).click();
    await notice(bo, "将你设为协管员");
    await ada.locator("dialog").getByRole("button", { name: "Close" }).click();
    await settings(ada, room, "/permissions");
    await ada.getByLabel("Invite people").selectOption({ label: "Moderators" });
    await notice(ada, "You changed the permissions");
    await shot(ada, "permissions");
    found.push(...(await findings(ada, "permissions")));
    await cy.locator(".talk-title").click();
    await cy.locator(".info .person", { hasText: adaName }).waitFor();
    check((await cy.getByRole("button", { name: "Invite people" }).count()) === 0, "Cy is offered what she may not do");
    await sheet(cy, adaName);
    check((await cy.locator("dialog").getByRole("button", { name: /^Ban|^Remove/ }).count()) === 0, "Cy is offered to remove Ada");
    await cy.locator("dialog").getByRole("button", { name: "Close" }).click();
    await settings(cy, room, "/permissions");
    check(await cy.getByLabel("Invite people").isDisabled(), "Cy may change permissions");
  });
  await step("Bo bans Cy and says why; Ada lifts it", async () => {
    await bo.locator(".talk-title").click();
    await sheet(bo, cyName);
    await shot(bo, "person-zh");
    await bo.locator("dialog").getByRole("button", { name: "封禁" }).click();
    await bo.getByLabel("原因（选填）").fill("广告");
    await shot(bo, "ban-zh");
    found.push(...(await findings(bo, "banning")));
    await bo.locator("dialog").getByRole("button", { name: "封禁" }).click();
    await notice(ada, `${boName} banned ${cyName}: 广告`);
    await cy.locator(".state-title", { hasText: "not in this conversation" }).waitFor();
    await settings(ada, room, "/banned");
    await ada.locator(".manage-banned", { hasText: "广告" }).waitFor();
    await shot(ada, "banned");
    found.push(...(await findings(ada, "banned people")));
    await ada.getByRole("button", { name: /^Lift ban/ }).click();
    await ada.locator(".state-title", { hasText: "Nobody is banned" }).waitFor();
    await notice(ada, `You lifted the ban on ${cyName}`);
  });
  await step("Ada turns encryption on, after being told what that means", async () => {
    await settings(ada, room, "/access");
    await ada.getByRole("switch").click();
    await ada.locator(".question", { hasText: "never be turned off" }).waitFor();
    await ada.getByRole("button", { name: "Turn on" }).click();
    await notice(ada, "You turned on end-to-end encryption");
    check(await ada.getByRole("switch").isDisabled(), "encryption can be turned off");
  });
  await step("an old room is upgraded, and its members find the new one", async () => {
    const { room_id: old } = await ask(ada, "POST", "/v3/createRoom", { name: "Old tea", room_version: "10", preset: "public_chat" });
    await ask(bo, "POST", `/v3/join/${encodeURIComponent(old)}`, {});
    await settings(ada, old);
    await ada.getByRole("button", { name: "Upgrade the room" }).click();
    await shot(ada, "upgrade");
    await ada.locator("dialog").getByRole("button", { name: "Upgrade the room" }).click();
    await ada.locator(".composer textarea").waitFor();
    await ada.waitForURL((url) => url.hash.startsWith("#/room/") && !url.hash.includes(encodeURIComponent(old)));
    await say(ada, "new leaves");
    await bo.goto(`/#/room/${encodeURIComponent(old)}`);
    await notice(bo, "升级了房间");
    await shot(bo, "moved-zh");
    found.push(...(await findings(bo, "an old room")));
    await bo.locator(".moved-note").getByRole("button", { name: "前往" }).click();
    await bo.locator(".row.other .text", { hasText: "new leaves" }).waitFor();
    await ada.goto("/#/");
    await ada.locator(".chat", { hasText: "new leaves" }).waitFor();
    check((await ada.locator(".chat", { hasText: "Old tea" }).count()) === 1, "the old room stands beside the new one");
    await settings(ada, roomOf(bo));
    await ada.getByRole("button", { name: "Earlier messages are in the old room" }).click();
    await ada.locator(".moved-note").waitFor();
  });
  check(found.length === 0, `\n${[...new Set(found)].join("\n")}`);
}
