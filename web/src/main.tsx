// Where the app begins.
import { effect } from "@preact/signals";
import { render } from "preact";
import { language, t } from "./i18n";
import { ringTitle } from "./store/calls";
import { listenToBrowser, start } from "./store/engine";
import { session, unreadTotal } from "./store/state";
import { App } from "./ui/app/App";
import { keepAboveKeyboard } from "./ui/app/keyboard";
import { listenToHistory } from "./ui/app/router";
import { applyTheme } from "./ui/app/theme";
import { fetchLooks } from "./ui/rich/Formatted";
import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/parts.css";
import "./styles/chats.css";
import "./styles/dialogs.css";
import "./styles/conversation.css";
import "./styles/bubbles.css";
import "./styles/contents.css";
import "./styles/composer.css";
import "./styles/pages.css";

applyTheme();
listenToHistory();
listenToBrowser();
effect(() => {
  document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
  const count = session.value ? unreadTotal.value : 0;
  document.title = ringTitle.value || `${count > 0 ? `(${count}) ` : ""}${t("app.name")}`;
});
effect(() => {
  const now = language.value; // notifications are written in it
  void globalThis.caches?.open("laiwang.language").then((kept) => kept.put("/language", new Response(now))).catch(() => undefined);
});
keepAboveKeyboard();
render(<App />, document.getElementById("app")!);
if (session.value) void start();
if (session.value && localStorage.getItem("laiwang.push")) void import("./store/push").then((push) => push.renewPush()).catch(() => undefined);
if (session.value) setTimeout(() => void fetchLooks(), 2_000); // so that it is here before somebody waits for it
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
