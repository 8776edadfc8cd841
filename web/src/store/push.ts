// Whether this browser is told of what is new while the app is closed.
import * as api from "../api/push";

export type PushState = "on" | "off" | "denied" | "install" | "impossible";

export interface Push {
  state: PushState;
  preview: boolean;
}

/** Set while somebody wants it here, so that a subscription that the browser dropped is made anew. */
const WANTED = "laiwang.push";

const possible = () => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
/** Phones of Apple push only to apps on the home screen. */
const isApplePhone = () => /iPhone|iPad/.test(navigator.userAgent) || (navigator.userAgent.includes("Mac") && navigator.maxTouchPoints > 1);

async function manager(): Promise<PushManager | null> {
  return (await navigator.serviceWorker.getRegistration())?.pushManager ?? null;
}

export async function pushState(): Promise<Push> {
  if (!possible()) return { state: isApplePhone() ? "install" : "impossible", preview: true };
  const pushes = await manager();
  if (!pushes) return { state: "impossible", preview: true };
  if (Notification.permission === "denied") return { state: "denied", preview: true };
  const here = await pushes.getSubscription();
  const known = here && (await api.subscriptions()).subscriptions.find((one) => one.endpoint === here.endpoint);
  return { state: known ? "on" : "off", preview: known?.preview ?? true };
}

const bytesOf = (key: string) => Uint8Array.from(atob(key.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

/** Ask the person, subscribe at the browser, tell the server. Raises what the browser or the server refuses. */
export async function turnOn(preview: boolean): Promise<Push> {
  if ((await Notification.requestPermission()) !== "granted") return pushState();
  const pushes = await manager();
  if (!pushes) return pushState();
  const applicationServerKey = bytesOf((await api.pushKey()).key);
  const wanted = { userVisibleOnly: true, applicationServerKey };
  const here = await pushes.subscribe(wanted).catch(async () => {
    await (await pushes.getSubscription())?.unsubscribe(); // it was made with the key of another server
    return pushes.subscribe(wanted);
  });
  await api.subscribe(here.toJSON(), preview);
  localStorage.setItem(WANTED, preview ? "preview" : "bare");
  return { state: "on", preview };
}

export async function turnOff(): Promise<Push> {
  localStorage.removeItem(WANTED);
  const here = await (await manager())?.getSubscription();
  if (here) {
    await api.unsubscribe(here.endpoint);
    await here.unsubscribe();
  }
  return pushState();
}

/** At a start: what was wanted here and got lost is made anew. */
export async function renewPush(): Promise<void> {
  const wanted = localStorage.getItem(WANTED);
  if (!wanted || !possible() || Notification.permission !== "granted") return;
  await navigator.serviceWorker.ready;
  if ((await pushState()).state === "off") await turnOn(wanted === "preview");
}

/** On logging out: this browser is told nothing any more; the server forgets with the device. */
export async function forgetPush(): Promise<void> {
  localStorage.removeItem(WANTED);
  if (!possible()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
}
