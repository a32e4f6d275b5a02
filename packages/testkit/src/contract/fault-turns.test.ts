import { describe, expect, it } from "vitest";
import { strikesOf } from "./fault-play.ts";
import type { FaultRow } from "./fault-row.ts";
import { faultMatrix, turnsOf } from "./fault-table.ts";

const each = { strikes: "each" } as const;

/** Rows that strike single requests, by what an adapter takes them for. */
function alikes(rows: readonly FaultRow[]): ReadonlyMap<string, readonly FaultRow[]> {
  const struck = rows.filter(({ fault }) => fault.strikes === "requests" && fault.only === undefined);
  return Map.groupBy(struck, ({ name, fault }) => (fault.strikes === "requests" && fault.alike) || name);
}

describe.each(["gitea", "github"] as const)("faults of %s that take turns", (kind) => {
  const rows = faultMatrix(kind);
  const turns = turnsOf(rows);

  it.each([1, 2, 3, 7, 14])("strike each of %i requests together, and each strikes one", (count) => {
    const requests = Array.from({ length: count }, () => ({ isWrite: false }));
    for (const [name, alike] of alikes(rows)) {
      const struck = alike.map(({ name: fault, fault: spec }) => {
        const turn = turns.get(fault);
        if (turn === undefined || spec.strikes !== "requests") throw new Error(`${fault} has no turn`);
        return strikesOf(spec, requests, each, turn).map(({ nth }) => nth);
      });
      expect(new Set(struck.flat()), name).toEqual(new Set(requests.map((_, index) => index + 1)));
      expect(
        struck.filter((own) => own.length === 0),
        name,
      ).toEqual([]);
    }
  });

  it("are possible at the same methods: no turn is left out", () => {
    for (const [name, alike] of alikes(rows))
      expect(new Set(alike.map(({ impossible }) => JSON.stringify(impossible))).size, name).toBe(1);
  });
});
