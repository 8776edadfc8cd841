// The world in IndexedDB, so that the list is there before the network answers. Rooms and sync token change together.
import type { Outgoing } from "./outbox";
import type { Room, World } from "./model";

const VERSION = 1;
let opened: { me: string; db: Promise<IDBDatabase> } | null = null;

function open(me: string): Promise<IDBDatabase> {
  if (opened?.me === me) return opened.db;
  void opened?.db.then((other) => other.close()).catch(() => undefined);
  const db = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`laiwang:${me}`, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("rooms", { keyPath: "id" });
      request.result.createObjectStore("about");
      request.result.createObjectStore("outbox", { keyPath: "txn" });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close(); // another tab erases: do not stand in its way
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
  opened = { me, db };
  return db;
}

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });

const finished = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = tx.onerror = () => reject(tx.error ?? new Error("IndexedDB"));
  });

export async function load(me: string): Promise<{ world: World | null; outbox: Outgoing[] }> {
  const db = await open(me);
  const tx = db.transaction(["rooms", "about", "outbox"], "readonly");
  const [about, rooms, outbox] = await Promise.all([
    result<Omit<World, "rooms"> | undefined>(tx.objectStore("about").get("world")),
    result<Room[]>(tx.objectStore("rooms").getAll()),
    result<Outgoing[]>(tx.objectStore("outbox").getAll()),
  ]);
  const world = about ? { ...about, rooms: Object.fromEntries(rooms.map((room) => [room.id, { ...room, typing: [] }])) } : null;
  return { world, outbox: outbox.sort((a, b) => a.createdAt - b.createdAt) };
}

/** Store the changed and the gone rooms together with the token that leads on from them. */
export async function save(world: World, changed: Room[], gone: string[]): Promise<void> {
  const db = await open(world.me);
  const tx = db.transaction(["rooms", "about"], "readwrite");
  for (const room of changed) tx.objectStore("rooms").put(room);
  for (const id of gone) tx.objectStore("rooms").delete(id);
  const { rooms: _, ...about } = world;
  tx.objectStore("about").put(about, "world");
  return finished(tx);
}

/** Store what waits and drop what is done; what another tab has waiting stays. */
export async function saveOutbox(me: string, items: readonly Outgoing[], gone: readonly string[]): Promise<void> {
  const db = await open(me);
  const tx = db.transaction("outbox", "readwrite");
  const store = tx.objectStore("outbox");
  for (const txn of gone) store.delete(txn);
  for (const item of items) {
    if (item.status === "sent") store.delete(item.txn);
    else store.put(item);
  }
  return finished(tx);
}

/** Leave nothing of this person on the machine. */
export async function erase(me: string): Promise<void> {
  const db = await open(me).catch(() => null);
  db?.close();
  if (opened?.me === me) opened = null;
  indexedDB.deleteDatabase(`laiwang:${me}`);
}
