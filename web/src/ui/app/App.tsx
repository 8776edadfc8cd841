// The shell: two panes on a desk, one on a phone.
import { t } from "../../i18n";
import { calls, ended } from "../../store/calls";
import { tryNow } from "../../store/engine";
import { verification } from "../../store/sealing";
import { connection, locked, session } from "../../store/state";
import { Auth } from "../auth/Auth";
import { ChatList } from "../chats/ChatList";
import { Conversation } from "../conversation/Conversation";
import { Empty, Toast } from "../parts/Notice";
import { Lazy } from "../parts/Lazy";
import { NewChat } from "../people/NewChat";
import { NewGroup } from "../people/NewGroup";
import { Settings } from "../settings/Settings";
import { looked, route, searching } from "./router";

const security = () => import("../security/Security").then((page) => page.Security);

const space = () => import("../spaces/Space").then((page) => page.Space);
const landing = () => import("../links/Landing").then((page) => page.Landing);
const ignoredPage = () => import("../ignored/Ignored").then((page) => page.Ignored);
const devices = () => import("../devices/Devices").then((page) => page.Devices);

const lockedPage = () => import("../locked/Locked").then((page) => page.Locked);
const admin = () => import("../admin/Admin").then((page) => page.Admin);
const personSheet = () => import("../manage/Person").then((page) => page.Person);
const verifyDialog = () => import("../security/VerifyDialog").then((page) => page.VerifyDialog);
const callScreens = () => import("../calls/Calls").then((page) => page.Calls);
const search = () => import("../search/Search").then((page) => page.Search);

export function App() {
  if (!session.value) {
    return (
      <>
        <Auth />
        <Toast />
      </>
    );
  }
  if (locked.value) return <Lazy key="locked" load={lockedPage} />;
  const at = route.value;
  const inRoom = at.name === "room";
  return (
    <div class={`shell ${inRoom ? "in-room" : "in-list"}`}>
      <OfflineBar />
      {(calls.value.current || ended.value) && <Lazy load={callScreens} quiet />}
      {at.name === "admin" ? <Lazy key="admin" load={admin} /> : <div class="panes">
        <div class="pane side" role={inRoom ? "complementary" : "main"} aria-label={t("chats.list")}>
          {at.name === "new" ? <NewChat /> : at.name === "group" ? <NewGroup first={at.people} /> : at.name === "settings" ? <Settings /> : at.name === "security" ? <Lazy key="security" load={security} /> : at.name === "devices" ? <Lazy key="devices" load={devices} /> : at.name === "ignored" ? <Lazy key="ignored" load={ignoredPage} /> : at.name === "space" ? <Lazy key="space" load={space} /> : at.name === "link" ? <Lazy key={at.to} load={landing} /> : at.name === "search" || (inRoom && searching.value) ? <Lazy key="search" load={search} /> : <ChatList />}
        </div>
        <div class="pane stage" role={inRoom ? "main" : undefined} aria-hidden={inRoom ? undefined : true}>
          {inRoom ? (
            <Conversation key={at.id} {...at} />
          ) : (
            <Empty icon="chat" title={t("chats.select")} hint={t("chats.selectHint")} />
          )}
        </div>
      </div>}
      {looked.value && <Lazy load={personSheet} quiet />}
      {verification.value && <Lazy load={verifyDialog} quiet />}
      <Toast />
    </div>
  );
}

function OfflineBar() {
  const now = connection.value;
  if (now !== "offline") return <div role="status" class="visually-hidden" />;
  return (
    <div class="offline-bar" role="status">
      <span>{t("state.offline")}</span>
      <button type="button" onClick={tryNow}>
        {t("state.retry")}
      </button>
    </div>
  );
}
