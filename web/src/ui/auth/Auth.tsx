// Log in or register: the first page a person sees.
import { useEffect, useRef, useState } from "preact/hooks";
import { isFree, logIn, register, registrationKind, waitsForMail, type Registration } from "../../api/account";
import { MatrixError } from "../../api/http";
import type { Session } from "../../api/session";
import { chooseLanguage, language, t } from "../../i18n";
import { reason } from "../../i18n/errors";
import { begin } from "../../store/engine";
import { endedBecause } from "../../store/state";
import { afterLogin, go, keepLink, route, waitingLink } from "../app/router";
import { Icon } from "../parts/Icon";
import { Lazy, lazily } from "../parts/Lazy";

const Registering = lazily(() => import("../addresses/Registering").then((part) => part.Registering));

export function Auth() {
  const at = route.value;
  const registering = at.name === "register";
  keepLink();
  const [kind, setKind] = useState<Registration>("open");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [token, setToken] = useState((at.name === "register" && at.token) || "");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const [mail, setMail] = useState("");
  const free = useFreeName(registering && kind !== "closed" ? name : "");
  const first = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setError("");
    first.current?.focus();
    if (registering) registrationKind().then(setKind, (problem) => setError(reason(problem)));
  }, [registering]);

  const enter = (session: Session) => {
    go(afterLogin(), true);
    begin(session);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError("");
    try {
      const user = name.trim();
      const session = registering ? await register(user.toLowerCase(), password, token.trim()) : await logIn(user, password);
      enter(session);
    } catch (problem) {
      const waiting = registering && waitsForMail(problem);
      if (waiting) setMail(waiting);
      else setError(explain(problem, registering));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main class="auth">
      <button type="button" class="auth-language" onClick={() => chooseLanguage(language.value === "zh" ? "en" : "zh")}>
        {language.value === "zh" ? "English" : "中文"}
      </button>
      <div class="auth-card">
        <img class="auth-logo" src="/icon.svg" alt="" width="72" height="72" />
        <h1>{t("app.name")}</h1>
        <p class="auth-slogan">{t("app.slogan")}</p>
        {waitingLink() && <Lazy quiet load={() => import("../links/Greeting").then((part) => part.Greeting)} />}
        {endedBecause.value === "expired" && !error && (
          <p class="form-note" role="status">
            {t("auth.expired")}
          </p>
        )}
        {registering && kind === "closed" ? (
          <p class="form-note" role="status">
            {t("auth.closed")}
          </p>
        ) : (
          <form onSubmit={submit} aria-label={t(registering ? "auth.register" : "auth.login")}>
            <label class="field">
              <span>{t("auth.username")}</span>
              <input
                ref={first}
                name="username"
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
                required
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
                aria-describedby={registering ? "name-hint" : undefined}
              />
              {registering && (
                <small id="name-hint" class={free === false ? "bad" : free ? "good" : ""} aria-live="polite">
                  {free === false ? t("auth.taken") : free ? t("auth.free") : t("auth.usernameHint")}
                </small>
              )}
            </label>
            <label class="field">
              <span>{t("auth.password")}</span>
              <span class="with-button">
                <input
                  name="password"
                  type={(shown ? "text" : "password") as "password"}
                  autocomplete={registering ? "new-password" : "current-password"}
                  required
                  minLength={registering ? 8 : undefined}
                  value={password}
                  onInput={(event) => setPassword(event.currentTarget.value)}
                />
                <button
                  type="button"
                  class="icon-button"
                  aria-pressed={shown}
                  aria-label={t(shown ? "auth.passwordHide" : "auth.passwordShow")}
                  onClick={() => setShown(!shown)}
                >
                  <Icon name="eye" size={20} />
                </button>
              </span>
              {registering && <small>{t("auth.passwordHint")}</small>}
            </label>
            {registering && kind === "token" && (
              <label class="field">
                <span>{t("auth.token")}</span>
                <input name="token" autocomplete="off" required value={token} onInput={(event) => setToken(event.currentTarget.value)} />
                <small>{t("auth.tokenHint")}</small>
              </label>
            )}
            {error && (
              <p class="form-error" role="alert">
                {error}
              </p>
            )}
            <button type="submit" class="button primary wide" disabled={busy} aria-busy={busy}>
              {busy ? <span class="spinner small" aria-hidden="true" /> : null}
              {t(registering ? "auth.register" : "auth.login")}
            </button>
          </form>
        )}
        {!registering && <Lazy quiet load={() => import("../addresses/Forgotten").then((part) => part.Forgotten)} />}
        {mail && <Registering session={mail} onDone={enter} onClose={() => setMail("")} />}
        <a
          class="auth-switch"
          href={registering ? "#/" : "#/register"}
          onClick={(event) => {
            event.preventDefault();
            go(registering ? "#/" : "#/register");
          }}
        >
          {t(registering ? "auth.toLogin" : "auth.toRegister")}
        </a>
      </div>
    </main>
  );
}

function explain(problem: unknown, registering: boolean): string {
  const code = problem instanceof MatrixError ? problem.errcode : "";
  if (code === "M_USER_IN_USE") return t("auth.taken");
  if (code === "M_INVALID_USERNAME" || code === "M_EXCLUSIVE") return t("auth.badName");
  if (code === "M_WEAK_PASSWORD" || code === "M_PASSWORD_TOO_SHORT") return t("auth.weak");
  if (code === "M_FORBIDDEN" && !registering) return t("auth.wrong");
  if (code === "M_FORBIDDEN") return t("auth.closed");
  if (registering && problem instanceof MatrixError && problem.status === 401) return t("auth.badToken");
  return reason(problem);
}

const ASK_AFTER_MS = 400;

/** Whether a name may still be taken; undefined while nobody knows. */
function useFreeName(name: string): boolean | undefined {
  const [free, setFree] = useState<boolean>();
  useEffect(() => {
    setFree(undefined);
    const wanted = name.trim().toLowerCase();
    if (!wanted) return;
    let current = true;
    const timer = setTimeout(() => {
      isFree(wanted).then(
        (answer) => current && setFree(answer),
        (problem) => current && setFree(problem instanceof MatrixError && problem.errcode === "M_USER_IN_USE" ? false : undefined),
      );
    }, ASK_AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [name]);
  return free;
}
