// The administrator's pages: a list of sections beside the page on a desk, before it on a phone.
import { useEffect } from "preact/hooks";
import { mayAdminister } from "../../api/admin";
import { t } from "../../i18n";
import { me } from "../../store/state";
import { go, route } from "../app/router";
import { Icon, type IconName } from "../parts/Icon";
import { lazily } from "../parts/Lazy";
import { Empty, Failed, Loading } from "../parts/Notice";
import { Asking, asking, TellOutcome, told } from "./act";
import { Announcements } from "./Announcements";
import { Audit } from "./Audit";
import { FilesPage } from "./Files";
import { Overview } from "./Overview";
import { adminPath, useLoad } from "./parts";
import { People } from "./People";
import { Person } from "./Person";
import { ReportPage } from "./Report";
import { Reports } from "./Reports";
import { Room } from "./Room";
import { Rooms } from "./Rooms";
import { Server } from "./Server";
import { Tokens } from "./Tokens";
import { w } from "./words";
import "./admin.css";
import "./numbers.css";
import "./details.css";
import "./widths.css";

const SECTIONS: [string, IconName][] = [
  ["people", "group"],
  ["rooms", "chat"],
  ["files", "file"],
  ["reports", "alert"],
  ["tokens", "key"],
  ["forecast", "up"],
  ["announcements", "send"],
  ["audit", "clock"],
  ["server", "settings"],
];

const Forecast = lazily(() => import("./forecast/Forecast").then((module) => module.Forecast));

export function Admin() {
  const at = route.value;
  const [section = "", one] = at.name === "admin" ? at.path : [];
  const allowed = useLoad(mayAdminister, me.value);
  useEffect(() => {
    told.value = null;
    asking.value = null;
  }, []);
  useEffect(() => {
    if (told.value && !told.value.undo && !told.value.secret) told.value = null; // what offers nothing more does not follow to the next page
  }, [section, one]);
  if (allowed.value !== true) {
    return (
      <main class="admin adm-alone">
        <h1 class="visually-hidden">{w("title")}</h1>
        {allowed.error ? (
          <Failed text={allowed.error} onRetry={allowed.reload} />
        ) : allowed.value === undefined ? (
          <Loading />
        ) : (
          <Empty icon="lock" title={w("notYou")} hint={w("notYouHint")}>
            <button type="button" class="button primary" onClick={() => go("#/")}>
              {w("toChats")}
            </button>
          </Empty>
        )}
      </main>
    );
  }
  return (
    <div class={`admin ${section ? "adm-inside" : ""}`}>
      <nav class="adm-nav" aria-label={w("title")}>
        <div class="bar">
          <button type="button" class="icon-button" aria-label={w("toChats")} onClick={() => go("#/settings")}>
            <Icon name="back" />
          </button>
          {section ? <h2>{w("title")}</h2> : <h1>{w("title")}</h1>}
        </div>
        <ul>
          {([["", "info"], ...SECTIONS] as [string, IconName][]).map(([key, icon]) => (
            <li key={key} class={key ? "" : "adm-home"}>
              <a
                href={key ? adminPath(key) : "#/admin"}
                aria-current={key === section ? "page" : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  go(key ? adminPath(key) : "#/admin");
                }}
              >
                <Icon name={icon} size={20} />
                {w(`section.${key || "overview"}` as "section.people")}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="adm-main" aria-label={t("app.name")}>
        <Section key={`${section}/${one ?? ""}`} section={section} one={one} />
      </main>
      <TellOutcome />
      <Asking />
    </div>
  );
}

function Section({ section, one }: { section: string; one?: string }) {
  if (section === "people") return one ? <Person id={one} /> : <People />;
  if (section === "rooms") return one ? <Room id={one} /> : <Rooms />;
  if (section === "files") return <FilesPage />;
  if (section === "reports") return one ? <ReportPage id={one} /> : <Reports />;
  if (section === "tokens") return <Tokens />;
  if (section === "announcements") return <Announcements />;
  if (section === "audit") return <Audit subject={one} />;
  if (section === "forecast") return <Forecast />;
  if (section === "server") return <Server />;
  return <Overview />;
}
