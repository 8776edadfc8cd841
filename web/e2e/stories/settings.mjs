// Profile, language, light and the way out; and that all of it stays.
import { PASSWORD, landscape, register } from "../people.mjs";

export default async function tell({ browser, person, name, step, shot, check }) {
  const ada = await person();
  const adaName = name("ada");
  await step("Ada registers", () => register(ada, adaName));
  await step("the language changes at once and stays", async () => {
    await ada.getByRole("button", { name: "Settings" }).click();
    await ada.getByText("中文").click();
    await ada.getByRole("heading", { name: "设置" }).waitFor();
    check((await ada.evaluate(() => document.documentElement.lang)) === "zh-CN", "the page does not say its language");
    await ada.reload();
    await ada.getByRole("heading", { name: "设置" }).waitFor();
    await ada.getByText("English").click();
    await ada.getByRole("heading", { name: "Settings" }).waitFor();
  });
  await step("the light changes at once and stays", async () => {
    await ada.getByText("Dark", { exact: true }).click();
    const dark = () => ada.evaluate(() => document.documentElement.dataset.theme === "dark");
    check(await dark(), "not dark");
    await ada.reload();
    await ada.getByRole("heading", { name: "Settings" }).waitFor();
    check(await dark(), "not dark after coming back");
    await shot(ada, "dark");
    await ada.getByText("System", { exact: true }).click();
  });
  await step("name and picture are kept", async () => {
    await ada.getByLabel("Display name").fill("Ada 爱达");
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.locator(".toast").waitFor();
    await ada.locator('.profile input[type="file"]').setInputFiles(await landscape(browser));
    await ada.locator(".profile .avatar img").waitFor();
    await ada.reload();
    await ada.locator(".profile .avatar img").waitFor();
    check((await ada.getByLabel("Display name").inputValue()) === "Ada 爱达", "the name is lost");
  });
  await step("logging out leaves nothing here, logging in brings her back", async () => {
    await ada.getByRole("button", { name: "Log out" }).click();
    await ada.locator("dialog").getByRole("button", { name: "Log out" }).click();
    await ada.locator(".auth form").waitFor();
    check((await ada.evaluate(() => localStorage.getItem("laiwang.session"))) === null, "the session is still here");
    await ada.locator('input[name="username"]').fill(adaName);
    await ada.locator('input[name="password"]').fill("not the password");
    await ada.getByRole("button", { name: "Log in" }).click();
    await ada.locator(".form-error").waitFor();
    await ada.locator('input[name="password"]').fill(PASSWORD);
    await ada.getByRole("button", { name: "Log in" }).click();
    await ada.getByRole("heading", { name: "Chats" }).waitFor();
  });
  // The wrong password was meant.
  ada.troubles = ada.troubles.filter((trouble) => !(trouble.includes("403") && trouble.includes("/v3/login")));
}
