// Who lives in the small world of the pictures, and what they said. Saturday, 16 May 2026, twenty to ten in the morning.
const at = (day, clock) => Date.parse(`2026-05-${String(day).padStart(2, "0")}T${clock}:00+08:00`);

export const NOW = at(16, "09:41");

export const PEOPLE = {
  xiaoman: "林小满",
  sam: "Sam Rivera",
  mingyuan: "周明远",
  chenmo: "陈默",
  waipo: "外婆",
  priya: "Priya Nair",
  jonas: "Jonas Weber",
  yuki: "佐藤ゆき",
  teahouse: "龙井茶室",
  noor: "نور الهاشمي",
};

const face = (ground, skin, hair, top, style) => `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
  <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></linearGradient></defs>
  <rect width="256" height="256" fill="url(#g)"/>${style === "long" ? `<path d="M70 116q0-66 58-66t58 66v88H70z" fill="${hair}"/>` : ""}
  <path d="M36 256q6-62 92-62t92 62z" fill="${top}"/><path d="M106 160h44v44q-22 22-44 0z" fill="${skin}" style="filter:brightness(.93)"/>
  <ellipse cx="128" cy="126" rx="46" ry="54" fill="${skin}"/>
  ${
    style === "long"
      ? `<path d="M78 126q0-62 52-62 48 0 48 62-16-34-52-42-26 22-48 42z" fill="${hair}"/>`
      : style === "bun"
        ? `<circle cx="128" cy="54" r="24" fill="${hair}"/><path d="M80 124q-4-60 48-60t48 60q-14-36-48-36t-48 36z" fill="${hair}"/>`
        : `<path d="M80 122q-8-66 50-66 56 0 46 66-6-24-22-32-34 10-60-2-10 12-14 34z" fill="${hair}"/>`
  }
  <g fill="#2a2320"><circle cx="110" cy="130" r="4.500"/><circle cx="146" cy="130" r="4.500"/></g><path d="M112 152q16 14 32 0" fill="none" stroke="#9a4b3f" stroke-width="4" stroke-linecap="round"/>
  ${style === "glasses" || style === "bun" ? `<g fill="none" stroke="#3a3a3a" stroke-width="3.500"><circle cx="109" cy="130" r="15"/><circle cx="147" cy="130" r="15"/><path d="M124 128h8"/></g>` : ""}</svg>`;

export const FACES = {
  xiaoman: face(["#bfe3d8", "#5fae9b"], "#f6d2b3", "#2a1c19", "#f5f1e8", "long"),
  sam: face(["#ffd79a", "#f08a5d"], "#c98d62", "#2b1a12", "#2f5d8a", "short"),
  mingyuan: face(["#c9d8f5", "#7d97d6"], "#f0c8a2", "#1f1f24", "#36405c", "glasses"),
  waipo: face(["#f7dbe4", "#d98aa6"], "#f2cfb4", "#b9b9bd", "#8b3d55", "bun"),
  priya: face(["#e4d3f7", "#9a74cf"], "#a8714b", "#1c1413", "#d9a23b", "long"),
};

const peaks = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256"><rect width="256" height="256" fill="#bfe0ea"/>
  <circle cx="186" cy="74" r="26" fill="#ffd98a"/><path d="M0 190L78 84l46 58 34-40 98 100v54H0z" fill="#4f8f6f"/><path d="M78 84l22 28-20 10-18-14z" fill="#f4faf8"/><path d="M0 214q70-40 130-14t126-10v66H0z" fill="#2e6b50"/></svg>`;

/** `answers` and `thread` (its root) count lines of the same chat from its begin, `now` is the text after an edit, `pinned` are lines as well. Who is in first makes the room. */
export const CHATS = [
  {
    key: "weekend",
    name: "周末去爬山 🥾",
    face: peaks,
    people: ["mingyuan", "xiaoman", "sam", "chenmo", "priya"],
    said: [
      { by: "mingyuan", at: at(14, "20:12"), text: "这周六北高峰，早上八点地铁站集合，有人一起吗？", reactions: { "🙋": ["xiaoman", "sam"] } },
      { by: "xiaoman", at: at(14, "20:15"), text: "我去！" },
      { by: "sam", at: at(14, "20:21"), text: "Count me in. How steep is it?" },
      { by: "mingyuan", at: at(14, "20:22"), text: "One thousand steps up, one bowl of noodles down 😄", answers: 2, reactions: { "😂": ["sam", "priya", "xiaoman"], "🍜": ["chenmo"] } },
      { by: "chenmo", at: at(15, "12:40"), text: "我查了天气：多云，18 到 25 度，下午三点以后可能有小雨。\n建议带伞，鞋子要防滑。" },
      { by: "priya", at: at(15, "12:44"), text: "谢谢！那我们早点下山。" },
      { by: "mingyuan", at: at(15, "21:05"), file: "北高峰路线图.pdf", size: 486_400 },
      { by: "mingyuan", at: at(15, "21:06"), text: "路线在这里，全程大概 7 公里。" },
      { by: "xiaoman", at: at(15, "21:10"), text: "收到，我带水果和一壶龙井 🍵", reactions: { "❤️": ["mingyuan", "priya", "sam", "chenmo"] } },
      { by: "sam", at: at(16, "09:12"), photo: "ridge", width: 900, height: 1200 },
      { by: "sam", at: at(16, "09:13"), text: "First view from the top. You were right about the noodles, I can smell them from here.", reactions: { "👍": ["mingyuan", "chenmo"] } },
      { by: "priya", at: at(16, "09:26"), text: "Wow. 这个角度太美了！" },
      { by: "mingyuan", at: at(16, "09:31"), text: "@林小满 你到哪儿了？我们在山顶的亭子里等你。" },
    ],
  },
  {
    key: "sam",
    direct: true,
    people: ["sam", "xiaoman"],
    said: [
      { by: "sam", at: at(15, "18:40"), text: "Just landed in Hangzhou 🛬" },
      { by: "xiaoman", at: at(15, "18:42"), text: "Welcome! How was the flight?" },
      { by: "sam", at: at(15, "18:43"), text: "Long, but the tea on the train made up for it." },
      { by: "sam", at: at(15, "18:43"), text: "谢谢你的推荐！" },
      { by: "sam", at: at(16, "06:05"), photo: "lake" },
      { by: "sam", at: at(16, "06:05"), text: "Couldn't sleep, so I walked. Is this the lake you told me about?" },
      { by: "xiaoman", at: at(16, "06:48"), text: "That's it! The pagoda on the left is Leifeng 雷峰塔.", answers: 5, reactions: { "❤️": ["sam"] } },
      { by: "xiaoman", at: at(16, "06:49"), text: "Dinner at six?", now: "Noodles at six? I know a place by the Broken Bridge." },
      { by: "sam", at: at(16, "06:52"), text: "Noodles. Always noodles.", reactions: { "🍜": ["xiaoman"], "😂": ["xiaoman", "sam"] }, readBy: ["xiaoman"] },
      { by: "xiaoman", at: at(16, "06:53"), text: "一言为定 👌", readBy: ["sam"] },
    ],
  },
  {
    key: "waipo",
    direct: true,
    people: ["waipo", "xiaoman"],
    said: [
      { by: "waipo", at: at(15, "19:30"), text: "小满，周末回来吃饭吗？" },
      { by: "xiaoman", at: at(15, "19:34"), text: "回！周日中午到 😊" },
      { by: "waipo", at: at(16, "08:02"), text: "好，给你做糖醋排骨。" },
      { by: "waipo", at: at(16, "08:03"), text: "路上慢点，记得带伞。" },
    ],
  },
  {
    key: "launch",
    name: "Launch 发布小组",
    people: ["priya", "xiaoman", "jonas", "chenmo"],
    pinned: [0],
    said: [
      { by: "priya", at: at(15, "17:02"), text: "Build 42 is on the test server. Please try the new onboarding." },
      { by: "jonas", at: at(15, "17:20"), text: "Found two layout bugs on small phones, filed both." },
      { by: "priya", at: at(15, "17:22"), text: "Which phones?", thread: 1 },
      { by: "jonas", at: at(15, "17:24"), text: "两台旧手机，屏幕都不到 5 寸。", thread: 1, reactions: { "👀": ["priya"] } },
      { by: "xiaoman", at: at(15, "17:31"), text: "中文文案我今晚过一遍。" },
      { by: "priya", at: at(15, "17:33"), text: "Thank you! Ship on Monday then 🚀", readBy: ["xiaoman"] },
    ],
  },
  {
    key: "chenmo",
    direct: true,
    people: ["chenmo", "xiaoman"],
    said: [
      { by: "xiaoman", at: at(14, "22:10"), text: "那本书看完了吗？" },
      { by: "chenmo", at: at(14, "22:41"), text: "还差最后一章，周末还你。", readBy: ["xiaoman"] },
    ],
  },
  {
    key: "jonas",
    direct: true,
    people: ["jonas", "xiaoman"],
    said: [
      { by: "jonas", at: at(13, "15:20"), text: "Did the contract arrive?" },
      { by: "jonas", at: at(13, "15:21"), file: "Contract-2026-05 (signed).pdf", size: 1_240_000, readBy: ["xiaoman"] },
    ],
  },
  {
    key: "yuki",
    direct: true,
    people: ["yuki", "xiaoman"],
    said: [
      { by: "yuki", at: at(11, "11:00"), text: "杭州の写真、とてもきれいですね！" },
      { by: "yuki", at: at(11, "11:02"), photo: "noodles", width: 1000, height: 1000, readBy: ["xiaoman"] },
    ],
  },
  { key: "noor", direct: true, people: ["noor", "xiaoman"], said: [{ by: "noor", at: at(9, "10:15"), text: "شكرًا جزيلاً، أراكِ في الصيف!", readBy: ["xiaoman"] }] },
  { key: "teahouse", direct: true, people: ["teahouse", "xiaoman"], said: [{ by: "teahouse", at: at(3, "16:45"), text: "新茶到店，明前龙井每两 88 元，欢迎来试。", readBy: ["xiaoman"] }] },
  { key: "club", name: "读书会 Book club", people: ["yuki", "xiaoman", "noor"], invitation: true, at: NOW, said: [] },
];
