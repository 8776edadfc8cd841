// Photos by paste and drop: seen before they go out, taken back, sent in order with a text; and words of an input method stay whole.
import { landscape, say } from "../people.mjs";
import { meet } from "../meeting.mjs";

/** Give the page files as a clipboard or a mouse would. */
const hand = (page, how, files) =>
  page.evaluate(
    ([how, files]) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of files) data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      const target = document.querySelector(how === "paste" ? ".composer textarea" : ".talk-main");
      if (how === "paste") target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      else for (const kind of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [how, files],
  );

export default async function tell({ browser, person, name, step, check }) {
  const [ada, bo] = [await person(), await person()];
  const photo = await landscape(browser);
  const files = (...names) => names.map((one) => ({ name: one, type: "image/jpeg", bytes: [...photo.buffer] }));
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  await step("the plus offers what can be added; a chosen photo is attached", async () => {
    await ada.locator(".add-button").click();
    const chooser = ada.waitForEvent("filechooser");
    await ada.getByRole("menuitem", { name: "Photo or file" }).click();
    await (await chooser).setFiles(photo);
    await ada.locator(".attached img").waitFor();
    await ada.getByRole("button", { name: "Remove xihu.jpg" }).click();
    await ada.locator(".add-button").focus();
    await ada.keyboard.press("Enter");
    await ada.locator(".menu").waitFor();
    await ada.keyboard.press("Escape");
    await ada.locator(".menu").waitFor({ state: "detached" });
  });
  await step("a pasted photo waits to be seen, and can be taken back", async () => {
    await hand(ada, "paste", files("a.jpg"));
    await ada.locator(".attached img").waitFor();
    await ada.getByRole("button", { name: "Remove a.jpg" }).click();
    await ada.locator(".attached").waitFor({ state: "detached" });
    check((await ada.locator(".send-button:not(.voice-button)").count()) === 0, "nothing is left to send, and the button is there");
  });
  await step("dropped photos go out in their order, then the text", async () => {
    await hand(ada, "drop", files("1.jpg", "2.jpg", "3.jpg"));
    await ada.locator(".attached li").nth(2).waitFor();
    await ada.locator(".composer textarea").fill("three of them");
    await ada.locator(".send-button").click();
    await bo.locator(".row.other .text", { hasText: "three of them" }).waitFor();
    const sent = await bo.evaluate(() => [...document.querySelectorAll(".row.other")].map((row) => (row.querySelector(".photo") ? "photo" : row.querySelector(".text").textContent)));
    check(sent.join() === "hello,photo,photo,photo,three of them", `arrived: ${sent}`);
    await ada.locator(".attached").waitFor({ state: "detached" });
  });
  await step("Enter that chooses a word of an input method sends nothing", async () => {
    const client = await ada.context().newCDPSession(ada);
    await ada.locator(".composer textarea").focus();
    await client.send("Input.imeSetComposition", { text: "nihao", selectionStart: 5, selectionEnd: 5 });
    await ada.locator(".composer textarea").dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
    await client.send("Input.insertText", { text: "你好" });
    check((await ada.locator(".composer textarea").inputValue()) === "你好", "the word is not in the field");
    await ada.locator(".send-button").click();
    await bo.locator(".row.other .text", { hasText: "你好" }).waitFor();
    check((await bo.getByText("nihao").count()) === 0, "letters that were not chosen went out");
  });
  await step("two tabs of one person show the same, and either can write", async () => {
    const other = await ada.context().newPage();
    await other.goto(ada.url());
    await other.locator(".row.own .text", { hasText: "你好" }).waitFor();
    await say(other, "from the other tab");
    await ada.locator(".row.own .text", { hasText: "from the other tab" }).waitFor();
    await say(ada, "from the first tab");
    await other.locator(".row.own .text", { hasText: "from the first tab" }).waitFor();
    check((await bo.locator(".row.other .text", { hasText: "tab" }).count()) <= 2, "something arrived twice");
    await other.close();
  });
}
