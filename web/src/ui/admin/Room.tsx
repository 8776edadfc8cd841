// One room: what it is, who is in it; keeping people out, and closing it for good.
import { useEffect } from "preact/hooks";
import * as api from "../../api/admin";
import { Failed, Loading } from "../parts/Notice";
import { asking, perform, type Act } from "./act";
import { AuditTable } from "./Audit";
import { Badge, Facts, Page, PersonLink, Section, Table, useLoad, usePages } from "./parts";
import { FilesSection } from "./Files";
import { Purges } from "./Purges";
import { RoomBadges } from "./Rooms";
import { w } from "./words";

const LOOK_AGAIN_MS = 1_500;
const ABOVE_ALL = 2 ** 53 - 1;

export const blocking = (id: string, name: string): Act => ({
  title: w("block.ask", { name }),
  will: [w("block.1"), w("block.2")],
  yes: w("block"),
  danger: true,
  fields: [{ name: "reason", label: w("reason"), max: 1000 }],
  run: ({ reason }) => api.setBlocked(id, true, reason),
  done: w("block.done", { name }),
  undo: () => api.setBlocked(id, false),
});

export const closing = (id: string, name: string): Act => ({
  title: w("close.ask", { name }),
  will: [w("close.1"), w("close.2"), w("close.3")],
  yes: w("close"),
  danger: true,
  fields: [
    { name: "reason", label: w("reason"), max: 1000, hint: w("close.reasonHint") },
    { name: "notice", label: w("close.notice"), kind: "long", hint: w("close.noticeHint") },
    { name: "replacement", label: w("close.replacement"), hint: w("close.replacementHint") },
  ],
  run: ({ reason, notice, replacement }) => api.shutDown(id, { reason, notice, replacement_room: replacement?.trim() || null }),
  done: w("close.done", { name }),
});

export function Room({ id }: { id: string }) {
  const { value, error, reload } = useLoad(() => api.room(id), id);
  return (
    <Page title={value?.name ?? w("room.unnamed")} parent="#/admin/rooms">
      {value ? <Details one={value} reload={reload} /> : error ? <Failed text={error} onRetry={reload} /> : <Loading />}
    </Page>
  );
}

function Details({ one, reload }: { one: api.RoomDetails; reload: () => void }) {
  const id = one.room_id;
  const name = one.name ?? id;
  useEffect(() => {
    if (!one.is_shutting_down) return;
    const timer = setTimeout(reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [one]);
  const members = usePages((from) => api.membersOf(id, { from }), `${id} ${one.joined} ${one.is_shutting_down}`);
  return (
    <>
      <p class="adm-id">{id}</p>
      <p>
        <RoomBadges one={one} />
        {one.is_shutting_down && <Badge bad text={w("room.closing")} />}
      </p>
      <Facts
        facts={[
          [w("people"), one.joined],
          [w("room.invited"), one.invited],
          [w("room.creator"), <PersonLink id={one.creator} />],
          [w("room.topic"), one.topic ?? "–"],
          [w("room.aliases"), one.aliases.join(", ") || "–"],
          [w("room.rule"), one.join_rule],
          [w("room.published"), w(one.is_published ? "yes" : "no")],
          [w("room.version"), one.version],
          [w("room.events"), one.events],
        ]}
      />
      <Section title={w("acts")}>
        <div class="adm-acts">
          {one.is_blocked ? (
            <button type="button" class="button quiet" disabled={one.is_shutting_down} onClick={() => void perform({ run: () => api.setBlocked(id, false), done: w("block.lifted", { name }), undo: () => api.setBlocked(id, true) })}>
              {w("block.lift")}
            </button>
          ) : (
            <button type="button" class="button quiet" onClick={() => (asking.value = blocking(id, name))}>
              {w("block")}
            </button>
          )}
          <button type="button" class="button danger" disabled={one.is_shutting_down} onClick={() => (asking.value = closing(id, name))}>
            {w("close")}
          </button>
        </div>
      </Section>
      <Section title={w("room.members")}>
        <Table<api.MemberEntry>
          label={w("room.members")}
          pages={members}
          id={(member) => member.user_id}
          icon="group"
          empty={w("room.empty")}
          columns={[
            { head: w("person"), main: true, cell: (member) => <PersonLink id={member.user_id} /> },
            { head: w("state"), cell: (member) => w(`member.${["join", "invite", "knock", "ban"].includes(member.membership) ? member.membership : "leave"}` as "member.join") },
            { head: w("room.power"), cell: (member) => (member.power_level >= ABOVE_ALL ? w("room.creator") : member.power_level) },
          ]}
        />
      </Section>
      <FilesSection where={`/rooms/${encodeURIComponent(id)}`} hint={one.is_encrypted ? w("files.sealed") : undefined} />
      <Purges id={id} name={name} events={one.events} />
      <Section title={w("room.audit")}>
        <AuditTable query={{ subject: id }} />
      </Section>
    </>
  );
}
