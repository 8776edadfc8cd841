// Being told by the browser's own push service. Source: docs/capabilities/push.md.
import { ask } from "./http";

export interface Subscription {
  endpoint: string;
  preview: boolean;
}

const OWN = "/api/v1/push/web";

export const pushKey = () => ask<{ key: string }>("GET", `${OWN}/key`);

export const subscriptions = () => ask<{ subscriptions: Subscription[] }>("GET", `${OWN}/subscriptions`);

export const subscribe = (subscription: PushSubscriptionJSON, preview: boolean) =>
  ask("PUT", `${OWN}/subscriptions`, { body: { endpoint: subscription.endpoint, keys: subscription.keys, preview } });

export const unsubscribe = (endpoint: string) => ask("DELETE", `${OWN}/subscriptions`, { body: { endpoint } });
