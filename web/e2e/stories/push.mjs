// Being told while the app is closed: turning it on, what is shown, where it leads, and that nothing shows of what one looks at.
import { say } from "../people.mjs";
import { ask, meet, roomOf } from "../meeting.mjs";
import { findings } from "../screens.mjs";

/** A subscription as a push service would give it; no browser of a test can reach one. */
const pretend = async () => {
  if (!globalThis.PushManager) return;
  const { publicKey } = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const keys = { p256dh: text(await crypto.subtle.exportKey("raw", publicKey)), auth: text(new Uint8Array(16)) };
  const endpoint = "https://push.example.org/send/one";
  const subscription = { endpoint, toJSON: () => ({ endpoint, keys }), unsubscribe: async () => ((sessionStorage.pushed = ""), true) };
  PushManager.prototype.getSubscription = async () => (sessionStorage.pushed ? subscription : null);
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    if (applicationServerKey.length !== 65) throw new DOMException("key");
    sessionStorage.pushed = "yes";
    return subscription;
  };
};

export default async function tell({ person, name, step, check, shot }) {
  const [ada, bo] = [await person({ locale: "zh-CN" }), await person({ dark: true })];
  await bo.context().grantPermissions(["notifications"]);
  await bo.addInitScript(pretend);
  await step("they have a chat", () => meet(ada, bo, name("ada"), name("bo")));
  const room = roomOf(ada);
  const known = () => bo.evaluate(async () => {
    const { accessToken } = JSON.parse(localStorage.getItem("laiwang.session"));
    return (await (await fetch("/api/v1/push/web/subscriptions", { headers: { authorization: `Bearer ${accessToken}` } })).json()).subscriptions;
  });
  await step("Bo turns notifications on, and text off; it stays so", async () => {
    await bo.goto("/#/settings");
    await bo.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await bo.reload();
    await bo.getByRole("switch", { name: "Notifications on this device" }).click();
    await bo.getByRole("switch", { name: "Show text" }).click();
    await bo.getByRole("switch", { name: "Show text", checked: false }).and(bo.locator(":enabled")).waitFor();
    const [one] = await known();
    check(one.endpoint.endsWith("/one") && one.preview === false, JSON.stringify(one));
    await bo.reload();
    await bo.getByRole("switch", { name: "Show text", checked: false }).waitFor();
    check((await findings(bo, "settings")).length === 0, (await findings(bo, "settings")).join("\n"));
    await shot(bo, "settings");
  });
  const worker = bo.context().serviceWorkers()[0];
  const come = (news) => worker.evaluate((news) => tell(news), { kind: "message", sender: "@ada:x", sender_name: "Ada", unread: 1, ...news });
  const shown = () => worker.evaluate(async () => (await self.registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag })));
  await step("what comes is shown with sender, text and group, once each", async () => {
    await come({ room_id: room, event_id: "$1", body: "Noodles?", room_name: "Food" });
    await come({ room_id: room, event_id: "$1", body: "Noodles?", room_name: "Food" });
    await come({ room_id: room, event_id: "$2" });
    const told = (await shown()).sort((a, b) => a.tag.localeCompare(b.tag));
    check(JSON.stringify(told.map(({ title, body }) => [title, body])) === JSON.stringify([["Ada · Food", "Noodles?"], ["Ada", "New message"]]), JSON.stringify(told));
  });
  await step("a tap opens the conversation and takes its notifications away", async () => {
    await worker.evaluate(async () => lead((await self.registration.getNotifications())[0]));
    await bo.waitForURL((url) => url.hash.includes(encodeURIComponent(room)));
    await say(bo, "yes, noodles");
    check((await shown()).length === 0, "they are still there");
  });
  await step("a call says what it is and stays; what is encrypted is one line for each chat", async () => {
    await come({ room_id: "!other:x", event_id: "$c", kind: "call" });
    for (const event_id of ["$e", "$f"]) await come({ room_id: "!sealed:x", event_id, kind: "encrypted" });
    const told = (await shown()).map(({ body, tag }) => `${body} ${tag}`).sort();
    check(told.join() === "Encrypted message !sealed:x,Incoming call $c", told.join());
    check(await worker.evaluate(async () => (await self.registration.getNotifications({ tag: "$c" }))[0].requireInteraction), "the call goes away by itself");
    await worker.evaluate(async () => (await self.registration.getNotifications()).forEach((one) => one.close()));
  });
  await step("nothing is shown of the chat that is before one's eyes", async () => {
    await bo.bringToFront();
    await come({ room_id: room, event_id: "$3", body: "six?" });
    check((await shown()).length === 0, "it is shown");
    await come({ room_id: "!other:x", event_id: "$4", body: "elsewhere" });
    check((await shown()).length === 1, "another chat is not shown");
    await worker.evaluate(async () => (await self.registration.getNotifications()).forEach((one) => one.close()));
  });
  await step("a thread that is not open is told, and a tap leads into it", async () => {
    await say(ada, "where?");
    const root = (await ask(ada, "GET", `/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=1`)).chunk[0].event_id;
    await come({ room_id: room, event_id: "$5", body: "in a thread", thread_id: root });
    await worker.evaluate(async () => lead((await self.registration.getNotifications())[0]));
    await bo.locator(".thread .row", { hasText: "where?" }).waitFor();
    await come({ room_id: room, event_id: "$6", body: "in the same thread", thread_id: root });
    check((await shown()).length === 0, "what is before one's eyes is shown");
  });
  await step("turned off, the server knows nothing of it", async () => {
    await bo.goto("/#/settings");
    await bo.getByRole("switch", { name: "Notifications on this device" }).click();
    await bo.getByRole("switch", { name: "Notifications on this device", checked: false }).and(bo.locator(":enabled")).waitFor();
    check((await known()).length === 0, "it is still subscribed");
  });
}
