// Words with looks: written as simple Markdown, read from other clients, and what hostile ones send harms nobody.
import { DESK, choose, menuOf, say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

const HTML = "org.matrix.custom.html";
const RICH = `<h3>Saturday</h3><p>See <a href="https://example.org/plan">the plan</a>, or ask <a href="https://matrix.to/#/USER">The Boss</a>.</p>
<ul><li>tea</li><li><p>rice <del>and wine</del></p></li></ul><blockquote><p>Who <em>brings</em> the boat?</p></blockquote>
<pre><code class="language-python">def boat(people: int) -&gt; str:\n    return "one" if people &lt; 5 else "two, since nobody wants to swim home across the lake at night"\n</code></pre>
<table><thead><tr><th>What</th><th>Who</th><th>When</th></tr></thead><tbody><tr><td>boat</td><td>Lin</td><td>eight o'clock</td></tr></tbody></table>
<p><span data-mx-color="#ffff00">sunny</span> and <span data-mx-bg-color="#202020">warm</span>, <code>x &lt; y</code>, the end is <span data-mx-spoiler="film">the boat sinks</span>.</p>`;

const HOSTILE = [
  `<img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script><svg onload="globalThis.harmed=1"></svg><b style="position:fixed;inset:0" onclick="globalThis.harmed=1" class="menu">one</b>`,
  `<iframe src="https://example.org"></iframe><form action="https://example.org"><input name="password"></form><style>body{display:none}</style><a href="javascript:globalThis.harmed=1">two</a>`,
  `${"<div><b><blockquote>".repeat(3000)}three`,
  `<p>${"<b a=1>".repeat(3000)}${"</p><p>x".repeat(5000)}four`,
  `${"<table><tr><td>".repeat(800)}five${"w".repeat(9000)}`,
  `<p>${"<span data-mx-spoiler>".repeat(1500)}six</p>`,
  `<b>seven</b> \u202etxet desrever \u2067 and ${"Z\u0351\u0352\u0353\u0354".repeat(400)}`,
];

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person({ locale: "zh-CN" }), await person({ viewport: DESK, dark: true })];
  const boName = name("bo");
  await step("they have a chat", () => meet(ada, bo, name("ada"), boName));
  const room = encodeURIComponent(roomOf(ada));
  let count = 0;
  const send = (page, html, body = "plain words") => ask(page, "PUT", `/v3/rooms/${room}/send/m.room.message/rich${(count += 1)}`, { msgtype: "m.text", body, format: HTML, formatted_body: html });
  const last = async (page) => (await ask(page, "GET", `/v3/rooms/${room}/messages?dir=b&limit=1`)).chunk[0].content;
  const userOf = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).userId);

  await step("what Ada writes gets its looks, and names whom it mentions", async () => {
    await ada.locator(".composer textarea").fill(`**重点**：@${boName} 带上 \`船票\`\n- 茶 < 酒\n- [计划](https://example.org/plan)`);
    await ada.locator(".send-button").click();
    await ada.locator(".row.own strong", { hasText: "重点" }).waitFor();
    await bo.locator(".row.other strong", { hasText: "重点" }).waitFor();
    check((await bo.locator(".row.other .pill.me").textContent()) === `@${boName}`, "Bo is not named");
    check((await bo.locator(".row.other li").count()) === 2 && (await bo.locator(".row.other code").textContent()) === "船票", "the list or the code is not there");
    const content = await last(ada);
    check(content["m.mentions"].user_ids[0] === (await userOf(bo)), "nobody is mentioned");
    check(content.formatted_body.includes("<li>茶 &lt; 酒</li>"), content.formatted_body);
    await say(ada, "1 < 2 & 3 > 2");
    await bo.locator(".row.other .text", { hasText: "1 < 2" }).waitFor();
    check((await last(ada)).formatted_body === undefined, "plain text went out as HTML");
  });
  await step("an edit keeps its looks", async () => {
    await menuOf(ada, "1 < 2");
    await choose(ada, "编辑");
    await ada.locator(".composer textarea").fill("1 < 2，**当然**");
    await ada.locator(".send-button").click();
    await bo.locator(".row.other strong", { hasText: "当然" }).waitFor();
    const content = await last(ada);
    check(content["m.new_content"].formatted_body === "1 &lt; 2，<strong>当然</strong>" && content.formatted_body.startsWith("* "), JSON.stringify(content));
  });
  await step("what other clients format is drawn, and stays in its bubble", async () => {
    await send(bo, RICH.replace("USER", encodeURIComponent(await userOf(ada))), "Saturday");
    const bubble = ada.locator(".row.other .bubble", { has: ada.locator("table") });
    await bubble.waitFor();
    check((await bubble.locator(".pill").textContent()).startsWith("@ada"), "a mention is called what the message calls it");
    check(!(await bubble.textContent()).includes("the boat sinks"), "the end is told");
    await bubble.getByRole("button", { name: "隐藏内容（film），点按显示" }).click();
    await bubble.getByText("the boat sinks").waitFor();
    check((await bo.locator(".chat", { hasText: "[Hidden text]" }).count()) === 1, "the list tells the end");
    await shot(ada, "formatted");
    await bo.locator(".row.own table").waitFor();
    await shot(bo, "formatted-desk");
    for (const page of [ada, bo]) check((await findings(page, "formatted")).length === 0, (await findings(page, "formatted")).join("\n"));
  });
  await step("links that pretend say where they lead", async () => {
    await send(bo, '<a href="https://evil.example/login">https://bank.example/login</a> <a href="https://xn--pple-43d.com">аpple.com</a> <a href="https://example.org">here</a>');
    await bo.locator(".composer textarea").fill("see https://аpple.com/ and https://example.org/");
    await bo.keyboard.press("Enter");
    await ada.locator(".row.other", { hasText: "see https" }).waitFor();
    const told = await ada.locator(".real-target bdi").allTextContents();
    check(told.join() === "→ evil.example,→ xn--pple-43d.com,→ xn--pple-43d.com", told.join());
    await shot(ada, "links");
  });
  await step("hostile formatting neither runs, nor hangs, nor leaves its bubble", async () => {
    for (const html of HOSTILE) await send(bo, html);
    await say(bo, "and on we go");
    await ada.locator(".row.other .text", { hasText: "and on we go" }).waitFor();
    for (const page of [ada, bo]) {
      await page.locator(".row .text", { hasText: "seven" }).waitFor();
      const found = await page.evaluate(() => {
        const wide = [...document.querySelectorAll(".bubble")].filter((bubble) => bubble.getBoundingClientRect().width > bubble.closest(".timeline-inner").clientWidth).length;
        const strange = document.querySelectorAll(".rich :is(script, style, iframe, svg, form, input, [onclick], [style*=fixed], .menu)").length;
        const { scrollWidth, clientWidth } = document.querySelector(".timeline");
        return { harmed: globalThis.harmed, wide, strange, sideways: scrollWidth - clientWidth };
      });
      check(!found.harmed && !found.wide && !found.strange && found.sideways <= 0, JSON.stringify(found));
    }
    const order = await ada.evaluate(() => {
      const bubble = [...document.querySelectorAll(".row.other .bubble")].find((one) => one.textContent.includes("seven"));
      return getComputedStyle(bubble.querySelector(".rich")).unicodeBidi;
    });
    check(order === "isolate", `the direction of a message reaches beyond it: ${order}`);
    await say(ada, "still here");
    await shot(ada, "hostile");
  });
}
