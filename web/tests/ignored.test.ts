// Ignoring people: what they said and their invitations go, and come back with an answer that tells everything.
import { describe, expect, it } from "vitest";
import type { SyncResponse } from "../src/api/types";
import { applySync } from "../src/store/reduce";
import type { World } from "../src/store/model";
import { answer, LI, ME, member, ROOM, text, timeline, worldWith } from "./made";

const accountData = (type: string, content: Record<string, unknown>): SyncResponse => ({ next_batch: "s9", account_data: { events: [{ type, content }] } });
const ignoring = (...users: string[]) => accountData("m.ignored_user_list", { ignored_users: Object.fromEntries(users.map((user) => [user, {}])) });
const said = (world: World) => world.rooms[ROOM]!.timeline.map((event) => event.event_id);

const invited: SyncResponse = {
  next_batch: "s5",
  rooms: { invite: { "!club:x": { invite_state: { events: [{ type: "m.room.member", state_key: ME, sender: LI, content: { membership: "invite" } }] } } } },
};

const met = () => applySync(worldWith(timeline([member(LI, "join"), text("$1", LI, "buy"), text("$2", ME, "no")])), invited);

describe("ignoring", () => {
  it("takes away what somebody said and her invitations, and leaves what she changed", () => {
    const world = applySync(met(), ignoring(LI));
    expect(said(world)).toEqual([`$member-${LI}-join`, "$2"]);
    expect(world.rooms["!club:x"]).toBeUndefined();
    expect(world.ignored).toEqual([LI]);
    expect(world.since).toBe("s9");
  });

  it("of nobody asks for nothing", () => {
    expect(met().ignored).toEqual([]);
    expect(applySync(met(), ignoring()).since).toBe("s9");
  });

  it("once lifted asks for everything, and keeps what is here until it comes", () => {
    const lifted = applySync(applySync(met(), ignoring(LI)), ignoring());
    expect(lifted.since).toBeUndefined();
    expect(said(lifted)).toHaveLength(2);
    const anew = applySync(lifted, { ...answer("s10", timeline([text("$2", ME, "no"), text("$3", LI, "sorry")], { limited: true })), ...ignoring(), next_batch: "s10" });
    expect(said(anew)).toEqual(["$2", "$3"]);
    expect(anew.rooms[ROOM]!.gaps).toBeGreaterThan(0);
    expect(anew.rooms[ROOM]!.members[LI]!.membership).toBe("join");
    expect(anew.since).toBe("s10");
  });

  it("survives any content", () => {
    for (const content of [{}, { ignored_users: null }, { ignored_users: [] }, { ignored_users: "x" }]) {
      expect(applySync(met(), accountData("m.ignored_user_list", content)).ignored).toEqual([]);
    }
  });
});

describe("wanting no invitations", () => {
  it("hides those that wait, and asks for them once they are wanted again", () => {
    const blocked = applySync(met(), accountData("m.invite_permission_config", { default_action: "block" }));
    expect(blocked.rooms["!club:x"]).toBeUndefined();
    expect(said(blocked)).toHaveLength(3);
    expect(applySync(blocked, accountData("m.invite_permission_config", {})).since).toBeUndefined();
  });
});

describe("an answer that tells everything", () => {
  it("leaves no room that it does not hold", () => {
    const world = applySync({ ...met(), since: undefined }, { next_batch: "s11" });
    expect(world.rooms).toEqual({});
  });
});
