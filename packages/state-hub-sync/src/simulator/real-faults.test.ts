import { afterAll, beforeAll, expect, it } from "vitest";
import { playCase } from "./real-case.fixture.ts";
import type { Injected } from "./real-faults.fixture.ts";
import { openRealHub, type RealHub } from "./real-hub.fixture.ts";

let hub: RealHub;
beforeAll(async () => {
  hub = await openRealHub();
});
afterAll(() => hub.close());

// All the others are among the slow tests.
it.each<readonly [ends: string, Injected]>([
  ["died", { side: "hub", at: 3, fault: "dies after" }],
  ["died", { side: "forge", at: 1, fault: "dies after" }],
])("loses nothing over real parts when a run ends as %s: %o", async (ends, injected) => {
  const { ended, broken, met } = await playCase(hub, "fresh", injected);
  expect({ ended, broken }).toEqual({ ended: ends, broken: [] });
  expect(met.at).toBe(injected.side === "hub" ? "POST /v1/replicas/id/sync" : "advanceBranch");
});
