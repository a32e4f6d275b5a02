import { describe, expect, it } from "vitest";
import { resolveDesired } from "../../desired.ts";
import { repoId } from "../evidence.fixture.ts";
import { documentsOf, record, seal } from "../promotion.fixture.ts";
import { chainOf } from "../records.ts";
import { chainInstants, chainUntil, staysOf } from "./stays.ts";

const at = (text: string) => Date.parse(`2026-06-18T${text}:00Z`);
const on = (text: string) => ({ proposed_at: `2026-06-18T${text}:00Z` });
const up = (text: string) => ({ from: "bootstrap", to: "stabilize", ...on(text) });
const down = (text: string) => ({
  direction: "demote" as const,
  from: "stabilize",
  to: "bootstrap",
  ...on(text),
});
const repos = resolveDesired(documentsOf(), at("00:00"));

function brief(records: Parameters<typeof chainOf>[0], from: string, to: string): string[] {
  return staysOf(chainOf(records, []), repos, { from: at(from), to: at(to) }).map(
    ({ phase, repo, began, ended }) => `${phase}=${repo.phase} ${began?.id ?? "-"} ${ended?.id ?? "-"}`,
  );
}

describe("staysOf", () => {
  const records = [record(1, ["a"], up("10:00")), record(2, ["a"], down("12:00"))];

  it("is the phase of the roster all the time without a record", () => {
    expect(brief([], "00:00", "20:00")).toEqual(["bootstrap=bootstrap - -"]);
    expect(brief([record(1, ["b"], up("10:00"))], "00:00", "20:00")).toEqual(["bootstrap=bootstrap - -"]);
  });

  it("changes when a record was proposed", () => {
    expect(brief(records, "00:00", "20:00")).toEqual([
      "bootstrap=bootstrap - PROM-0001",
      "stabilize=stabilize PROM-0001 PROM-0002",
      "bootstrap=bootstrap PROM-0002 -",
    ]);
  });

  it.each([
    { from: "00:00", to: "09:59", count: 1 },
    { from: "00:00", to: "10:00", count: 2 },
    { from: "09:59", to: "11:00", count: 2 },
    { from: "10:00", to: "11:00", count: 1 },
    { from: "12:00", to: "20:00", count: 1 },
  ])("takes those that touch $from to $to", ({ from, to, count }) => {
    expect(brief(records, from, to)).toHaveLength(count);
  });

  it("takes the phases of a target before those of its record, and no hold for a move", () => {
    const own = { targets: [{ repo: repoId("a"), from: "stabilize", to: "operate" }] };
    const held = record(2, ["a"], { direction: "hold", ...on("11:00") });
    expect(brief([record(1, ["a"], { ...up("10:00"), ...own }), held], "00:00", "20:00")).toEqual([
      "stabilize=stabilize - PROM-0001",
      "operate=operate PROM-0001 -",
    ]);
  });
});

const chain = chainOf(
  [
    record(1, ["a"], up("10:00")),
    record(2, ["a"], { direction: "hold", until: "2026-06-18T14:00:00Z", ...on("12:00") }),
  ],
  // Sealed at 10:30.
  [seal(1, "external")],
);

/** How many records and seals were there. */
const shown = (text: string) => {
  const { records, seals } = chainUntil(chain, at(text));
  return [records.length, seals.size];
};

const times = (from: string, to: string) =>
  chainInstants(chain, { from: at(from), to: at(to) }).map((each) =>
    new Date(each).toISOString().slice(11, 16),
  );

describe("a chain at an instant", () => {
  it("has what was there then", () => {
    expect(["09:59", "10:00", "10:29", "10:30", "12:00"].map(shown)).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it("says something new at records, seals and ends of holds", () => {
    expect(times("00:00", "20:00")).toEqual(["10:00", "10:30", "12:00", "14:00"]);
    // Of the start of a span everything is known.
    expect(times("10:00", "12:00")).toEqual(["10:30", "12:00"]);
  });
});
