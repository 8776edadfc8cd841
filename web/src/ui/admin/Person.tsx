// One person: what is known of her, and what can be done about her.
import * as api from "../../api/admin";
import { fileSize } from "../../i18n";
import { localpart } from "../../store/names";
import { me } from "../../store/state";
import { Avatar } from "../parts/Avatar";
import { Failed, Loading } from "../parts/Notice";
import { asking, perform } from "./act";
import { AuditTable } from "./Audit";
import { Facts, Page, RoomLink, Section, Table, Time, useLoad, usePages } from "./parts";
import { FilesSection } from "./Files";
import { Badges } from "./People";
import { w } from "./words";

const personPath = (id: string) => `/people/${encodeURIComponent(id)}`;

export const suspending = (id: string) => ({
  title: w("suspend.ask", { id }),
  will: [w("suspend.1"), w("suspend.2")],
  yes: w("suspend"),
  danger: true,
  run: () => api.setSuspended(id, true),
  done: w("suspend.done", { id }),
  undo: () => api.setSuspended(id, false),
});

export const locking = (id: string) => ({
  title: w("lock.ask", { id }),
  will: [w("lock.1"), w("lock.2")],
  yes: w("lock"),
  danger: true,
  run: () => api.setLocked(id, true),
  done: w("lock.done", { id }),
  undo: () => api.setLocked(id, false),
});

export function Person({ id }: { id: string }) {
  const { value, error, reload } = useLoad(() => api.person(id), id);
  return (
    <Page title={value?.display_name ?? localpart(id)} parent="#/admin/people">
      {value ? <Details one={value} /> : error ? <Failed text={error} onRetry={reload} /> : <Loading />}
    </Page>
  );
}

function Details({ one }: { one: api.PersonDetails }) {
  const id = one.user_id;
  const storage = useLoad(() => api.storageOf(id), id).value;
  const name = one.display_name ?? localpart(id);
  return (
    <>
      <div class="adm-head">
        <Avatar id={id} name={name} mxc={one.avatar_url ?? undefined} size={72} />
        <div>
          <b>{name}</b>
          <small>{id}</small>
          <p>
            <Badges one={one} />
          </p>
        </div>
      </div>
      <Facts
        facts={[
          [w("since"), <Time ms={one.created_ms} />],
          [w("lastSeen"), <Time ms={one.last_seen_ms} />],
          [w("devices"), one.devices],
          [w("section.rooms"), one.rooms],
          [w("storage"), storage ? (storage.quota_bytes ? w("ofQuota", { taken: fileSize(storage.taken_bytes), quota: fileSize(storage.quota_bytes) }) : fileSize(storage.taken_bytes)) : "…"],
        ]}
      />
      {one.is_deactivated ? <p class="adm-note">{w("person.ended")}</p> : <Acts one={one} />}
      <Devices id={id} />
      <Addresses id={id} />
      <Rooms id={id} />
      <FilesSection where={personPath(id)} />
      <Section title={w("person.audit")}>
        <AuditTable query={{ subject: id }} />
      </Section>
    </>
  );
}

function Acts({ one }: { one: api.PersonDetails }) {
  const id = one.user_id;
  const own = id === me.value;
  const reset = () =>
    (asking.value = {
      title: w("reset.ask", { id }),
      will: [w("reset.1")],
      yes: w("reset"),
      danger: true,
      fields: [
        { name: "password", label: w("person.password"), hint: w("person.passwordHint") },
        { name: "log_out", label: w("reset.logOut"), kind: "check", value: "yes" },
      ],
      run: async ({ password, log_out }) => {
        const made = await api.resetPassword(id, { password: password || null, log_out: log_out === "yes" });
        return { secret: made.password ?? undefined };
      },
      done: w("reset.done", { id }),
    });
  const admin = (is_admin: boolean) =>
    (asking.value = {
      title: w(is_admin ? "admin.ask" : "admin.endAsk", { id }),
      will: [w(is_admin ? "admin.1" : "admin.end1")],
      yes: w(is_admin ? "admin" : "admin.end"),
      danger: true,
      run: () => api.setAdmin(id, is_admin),
      done: w(is_admin ? "admin.done" : "admin.endDone", { id }),
      undo: () => api.setAdmin(id, !is_admin),
    });
  const end = () =>
    (asking.value = {
      title: w("end.ask", { id }),
      will: [w("end.1"), w("end.2"), w("end.3")],
      yes: w("end"),
      danger: true,
      run: () => api.deactivate(id),
      done: w("end.done", { id }),
    });
  const lift = (what: "suspend" | "lock", set: (value: boolean) => Promise<unknown>) =>
    void perform({ run: () => set(false), done: w(`${what}.lifted`, { id }), undo: () => set(true) });
  const guarded = own || one.is_admin;
  return (
    <Section title={w("acts")}>
      {guarded && <p class="adm-note">{w(own ? "person.own" : "person.isAdmin")}</p>}
      <div class="adm-acts">
        {!guarded &&
          (one.is_suspended ? (
            <button type="button" class="button quiet" onClick={() => lift("suspend", (value) => api.setSuspended(id, value))}>
              {w("suspend.lift")}
            </button>
          ) : (
            <button type="button" class="button quiet" onClick={() => (asking.value = suspending(id))}>
              {w("suspend")}
            </button>
          ))}
        {!guarded &&
          (one.is_locked ? (
            <button type="button" class="button quiet" onClick={() => lift("lock", (value) => api.setLocked(id, value))}>
              {w("lock.lift")}
            </button>
          ) : (
            <button type="button" class="button quiet" onClick={() => (asking.value = locking(id))}>
              {w("lock")}
            </button>
          ))}
        <button type="button" class="button quiet" onClick={reset}>
          {w("reset")}
        </button>
        {!own && (
          <button type="button" class="button quiet" onClick={() => admin(!one.is_admin)}>
            {w(one.is_admin ? "admin.end" : "admin")}
          </button>
        )}
        {!own && (
          <button type="button" class="button danger" onClick={end}>
            {w("end")}
          </button>
        )}
      </div>
    </Section>
  );
}

function Devices({ id }: { id: string }) {
  const pages = usePages(() => api.devicesOf(id), id);
  const out = (device?: api.DeviceEntry) =>
    (asking.value = {
      title: device ? w("signOut.ask", { name: device.display_name ?? device.device_id }) : w("signOut.allAsk", { id }),
      will: [w("signOut.1")],
      yes: w("signOut"),
      danger: true,
      run: () => (device ? api.dropDevice(id, device.device_id) : api.dropDevices(id)),
      done: w("signOut.done"),
    });
  return (
    <Section
      title={w("devices")}
      actions={
        (pages.items?.length ?? 0) > 1 && (
          <button type="button" class="button quiet small" onClick={() => out()}>
            {w("signOut.all")}
          </button>
        )
      }
    >
      <Table<api.DeviceEntry>
        label={w("devices")}
        pages={pages}
        id={(one) => one.device_id}
        icon="lock"
        empty={w("devices.none")}
        columns={[
          { head: w("device"), main: true, cell: (one) => <span class="adm-two"><bdi>{one.display_name ?? one.device_id}</bdi><small>{one.device_id}</small></span> },
          { head: w("lastSeen"), cell: (one) => <Time ms={one.last_seen_ms} /> },
          { head: w("address"), cell: (one) => one.last_seen_ip ?? "–" },
          { head: "", cell: (one) => <button type="button" class="button quiet small" aria-label={`${w("signOut")}: ${one.display_name ?? one.device_id}`} onClick={() => out(one)}>{w("signOut")}</button> },
        ]}
      />
    </Section>
  );
}

/** Nothing where she has none, as on servers that send no mails. */
function Addresses({ id }: { id: string }) {
  const pages = usePages(() => api.addressesOf(id), id);
  const remove = (address: string) =>
    (asking.value = {
      title: w("email.ask", { address }),
      will: [w("email.1"), w("email.2"), w("email.3")],
      yes: w("email.remove"),
      danger: true,
      run: () => api.dropAddress(id, address),
      done: w("email.done", { address }),
    });
  return (
    pages.items?.length !== 0 && (
      <Section title={w("email")}>
        <Table<api.AddressEntry>
          label={w("email")}
          pages={pages}
          id={(one) => one.address}
          icon="key"
          empty={w("email.none")}
          columns={[
            { head: w("email.address"), main: true, cell: (one) => <bdi class="adm-cut">{one.address}</bdi> },
            { head: w("email.since"), cell: (one) => <Time ms={one.validated_ms} /> },
            { head: "", cell: (one) => <button type="button" class="button quiet small" aria-label={`${w("email.remove")}: ${one.address}`} onClick={() => remove(one.address)}>{w("email.remove")}</button> },
          ]}
        />
      </Section>
    )
  );
}

function Rooms({ id }: { id: string }) {
  const pages = usePages((from) => api.roomsOf(id, { from, limit: 20 }), id);
  return (
    <Section title={w("section.rooms")}>
      <Table<api.RoomEntry>
        label={w("section.rooms")}
        pages={pages}
        id={(one) => one.room_id}
        icon="chat"
        empty={w("rooms.noneHere")}
        columns={[
          { head: w("room"), main: true, cell: (one) => <RoomLink id={one.room_id} name={one.name} /> },
          { head: w("people"), cell: (one) => one.joined },
        ]}
      />
    </Section>
  );
}
