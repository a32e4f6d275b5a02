import { type Database, openPglite } from "@coulomb-loop/state-hub";
import { afterAll, beforeAll, expect, it } from "vitest";
import { playHour } from "./tick-faults.fixture.ts";

let database: Database | undefined;
beforeAll(async () => {
  database = await openPglite();
});
afterAll(() => database?.close());

// Every place of death is played in tick-faults.slow.test.ts.
it.each([
  undefined,
  { at: 3, when: "after" },
  { at: 17, when: "after" },
  // Only when its claims are over, others take what it held: to dispatch, and to prepare or settle.
  { at: 1, when: "claimed" },
  { at: 2, when: "claimed" },
] as const)("makes one task a slot and loses none, when one of two tickers dies at %j", async (death) => {
  if (database === undefined) throw new Error("it is opened before the tests");
  expect(await playHour(database, death)).toBeGreaterThan(2);
});
