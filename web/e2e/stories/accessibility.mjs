// Every screen, in both lights, without serious findings of axe.
import { readFileSync } from "node:fs";
import { DESK, landscape, menuOf, say } from "../people.mjs";
import { meet } from "../meeting.mjs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

async function findings(page, place) {
  await page.waitForTimeout(350); // colours of something that still fades in are not its colours
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${place}: ${id}: ${node.target} ${node.failureSummary?.split("\n")[1] ?? ""}`));
}

export default async function tell({ browser, person, name, step, check }) {
  for (const dark of [false, true]) {
    await step(dark ? "in the dark" : "in the light", async () => {
      const found = [];
      const look = async (page, place) => found.push(...(await findings(page, place)));
      const ada = await person({ dark, locale: "zh-CN" });
      const bo = await person({ dark, viewport: DESK });
      await ada.goto("/");
      await look(ada, "login");
      await meet(ada, bo, name("ada"), name("bo"));
      await say(bo, "see https://example.org and 🎉");
      await say(ada, "好的");
      await ada.locator('.composer input[type="file"]').setInputFiles(await landscape(browser));
      await bo.locator(".row.other .photo img").waitFor();
      await look(bo, "conversation on a desk");
      await menuOf(bo, "example.org");
      await look(bo, "menu");
      await bo.locator(".quick button").first().click();
      await ada.locator(".reaction").waitFor();
      await look(ada, "conversation on a phone");
      await bo.locator(".talk-title").click();
      await bo.locator(".info .person").first().waitFor();
      await look(bo, "details");
      await ada.goBack();
      await look(ada, "chats");
      for (const place of ["new", "group", "settings"]) {
        await ada.goto(`/#/${place}`);
        await look(ada, place);
      }
      check(found.length === 0, `\n${found.join("\n")}`);
    });
  }
}
