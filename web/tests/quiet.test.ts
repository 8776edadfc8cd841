// Which conversations push rules keep quiet.
import { expect, it } from "vitest";
import { levelOf, quietIn } from "../src/store/quiet";
import { emptyWorld } from "../src/store/model";

const match = (pattern: string) => [{ kind: "event_match", key: "room_id", pattern }];
const level = (global: object, room = "!a:x") => levelOf({ ...emptyWorld("@me:x"), quiet: quietIn({ global }) }, room);

it("a rule over all others mutes, a rule of the room leaves mentions", () => {
  expect(level({ override: [{ rule_id: "!a:x", actions: [], conditions: match("!a:x") }] })).toBe("none");
  expect(level({ room: [{ rule_id: "!a:x", actions: ["dont_notify"] }] })).toBe("mentions");
  expect(level({ room: [{ rule_id: "!a:x", actions: [] }] }, "!b:x")).toBe("all");
});

it("other rules change nothing: switched off, that notify, of other things, or of no form", () => {
  expect(level({ room: [{ rule_id: "!a:x", actions: [], enabled: false }] })).toBe("all");
  expect(level({ room: [{ rule_id: "!a:x", actions: ["notify"] }] })).toBe("all");
  expect(level({ override: [{ rule_id: "!a:x", actions: [], conditions: match("!b:x") }, { rule_id: ".m.rule.master", actions: [] }] })).toBe("all");
  expect(quietIn({ global: { room: "odd" } })).toEqual({});
  expect(quietIn({})).toEqual({});
});
