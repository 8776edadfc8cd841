// An administrator sees how much is said and what files take, deletes old history and files, signs devices out and ends an account.
import { DESK, register, say } from "../people.mjs";
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
  const main = root.locator(".adm-main");
  const part = (title) => main.getByRole("region", { name: title, exact: true });
  const act = async (where, button, yes = button) => {
    await where.getByRole("button", { name: button, exact: true }).first().click();
    await root.locator("dialog").getByRole("button", { name: yes, exact: true }).click();
    await root.locator("dialog").waitFor({ state: "detached" });
  };
  const outcome = (text) => root.locator(".adm-told", { hasText: text }).waitFor();
  const section = (title) => root.locator(".adm-nav").getByRole("link", { name: title, exact: true }).click();
  let room;
  await step("two people talk, and send a picture", async () => {
    await meet(ada, bo, adaName, boName);
    for (const text of ["one", "two", "three"]) await say(ada, text);
    room = roomOf(ada);
    const uri = await ada.evaluate(async (username) => {
      const { accessToken: token } = JSON.parse(localStorage.getItem("laiwang.session") ?? "{}");
      const answer = await fetch(`/_matrix/media/v3/upload?filename=${username}.png`, { method: "POST", headers: { Authorization: `Bearer ${token}`, "Content-Type": "image/png" }, body: new Uint8Array(5000) });
      return (await answer.json()).content_uri;
    }, adaName);
    check(uri?.startsWith("mxc://"), `no file: ${uri}`);
    await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/file`, { msgtype: "m.file", body: `${adaName}.png`, url: uri });
    await bo.locator(".row", { hasText: `${adaName}.png` }).first().waitFor();
  });
  await step("an administrator sees how much is said, drawn and as a table", async () => {
    await register(root, rootName);
    makeAdmin(rootName);
    await root.goto("/#/admin");
    await part("How much is said").getByText("Wrote today").waitFor();
    const days = root.locator(".adm-plot", { hasText: "Messages per day" });
    await days.locator("rect").nth(29).waitFor({ state: "attached" });
    await clean(root, "activity-desk");
    await days.getByText("As a table").click();
    check((await days.locator("tbody tr").count()) === 30, "the table has other days");
  });
  await step("the files of all, the largest first; one is withheld and given back", async () => {
    await section("Files");
    const row = root.locator(".adm-table tr", { hasText: `${adaName}.png` });
    await row.getByText("Nobody has looked at it").or(row.getByText("Somebody has looked at it")).waitFor();
    await root.locator(".adm-share span").first().waitFor();
    await clean(root, "files-desk");
    await row.getByRole("button", { name: "Withhold" }).click();
    await outcome("Nobody can load the file now");
    await root.locator(".adm-told").getByRole("button", { name: "Undo" }).click();
    await outcome("Undone");
    await row.getByRole("button", { name: "Withhold" }).waitFor();
  });
  await step("the history of a room goes, for those who are in it too, with its file", async () => {
    await root.goto(`/#/admin/rooms/${encodeURIComponent(room)}`);
    await part("Files").getByText(`${adaName}.png`).waitFor();
    await act(part("Deleting old history"), "Delete old history");
    await outcome("being deleted");
    await part("Deleting old history").getByText("5 messages").waitFor();
    await part("Deleting old history").getByText("Done", { exact: true }).waitFor();
    await part("What was done about this room").getByText("History deleted").waitFor();
    await clean(root, "purged-desk");
    const left = await ask(bo, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=50`);
    check(left.chunk.every((one) => one.state_key !== undefined), "messages are left");
  });
  await step("all devices of a person are signed out, and her account ends", async () => {
    await root.goto(`/#/admin/people/${encodeURIComponent(id(adaName))}`);
    await act(part("Devices"), `Sign out: ${await part("Devices").locator("tbody bdi").first().textContent()}`, "Sign out");
    await outcome("Signed out");
    await ada.locator(".auth form").waitFor({ timeout: 40_000 });
    await act(part("What you can do"), "Deactivate");
    await outcome("has ended");
    await main.getByText("This account has ended for good.").waitFor();
    for (const text of ["Account ended", "Device signed out"]) await part("What was done about this person").getByText(text).first().waitFor();
    await clean(root, "ended-desk");
    ada.troubles = ada.troubles.filter((trouble) => !/status of 40[13]/.test(trouble)); // signed out: these refusals were meant
  });
  await step("it reads well on a phone, in Chinese, in the dark", async () => {
    makeAdmin(boName);
    for (const [hash, place, ready] of [["", "activity", ".adm-plot rect"], ["/files", "files", ".adm-page"], [`/rooms/${encodeURIComponent(room)}`, "purged", ".adm-facts"]]) {
      await bo.goto("/icon.svg");
      await bo.goto(`/#/admin${hash}`);
      await bo.locator(ready).first().waitFor({ state: "attached" });
      await bo.locator(".adm-main .spinner").first().waitFor({ state: "detached" });
      check(!(await bo.evaluate(() => document.documentElement.scrollWidth > innerWidth)), `${place} is wider than the phone`);
      await clean(bo, `${place}-phone`);
    }
  });
  await step("axe finds nothing on any of these pages", () => check(found.length === 0, found.join("\n")));
}
