// People: found by name or id, narrowed by state, in two orders.
import { signal } from "@preact/signals";
import { makePerson, people, type PersonEntry } from "../../api/admin";
import { localpart } from "../../store/names";
import { Avatar } from "../parts/Avatar";
import { Icon } from "../parts/Icon";
import { asking } from "./act";
import { adminPath, Badge, Find, Link, Page, Select, Table, Time, usePages } from "./parts";
import { w, wn } from "./words";

const view = signal({ search: "", state: "all", order: "newest" });

export function Badges({ one }: { one: PersonEntry }) {
  return (
    <span>
      {one.is_admin && <Badge text={w("state.admin")} />}
      {one.is_suspended && <Badge bad text={w("state.suspended")} />}
      {one.is_locked && <Badge bad text={w("state.locked")} />}
      {one.is_deactivated && <Badge bad text={w("state.deactivated")} />}
    </span>
  );
}

export function People() {
  const { search, state, order } = view.value;
  const set = (part: Partial<typeof view.value>) => (view.value = { ...view.value, ...part });
  const pages = usePages((from) => people({ search: search || undefined, state, order, from }), JSON.stringify(view.value));
  const add = () =>
    (asking.value = {
      title: w("person.new"),
      yes: w("make"),
      fields: [
        { name: "name", label: w("person.username"), required: true, hint: w("person.usernameHint") },
        { name: "display_name", label: w("person.displayName"), max: 100 },
        { name: "password", label: w("person.password"), hint: w("person.passwordHint") },
        { name: "is_admin", label: w("person.asAdmin"), kind: "check" },
      ],
      run: async ({ name, display_name, password, is_admin }) => {
        const made = await makePerson({ name: name!.trim(), display_name: display_name || null, password: password || null, is_admin: is_admin === "yes" });
        return { secret: made.password ?? undefined };
      },
      done: w("person.made"),
    });
  return (
    <Page
      title={w("section.people")}
      actions={
        <button type="button" class="icon-button" aria-label={w("person.new")} title={w("person.new")} onClick={add}>
          <Icon name="plus" />
        </button>
      }
    >
      <div class="adm-tools">
        <Find label={w("people.find")} value={search} onInput={(text) => set({ search: text.trim() })} />
        <Select label={w("show")} value={state} options={["all", "active", "administrators", "suspended", "locked", "deactivated"].map((one) => [one, w(`people.${one}` as "people.all")])} onChange={(value) => set({ state: value })} />
        <Select label={w("order")} value={order} options={[["newest", w("order.newest")], ["id", w("order.id")]]} onChange={(value) => set({ order: value })} />
      </div>
      <p class="adm-count" role="status">
        {pages.total !== undefined && wn("people.count", pages.total)}
      </p>
      <Table<PersonEntry>
        label={w("section.people")}
        pages={pages}
        id={(one) => one.user_id}
        icon="group"
        empty={w("people.none")}
        columns={[
          {
            head: w("person"),
            main: true,
            cell: (one) => (
              <span class="adm-who">
                <Avatar id={one.user_id} name={one.display_name ?? localpart(one.user_id)} mxc={one.avatar_url ?? undefined} size={40} />
                <span>
                  <Link to={adminPath("people", one.user_id)}>{one.display_name ?? localpart(one.user_id)}</Link>
                  <small>{one.user_id}</small>
                </span>
              </span>
            ),
          },
          { head: w("state"), cell: (one) => (one.is_admin || one.is_suspended || one.is_locked || one.is_deactivated ? <Badges one={one} /> : w("state.fine")) },
          { head: w("since"), cell: (one) => <Time ms={one.created_ms} /> },
        ]}
      />
    </Page>
  );
}
