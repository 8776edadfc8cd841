// Tells one story against a running server: node e2e/run.mjs <story> <url> [folder for screenshots].
// Ends with status 0 if everything happened as told and no page had an error.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, person } from "./people.mjs";

const [, , story, url, shots] = process.argv;
const { default: tell } = await import(`./stories/${story}.mjs`);
const browser = await launch();
const browsers = [browser];
const pages = [];

const stage = {
  url,
  browser,
  /** A newcomer at the app's first page; with `film`, in front of a camera of one's own. */
  async person({ film, ...options } = {}) {
    if (film) browsers.push(await launch({ film }));
    const page = await person(film ? browsers.at(-1) : browser, url, options);
    pages.push(page);
    return page;
  },
  /** Make somebody an administrator, as the operator does. */
  makeAdmin(username) {
    const { program, data, settings } = JSON.parse(process.env.E2E_OPERATOR);
    const [python, ...before] = program;
    execFileSync(python, [...before, "user", "set-admin", username, ...data], { env: { ...process.env, ...settings } });
  },
  /** A name that nobody has yet. */
  name: (name) => `${name}${Date.now().toString(36)}${Math.floor(Math.random() * 1e4).toString(36)}`,
  async step(title, work) {
    try {
      await work();
      console.log(`ok    ${title}`);
    } catch (error) {
      error.message = `${title}: ${error.message}`;
      throw error;
    }
  },
  async shot(page, title) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${story}-${title}.png`) });
  },
  check(truth, text) {
    if (!truth) throw new Error(text);
  },
};

let status = 0;
try {
  await tell(stage);
  const troubles = pages.flatMap((page) => page.troubles);
  stage.check(troubles.length === 0, `errors in the pages:\n${troubles.join("\n")}`);
} catch (error) {
  status = 1;
  console.error(error.stack ?? error);
  for (const [i, page] of pages.entries()) {
    await stage.shot(page, `failed-${i}`).catch(() => undefined);
    console.error(`page ${i}: ${page.url()}\n${page.troubles.join("\n")}`);
  }
}
for (const one of browsers) await one.close();
process.exit(status);
