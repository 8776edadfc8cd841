// Devices as people tell them apart. Pure.
import type { OwnDevice } from "../../api/devices";

/** This device, and the others by when they were last seen, the newest first. */
export function parted(list: readonly OwnDevice[], here: string): { own?: OwnDevice; others: OwnDevice[] } {
  const others = list.filter((device) => device.device_id !== here);
  others.sort((a, b) => (b.last_seen_ts ?? 0) - (a.last_seen_ts ?? 0) || a.device_id.localeCompare(b.device_id));
  return { own: list.find((device) => device.device_id === here), others };
}

/** What a device probably is, by what it calls itself. */
export function kindOf(name: string): "phone" | "desk" {
  return /android|iphone|ipad|ios|phone|mobile|tablet|手机|平板/i.test(name) ? "phone" : "desk";
}
