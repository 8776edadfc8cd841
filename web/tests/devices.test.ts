// Devices as people tell them apart.
import { describe, expect, it } from "vitest";
import { kindOf, parted } from "../src/ui/devices/order";

describe("devices", () => {
  it("puts this one apart and the others newest first, those never seen last", () => {
    const list = [{ device_id: "OLD", last_seen_ts: 1 }, { device_id: "HERE", last_seen_ts: 9 }, { device_id: "NEVER" }, { device_id: "NEW", last_seen_ts: 5 }];
    const { own, others } = parted(list, "HERE");
    expect(own?.device_id).toBe("HERE");
    expect(others.map((device) => device.device_id)).toEqual(["NEW", "OLD", "NEVER"]);
    expect(parted([], "HERE")).toEqual({ own: undefined, others: [] });
  });

  it("knows a phone by its name", () => {
    expect(["来往 Web · iPhone", "Element X Android", "我的手机"].map(kindOf)).toEqual(["phone", "phone", "phone"]);
    expect(["来往 Web · X11", "Work laptop", ""].map(kindOf)).toEqual(["desk", "desk", "desk"]);
  });
});
