// What happens in the small world after its chats, for the pictures of one thing each: a poll, a voice message, stickers, a space.
import { NOW } from "./script.mjs";

const room = (id) => `/rooms/${encodeURIComponent(id)}`;
const MINUTE = 60_000;

/** A cat in a mood, with nothing around it. */
const cat = (ground, eyes, mouth) => `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256"><path d="M44 40l58 44h52l58-44v104q0 74-84 74t-84-74z" fill="${ground}"/>
  <g fill="none" stroke="#2a2320" stroke-width="9" stroke-linecap="round">${eyes}<path d="${mouth}"/></g><path d="M118 146h20l-10 12z" fill="#c9605a"/></svg>`;
const OPEN = '<path d="M90 124v8M166 124v8"/>';
const SHUT = '<path d="M78 130q12 12 24 0M154 130q12 12 24 0"/>';
const MOODS = {
  "good morning": cat("#f3b26c", OPEN, "M104 170q12 14 24 0q12 14 24 0"),
  "sleepy": cat("#a9b8d8", SHUT, "M116 176h24"),
  "wow": cat("#8fc7b5", OPEN, "M122 180h12"),
  "love": cat("#f0a3b2", SHUT, "M104 170q24 26 48 0"),
  "noodles": cat("#f5d98a", SHUT, "M104 170q12 14 24 0q12 14 24 0"),
  "hmm": cat("#c7b3e5", OPEN, "M110 178q18-12 36 0"),
};

/** Pictures that may be seen through, as the bytes of PNG files. */
async function cut(browser, svg, name) {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin:0;background:none">${svg}</body>`);
  const buffer = await page.screenshot({ type: "png", omitBackground: true });
  await page.close();
  return { name: `${name}.png`, mimeType: "image/png", buffer };
}

export async function playScenes(browser, { people, rooms, times }) {
  const { xiaoman, sam, mingyuan, priya, chenmo, waipo } = people;
  const say = async (one, where, type, content, at) => {
    const id = await one.send(where, type, content);
    times.set(id, at);
    return id;
  };
  const poll = "org.matrix.msc3381.poll";
  const texts = { a: "西湖边的面馆", b: "山下的农家菜", c: "Picnic at the top" };
  const asked = await say(mingyuan, rooms.weekend, `${poll}.start`, {
    [`${poll}.start`]: {
      question: { "org.matrix.msc1767.text": "爬完山去哪儿吃午饭？ Lunch?" },
      kind: "org.matrix.msc3381.poll.disclosed",
      max_selections: 1,
      answers: Object.entries(texts).map(([id, text]) => ({ id, "org.matrix.msc1767.text": text })),
    },
    "org.matrix.msc1767.text": "爬完山去哪儿吃午饭？ Lunch?",
  }, NOW - 4 * MINUTE);
  for (const [one, answer] of [[mingyuan, "a"], [sam, "a"], [chenmo, "b"], [priya, "a"], [xiaoman, "a"]]) {
    await say(one, rooms.weekend, `${poll}.response`, { [`${poll}.response`]: { answers: [answer] }, "m.relates_to": { rel_type: "m.reference", event_id: asked } }, NOW - 3 * MINUTE);
  }
  const sound = await waipo.upload({ name: "voice.webm", mimeType: "audio/webm", buffer: Buffer.alloc(20_000, 1) });
  const waveform = Array.from({ length: 60 }, (_, i) => Math.round(220 + 620 * Math.abs(Math.sin(i * 0.9) * Math.sin(i * 0.23 + 0.4))));
  const info = { mimetype: "audio/webm", size: 20_000, duration: 14_000 };
  const voice = { msgtype: "m.audio", body: "voice.webm", filename: "voice.webm", url: sound, info, "org.matrix.msc1767.audio": { duration: 14_000, waveform }, "org.matrix.msc3245.voice": {} };
  await say(waipo, rooms.waipo, "m.room.message", voice, NOW - 2 * MINUTE);
  const images = {};
  for (const [name, svg] of Object.entries(MOODS)) {
    const picture = await cut(browser, svg, name);
    images[name.replace(" ", "-")] = { url: await xiaoman.upload(picture), body: name, info: { w: 256, h: 256, mimetype: "image/png", size: picture.buffer.length } };
  }
  await xiaoman.put(`/user/${encodeURIComponent(xiaoman.id)}/account_data/im.ponies.user_emotes`, { pack: { display_name: "Cats" }, images });
  const { url, body, info: size } = images.noodles;
  await say(xiaoman, rooms.sam, "m.sticker", { url, body, info: size }, NOW - MINUTE);
  const space = (await xiaoman.post("/createRoom", { name: "West Lake 西湖", creation_content: { type: "m.space" } })).room_id;
  times.set(space, NOW);
  for (const one of [rooms.weekend, rooms.launch]) await xiaoman.put(`${room(space)}/state/m.space.child/${encodeURIComponent(one)}`, { via: ["laiwang.example"] });
}
