// Films and sounds that play while they come. The service worker answers addresses below /media/ with what the server has there, part by part
// as the player asks for it, and asks this page for the token, which stands in no address.
import { tokenNow } from "./http";

const ASK_MS = 1_000;
const able = new WeakMap<ServiceWorker, boolean>();
let listens = false;

function listen(): void {
  if (listens) return;
  listens = true;
  navigator.serviceWorker.addEventListener("message", ({ data, ports }: MessageEvent<{ token?: boolean; stale?: string }>) => {
    if (!data.token) return;
    tokenNow(data.stale).then((token) => ports[0]?.postMessage(token), () => ports[0]?.postMessage(undefined));
  });
  navigator.serviceWorker.startMessages();
}

/** Whether this worker is one that can do it: one of an older version does not answer. */
function answers(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), ASK_MS);
    worker.postMessage({ streams: true }, [port2]);
  });
}

/** An address that a player can play at once; null where there is none, so that the whole has to be fetched before. */
export async function streamUrl(mxc: string): Promise<string | null> {
  const place = /^mxc:\/\/([^/?#]+)\/([\w-]+)$/.exec(mxc);
  const worker = globalThis.navigator?.serviceWorker?.controller;
  if (!place || !worker) return null;
  if (!able.get(worker)) able.set(worker, await answers(worker));
  if (!able.get(worker)) return null;
  listen();
  return `/media/${place[1]}/${place[2]}`;
}
