// Where a picture lies under one's fingers.
import { describe, expect, it } from "vitest";
import { REST, SCALE_MAX, swiped, within, zoomAt } from "../src/ui/viewer/zoom";

const STAGE = { w: 400, h: 800 };
const PICTURE = { w: 400, h: 300 };

describe("magnifying", () => {
  it("keeps what lies under the finger where it is", () => {
    let view = REST;
    for (const [factor, x, y] of [[1.7, 80, -120], [1.3, -30, 40], [0.8, 150, 200]] as const) {
      const before = [(x - view.x) / view.scale, (y - view.y) / view.scale];
      view = zoomAt(view, factor, x, y);
      expect((x - view.x) / view.scale).toBeCloseTo(before[0]!);
      expect((y - view.y) / view.scale).toBeCloseTo(before[1]!);
    }
  });
  it("never makes it smaller than it was, nor larger than makes sense", () => {
    expect(zoomAt(REST, 0, 10, 10)).toEqual(REST);
    expect(zoomAt(REST, 1000, 0, 0).scale).toBe(SCALE_MAX);
    expect(within(zoomAt({ scale: 3, x: 200, y: -90 }, 0, 50, 50), PICTURE, STAGE)).toEqual({ scale: 1, x: 0, y: 0 });
  });
});

describe("moving", () => {
  it("stops at the edges, and in the middle where the picture is smaller than the screen", () => {
    expect(within({ scale: 2, x: 9999, y: 9999 }, PICTURE, STAGE)).toEqual({ scale: 2, x: 200, y: 0 });
    expect(within({ scale: 4, x: -9999, y: -9999 }, PICTURE, STAGE)).toEqual({ scale: 4, x: -600, y: -200 });
    expect(within({ scale: 2, x: 50, y: 0 }, PICTURE, STAGE)).toEqual({ scale: 2, x: 50, y: 0 });
  });
});

it("a swipe goes on, back, or away; a small or an upward one nowhere", () => {
  expect(swiped(-120, 20, STAGE)).toBe("next");
  expect(swiped(120, -20, STAGE)).toBe("previous");
  expect(swiped(10, 140, STAGE)).toBe("close");
  expect([swiped(-40, 5, STAGE), swiped(5, 60, STAGE), swiped(5, -300, STAGE)]).toEqual([undefined, undefined, undefined]);
});
