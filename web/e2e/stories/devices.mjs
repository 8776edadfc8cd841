// One person on two devices: she sees both, names them, logs the other one out, changes her password, and ends her account.
import { DESK, PASSWORD, register } from "../people.mjs";

const logIn = async (page, username, password = PASSWORD) => {
  await page.goto("/");
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
};
const prove = async (page, password, name) => {
  await page.locator('dialog input[name="password"]').fill(password);
  await page.locator("dialog").getByRole("button", { name, exact: true }).click();
};
const refused = (page, where) => (page.troubles = page.troubles.filter((trouble) => !where.some((one) => trouble.includes(one))));

export default async function tell({ person, name, step, shot, check }) {
  const desk = await person({ viewport: DESK });
  const phone = await person({ locale: "zh-CN", dark: true });
  const ada = name("ada");
  const fresh = "duanqiao-canxue-2027";
  await step("Ada logs in on a desk and on a phone", async () => {
    await register(desk, ada);
    await logIn(phone, ada);
    await phone.locator(".side .bar h1").waitFor();
    await desk.getByRole("button", { name: "Settings" }).click();
    await desk.getByRole("button", { name: "Devices and account" }).click();
    await desk.locator(".devices li").nth(1).waitFor();
    await desk.locator(".devices").last().getByText("127.0.0.1").waitFor();
    await shot(desk, "list");
    await phone.goto("/#/devices");
    await phone.locator(".devices li").nth(1).waitFor();
    await shot(phone, "list-dark-zh");
  });
  await step("she names this device, and the other one shows it", async () => {
    await desk.locator(".devices .person").first().click();
    await desk.getByLabel("Name of the device").fill("Desk at the window");
    await shot(desk, "device");
    await desk.locator("dialog").getByRole("button", { name: "Save" }).click();
    await desk.locator(".devices").first().getByText("Desk at the window").waitFor();
    await phone.reload();
    await phone.locator(".devices").last().getByText("Desk at the window").waitFor();
  });
  await step("a wrong password logs nobody out, the right one does", async () => {
    await desk.locator(".devices").last().locator(".person").click();
    await desk.locator("dialog").getByRole("button", { name: "Log out this device" }).click();
    await prove(desk, "not the password", "Log out this device");
    await desk.locator("dialog .form-error", { hasText: "wrong" }).waitFor();
    await prove(desk, PASSWORD, "Log out this device");
    await desk.getByText("You are logged in nowhere else.").waitFor();
    await phone.locator(".auth .form-note").waitFor();
    refused(desk, ["/v3/delete_devices"]);
    refused(phone, ["status of 401"]);
  });
  await step("a new password ends all other sessions", async () => {
    await logIn(phone, ada);
    await phone.locator(".side .bar h1").waitFor();
    await desk.getByRole("button", { name: "Change password" }).click();
    await desk.getByLabel("New password").fill(fresh);
    await shot(desk, "password");
    await prove(desk, PASSWORD, "Change password");
    await desk.locator(".toast", { hasText: "has been changed" }).waitFor();
    await phone.locator(".auth .form-note").waitFor();
    await logIn(phone, ada, PASSWORD);
    await phone.locator(".form-error").waitFor();
    await logIn(phone, ada, fresh);
    await phone.locator(".side .bar h1").waitFor();
    refused(phone, ["status of 401", "/v3/login"]);
  });
  await step("the account ends, after a warning that has to be read", async () => {
    await phone.goto("/#/devices");
    await phone.getByRole("button", { name: "注销账号" }).click();
    await phone.locator('dialog input[name="password"]').fill(fresh);
    check(await phone.locator("dialog .button.danger").isDisabled(), "it ends without being sure");
    await shot(phone, "closing");
    await phone.locator("dialog").getByRole("checkbox").check();
    await phone.locator("dialog .button.danger").click();
    await phone.locator(".auth form").waitFor();
    await desk.locator(".auth form").waitFor();
    await logIn(phone, ada, fresh);
    await phone.locator(".form-error").waitFor();
    refused(desk, ["status of 401"]);
    refused(phone, ["status of 401", "/v3/login"]);
  });
}
