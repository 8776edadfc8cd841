// One's own profile, the language, the look, and the way out.
import { useRef, useState } from "preact/hooks";
import { logOut, setAvatar, setDisplayName } from "../../api/account";
import { upload } from "../../api/media";
import { chooseLanguage, language, t, type Language } from "../../i18n";
import { reason } from "../../i18n/errors";
import { end } from "../../store/engine";
import { localpart } from "../../store/names";
import { me, myProfile, outgoing, say } from "../../store/state";
import { back, go } from "../app/router";
import { chooseTheme, theme, type Theme } from "../app/theme";
import { forgetDrafts } from "../conversation/drafts";
import { Avatar } from "../parts/Avatar";
import { Choice } from "../parts/Choice";
import { Confirm } from "../parts/Dialog";
import { FileInput } from "../parts/FileInput";
import { Icon } from "../parts/Icon";
import { Lazy } from "../parts/Lazy";

const ignoredEntry = () => import("../ignored/Entry").then((part) => part.Entry);
const adminEntry = () => import("../admin/Entry").then((part) => part.Entry);
const pushChoice = () => import("./PushChoice").then((page) => page.PushChoice);

export function Settings() {
  const [asking, setAsking] = useState(false);
  const pending = outgoing.value.some((item) => item.status !== "sent");
  const leave = async () => {
    await import("../../store/push").then((push) => push.forgetPush()).catch(() => undefined);
    await logOut().catch(() => undefined); // without a network the token is forgotten here at least
    forgetDrafts();
    go("#/", true);
    await end();
  };
  return (
    <>
      <div class="bar">
        <button type="button" class="icon-button" aria-label={t("talk.back")} onClick={() => back()}>
          <Icon name="back" />
        </button>
        <h1>{t("settings.title")}</h1>
      </div>
      <div class="scroll settings">
        <ProfileForm />
        <Lazy quiet load={() => import("../links/MyCode").then((part) => part.MyCode)} />
        <Choice<Language>
          title={t("settings.language")}
          value={language.value}
          options={[
            ["zh", "中文"],
            ["en", "English"],
          ]}
          onChoose={chooseLanguage}
        />
        <Choice<Theme>
          title={t("settings.theme")}
          value={theme.value}
          options={[
            ["system", t("settings.theme.system")],
            ["light", t("settings.theme.light")],
            ["dark", t("settings.theme.dark")],
          ]}
          onChoose={chooseTheme}
        />
        <Lazy quiet load={pushChoice} />
        <button type="button" class="wide-link" onClick={() => go("#/security")}>
          <span class="round-icon">
            <Icon name="key" />
          </span>
          {t("security.title")}
        </button>
        <button type="button" class="wide-link" onClick={() => go("#/devices")}>
          <span class="round-icon">
            <Icon name="device" />
          </span>
          {t("devices.title")}
        </button>
        <Lazy quiet load={ignoredEntry} />
        <Lazy quiet load={adminEntry} />
        <button type="button" class="wide-link danger" onClick={() => setAsking(true)}>
          <span class="round-icon">
            <Icon name="leave" />
          </span>
          {t("settings.logout")}
        </button>
      </div>
      {asking && (
        <Confirm
          question={t(pending ? "settings.logoutPending" : "settings.logoutAsk")}
          yes={t("settings.logout")}
          danger
          onYes={() => void leave()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function ProfileForm() {
  const profile = myProfile.value;
  const shown = profile.display_name ?? localpart(me.value);
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const work = async (change: () => Promise<void>) => {
    setBusy(true);
    try {
      await change();
      say(t("settings.saved"));
    } catch (error) {
      say(reason(error));
    } finally {
      setBusy(false);
    }
  };
  const saveName = (event: Event) => {
    event.preventDefault();
    const display_name = (name ?? shown).trim();
    if (!display_name || display_name === profile.display_name) return;
    void work(async () => {
      await setDisplayName(me.value, display_name);
      myProfile.value = { ...myProfile.value, display_name };
      setName(undefined);
    });
  };
  const savePicture = (picture: File) =>
    work(async () => {
      const avatar_url = await upload(picture, picture.name);
      await setAvatar(me.value, avatar_url);
      myProfile.value = { ...myProfile.value, avatar_url };
    });
  return (
    <section class="profile" aria-label={t("settings.profile")}>
      <button type="button" class="profile-picture" aria-label={t("settings.avatar")} title={t("settings.avatar")} disabled={busy} onClick={() => file.current?.click()}>
        <Avatar id={me.value} name={shown} mxc={profile.avatar_url} size={96} />
        <span class="camera">
          <Icon name="camera" size={18} />
        </span>
      </button>
      <FileInput input={file} label={t("settings.avatar")} accept="image/*" onFiles={([picture]) => void savePicture(picture!)} />
      <button type="button" class="own-id" title={t("settings.copyId")} onClick={() => void copyId()}>
        {me.value} <Icon name="copy" size={15} />
      </button>
      <form onSubmit={saveName}>
        <label class="field">
          <span>{t("settings.name")}</span>
          <span class="with-button">
            <input value={name ?? shown} maxLength={100} autocomplete="nickname" onInput={(event) => setName(event.currentTarget.value)} />
            {name !== undefined && name.trim() !== shown && (
              <button type="submit" class="button primary small" disabled={busy || !name.trim()}>
                {t("action.save")}
              </button>
            )}
          </span>
        </label>
      </form>
    </section>
  );
}

async function copyId(): Promise<void> {
  await navigator.clipboard?.writeText(me.value).then(() => say(t("action.copied")), () => undefined);
}
