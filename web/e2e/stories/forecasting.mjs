// An administrator asks how many people there will be: the order of 2013, with other assumptions, and on her own young server.
import { DESK, register } from "../people.mjs";
import { findings } from "../screens.mjs";

export default async function tell({ person, name, step, check, shot, makeAdmin }) {
  const [desk, phone] = [await person({ viewport: DESK }), await person({ locale: "zh-CN", dark: true })];
  const found = [];
  const clean = async (page, place) => {
    await shot(page, place);
    found.push(...(await findings(page, place)));
  };
  const now = (page, number) => page.locator(".fan-now").nth(number).innerText();
  await step("the example of 2013 is reckoned, and a month is looked at with the keyboard", async () => {
    const username = name("desk");
    await register(desk, username);
    makeAdmin(username);
    await desk.goto("/#/admin");
    await desk.locator(".adm-nav").getByRole("link", { name: "Forecast" }).click();
    await desk.locator(".fan-grid").first().waitFor();
    check((await desk.locator(".adm-plot .fan-area").count()) === 2, "there are no fans");
    const slider = desk.getByRole("slider");
    await slider.focus();
    const before = await now(desk, 0);
    await slider.press("End");
    check((await slider.getAttribute("aria-valuetext")).startsWith("At the end of month 36"), "the month is not told");
    check((await now(desk, 0)) !== before, "the charts do not follow the month");
    await clean(desk, "desk");
  });
  await step("the charts can be read as tables", async () => {
    const figure = desk.getByRole("figure", { name: "Active people" });
    await figure.locator("summary").click();
    check((await figure.getByRole("row").count()) === 38, "not every month is in the table");
    await clean(desk, "table-desk");
    await figure.locator("summary").click();
  });
  await step("a goal out of reach says what must be true; with the rival's retention it is near", async () => {
    await desk.getByText("not reached within 37 months").waitFor();
    await desk.getByLabel("Based on").selectOption("wechat");
    await desk.getByText("reached in month").waitFor();
    await desk.getByLabel("Newcomers per active person and month").fill("0");
    await desk.getByRole("button", { name: "Reckon" }).click();
    await desk.getByText("not reached within 37 months").waitFor();
  });
  await step("what cannot be asked is refused in words", async () => {
    await desk.getByLabel("By month", { exact: true }).fill("12.5");
    await desk.getByRole("button", { name: "Reckon" }).click();
    await desk.getByRole("alert").waitFor();
    desk.troubles = desk.troubles.filter((trouble) => !/status of 400/.test(trouble)); // this refusal was meant
  });
  await step("a young server says what is missing", async () => {
    const username = name("phone");
    await register(phone, username);
    makeAdmin(username);
    await phone.goto("/#/admin/forecast");
    await phone.locator(".fan-grid").first().waitFor();
    await clean(phone, "phone-dark-zh");
    await phone.locator(".fan-slider").scrollIntoViewIfNeeded();
    await shot(phone, "charts-phone-dark-zh");
    await phone.locator(".fan-grid").nth(1).scrollIntoViewIfNeeded();
    await shot(phone, "levers-phone-dark-zh");
    await phone.locator(".fan-form select").first().selectOption("own");
    await phone.getByRole("button", { name: "计算" }).click();
    await phone.locator(".fan-lacking li").first().waitFor();
    await clean(phone, "own-phone-dark-zh");
  });
  await step("axe finds nothing", () => check(found.length === 0, found.join("\n")));
}
