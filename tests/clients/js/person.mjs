// A person behind matrix-js-sdk: an account, a client that syncs, and ways to wait for what the sync brings.

// Standard output belongs to the results; whatever the SDK has to say goes to standard error.
for (const level of ["log", "info", "debug", "trace", "warn", "error"]) {
    console[level] = (...words) => process.stderr.write(`${words.map(String).join(" ")}\n`);
}

const sdk = await import("matrix-js-sdk");
const { logger } = await import("matrix-js-sdk/lib/logger.js");
logger.setLevel?.("warn");

export { sdk };
export const PASSWORD = "a long password for tests";
const PATIENCE_MS = 60_000;
let count = 0;

/** Report what has been reached: one line of JSON, which the test reads. */
export function report(step, facts = {}) {
    process.stdout.write(`${JSON.stringify({ step, ...facts })}\n`);
}

/** A name or transaction id that nobody has used. */
export function fresh(prefix) {
    count += 1;
    return `${prefix}${count}${Math.random().toString(36).slice(2, 8)}`;
}

/** Wait until `found()` answers something true, looking again whenever one of the emitters emits one of the events. */
export async function until(what, emitter, events, found) {
    return await new Promise((resolve, reject) => {
        const clean = () => {
            clearTimeout(timer);
            for (const event of events) emitter.off(event, look);
        };
        const timer = setTimeout(() => {
            clean();
            reject(new Error(`waited in vain for: ${what}`));
        }, PATIENCE_MS);
        let looking = false;
        let again = false;
        async function look() {
            again = true;
            if (looking) return;
            looking = true;
            try {
                while (again) {
                    again = false;
                    const value = await found();
                    if (value) {
                        clean();
                        resolve(value);
                        return;
                    }
                }
            } catch (error) {
                clean();
                reject(error);
            } finally {
                looking = false;
            }
        }
        for (const event of events) emitter.on(event, look);
        look();
    });
}

/** Callbacks with which a device finds the key of its person's secret storage. */
export function keeper(secrets) {
    return {
        getSecretStorageKey: async ({ keys }) => {
            for (const keyId of Object.keys(keys)) if (secrets.has(keyId)) return [keyId, secrets.get(keyId)];
            return null;
        },
        cacheSecretStorageKey: (keyId, _, key) => secrets.set(keyId, key),
    };
}

export class Person {
    constructor(url, client) {
        this.url = url;
        this.client = client;
        this.userId = client.getUserId();
        this.deviceId = client.getDeviceId();
    }

    /** Register a new account by the flows that the server offers, and open it on a first device. */
    static async arrive(url, name, options = {}) {
        const stranger = sdk.createClient({ baseUrl: url });
        const username = fresh(name);
        let session;
        try {
            await stranger.registerRequest({ username, password: PASSWORD });
            throw new Error("registered without authentication");
        } catch (error) {
            if (error.httpStatus !== 401) throw error;
            session = error.data.session;
        }
        const auth = { type: "m.login.dummy", session };
        const made = await stranger.registerRequest({ username, password: PASSWORD, auth, inhibit_login: true });
        return await Person.login(url, made.user_id, options);
    }

    /** Log in on a new device. `cryptoCallbacks` make it one that can encrypt. */
    static async login(url, userId, { cryptoCallbacks, ...options } = {}) {
        const stranger = sdk.createClient({ baseUrl: url });
        const login = await stranger.loginRequest({
            type: "m.login.password",
            identifier: { type: "m.id.user", user: userId },
            password: PASSWORD,
        });
        const client = sdk.createClient({
            baseUrl: url,
            userId: login.user_id,
            deviceId: login.device_id,
            accessToken: login.access_token,
            timelineSupport: true,
            cryptoCallbacks,
            ...options,
        });
        const person = new Person(url, client);
        if (cryptoCallbacks) await client.initRustCrypto({ useIndexedDB: false });
        return person;
    }

    /** Start syncing, and wait for the first answer. */
    async start(options = {}) {
        await this.client.startClient({ initialSyncLimit: 20, ...options });
        await until("the first sync", this.client, [sdk.ClientEvent.Sync], () => this.client.isInitialSyncComplete());
        return this;
    }

    stop() {
        this.client.stopClient();
    }

    room(roomId) {
        return this.client.getRoom(roomId);
    }

    /** Wait for the room to be known and the condition to hold in it. */
    async inRoom(what, roomId, found) {
        const events = [
            sdk.ClientEvent.Sync,
            sdk.ClientEvent.Room,
            sdk.ClientEvent.Event,
            sdk.RoomEvent.MyMembership,
            sdk.RoomEvent.Timeline,
            sdk.RoomEvent.Receipt,
            sdk.RoomEvent.Redaction,
            sdk.RoomStateEvent.Members,
            sdk.RoomMemberEvent.Typing,
            sdk.MatrixEventEvent.Decrypted,
            sdk.MatrixEventEvent.Replaced,
            sdk.RoomEvent.UnreadNotifications,
        ];
        return await until(`${this.userId}: ${what}`, this.client, events, () => {
            const room = this.room(roomId);
            return room ? found(room) : undefined;
        });
    }

    /** An event of the room's live timeline. */
    async event(roomId, eventId) {
        return await this.inRoom(`event ${eventId}`, roomId, (room) => room.findEventById(eventId));
    }

    async say(roomId, body, more = {}) {
        const sent = await this.client.sendEvent(roomId, "m.room.message", { msgtype: "m.text", body, ...more });
        return sent.event_id;
    }

    /** Ask the server without the SDK's understanding of the answer. */
    async raw(path) {
        const response = await fetch(`${this.url}${path}`, {
            headers: { Authorization: `Bearer ${this.client.getAccessToken()}` },
        });
        return await response.json();
    }
}

/** Run a story to its end; a failure ends the process with status 1 and its reason on standard error. */
export async function story(tell) {
    try {
        await tell(process.argv[2]);
        report("end");
        process.exit(0);
    } catch (error) {
        process.stderr.write(`${error.stack ?? error}\n`);
        process.exit(1);
    }
}
