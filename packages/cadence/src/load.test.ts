import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inPhases } from "./in-phases.ts";
import { loadOf } from "./load.ts";
import {
  activity,
  agent,
  loop,
  opsDocuments,
  override,
  phase,
  ramp,
  rampCadence,
  roster,
} from "./ops-documents.fixture.ts";
import { instantText } from "./instant.ts";
import { expectedSlots } from "./slots.ts";

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => Date.parse(text);

function fleet(active: readonly object[], definitions = ramp(), policy: object = {}) {
  return opsDocuments({
    loops: [loop({ roster: roster({ active }), cadence: rampCadence(policy) })],
    definitions,
  });
}

const two = fleet([{ repo: "alpha", overrides: [override()] }, { repo: "beta" }]);

describe("loadOf", () => {
  it("counts the slots of each hour, and of the busiest minute", () => {
    fc.assert(
      fc.property(fc.nat(3 * 24 * hour), fc.integer({ min: 1, max: 30 * hour }), (after, length) => {
        const from = at("2026-08-30T00:00:00Z") + after;
        const slots = expectedSlots(two, from, from + length);
        const load = loadOf(two, from, from + length);
        const count = (start: number, long: number) =>
          slots.filter(({ due }) => due >= start && due < start + long).length;
        expect(load.hours).toEqual(load.hours.map((_, index) => count(from + index * hour, hour)));
        expect(load.firings).toBe(slots.length);
        const { busiestMinute: busiest } = load;
        expect(busiest?.firings).toBe(busiest === undefined ? undefined : count(busiest.at, minute));
      }),
      { numRuns: 30 },
    );
  });

  it("names the first of the busiest hours and minutes", () => {
    const load = loadOf(two, at("2026-09-01T06:00:00Z"), at("2026-09-01T08:00:00Z"));
    expect(load).toEqual({
      firings: 12,
      hours: [6, 6],
      busiestHour: { at: at("2026-09-01T06:00:00Z"), firings: 6 },
      busiestMinute: { at: at("2026-09-01T06:00:00Z"), firings: 2 },
      busiestDispatch: { at: at("2026-09-01T06:00:00Z"), firings: 2 },
    });
  });

  it("spreads by jitter what is dispatched", () => {
    const trigger = { kind: "cron", cron: "0 * * * *", jitter: { max: "PT50M" } };
    const many = Array.from({ length: 100 }, (_, index) => ({ repo: `repo-${index}` }));
    const phases = [
      phase({ definitions: ["hourly-metrics"], schedule: { coach: agent("0 * * * *", { enabled: false }) } }),
    ];
    const documents = fleet(many, [activity("hourly-metrics", "metrics", "", { trigger })], { phases });
    const load = loadOf(documents, at("2026-09-01T06:00:00Z"), at("2026-09-01T07:00:00Z"));
    expect(load.hours).toEqual([100]);
    expect(load.busiestMinute?.firings).toBe(100);
    expect(load.busiestDispatch?.firings).toBeLessThan(20);
  });

  it("is nothing in an empty range or fleet", () => {
    expect(loadOf(two, hour, hour)).toEqual({ firings: 0, hours: [] });
    expect(loadOf(fleet([]), 0, 2 * hour)).toEqual({ firings: 0, hours: [0, 0] });
  });
});

describe("inPhases", () => {
  it("changes the phase of the repos that it names, and nothing else", () => {
    const changed = inPhases(two, (id) => (id === "local/coulomb/beta" ? "stabilize" : undefined));
    const told = expectedSlots(changed, at("2026-09-01T06:00:00Z"), at("2026-09-01T07:00:00Z")).map(
      ({ activity: { repo, definition }, due }) =>
        `${repo.repo} ${definition.id} ${instantText(due).slice(11, 16)}`,
    );
    expect(told).toEqual([
      "beta daily-metrics 06:00",
      "alpha hourly-metrics 06:00",
      "alpha hourly-coach 06:15",
      "alpha hourly-optimization 06:30",
    ]);
  });

  it("keeps the places of values in their files", () => {
    const changed = inPhases(two, () => "stabilize");
    const place = (documents: typeof two, index: number) => {
      const file = documents.loops[0]?.roster;
      const entry = file?.value.active[index];
      return entry === undefined ? undefined : file?.origin(entry);
    };
    expect(place(changed, 1)).toEqual(place(two, 1));
    expect(place(changed, 1)).toEqual(["active", 1]);
  });
});
