// An administrator looks after the server; those concerned notice in their own browsers.
import { DESK, PASSWORD, register, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

export default async function tell({ person, name, step, check, shot, makeAdmin }) {
  const [root, ada, bo] = [await person({ viewport: DESK }), await person(), await person({ locale: "zh-CN", dark: true })];
  const [rootName, adaName, boName] = [name("root"), name("ada"), name("bo")];
  const id = (username) => `@${username}:test.local`;
  const found = [];
  const clean = async (page, place) => {
    await shot(page, place);
    found.push(...(await findings(page, place)));
  };
  const act = async (button, yes) => {
    await root.locator(".adm-main").getByRole("button", { name: button, exact: true }).click();
    await root.locator("dialog").getByRole("button", { name: yes ?? button, exact: true }).click();
    await root.locator("dialog").waitFor({ state: "detached" });
  };
  const outcome = (text) => root.locator(".adm-told", { hasText: text }).waitFor();
  const section = (title) => root.locator(".adm-nav").getByRole("link", { name: title }).click();
  let room;
  await step("somebody who is no administrator finds no way in", async () => {
    await meet(ada, bo, adaName, boName);
    await say(ada, "buy my tea NOW");
    room = roomOf(ada);
    await ada.goto("/#/settings");
    await ada.locator(".wide-link.danger").waitFor();
    check((await ada.getByRole("button", { name: "Administration" }).count()) === 0, "the entry shows");
    await ada.goto("/#/admin/people");
    await ada.locator(".state-title", { hasText: "not an administrator" }).waitFor();
    await clean(ada, "not-you");
    await ada.goto("/#/");
  });
  await step("an administrator comes in by the settings and sees the numbers", async () => {
    await register(root, rootName);
    makeAdmin(rootName);
    await root.goto("/#/settings");
    await root.getByRole("button", { name: "Administration" }).click();
    await root.locator(".adm-tiles b").first().waitFor();
    await clean(root, "overview-desk");
  });
  await step("a report is looked at in its place, the message taken back, and the report closed", async () => {
    await bo.locator(".row.other .text", { hasText: "buy my tea" }).waitFor();
    const page = await ask(bo, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=5`);
    const spam = page.chunk.find((one) => one.content.body?.startsWith("buy"));
    await ask(bo, "POST", `/v3/rooms/${encodeURIComponent(room)}/report/${encodeURIComponent(spam.event_id)}`, { reason: "广告" });
    await section("Reports");
    await root.locator(".adm-table tr", { hasText: "广告" }).getByRole("link").click();
    await root.getByRole("button", { name: "Show what was said around it" }).click();
    await root.locator(".adm-lines .marked", { hasText: "buy my tea" }).waitFor();
    await clean(root, "report-desk");
    await act("Take the message back");
    await outcome("taken back");
    await bo.locator(".row .text", { hasText: "buy my tea" }).waitFor({ state: "detached" });
    await root.getByRole("button", { name: "Close the report" }).click();
    await root.getByRole("region", { name: "Dealt with" }).getByText("The message was taken back").waitFor();
  });
  await step("a person is found by name, locked out at once, and let in again by one press", async () => {
    await section("People");
    await root.getByRole("searchbox").fill(adaName);
    await root.locator(".adm-count", { hasText: "1 person" }).waitFor();
    await clean(root, "people-desk");
    await root.locator(".adm-table").getByRole("link", { name: adaName }).click();
    await root.locator(".adm-facts").waitFor();
    await act("Lock");
    await outcome("is locked");
    await ask(root, "POST", "/v3/createRoom", { invite: [id(adaName)] }); // something to tell her ends her long poll
    await ada.locator(".state-title", { hasText: "locked" }).waitFor({ timeout: 40_000 });
    await clean(ada, "locked-phone");
    await clean(root, "person-desk");
    const elsewhere = await person({ locale: "zh-CN" });
    await elsewhere.goto("/");
    await elsewhere.locator('input[name="username"]').fill(adaName);
    await elsewhere.locator('input[name="password"]').fill(PASSWORD);
    await elsewhere.locator('form button[type="submit"]').click();
    await elsewhere.locator(".form-error", { hasText: "锁定" }).waitFor();
    await clean(elsewhere, "locked-login-phone");
    elsewhere.troubles = elsewhere.troubles.filter((trouble) => !/status of 401/.test(trouble)); // this refusal was meant
    await elsewhere.context().close();
    await root.locator(".adm-told").getByRole("button", { name: "Undo" }).click();
    await outcome("Undone");
    await ada.getByRole("button", { name: "Try again" }).click();
    await ada.locator(".side .chat, .stage .composer").first().waitFor();
  });
  await step("who is suspended reads and cannot speak; a new password and signing out end her sessions", async () => {
    await act("Suspend");
    await outcome("is suspended");
    const said = await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/again`, { msgtype: "m.text", body: "more" });
    check(said.errcode === "M_USER_SUSPENDED", JSON.stringify(said));
    await root.getByRole("button", { name: "Lift the suspension" }).click();
    await outcome("no longer suspended");
    await act("Reset password");
    await root.locator(".adm-told code").waitFor();
    await ada.locator(".auth form").waitFor({ timeout: 40_000 });
    await root.locator("section", { hasText: "What was done about this person" }).getByText("Password reset").waitFor();
    ada.troubles = ada.troubles.filter((trouble) => !/status of 40[13]/.test(trouble)); // these refusals were meant
  });
  await step("an announcement in both languages arrives", async () => {
    await section("Announcements");
    await root.locator("textarea").nth(0).fill("今晚维护");
    await root.locator("textarea").nth(1).fill("Maintenance tonight");
    await root.getByText("To some people only").click();
    await root.locator("textarea").nth(2).fill(id(boName));
    await root.locator(".adm-preview").waitFor();
    await clean(root, "announcing-desk");
    await root.getByRole("button", { name: "Send the announcement" }).click();
    await root.locator("dialog").getByRole("button", { name: "Send the announcement" }).click();
    await outcome("on its way");
    await root.locator(".adm-table", { hasText: "1 person has it" }).waitFor();
    await bo.goto("/#/");
    await bo.locator(".side .chat").first().waitFor();
    await bo.locator(".side", { hasText: "Laiwang" }).getByText("Laiwang").first().waitFor();
  });
  let club;
  await step("a room that was reported is blocked from its report, which says so when it is closed", async () => {
    club = (await ask(bo, "POST", "/v3/createRoom", { name: `club ${boName}`, preset: "public_chat" })).room_id;
    await bo.locator(".side .chat", { hasText: `club ${boName}` }).waitFor();
    await ask(bo, "POST", `/v3/rooms/${encodeURIComponent(club)}/report`, { reason: `赌博 ${boName}` });
    await section("Reports");
    await root.locator(".adm-table tr", { hasText: `赌博 ${boName}` }).getByRole("link", { name: "A room" }).click();
    await root.locator(".adm-facts").getByRole("link", { name: club }).waitFor();
    check((await root.getByText("What was reported, as it was then").count()) === 0, "a message shows in the report of a room");
    await act("Block the room");
    await outcome("is blocked");
    await clean(root, "room-report-desk");
    await root.getByRole("button", { name: "Close the report" }).click();
    await root.getByRole("region", { name: "Dealt with" }).getByText("is blocked").waitFor();
    const refused = await ask(root, "POST", `/v3/join/${encodeURIComponent(club)}`, {});
    check(refused.errcode === "M_FORBIDDEN", `somebody came into a blocked room: ${JSON.stringify(refused)}`);
    root.troubles = root.troubles.filter((trouble) => !/status of 403/.test(trouble)); // this refusal was meant
  });
  await step("a room is found by name, closed, and its members are out", async () => {
    await section("Rooms");
    await root.getByRole("searchbox").fill(`club ${boName}`);
    await root.locator(".adm-table").getByRole("link", { name: `club ${boName}` }).click();
    await root.locator(".adm-id", { hasText: club }).waitFor();
    await root.getByRole("button", { name: "Lift the block" }).click();
    await outcome("is open again");
    await act("Shut the room down");
    await bo.locator(".side .chat", { hasText: `club ${boName}` }).waitFor({ state: "detached" });
    await root.locator(".adm-facts div", { hasText: "People" }).getByText("0", { exact: true }).waitFor();
    await clean(root, "room-desk");
  });
  await step("a token is made, shared as a link that fills itself in, changed, deleted, and brought back as it was", async () => {
    await section("Registration");
    const token = name("tea");
    const row = root.locator(".adm-table tr", { hasText: token });
    await root.locator(".adm-bar").getByRole("button", { name: "New token" }).click();
    await root.locator("dialog input").first().fill(token);
    await root.locator("dialog").getByRole("button", { name: "Create" }).click();
    await root.locator(".adm-told code", { hasText: `#/register/${token}` }).waitFor();
    await row.getByText("Any number").waitFor();
    await row.getByRole("button", { name: "Edit" }).click();
    await root.locator("dialog").getByLabel("How often it can be used").fill("7");
    await root.locator("dialog").getByLabel("Until when").fill("2099-12-31T12:00");
    await clean(root, "token-changing-desk");
    await root.locator("dialog").getByRole("button", { name: "Save" }).click();
    await outcome("The token was changed");
    await row.getByText("7", { exact: true }).waitFor();
    await row.getByText("2099").waitFor();
    await row.getByRole("button", { name: "Delete" }).click();
    await root.locator("dialog").getByRole("button", { name: "Delete" }).click();
    await row.waitFor({ state: "detached" });
    await root.locator(".adm-told").getByRole("button", { name: "Undo" }).click();
    await row.getByText("7", { exact: true }).waitFor();
    await clean(root, "tokens-desk");
  });
  await step("every act is in the audit, and the settings can be read", async () => {
    await section("Audit");
    await root.getByRole("searchbox", { name: "Done by" }).fill(id(rootName));
    const acts = ["Token made", "Token changed", "Token deleted", "Room shut down", "Room blocked", "Block of a room lifted", "Announcement sent", "Password reset", "Suspended", "Suspension lifted", "Locked", "Unlocked", "Report closed", "Message taken back", "Looked at what was said around a report"];
    for (const text of acts) await root.locator(".adm-table tbody").getByText(text, { exact: true }).first().waitFor();
    await clean(root, "audit-desk");
    await section("Server settings");
    await root.locator(".adm-table", { hasText: "registration.mode" }).waitFor();
    await clean(root, "server-desk");
  });
  await step("it reads well on a phone, in Chinese, in the dark", async () => {
    makeAdmin(boName);
    for (const [hash, place, ready] of [["", "overview", ".adm-tiles"], ["/people", "people", ".adm-table"], [`/people/${encodeURIComponent(id(adaName))}`, "person", ".adm-facts"], ["/rooms", "rooms", ".adm-table"], ["/audit", "audit", ".adm-table"], ["/announcements", "announcements", ".adm-form"]]) {
      await bo.goto("/icon.svg");
      await bo.goto(`/#/admin${hash}`);
      await bo.locator(ready).first().waitFor();
      const wide = await bo.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      check(!wide, `${place} is wider than the phone`);
      await clean(bo, `${place}-phone`);
    }
  });
  await step("axe finds nothing on any of these pages", () => check(found.length === 0, found.join("\n")));
}
