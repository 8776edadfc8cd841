// Keeps the page and its files, so that the app opens without a network, fetches what is played with the token of the page, and tells what
// is new while it is closed.
// What the server knows is never kept here.
const SHELL = "laiwang.shell";
const API = ["/_matrix", "/api/", "/.well-known/", "/healthz", "/metrics"];

const filesOf = (page) => [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);

/** Keep this page with the files it names, and let go of the files of older ones. */
async function keep(response) {
  const page = await response.clone().text();
  const shell = await caches.open(SHELL);
  if ((await (await shell.match("/"))?.text()) === page) return;
  const files = filesOf(page);
  await shell.addAll(files);
  await shell.put("/", response);
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== "/" && !files.includes(pathname)) await shell.delete(request);
  }
}

async function page(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(keep(response.clone()).catch(() => undefined));
    return response;
  } catch (error) {
    const kept = await caches.match("/");
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname);
  if (kept && pathname.startsWith("/assets/")) return kept; // its name tells its content
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(SHELL)).put(pathname, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

// --- films and sounds that play while they come ---

const MEDIA = "/media/";
const TOKEN_MS = 10_000;

/** The access token, from the page that plays: it is kept nowhere here. `stale` is one that the server does not take any more. */
const tokenOf = (page, stale) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(undefined), TOKEN_MS);
    page.postMessage({ token: true, stale }, [port2]);
  });

/** A file of the media repository, or the part of it that is asked for. */
async function media({ request, clientId }) {
  const refused = new Response(null, { status: 401 });
  const page = await self.clients.get(clientId);
  const token = page && (await tokenOf(page));
  if (!token) return refused;
  const where = `/_matrix/client/v1/media/download/${new URL(request.url).pathname.slice(MEDIA.length)}`;
  const part = ["range", "if-range"].flatMap((name) => (request.headers.has(name) ? [[name, request.headers.get(name)]] : []));
  const get = (one) => fetch(where, { headers: [["authorization", `Bearer ${one}`], ...part], cache: "no-store", signal: request.signal });
  const response = await get(token);
  if (response.status !== 401) return response;
  const fresh = await tokenOf(page, token);
  return fresh ? get(fresh) : refused;
}

self.addEventListener("message", ({ data, ports }) => data.streams && ports[0]?.postMessage(true));

self.addEventListener("install", (event) => {
  // What the API is asked does not pass through here where browsers can be told so: it is quicker, and what a page sends while it is
  // being closed is not lost with it.
  event.addRoutes?.(API.map((start) => ({ condition: { urlPattern: `${start}*` }, source: "network" }))).catch(() => undefined);
  event.waitUntil(fetch("/", { cache: "no-store" }).then(keep).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (API.some((start) => url.pathname.startsWith(start)) || url.pathname === "/sw.js") return;
  if (url.pathname.startsWith(MEDIA)) {
    // For players only: nothing that somebody uploaded becomes a page, a script or a style.
    if (["audio", "video"].includes(event.request.destination)) event.respondWith(media(event));
    return;
  }
  event.respondWith(event.request.mode === "navigate" ? page(event) : file(event.request));
});

// --- what is new while the app is closed: docs/capabilities/push.md ---

const TOLD = {
  en: { message: "New message", encrypted: "Encrypted message", call: "Incoming call", invite: "Invites you to a chat", event: "Something new" },
  zh: { message: "新消息", encrypted: "加密消息", call: "来电", invite: "邀请你聊天", event: "有新动态" },
};

const roomPage = (roomId, threadId) => `/#/room/${encodeURIComponent(roomId)}${threadId ? `/thread/${encodeURIComponent(threadId)}` : ""}`;
const pages = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });

/** The words of the language that the app was last seen in. */
async function words() {
  const chosen = await (await caches.match("/language"))?.text();
  return TOLD[chosen ?? (navigator.language.startsWith("zh") ? "zh" : "en")] ?? TOLD.en;
}

const ANSWER_MS = 500;

/** Whether a page has this conversation, or this thread of it, before somebody's eyes: only the page knows, a page that is asleep does not answer. */
const shows = (page, roomId, threadId) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), ANSWER_MS);
    page.postMessage({ shows: roomId, thread: threadId }, [port2]);
  });

/** Show one piece of news, unless its conversation is before somebody's eyes. */
async function tell(news) {
  if (news.unread !== undefined) await navigator.setAppBadge?.(news.unread)?.catch(() => undefined);
  const visible = (await pages()).filter((page) => page.visibilityState === "visible");
  if ((await Promise.all(visible.map((page) => shows(page, news.room_id, news.thread_id)))).includes(true)) return;
  const told = await words();
  const rings = news.kind === "call";
  const name = news.sender_name ?? /^@([^:]*)/.exec(news.sender)?.[1] ?? news.sender;
  await self.registration.showNotification(news.room_name ? `${name} · ${news.room_name}` : name, {
    body: news.body ?? told[news.kind] ?? told.event,
    tag: news.kind === "encrypted" ? news.room_id : news.event_id, // one line for all that cannot be told apart
    renotify: news.kind === "encrypted",
    requireInteraction: rings,
    vibrate: rings ? [400, 200, 400, 200, 400] : undefined,
    icon: "/icon.svg",
    data: { roomId: news.room_id, threadId: news.thread_id },
  });
}

/** Lead to the conversation: in a page that is open, else in a new one. */
async function lead(notification) {
  const { roomId, threadId } = notification.data;
  for (const shown of await self.registration.getNotifications()) if (shown.data?.roomId === roomId) shown.close();
  const [page] = await pages();
  if (!page) return self.clients.openWindow(roomPage(roomId, threadId));
  page.postMessage({ open: roomPage(roomId, threadId).slice(1) });
  return page.focus().catch(() => undefined);
}

self.addEventListener("push", (event) => event.waitUntil(tell(event.data.json())));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification));
});
