// A small world for pictures: people with faces and names, chats that somebody could have had, at the hours of a story.
// The server stamps events with its own clock; `tellTimes` shows a page the hours of the story instead, the same on every day.
import { readFileSync } from "node:fs";
import { CHATS, FACES, NOW, PEOPLE } from "./script.mjs";
import { PASSWORD } from "./people.mjs";

const ME = "xiaoman";

class Talker {
  constructor(url, key, username) {
    this.url = url;
    this.key = key;
    this.username = username;
    this.count = 0;
  }

  async ask(method, path, body, type = "application/json") {
    const headers = { "content-type": type };
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    const sent = body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body;
    const response = await fetch(this.url + path, { method, headers, body: sent });
    const answer = await response.json();
    if (!response.ok && response.status !== 401) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async register() {
    const body = { username: this.username, password: PASSWORD, auth: { type: "m.login.dummy" } };
    const answer = await this.ask("POST", "/_matrix/client/v3/register", body);
    if (!answer.access_token) throw new Error(`${this.key} cannot register: ${JSON.stringify(answer)}`);
    Object.assign(this, { id: answer.user_id, token: answer.access_token, session: answer });
  }

  async upload(picture) {
    const path = `/_matrix/media/v3/upload?filename=${encodeURIComponent(picture.name)}`;
    return (await this.ask("POST", path, picture.buffer, picture.mimeType)).content_uri;
  }

  put(path, body) {
    return this.ask("PUT", `/_matrix/client/v3${path}`, body);
  }

  post(path, body = {}) {
    return this.ask("POST", `/_matrix/client/v3${path}`, body);
  }

  async send(room, type, content) {
    const path = `/rooms/${encodeURIComponent(room)}/send/${type}/story${(this.count += 1)}`;
    return (await this.put(path, content)).event_id;
  }
}

/** Draw an SVG as the bytes of a photo, with the browser. */
export async function paint(browser, svg, { name, width, height }) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  const buffer = await page.screenshot({ type: "jpeg", quality: 90 });
  await page.close();
  return { name, mimeType: "image/jpeg", buffer, width, height };
}

const drawing = (name) => readFileSync(new URL(`./drawings/${name}.svg`, import.meta.url), "utf8");

/** Register everybody and let them say everything; a second world on one server needs another `mark` behind the usernames. */
export async function makeWorld(browser, url, mark = "") {
  const people = {};
  const times = new Map();
  for (const [key, name] of Object.entries(PEOPLE)) {
    const one = (people[key] = new Talker(url, key, key + mark));
    await one.register();
    await one.put(`/profile/${encodeURIComponent(one.id)}/displayname`, { displayname: name });
    if (!FACES[key]) continue;
    const face = await paint(browser, FACES[key], { name: `${key}.jpg`, width: 256, height: 256 });
    await one.put(`/profile/${encodeURIComponent(one.id)}/avatar_url`, { avatar_url: await one.upload(face) });
  }
  const rooms = {};
  for (const chat of CHATS) rooms[chat.key] = await makeChat(browser, people, chat, times);
  const direct = {};
  for (const chat of CHATS) {
    if (chat.direct && !chat.invitation) direct[people[chat.people.find((key) => key !== ME)].id] = [rooms[chat.key]];
  }
  const own = people[ME];
  await own.put(`/user/${encodeURIComponent(own.id)}/account_data/m.direct`, direct);
  return { people, rooms, times };
}

async function makeChat(browser, people, chat, times) {
  const [maker, ...others] = chat.people.map((key) => people[key]);
  const room = (
    await maker.post("/createRoom", {
      preset: chat.direct ? "trusted_private_chat" : "private_chat",
      is_direct: chat.direct,
      invite: others.map((one) => one.id),
      ...(chat.name && { name: chat.name }),
    })
  ).room_id;
  if (chat.face) {
    const face = await paint(browser, chat.face, { name: "group.jpg", width: 256, height: 256 });
    await maker.put(`/rooms/${encodeURIComponent(room)}/state/m.room.avatar/`, { url: await maker.upload(face) });
  }
  for (const one of others) if (!(chat.invitation && one.key === ME)) await one.post(`/join/${encodeURIComponent(room)}`);
  times.set(room, chat.said[0]?.at ?? chat.at ?? NOW);
  const ids = [];
  for (const line of chat.said) {
    const by = people[line.by];
    const content = await contentOf(browser, by, line, ids, people);
    const id = await by.send(room, "m.room.message", content);
    ids.push(id);
    times.set(id, line.at);
    if (line.now) {
      const fresh = { msgtype: "m.text", body: line.now, "m.mentions": {} };
      const relation = { "m.relates_to": { rel_type: "m.replace", event_id: id }, "m.new_content": fresh };
      times.set(await by.send(room, "m.room.message", { ...fresh, body: `* ${line.now}`, ...relation }), line.at + 60_000);
    }
    for (const [key, who] of Object.entries(line.reactions ?? {})) {
      for (const one of who) {
        const relation = { "m.relates_to": { rel_type: "m.annotation", event_id: id, key } };
        times.set(await people[one].send(room, "m.reaction", relation), line.at + 90_000);
      }
    }
    for (const one of line.readBy ?? []) await people[one].post(`/rooms/${encodeURIComponent(room)}/receipt/m.read/${encodeURIComponent(id)}`);
  }
  if (chat.pinned) await maker.put(`/rooms/${encodeURIComponent(room)}/state/m.room.pinned_events/`, { pinned: chat.pinned.map((line) => ids[line]) });
  return room;
}

async function contentOf(browser, by, line, ids, people) {
  const root = line.thread === undefined ? undefined : ids.at(line.thread);
  const inThread = { "m.relates_to": { rel_type: "m.thread", event_id: root, is_falling_back: true, "m.in_reply_to": { event_id: root } } };
  const relation = root ? inThread : line.answers === undefined ? {} : { "m.relates_to": { "m.in_reply_to": { event_id: ids.at(line.answers) } } };
  if (line.photo) {
    const { width = 1200, height = 900 } = line;
    const photo = await paint(browser, drawing(line.photo), { name: `${line.photo}.jpg`, width, height });
    const info = { w: width, h: height, mimetype: photo.mimeType, size: photo.buffer.length };
    return { msgtype: "m.image", body: photo.name, filename: photo.name, url: await by.upload(photo), info, ...relation };
  }
  if (line.file) {
    const file = { name: line.file, mimeType: "application/pdf", buffer: Buffer.alloc(line.size ?? 20_000, "laiwang ") };
    const info = { mimetype: file.mimeType, size: file.buffer.length };
    return { msgtype: "m.file", body: file.name, filename: file.name, url: await by.upload(file), info, ...relation };
  }
  const named = Object.keys(PEOPLE).filter((key) => line.text.includes(`@${PEOPLE[key]}`)).map((key) => people[key].id);
  return { msgtype: "m.text", body: line.text, "m.mentions": named.length ? { user_ids: named } : {}, ...relation };
}

/** Let a page show the hours of the story: its clock stands at `NOW`, and what the server tells gets the story's times. */
export async function tellTimes(page, times) {
  await page.clock.setFixedTime(NOW);
  const stamp = (event, room) => {
    event.origin_server_ts = times.get(event.event_id) ?? times.get(room) ?? NOW;
    const edit = event.unsigned?.["m.relations"]?.["m.replace"];
    if (edit) stamp(edit, room);
  };
  await page.route(/\/v3\/(sync|rooms\/[^/]+\/(messages|event))/, async (route) => {
    const response = await route.fetch({ timeout: 0 }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (!answer) return route.abort().catch(() => undefined); // no network, or the page was closed meanwhile
    for (const [id, part] of Object.entries(answer.rooms?.join ?? {})) {
      for (const event of [...(part.timeline?.events ?? []), ...(part.state?.events ?? [])]) stamp(event, id);
    }
    const room = decodeURIComponent(/rooms\/([^/]+)/.exec(route.request().url())?.[1] ?? "");
    for (const event of answer.chunk ?? []) stamp(event, room);
    if (answer.event_id) stamp(answer, room);
    await route.fulfill({ response, json: answer }).catch(() => undefined);
  });
}

/** Put this person in front of a page without the login screen. */
export async function enter(page, one, hash = "#/") {
  const { user_id: userId, device_id: deviceId, access_token: accessToken } = one.session;
  await page.goto("/icon.svg"); // a place where the app does not run
  await page.evaluate((session) => localStorage.setItem("laiwang.session", JSON.stringify(session)), { userId, deviceId, accessToken });
  await page.goto(`/${hash}`);
}

export const roomHash = (id, more = "") => `#/room/${encodeURIComponent(id)}${more}`;
