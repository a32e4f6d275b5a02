import { describe, expect, it } from "vitest";
import { guardOf } from "./guard.ts";

const none = { tasks: 0, creates: 0, pushes: 0, proposed: 0, orphans: 0, conflicts: 0 };

describe("guardOf", () => {
  it.each([
    ["50 creates", { creates: 50 }, 0, 20, false],
    ["51 creates", { creates: 51 }, 0, 20, true],
    ["50 updates of both kinds", { pushes: 20, proposed: 30 }, 0, 20, false],
    ["51 updates of both kinds", { pushes: 20, proposed: 31 }, 0, 20, true],
    ["3 orphans of 3", { orphans: 3 }, 3, 20, false],
    ["4 orphans of 10", { orphans: 4 }, 10, 20, true],
    ["20 orphans of 100 at 20 %", { orphans: 20 }, 100, 20, false],
    ["21 orphans of 100 at 20 %", { orphans: 21 }, 100, 20, true],
    ["3 orphans of 100 at 0 %", { orphans: 3 }, 100, 0, false],
    ["many conflicts alone", { conflicts: 500 }, 0, 20, false],
  ])("of %s", (_name, counts, linked, percent, isSweeping) => {
    expect(guardOf({ ...none, ...counts }, linked, percent) !== undefined).toBe(isSweeping);
  });

  it("names every reason", () => {
    const said = guardOf({ ...none, creates: 51, pushes: 51, orphans: 9 }, 10, 20);
    expect(said?.split(", ")).toHaveLength(3);
  });
});
