// Films and sounds play while they come: part by part through the service worker, with the token in no address; and, where that cannot be,
// as a whole.
import { sendFiles } from "../people.mjs";
import { meet } from "../meeting.mjs";

const RATE = 48_000;
const SECONDS = 240;

/** Four minutes of a quiet tone, 23 MB: more than a player takes ahead. */
function tone() {
  const bytes = Buffer.alloc(44 + 2 * RATE * SECONDS);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(2 * RATE, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(2 * RATE * SECONDS, 40);
  for (let i = 0; i < RATE * SECONDS; i += 1) bytes.writeInt16LE(Math.round(400 * Math.sin((i * 2 * Math.PI * 220) / RATE)), 44 + 2 * i);
  return { name: "tone.wav", mimeType: "audio/wav", buffer: bytes };
}

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person(), await person({ locale: "zh-CN", dark: true })];
  const parts = [];
  const asked = [];
  ada.context().on("request", (request) => asked.push(request.url()));
  const isPart = (response) => new URL(response.url()).pathname.startsWith("/media/");
  const startOf = (response) => Number(/bytes (\d+)-/.exec(response.headers()["content-range"] ?? "")?.[1]);
  ada.on("response", (response) => isPart(response) && parts.push({ status: response.status(), start: startOf(response), worker: response.fromServiceWorker() }));
  const token = () => ada.evaluate(() => JSON.parse(localStorage.getItem("laiwang.session")).accessToken);
  const plays = (page) => page.locator('.row.other .voice [aria-label="Pause"]:not([aria-busy="true"])').waitFor();

  await step("they have a chat, and the app its worker", async () => {
    await meet(ada, bo, name("ada"), name("bo"));
    await ada.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await sendFiles(bo, tone());
    await ada.locator(".row.other .voice-play").waitFor();
  });
  await step("a long recording plays in parts; going far ahead fetches from there", async () => {
    await ada.locator(".row.other .voice-play").click();
    await plays(ada);
    const ahead = ada.waitForResponse((response) => isPart(response) && startOf(response) > 10_000_000);
    const slider = ada.locator('.row.other .voice [role="slider"]');
    const { width, height } = await slider.boundingBox();
    await slider.click({ position: { x: width * 0.8, y: height / 2 } });
    await ahead;
    await ada.waitForFunction(() => Number(document.querySelector('.row.other .voice [role="slider"]').getAttribute("aria-valuenow")) > 180);
    await plays(ada);
    await shot(ada, "sound");
    check(parts.length > 0 && parts.every(({ status, worker }) => status === 206 && worker), JSON.stringify(parts));
  });
  await step("no address has a token in it, and nothing below /media/ can become a page", async () => {
    const secret = await token();
    check(!asked.some((url) => url.includes(secret) || url.includes("access_token")), "a token stands in an address");
    const { pathname } = new URL(asked.find((url) => url.includes("/media/") && !url.includes("_matrix")));
    const found = await ada.evaluate(async (path) => (await fetch(path)).headers.get("content-type"), pathname);
    check(found.startsWith("text/html"), `a file is given to scripts: ${found}`); // the page of the app, as for any path
  });
  await step("a token that ended is renewed while one listens", async () => {
    const before = parts.length;
    await ada.reload();
    await ada.locator(".row.other .voice-play").waitFor();
    await ada.evaluate(() => {
      const session = JSON.parse(localStorage.getItem("laiwang.session"));
      localStorage.setItem("laiwang.session", JSON.stringify({ ...session, accessToken: "ended" }));
    });
    await ada.locator(".row.other .voice-play").click();
    await plays(ada);
    check((await token()) !== "ended", "the token was not renewed");
    check(parts.length > before, "nothing came in parts");
    ada.troubles = ada.troubles.filter((trouble) => !trouble.includes("401")); // whoever asked with the old one was told
  });
  await step("without a worker it is fetched as a whole, and plays too", async () => {
    const { length } = parts;
    const plain = await ada.context().newPage();
    await plain.addInitScript(() => delete Navigator.prototype.serviceWorker);
    await plain.goto(ada.url());
    await plain.locator(".row.other .voice-play").waitFor();
    await plain.locator(".row.other .voice-play").click();
    await plays(plain);
    check(parts.length === length, "it came in parts");
  });
}
