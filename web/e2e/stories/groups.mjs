// A group: made with a name and a member, talked in, renamed, left.
import { DESK, register, say } from "../people.mjs";

export default async function tell({ person, name, step, shot }) {
  const [ada, bo] = [await person({ viewport: DESK }), await person({ locale: "zh-CN", dark: true })];
  const [adaName, boName] = [name("ada"), name("bo")];
  await step("both register", async () => {
    await register(ada, adaName);
    await register(bo, boName);
  });
  await step("Ada makes a group with Bo", async () => {
    await ada.getByRole("button", { name: "Start a chat" }).first().click();
    await ada.getByRole("button", { name: "New group" }).click();
    await ada.getByLabel("Group name").fill("Hikers");
    await ada.getByRole("searchbox").fill(boName);
    await ada.locator(".person", { hasText: boName }).click();
    await ada.getByRole("button", { name: "Create group with 1 person" }).click();
    await ada.locator(".composer textarea").waitFor();
  });
  await step("Bo joins and answers", async () => {
    await bo.locator(".invitation", { hasText: "Hikers" }).getByRole("button", { name: "接受" }).click();
    await bo.locator(".composer").waitFor();
    await say(bo, "来了");
    await ada.locator(".row.other .sender", { hasText: boName }).waitFor();
    await ada.locator(".talk-title small", { hasText: "2 members" }).waitFor();
  });
  await step("Ada mentions Bo by keyboard", async () => {
    await ada.locator(".composer textarea").pressSequentially(`hello @${boName.slice(0, 4)}`);
    await ada.locator(".mentions").waitFor();
    await ada.keyboard.press("Enter");
    await ada.keyboard.type("!");
    await ada.keyboard.press("Enter");
    await bo.locator(".row.other .text", { hasText: `hello @${boName} !` }).waitFor();
  });
  await step("Ada renames the group", async () => {
    await ada.locator(".talk-title").click();
    await ada.getByRole("button", { name: "Change group name" }).click();
    await ada.locator("dialog").getByLabel("Group name").fill("Lake hikers");
    await ada.locator("dialog").getByRole("button", { name: "Save" }).click();
    await bo.locator(".talk-title h1", { hasText: "Lake hikers" }).waitFor();
    await ada.locator(".info .person", { hasText: boName }).waitFor();
    await shot(ada, "details");
    await shot(bo, "talk");
  });
  await step("Bo leaves", async () => {
    await bo.locator(".talk-title").click();
    await bo.getByRole("button", { name: "退出聊天" }).click();
    await bo.locator("dialog").getByRole("button", { name: "退出聊天" }).click();
    await bo.locator(".side .state").waitFor();
    await ada.locator(".notice", { hasText: `${boName} left` }).waitFor();
  });
}
