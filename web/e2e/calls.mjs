// What stories about calls need: devices that give a sound and a picture, figures of what arrives, and the specification's word on events.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

/** Options of a person with a microphone and a camera. */
export const DEVICES = { permissions: ["camera", "microphone"] };

/** Keep the connections of a page, so that a story can ask them what has arrived. Before the page is opened. */
export const watchCalls = (page) =>
  page.addInitScript(() => {
    const Native = globalThis.RTCPeerConnection;
    globalThis.connections = [];
    globalThis.RTCPeerConnection = class extends Native {
      constructor(...given) {
        super(...given);
        globalThis.connections.push(this);
      }
    };
  });

/** Let what these pages send of this type cross: nobody's event leaves before everybody has sent one. Else whoever is slow hears first. */
export async function crossing(type, pages, work) {
  const path = `**/send/${type}/*`;
  const held = pages.map((page) => new Promise((resolve) => void page.route(path, (route) => resolve(route), { times: 1 })));
  await work();
  for (const route of await Promise.all(held)) await route.continue();
}

/** Wait until sound has come in since now; with `frames`, so many more pictures as well. */
export const arrives = (page, frames = 0) =>
  page.evaluate(async (frames) => {
    const read = async () => {
      const found = { bytes: 0, frames: 0 };
      for (const report of (await globalThis.connections.at(-1).getStats()).values()) {
        if (report.type !== "inbound-rtp") continue;
        if (report.kind === "audio") found.bytes += report.bytesReceived;
        else found.frames += report.framesDecoded ?? 0;
      }
      return found;
    };
    const before = await read();
    for (;;) {
      const now = await read();
      if (now.bytes > before.bytes + 1000 && now.frames >= before.frames + frames) return now;
      await new Promise(requestAnimationFrame);
    }
  }, frames);

const document = JSON.parse(readFileSync(new URL("./call_events.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: "urn:matrix:call-events", ...document });
const shapes = new Map();

/** What the specification finds wrong with an event about a call; empty if nothing. */
export function flaws(event) {
  if (!(event.type in document.schemas)) return [`${event.type} is no event of the specification`];
  if (!shapes.has(event.type)) shapes.set(event.type, ajv.compile({ $ref: `urn:matrix:call-events#/schemas/${event.type}` }));
  const check = shapes.get(event.type);
  return check(event) ? [] : check.errors.map((error) => `${event.type} ${error.instancePath}: ${error.message}`);
}
