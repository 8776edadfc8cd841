// Rooms: found by name, id or alias, the largest first.
import { signal } from "@preact/signals";
import { rooms, type RoomEntry } from "../../api/admin";
import { Badge, Find, Page, RoomLink, Select, Table, usePages } from "./parts";
import { w, wn } from "./words";

const view = signal({ search: "", order: "largest" });

export function RoomBadges({ one }: { one: RoomEntry }) {
  return (
    <span>
      {one.is_encrypted && <Badge text={w("room.encrypted")} />}
      {one.join_rule === "public" && <Badge text={w("room.public")} />}
      {one.room_type === "m.space" && <Badge text={w("room.space")} />}
      {one.is_blocked && <Badge bad text={w("room.blocked")} />}
    </span>
  );
}

export function Rooms() {
  const { search, order } = view.value;
  const pages = usePages((from) => rooms({ search: search || undefined, order, from }), JSON.stringify(view.value));
  return (
    <Page title={w("section.rooms")}>
      <div class="adm-tools">
        <Find label={w("rooms.find")} value={search} onInput={(text) => (view.value = { ...view.value, search: text.trim() })} />
        <Select label={w("order")} value={order} options={[["largest", w("order.largest")], ["id", w("order.id")]]} onChange={(value) => (view.value = { ...view.value, order: value })} />
      </div>
      <p class="adm-count" role="status">
        {pages.total !== undefined && wn("rooms.count", pages.total)}
      </p>
      <Table<RoomEntry>
        label={w("section.rooms")}
        pages={pages}
        id={(one) => one.room_id}
        icon="chat"
        empty={w("rooms.none")}
        columns={[
          { head: w("room"), main: true, cell: (one) => <span class="adm-two"><RoomLink id={one.room_id} name={one.name ?? w("room.unnamed")} /><small>{one.canonical_alias ?? one.room_id}</small></span> },
          { head: w("people"), cell: (one) => one.joined },
          { head: w("state"), cell: (one) => (one.is_encrypted || one.is_blocked || one.join_rule === "public" || one.room_type ? <RoomBadges one={one} /> : w("state.fine")) },
        ]}
      />
    </Page>
  );
}
