// An administrator sees how much is said and what files take, deletes old history and files, signs devices out and ends an account.
import { DESK, PASSWORD, register, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { everyLook, findings } from "../screens.mjs";

export default async function tell({ person, name, step, check, shot, makeAdmin }) {
  const [root, ada, bo] = [await person({ viewport: DESK }), await person(), await person({ locale: "zh-CN", dark: true })];
  const [rootName, adaName, boName] = [name("root"), name("ada"), name("bo")];
  const id = (username) => `@${username}:test.local`;
  const found = [];
  const clean = async (page, place, look = findings) => {
    await shot(page, place);
    found.push(...(await look(page, place)));
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
  await step("two people talk, and send files", async () => {
    await meet(ada, bo, adaName, boName);
    for (const text of ["one", "two", "three"]) await say(ada, text);
    room = roomOf(ada);
    for (const file of [`${adaName}.png`, `${adaName}.bin`]) {
      const uri = await ada.evaluate(async (file) => {
        const { accessToken: token } = JSON.parse(localStorage.getItem("laiwang.session") ?? "{}");
        const answer = await fetch(`/_matrix/media/v3/upload?filename=${file}`, { method: "POST", headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" }, body: new Uint8Array(5000) });
        return (await answer.json()).content_uri;
      }, file);
      check(uri?.startsWith("mxc://"), `no file: ${uri}`);
      await ask(ada, "PUT", `/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${file}`, { msgtype: "m.file", body: file, url: uri });
    }
    await bo.locator(".row", { hasText: `${adaName}.png` }).first().waitFor();
  });
  await step("an administrator sees how much is said, drawn and as a table", async () => {
    await register(root, rootName);
    makeAdmin(rootName);
    await root.goto("/#/admin");
    await part("How much is said").getByText("Wrote today").waitFor();
    const days = root.locator(".adm-plot", { hasText: "Messages per day" });
    await days.locator("rect").nth(29).waitFor({ state: "attached" });
    await clean(root, "activity-desk", everyLook);
    await days.getByText("As a table").click();
    check((await days.locator("tbody tr").count()) === 30, "the table has other days");
  });
  await step("the files of all; one is withheld and given back, another deleted for good", async () => {
    await section("Files");
    await root.getByLabel("Order").selectOption("newest");
    const row = root.locator(".adm-table tr", { hasText: `${adaName}.png` });
    await row.getByText("Nobody has looked at it").or(row.getByText("Somebody has looked at it")).waitFor();
    await root.locator(".adm-share span").first().waitFor();
    await clean(root, "files-desk", everyLook);
    await row.getByRole("button", { name: "Withhold" }).click();
    await outcome("Nobody can load the file now");
    await root.locator(".adm-told").getByRole("button", { name: "Undo" }).click();
    await outcome("Undone");
    await row.getByRole("button", { name: "Withhold" }).waitFor();
    const other = root.locator(".adm-table tr", { hasText: `${adaName}.bin` });
    await act(other, "Delete");
    await outcome("The file is deleted");
    await other.waitFor({ state: "detached" });
    const said = await ask(bo, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=50`);
    const { url } = said.chunk.find((one) => one.content.body === `${adaName}.bin`).content;
    const gone = await ask(bo, "GET", `/v1/media/download/${url.slice("mxc://".length)}`);
    check(gone.errcode === "M_NOT_FOUND", `the file is still there: ${JSON.stringify(gone)}`);
    bo.troubles = bo.troubles.filter((trouble) => !/status of 404/.test(trouble)); // this refusal was meant
  });
  await step("the history of a room goes, for those who are in it too, with its file", async () => {
    await root.goto(`/#/admin/rooms/${encodeURIComponent(room)}`);
    await part("Files").getByText(`${adaName}.png`).waitFor();
    await act(part("Deleting old history"), "Delete old history");
    await outcome("being deleted");
    await part("Deleting old history").getByText("6 messages").waitFor();
    await part("Deleting old history").getByText("Done", { exact: true }).waitFor();
    await part("What was done about this room").getByText("History deleted").waitFor();
    await clean(root, "purged-desk");
    const left = await ask(bo, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=50`);
    check(left.chunk.every((one) => one.state_key !== undefined), "messages are left");
  });
  await step("one becomes an administrator, is one no more, and is one again", async () => {
    await root.goto(`/#/admin/people/${encodeURIComponent(id(boName))}`);
    const badge = root.locator(".adm-head").getByText("Administrator", { exact: true });
    for (const again of [false, true]) {
      await act(part("What you can do"), "Make administrator");
      await outcome("is an administrator");
      await badge.waitFor();
      check((await part("What you can do").getByRole("button", { name: "Lock" }).count()) === 0, "an administrator can be locked out");
      if (again) break;
      await act(part("What you can do"), "Withdraw administrator");
      await outcome("is no administrator any more");
      await badge.waitFor({ state: "detached" });
      const refused = await ask(bo, "GET", `/v3/admin/whois/${encodeURIComponent(id(adaName))}`);
      check(refused.errcode === "M_FORBIDDEN", JSON.stringify(refused));
    }
  });
  await step("one device of a person is signed out, then all, and her account ends", async () => {
    const logIn = (name) => ask(bo, "POST", "/v3/login", { type: "m.login.password", identifier: { type: "m.id.user", user: adaName }, password: PASSWORD, initial_device_display_name: name });
    await logIn("Tablet");
    const { access_token: token } = await logIn("Old phone");
    await root.goto(`/#/admin/people/${encodeURIComponent(id(adaName))}`);
    await act(part("Devices"), "Sign out: Tablet", "Sign out");
    await outcome("Signed out");
    await part("Devices").locator("tbody tr", { hasText: "Tablet" }).waitFor({ state: "detached" });
    check(await ada.locator(".auth form").count() === 0, "another device is out as well");
    await act(part("Devices"), "Sign all out", "Sign out");
    await ada.locator(".auth form").waitFor({ timeout: 40_000 });
    await part("Devices").getByText("Not logged in anywhere").waitFor();
    const status = await bo.evaluate(async (token) => (await fetch("/_matrix/client/v3/account/whoami", { headers: { authorization: `Bearer ${token}` } })).status, token);
    check(status === 401, `her other device is still in: ${status}`);
    await act(part("What you can do"), "Deactivate");
    await outcome("has ended");
    await main.getByText("This account has ended for good.").waitFor();
    for (const text of ["Account ended", "Device signed out", "All devices signed out"]) await part("What was done about this person").getByText(text).first().waitFor();
    await clean(root, "ended-desk");
    for (const page of [ada, bo]) page.troubles = page.troubles.filter((trouble) => !/status of 40[13]/.test(trouble)); // these refusals were meant
  });
  await step("the audit has every act", async () => {
    await section("Audit");
    await root.getByRole("searchbox", { name: "Done by" }).fill(id(rootName));
    await main.locator(".adm-table tbody").getByText("Command line").first().waitFor({ state: "detached" });
    const acts = ["File withheld", "File given back", "File deleted", "History deleted", "Made administrator", "Administrator withdrawn", "Device signed out", "All devices signed out", "Account ended"];
    for (const text of acts) await main.locator(".adm-table tbody").getByText(text, { exact: true }).first().waitFor();
    await root.locator(".adm-tools select").first().selectOption({ label: "Made administrator" });
    await main.locator(".adm-table tbody").getByText("File deleted").waitFor({ state: "detached" });
    await main.locator(".adm-table tbody tr", { hasText: id(boName) }).nth(2).waitFor();
    await main.locator(".adm-table tbody tr").nth(3).waitFor({ state: "detached" }); // those of other administrators may still be leaving
    check((await main.locator(".adm-table tbody tr").count()) === 3, "the acts of this kind are others");
    await clean(root, "audit-of-one-act-desk");
  });
  await step("it reads well on a phone, in Chinese, in the dark, for the new administrator", async () => {
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
