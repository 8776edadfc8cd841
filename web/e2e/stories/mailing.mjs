// A server that asks for e-mail addresses: Ada registers with one, has another one too, and sets a password anew that she has forgotten.
import { DESK, PASSWORD, person as meet } from "../people.mjs";
import { ask } from "../meeting.mjs";
import { mailServer, ownServer } from "../post.mjs";
import { everyLook, findings } from "../screens.mjs";

const FRESH = "duanqiao-canxue-2027";
const refused = (page, ...where) => (page.troubles = page.troubles.filter((trouble) => !where.some((one) => trouble.includes(one))));

export default async function tell({ browser, step, shot, check }) {
  const post = await mailServer();
  const server = await ownServer({
    LAIWANG_EMAIL__HOST: "127.0.0.1",
    LAIWANG_EMAIL__PORT: String(post.port),
    LAIWANG_EMAIL__SECURITY: "none",
    LAIWANG_EMAIL__SENDER: "Laiwang <no-reply@test.local>",
    LAIWANG_REGISTRATION__EMAIL_REQUIRED: "true",
  });
  const desk = await meet(browser, server.url, { viewport: DESK });
  const phone = await meet(browser, server.url, { locale: "zh-CN", dark: true });
  const open = async (link, button) => {
    const page = await desk.context().newPage();
    await page.goto(link);
    await page.getByRole("button", { name: button }).waitFor();
    await shot(page, `link-${button.length}`);
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("heading", { name: /Confirmed|已确认/ }).waitFor();
    await page.close();
  };
  const dialog = (page) => page.locator("dialog");
  const found = [];
  const clean = async (page, place, look = findings) => {
    await shot(page, place);
    found.push(...(await look(page, place)));
  };
  try {
    await step("Ada registers, and confirms the address that the server asks for", async () => {
      await desk.goto("/#/register");
      await desk.locator('input[name="username"]').fill("ada");
      await desk.locator('input[name="password"]').fill(PASSWORD);
      await desk.locator('form button[type="submit"]').click();
      await dialog(desk).getByLabel("E-mail address").fill("ada@example.org");
      await clean(desk, "registering", everyLook);
      await dialog(desk).getByRole("button", { name: "Send mail" }).click();
      const link = await post.next();
      await dialog(desk).getByRole("button", { name: "Continue" }).click();
      await dialog(desk).locator(".form-error", { hasText: "has not been opened" }).waitFor();
      await clean(desk, "registering-waiting");
      await open(link, "Confirm");
      // Coming back from the mail may have been enough.
      const button = dialog(desk).getByRole("button", { name: "Continue" });
      await Promise.race([desk.locator(".side .bar h1").waitFor(), button.click({ timeout: 10_000 }).catch(() => undefined)]);
      await desk.locator(".side .bar h1").waitFor();
    });
    await step("she adds an address, which counts once its link was opened, and takes it away", async () => {
      await desk.goto("/#/devices");
      await desk.locator(".own-addresses", { hasText: "ada@example.org" }).waitFor();
      await desk.getByRole("button", { name: "Add e-mail address" }).click();
      await dialog(desk).getByLabel("E-mail address").fill("Lovelace@Example.org");
      await clean(desk, "adding");
      await dialog(desk).getByRole("button", { name: "Send mail" }).click();
      await open(await post.next(), "Confirm");
      await dialog(desk).getByLabel("Your password").fill(PASSWORD);
      await clean(desk, "adding-waiting", everyLook);
      await dialog(desk).getByRole("button", { name: "Save" }).click();
      await desk.locator(".own-addresses", { hasText: "lovelace@example.org" }).waitFor();
      await clean(desk, "own");
      check((await post.next()) === "", "the mail that tells of another address bears a link");
      await desk.getByRole("button", { name: "Remove ada@example.org" }).click();
      await dialog(desk).getByRole("button", { name: "Remove", exact: true }).click();
      await desk.locator(".own-addresses li").nth(1).waitFor({ state: "detached" });
      check((await desk.locator(".own-addresses").innerText()).includes("lovelace@"), "the wrong address went");
      check((await post.next()) === "", "a mail that only tells of what happened bears a link");
    });
    await step("on her phone she has forgotten her password", async () => {
      await phone.goto("/");
      await phone.getByRole("button", { name: "忘记密码？" }).waitFor();
      await shot(phone, "login-dark-zh");
      await phone.getByRole("button", { name: "忘记密码？" }).click();
      await dialog(phone).getByLabel("邮箱地址").fill("lovelace@example.org");
      await clean(phone, "forgotten-zh", everyLook);
      await dialog(phone).getByRole("button", { name: "发送邮件" }).click();
      const link = await post.next();
      await dialog(phone).getByLabel("新密码").fill(FRESH);
      await dialog(phone).getByRole("button", { name: "设置新密码" }).click();
      await dialog(phone).locator(".form-error", { hasText: "尚未打开" }).waitFor();
      await clean(phone, "forgotten-waiting-zh", everyLook);
      await open(link, "是我本人，继续");
      await dialog(phone).getByRole("button", { name: "设置新密码" }).click();
      await phone.locator(".toast", { hasText: "请用新密码登录" }).waitFor();
      await desk.locator(".auth .form-note").waitFor();
      await phone.locator('input[name="username"]').fill("lovelace@example.org");
      await phone.locator('input[name="password"]').fill(FRESH);
      await phone.locator('form button[type="submit"]').click();
      await phone.locator(".side .bar h1").waitFor();
      check((await post.next()) === "", "a mail that only tells of what happened bears a link");
    });
    await step("on her phone she looks at adding another one, and an administrator takes away the one that she has", async () => {
      await phone.goto("/#/devices");
      await phone.getByRole("button", { name: "添加邮箱地址" }).click();
      await dialog(phone).getByLabel("邮箱地址").fill("x@example.org");
      await clean(phone, "adding-zh");
      server.makeAdmin("ada"); // the only account here; administrators cannot do most things to themselves, and this they can
      await phone.goto("/icon.svg");
      await phone.goto(`/#/admin/people/${encodeURIComponent("@ada:test.local")}`);
      const own = phone.getByRole("region", { name: "邮箱地址" });
      await own.getByText("lovelace@example.org").waitFor();
      await clean(phone, "administered-zh");
      await own.getByRole("button", { name: "移除: lovelace@example.org" }).click();
      await clean(phone, "administered-asking-zh");
      await dialog(phone).getByRole("button", { name: "移除", exact: true }).click();
      await phone.locator(".adm-told", { hasText: "已移除" }).waitFor();
      await own.waitFor({ state: "detached" });
      await phone.locator(".adm-table").getByText("移除邮箱地址", { exact: true }).waitFor();
      check((await post.next()) === "", "a mail that only tells of what happened bears a link");
      check((await ask(phone, "GET", "/v3/account/3pid")).threepids.length === 0, "the address is still hers");
    });
    check(found.length === 0, `\n${found.join("\n")}`);
    refused(desk, "status of 400", "status of 401");
    for (const page of [desk, phone]) check(page.troubles.length === 0, `errors in the pages:\n${page.troubles.join("\n")}`);
  } catch (error) {
    await shot(desk, "failed-desk").catch(() => undefined);
    await shot(phone, "failed-phone").catch(() => undefined);
    throw error;
  } finally {
    await server.close();
    post.close();
  }
}
