// Registration tokens: who may register, how often and until when; as links to hand on.
import * as api from "../../api/admin";
import { full, t } from "../../i18n";
import { Icon } from "../parts/Icon";
import { asking, copy, type Values } from "./act";
import { fieldOf, momentOf, registerLink } from "./describe";
import { Badge, Page, Table, useLoad, usePages } from "./parts";
import { w } from "./words";

const limits = ({ uses, until }: Values) => ({ uses_left: uses ? Number(uses) : null, expires_ms: momentOf(until ?? "") });

export function Tokens() {
  const pages = usePages(api.tokens, "tokens");
  const mode = useLoad(api.settings, "mode").value?.settings.find((one) => one.name === "registration.mode")?.value;
  const fields = (one?: api.Token) => [
    { name: "uses", label: w("token.uses"), kind: "number" as const, value: one?.uses_left?.toString() ?? "", hint: w("token.usesHint") },
    { name: "until", label: w("token.until"), kind: "date" as const, value: fieldOf(one?.expires_ms ?? null), hint: w("token.untilHint") },
  ];
  const add = () =>
    (asking.value = {
      title: w("token.new"),
      yes: w("make"),
      fields: [{ name: "token", label: w("token"), hint: w("token.hint"), max: 64 }, ...fields()],
      run: async (values) => ({ secret: registerLink(location.origin, (await api.addToken({ token: values.token?.trim() || null, ...limits(values) })).token) }),
      done: w("token.made"),
    });
  const change = (one: api.Token) =>
    (asking.value = {
      title: w("token.change", { token: one.token }),
      yes: t("action.save"),
      fields: fields(one),
      run: (values) => api.changeToken(one.token, limits(values)),
      done: w("token.changed"),
      undo: () => api.changeToken(one.token, { uses_left: one.uses_left, expires_ms: one.expires_ms }),
    });
  const drop = (one: api.Token) =>
    (asking.value = {
      title: w("token.ask", { token: one.token }),
      will: [w("token.1")],
      yes: t("action.delete"),
      danger: true,
      run: () => api.dropToken(one.token),
      done: w("token.dropped"),
      undo: () => api.addToken({ token: one.token, uses_left: one.uses_left, expires_ms: one.expires_ms }),
    });
  const share = (one: api.Token) => {
    const url = registerLink(location.origin, one.token);
    if (navigator.share) void navigator.share({ url }).catch(() => undefined);
    else void copy(url);
  };
  return (
    <Page
      title={w("section.tokens")}
      actions={
        <button type="button" class="icon-button" aria-label={w("token.new")} title={w("token.new")} onClick={add}>
          <Icon name="plus" />
        </button>
      }
    >
      {mode !== undefined && mode !== "token" && <p class="adm-note">{w(mode === "open" ? "token.open" : "token.closed")}</p>}
      <Table<api.Token>
        label={w("section.tokens")}
        pages={pages}
        id={(one) => one.token}
        icon="key"
        empty={w("token.none")}
        columns={[
          { head: w("token"), main: true, cell: (one) => <bdi class="adm-token">{one.token}</bdi> },
          { head: w("token.left"), cell: (one) => (one.uses_left === null ? w("token.any") : one.uses_left === 0 ? <Badge bad text={w("token.used")} /> : one.uses_left) },
          { head: w("token.end"), cell: (one) => (one.expires_ms === null ? w("token.never") : one.expires_ms < Date.now() ? <Badge bad text={w("token.over")} /> : full(one.expires_ms)) },
          {
            head: "",
            cell: (one) => (
              <span class="adm-acts">
                <button type="button" class="button quiet small" onClick={() => share(one)}>{w("token.share")}</button>
                <button type="button" class="button quiet small" onClick={() => change(one)}>{t("action.edit")}</button>
                <button type="button" class="button quiet small" onClick={() => drop(one)}>{t("action.delete")}</button>
              </span>
            ),
          },
        ]}
      />
    </Page>
  );
}
