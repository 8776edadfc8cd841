// Codes are read: by the camera between two people, from a picture between the devices of one of them, both ways.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filmCode, pictureOf } from "../codes.mjs";
import { meetSealed } from "../meeting.mjs";
import { DESK, PASSWORD } from "../people.mjs";
import { findings } from "../screens.mjs";

export default async function tell({ person, name, step, shot, check }) {
  const folder = mkdtempSync(join(tmpdir(), "laiwang-film-"));
  const film = join(folder, "code.y4m");
  const lin = await person({ locale: "zh-CN", film, permissions: ["camera"] });
  const sam = await person({ viewport: DESK, dark: true });
  const [linName, samName] = [name("lin"), name("sam")];
  const found = [];
  const dialog = (page) => page.locator("dialog");
  const press = (page, label) => dialog(page).getByRole("button", { name: label, exact: true }).click();
  const shows = (page, text) => dialog(page).filter({ hasText: text }).waitFor();
  const choose = (page, picture) => dialog(page).locator('input[type="file"]').setInputFiles(picture);
  const begin = async () => {
    await sam.locator(".info .wide-link", { hasText: "Verify" }).click();
    await press(lin, "接受");
    for (const page of [lin, sam]) await page.locator(".link-code").waitFor();
  };

  await step("two people have an encrypted chat", async () => {
    await meetSealed(lin, sam, linName, samName, "真的是你吗？");
    await sam.getByRole("button", { name: "Details" }).last().click();
  });
  await step("a code that holds other keys ends it, said in words", async () => {
    await begin();
    found.push(...(await findings(sam, "a code in the dark")), ...(await findings(lin, "a code")));
    await shot(lin, "code");
    await shot(sam, "code-desk");
    const own = await pictureOf(sam);
    await press(sam, "Scan the other code");
    await dialog(sam).locator(".form-note").waitFor(); // he may not use the camera
    await choose(sam, { name: "none.png", mimeType: "image/png", buffer: await sam.screenshot() });
    await dialog(sam).locator("[role=alert]", { hasText: "No code was found" }).waitFor();
    await choose(sam, own);
    await shows(sam, "other keys than the server gave");
    await shows(lin, "密钥与服务器给出的不同");
    await shot(lin, "other-keys");
    for (const [page, label] of [[lin, "关闭"], [sam, "Close"]]) await press(page, label);
  });
  await step("Lin's camera reads Sam's code, but he says that it was not her: nobody is confirmed", async () => {
    await begin();
    await filmCode(sam, film);
    await press(lin, "扫描对方的二维码");
    await shows(sam, "Confirm only if you see it there");
    await shows(lin, "还需要");
    await press(sam, "No");
    await shows(lin, "对方已取消");
    check((await sam.locator(".info .person-trust").count()) === 0, "somebody was confirmed");
    for (const [page, label] of [[lin, "关闭"], [sam, "Close"]]) await press(page, label);
  });
  await step("a code of before is told from the one that counts, and when that was read both are sure", async () => {
    await begin();
    await press(lin, "扫描对方的二维码"); // the camera still shows the code of before
    await dialog(lin).locator("[role=alert]", { hasText: "属于另一次验证" }).waitFor();
    found.push(...(await findings(lin, "scanning")));
    await shot(lin, "scanning");
    await choose(lin, await pictureOf(sam));
    await shows(sam, "Confirm only if you see it there");
    found.push(...(await findings(sam, "confirming")));
    await shot(sam, "confirming");
    await press(sam, "Yes, confirm");
    for (const [page, label] of [[lin, "关闭"], [sam, "Close"]]) await press(page, label);
    await sam.locator(".info .person-trust").waitFor();
  });
  await step("Lin keeps her keys safe", async () => {
    await lin.goto("/#/security");
    await lin.getByRole("button", { name: "设置密钥备份" }).click();
    await dialog(lin).getByRole("checkbox").check();
    await press(lin, "完成");
    await lin.locator(".security-good").waitFor();
  });
  for (const [way, reads] of [
    ["a new device reads the code of the first one", true],
    ["the first one reads the code of a new device", false],
  ]) {
    await step(`${way}, and has all keys`, async () => {
      const tablet = await person({ viewport: DESK });
      await tablet.goto("/");
      await tablet.locator('input[name="username"]').fill(linName);
      await tablet.locator('input[name="password"]').fill(PASSWORD);
      await tablet.locator('form button[type="submit"]').click();
      await tablet.locator(".chat").first().waitFor();
      await tablet.goto("/#/security");
      await tablet.getByRole("button", { name: "Verify with another device" }).click();
      await press(lin, "接受");
      for (const page of [lin, tablet]) await page.locator(".link-code").waitFor();
      const shown = await pictureOf(reads ? lin : tablet);
      await press(reads ? tablet : lin, reads ? "Scan the other code" : "扫描对方的二维码");
      await choose(reads ? tablet : lin, shown);
      await press(reads ? lin : tablet, reads ? "是的，确认" : "Yes, confirm");
      for (const [page, label] of [[lin, "关闭"], [tablet, "Close"]]) await press(page, label);
      await tablet.locator(".security-good").waitFor();
      await tablet.goto("/#/");
      await tablet.locator(".chat").first().click();
      await tablet.locator(".row.own .text", { hasText: "真的是你吗？" }).waitFor();
    });
  }
  rmSync(folder, { recursive: true });
  check(found.length === 0, found.join("\n"));
}
