// Keeps the page and its files, so that the app opens without a network. What the server knows is never kept here.
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

self.addEventListener("install", (event) => {
  event.waitUntil(fetch("/", { cache: "no-store" }).then(keep).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (API.some((start) => url.pathname.startsWith(start)) || url.pathname === "/sw.js") return;
  event.respondWith(event.request.mode === "navigate" ? page(event) : file(event.request));
});
