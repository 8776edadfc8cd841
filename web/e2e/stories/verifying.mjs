// Emoji are compared: between two people in their room, then between two devices of one person, who gets her keys that way.
import { crossing } from "../calls.mjs";
import { meetSealed } from "../meeting.mjs";
import { findings } from "../screens.mjs";
import { DESK, PASSWORD } from "../people.mjs";

const emoji = async (page) => {
  await page.locator(".sas li").nth(6).waitFor();
  return page.locator(".sas li span").allInnerTexts();
};

export default async function tell({ person, name, step, shot, check }) {
  const lin = await person({ locale: "zh-CN" });
  const sam = await person({ viewport: DESK, dark: true });
  const [linName, samName] = [name("lin"), name("sam")];
  const found = [];

  await step("two people have an encrypted chat", async () => {
    await meetSealed(lin, sam, linName, samName, "真的是你吗？");
  });
  await step("who says that the emoji differ confirms nobody", async () => {
    await sam.getByRole("button", { name: "Details" }).last().click();
    await sam.locator(".info .wide-link", { hasText: "Verify" }).click();
    await lin.locator("dialog").getByRole("button", { name: "接受" }).click();
    await sam.getByRole("button", { name: "Compare emoji instead" }).click();
    await emoji(lin);
    await lin.locator("dialog").getByRole("button", { name: "不相同" }).click();
    await sam.locator("dialog", { hasText: "Nothing was confirmed" }).waitFor();
    for (const page of [lin, sam]) await page.locator("dialog .button.primary", { hasText: /Close|关闭/ }).click();
    check((await sam.locator(".info .person-trust").count()) === 0, "somebody was confirmed");
  });
  await step("Sam asks again, Lin accepts, both begin with emoji at once, and both see the same", async () => {
    await sam.locator(".info .wide-link", { hasText: "Verify" }).click();
    await lin.locator("dialog").getByRole("button", { name: "接受" }).click();
    const ways = [lin.getByRole("button", { name: "改为比对表情符号" }), sam.getByRole("button", { name: "Compare emoji instead" })];
    for (const way of ways) await way.waitFor();
    await crossing("m.key.verification.start", [lin, sam], () => Promise.all(ways.map((way) => way.click())));
    const [atLin, atSam] = [await emoji(lin), await emoji(sam)];
    check(atLin.length === 7 && atLin.join() === atSam.join(), `${atLin} is not ${atSam}`);
    found.push(...(await findings(lin, "comparing")), ...(await findings(sam, "comparing in the dark")));
    await shot(lin, "comparing");
    await lin.locator("dialog").getByRole("button", { name: "完全相同" }).click();
    await sam.locator("dialog").getByRole("button", { name: "They are the same" }).click();
    for (const page of [lin, sam]) await page.locator("dialog .button.primary", { hasText: /Close|关闭/ }).click();
    await sam.locator(".info .person-trust").waitFor();
  });
  await step("Lin keeps her keys safe", async () => {
    await lin.goto("/#/security");
    await lin.getByRole("button", { name: "设置密钥备份" }).click();
    await lin.locator("dialog").getByRole("checkbox").check();
    await lin.locator("dialog").getByRole("button", { name: "完成" }).click();
    await lin.locator(".security-good").waitFor();
  });
  const tablet = await person({ viewport: DESK, locale: "zh-CN" });
  await step("a new device compares emoji with the first one and reads everything, without the recovery key", async () => {
    await tablet.goto("/");
    await tablet.locator('input[name="username"]').fill(linName);
    await tablet.locator('input[name="password"]').fill(PASSWORD);
    await tablet.locator('form button[type="submit"]').click();
    await tablet.locator(".chat").first().waitFor();
    await tablet.goto("/#/security");
    await tablet.getByRole("button", { name: "用另一台设备验证" }).click();
    await lin.locator("dialog").getByRole("button", { name: "接受" }).click();
    await tablet.getByRole("button", { name: "改为比对表情符号" }).click();
    const [atLin, atTablet] = [await emoji(lin), await emoji(tablet)];
    check(atLin.join() === atTablet.join(), `${atLin} is not ${atTablet}`);
    for (const page of [tablet, lin]) await page.locator("dialog").getByRole("button", { name: "完全相同" }).click();
    for (const page of [tablet, lin]) await page.locator("dialog .button.primary", { hasText: "关闭" }).click();
    await tablet.locator(".security-good").waitFor();
    await tablet.goto("/#/");
    await tablet.locator(".chat").first().click();
    await tablet.locator(".row.own .text", { hasText: "真的是你吗？" }).waitFor();
  });
  await step("Lin, too, sees Sam as verified", async () => {
    await lin.goto("/#/");
    await lin.locator(".chat").first().click();
    await lin.getByRole("button", { name: "聊天详情" }).last().click();
    await lin.locator(".info .person-trust").waitFor();
  });
  check(found.length === 0, found.join("\n"));
}
