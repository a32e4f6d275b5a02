import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clock } from "./activities.ts";
import { isCronProblem, parseCron } from "./cron.ts";
import { comingCycles, cycleId, cycleStarts, latestStart } from "./cycles.ts";
import { defaultDst, previousOccurrence } from "./occurrences.ts";
import { activity, loop, opsDocuments, ramp, rampCadence, roster } from "./ops-documents.fixture.ts";
import type { OpsDocuments } from "./ops-documents.ts";
import { instantText } from "./instant.ts";
import { expectedSlots } from "./slots.ts";

const at = (text: string) => Date.parse(text);

function clock(text: string): Clock {
  const cron = parseCron(text);
  if (isCronProblem(cron)) throw new Error(cron.message);
  return { cron, zone: "Europe/Berlin", dst: defaultDst };
}

function fleet(definitions = ramp()): OpsDocuments {
  return opsDocuments({
    loops: [
      loop({ roster: roster({ active: [{ repo: "alpha" }, { repo: "beta" }] }), cadence: rampCadence() }),
    ],
    definitions,
  });
}

function coming(documents: OpsDocuments, from: string, to: string, asOf = from): string[] {
  return comingCycles(expectedSlots(documents, at(from), at(to)), at(asOf)).map(
    ({ id, earliest, latest }) => `${id} ${instantText(earliest)} ${instantText(latest)}`,
  );
}

describe("cycleId", () => {
  it("names the loop, the phase and the instant at which it begins", () => {
    expect(cycleId("kaizen-stack", "bootstrap", at("2026-06-18T14:00:00Z"))).toBe(
      "kaizen-stack/bootstrap@2026-06-18T14:00:00Z",
    );
  });
});

describe("cycleStarts", () => {
  it.each([
    [
      "the latest before the range and those in it",
      "0 9 * * 1",
      "2026-06-18T00:00:00Z",
      "2026-06-29T07:00:00Z",
      ["2026-06-15T07:00:00Z", "2026-06-22T07:00:00Z"],
    ],
    [
      "the one at the beginning, and one before it",
      "0 * * * *",
      "2026-06-18T06:00:00Z",
      "2026-06-18T06:00:01Z",
      ["2026-06-18T05:00:00Z", "2026-06-18T06:00:00Z"],
    ],
    [
      "one years before",
      "0 0 29 2 *",
      "2027-06-01T00:00:00Z",
      "2027-06-02T00:00:00Z",
      ["2024-02-28T23:00:00Z"],
    ],
    [
      "the one before an empty range",
      "0 * * * *",
      "2026-06-18T06:30:00Z",
      "2026-06-18T06:30:00Z",
      ["2026-06-18T06:00:00Z"],
    ],
  ])("are %s", (_, cron, from, to, expected) => {
    expect(cycleStarts(clock(cron), at(from), at(to)).map(instantText)).toEqual(expected);
  });

  it("of an hourly cron are as many as Berlin's days have hours", () => {
    const hourly = clock("0 * * * *");
    expect(cycleStarts(hourly, at("2027-03-27T23:00:00Z"), at("2027-03-28T22:00:00Z"))).toHaveLength(1 + 23);
    expect(cycleStarts(hourly, at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"))).toHaveLength(1 + 25);
  });
});

describe("latestStart", () => {
  it("is the last that is not after the instant", () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }))
      .map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: -60, max: 60 }), (starts, instant) => {
        expect(latestStart(starts, instant)).toBe(starts.findLast((start) => start <= instant));
      }),
    );
  });
});

describe("previousOccurrence", () => {
  it.each([
    ["0 * * * *", "2026-06-18T06:00:00Z", "2026-06-18T05:00:00Z"],
    ["0 * * * *", "2026-06-18T06:00:01Z", "2026-06-18T06:00:00Z"],
    ["30 2 * * *", "2027-03-28T12:00:00Z", "2027-03-28T01:30:00Z"],
    ["0 0 29 2 *", "2027-06-01T00:00:00Z", "2024-02-28T23:00:00Z"],
  ])("of %s before %s is %s", (cron, before, expected) => {
    const { cron: parsed, zone, dst } = clock(cron);
    const found = previousOccurrence(parsed, zone, dst, at(before));
    expect(found === undefined ? undefined : instantText(found)).toBe(expected);
  });

  it("is none when it never fired within the horizon", () => {
    const { cron, zone, dst } = clock("0 0 29 2 *");
    expect(previousOccurrence(cron, zone, dst, at("2027-06-01T00:00:00Z"), 366 * 86_400_000)).toBeUndefined();
  });
});

describe("comingCycles", () => {
  it("are judged when the last of their slots is due, and at the latest when it must be closed", () => {
    expect(coming(fleet(), "2026-06-18T06:00:00Z", "2026-06-18T08:00:00Z")).toEqual([
      "kaizen-stack/bootstrap@2026-06-18T06:00:00Z 2026-06-18T06:30:00Z 2026-06-18T07:10:00Z",
      "kaizen-stack/bootstrap@2026-06-18T07:00:00Z 2026-06-18T07:30:00Z 2026-06-18T08:10:00Z",
    ]);
  });

  it("are judged when the last is due, where nothing bounds them", () => {
    const definitions = [activity("hourly-metrics", "metrics", "0 * * * *", { policy: {} })];
    expect(coming(fleet(definitions), "2026-06-18T06:00:00Z", "2026-06-18T07:00:00Z")).toEqual([
      "kaizen-stack/bootstrap@2026-06-18T06:00:00Z 2026-06-18T06:00:00Z 2026-06-18T06:00:00Z",
    ]);
  });

  it("leave out one that has begun", () => {
    expect(coming(fleet(), "2026-06-18T06:00:00Z", "2026-06-18T08:00:00Z", "2026-06-18T06:00:01Z")).toEqual([
      "kaizen-stack/bootstrap@2026-06-18T07:00:00Z 2026-06-18T07:30:00Z 2026-06-18T08:10:00Z",
    ]);
    expect(coming(fleet(), "2026-06-18T06:15:00Z", "2026-06-18T07:00:00Z")).toEqual([]);
  });
});
