// What the app costs on a phone: node e2e/measure.mjs <url> prints figures as JSON. The server is fresh and its rate limits are off.
import { launch, PASSWORD, person } from "./people.mjs";

const [, , url] = process.argv;
/** "Fast 3G" of Chromium's developer tools: what a request waits for, and what the line carries. */
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const CPU_SLOWER = 4;
const ROOMS = 100;
const EVENTS = Number(process.env.EVENTS ?? 10_000);
const ROUNDS = 5;
const LONG_MS = 50;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function ask(token, method, path, body = {}) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}/_matrix/client/v3${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

const register = (username) => ask("", "POST", "/register", { username, password: PASSWORD, auth: { type: "m.login.dummy" } });

/** Somebody in a hundred chats, one of them long. */
async function settle() {
  const reader = await register("reader");
  const writers = await Promise.all(Array.from({ length: 8 }, (_, i) => register(`writer${i}`)));
  const make = async (name) => {
    const { room_id } = await ask(writers[0].access_token, "POST", "/createRoom", { preset: "public_chat", name });
    await ask(reader.access_token, "POST", `/join/${encodeURIComponent(room_id)}`);
    return room_id;
  };
  for (let i = 1; i < ROOMS; i += 1) await say(writers[0], await make(`Chat ${i}`), 0);
  const long = await make("The long one");
  for (const writer of writers.slice(1)) await ask(writer.access_token, "POST", `/join/${encodeURIComponent(long)}`);
  await Promise.all(
    writers.map(async (writer, w) => {
      for (let i = w; i < EVENTS; i += writers.length) await say(writer, long, i);
    }),
  );
  await say(reader, long, EVENTS); // everything is read
  return { reader, writers, long };
}

const say = (by, room, i) => {
  const text = i % 7 === 0 ? "The lake is calm today, and the tea is nearly ready. Shall we meet at four? ".repeat(3) : i % 3 ? `第 ${i} 条消息，今天天气很好` : `Message ${i}`;
  return ask(by.access_token, "PUT", `/rooms/${encodeURIComponent(room)}/send/m.room.message/m${i}`, { msgtype: "m.text", body: text });
};

/** Watches for tasks that take more than 50 ms, and for the first paint with content. */
const watchTasks = (page) =>
  page.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach((one) => globalThis.tasks.push([one.startTime, one.duration]))).observe({ type: "longtask", buffered: true });
  });

/** From the start of the navigation until the page shows what it is for and no long task is left; in ms. */
async function interactive(page, shows) {
  await page.goto("/", { waitUntil: "commit" });
  const seen = await page.evaluate(
    (selector) =>
      new Promise((resolve) => {
        const look = () => (document.querySelector(selector) ? resolve(performance.now()) : requestAnimationFrame(look));
        look();
      }),
    shows,
  );
  await page.waitForTimeout(1500);
  const { tasks, paint } = await page.evaluate(() => ({ tasks: globalThis.tasks, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 }));
  const busy = tasks.filter(([start]) => start < seen + 500).map(([start, lasts]) => start + lasts);
  return { paint, interactive: Math.max(seen, paint, ...busy) };
}

async function slowPhone(browser, options = {}) {
  const page = await person(browser, url, options);
  await watchTasks(page);
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", FAST_3G);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWER });
  return page;
}

const sessionOf = (answer) => JSON.stringify({ userId: answer.user_id, deviceId: answer.device_id, accessToken: answer.access_token });
const remember = (context, answer) => context.addInitScript((text) => localStorage.setItem("laiwang.session", text), sessionOf(answer));

async function starts(browser, reader) {
  const first = [], paints = [], fresh = [], again = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await slowPhone(browser);
    const seen = await interactive(page, 'input[name="username"]');
    first.push(seen.interactive);
    paints.push(seen.paint);
    await page.context().close();
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await slowPhone(browser); // the first time with this account: everything comes over the line
    await remember(page.context(), reader);
    fresh.push((await interactive(page, ".chat")).interactive);
    await page.waitForFunction(() => navigator.serviceWorker?.controller);
    await page.waitForTimeout(3000);
    again.push((await interactive(page, ".chat")).interactive); // from what is kept
    await page.context().close();
  }
  return {
    app_first_paint_ms: median(paints),
    app_interactive_ms: median(first),
    app_chats_first_ms: median(fresh),
    app_chats_again_ms: median(again),
  };
}

/** Scrolls back through the long chat to its first message and down again, as a thumb does, and notes the long tasks. */
async function scrolls(browser, { reader, writers, long }, slower) {
  const page = await person(browser, url);
  await watchTasks(page);
  await remember(page.context(), reader);
  await page.goto(`/#/room/${encodeURIComponent(long)}`);
  await page.locator(".row").first().waitFor();
  const wire = await page.context().newCDPSession(page);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.waitForTimeout(1000);
  await page.evaluate(() => (globalThis.tasks.length = 0));
  const frames = page.evaluate(
    () =>
      new Promise((resolve) => {
        const gaps = [];
        let last = performance.now();
        globalThis.stopFrames = () => resolve(gaps);
        const tick = (now) => {
          gaps.push(now - last);
          last = now;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
  );
  await page.evaluate(async () => {
    const box = document.querySelector(".timeline");
    const turn = () => new Promise(requestAnimationFrame);
    const start = () => document.querySelector(".timeline-start")?.textContent && !document.querySelector(".timeline-start .spinner");
    for (let stuck = 0; stuck < 600; ) {
      const before = box.scrollTop;
      box.scrollTop -= 400;
      await turn();
      if (box.scrollTop === before) stuck += 1;
      else stuck = 0;
      if (start() && stuck > 5) break;
    }
    if (!start()) throw new Error("the beginning was not reached");
  });
  const up = await page.evaluate(() => globalThis.tasks.splice(0));
  const drawn = await page.locator(".row").count();
  await page.evaluate(async () => {
    const box = document.querySelector(".timeline");
    while (box.scrollTop < -1) {
      box.scrollTop += 1200;
      await new Promise(requestAnimationFrame);
    }
  });
  const down = await page.evaluate(() => globalThis.tasks.splice(0));
  for (let i = 0; i < 10; i += 1) await say(writers[0], long, 20_000 + i + slower * 100); // news while everything is loaded
  await page.waitForTimeout(1500);
  const news = await page.evaluate(() => globalThis.tasks.splice(0));
  await page.locator(".composer textarea").pressSequentially("typing is never slow");
  const typing = await page.evaluate(() => globalThis.tasks.splice(0));
  await page.evaluate(() => globalThis.stopFrames());
  const gaps = await frames;
  if (page.troubles.length) throw new Error(page.troubles.join("\n"));
  await page.context().close();
  const longest = (list) => Math.max(0, ...list.map(([, lasts]) => lasts));
  return {
    rows_drawn: drawn,
    up_longest_task_ms: longest(up),
    up_long_tasks: up.filter(([, lasts]) => lasts > LONG_MS).length,
    down_longest_task_ms: longest(down),
    news_longest_task_ms: longest(news),
    typing_longest_task_ms: longest(typing),
    frame_p99_ms: [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.99)],
  };
}

const named = (prefix, figures) => Object.fromEntries(Object.entries(figures).map(([name, value]) => [prefix + name, Math.round(value * 10) / 10]));

const browser = await launch();
const people = await settle();
const figures = {};
const note = (prefix, found) => {
  Object.assign(figures, named(prefix, found));
  console.error(JSON.stringify(named(prefix, found)));
};
note("", await starts(browser, people.reader));
note("timeline_", await scrolls(browser, people, 1));
note("timeline_slow_", await scrolls(browser, people, CPU_SLOWER));
await browser.close();
console.log(JSON.stringify(figures));
