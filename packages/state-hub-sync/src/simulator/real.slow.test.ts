import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directed } from "./directed.fixture.ts";
import { openRealHub, type RealHub } from "./real-hub.fixture.ts";
import { playReal } from "./real-schedule.fixture.ts";
import { reportReal, searchReal } from "./real-search.fixture.ts";

/** A seed per night, the same for a commit. */
const seed =
  process.env.COULOMB_PROPERTY_SEED === undefined
    ? randomInt(2 ** 30)
    : Number(process.env.COULOMB_PROPERTY_SEED);

/** Each is some hundred processes of git. */
const schedules = 200;

let hubs: readonly RealHub[] = [];
beforeAll(async () => {
  hubs = await Promise.all(Array.from({ length: 3 }, openRealHub));
});
afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

function anyHub(): RealHub {
  const [hub] = hubs;
  if (hub === undefined) throw new Error("there is no hub");
  return hub;
}

describe("the sync over a bare repository and a hub over its database", () => {
  it("loses no value, creates no task twice, and comes to rest", { timeout: 1_500_000 }, async () => {
    const found = await searchReal(hubs, seed, schedules);
    reportReal(seed, found);
    expect(found.failures).toEqual([]);
    // Fewer would say that the judge had little to judge.
    expect(found.tally.final + found.tally.superseded).toBeGreaterThan(schedules);
    for (const each of ["run written", "run in_sync", "run people", "merge clean", "merge squashed"])
      expect(found.counts.get(each) ?? 0).toBeGreaterThan(schedules / 10);
  });

  it.each(directed)("holds where a schedule was built: $name", async ({ moves }) => {
    expect((await playReal(anyHub(), moves)).broken).toEqual([]);
  });

  it("fails without a rule of the planner: values that lost are not recorded", async () => {
    const { broken } = await playReal(
      anyHub(),
      [
        { do: "run", client: 0 },
        { do: "merge", how: "merge", keeps: "proposed" },
        { do: "run", client: 0 },
        { do: "file", key: "W-1-T1", field: "title", value: "b" },
        { do: "hub", key: "W-1-T1", field: "title", value: "c" },
      ],
      { recordsNothing: true },
    );
    expect(broken).toContainEqual(expect.stringMatching(/^lost/));
  });
});
