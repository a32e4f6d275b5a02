import { type Database, openPglite, openPostgres } from "@coulomb-loop/state-hub";
import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeTick } from "./tick-contract.fixture.ts";
import { playHour } from "./tick-faults.fixture.ts";

const missing = postgresMissing();

/** Every write at which one of two tickers can die. */
function describeDeaths(name: string, open: () => Promise<Database>): void {
  describe(`two tickers on ${name}`, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database?.close());

    // An hour for each of some hundred deaths; PGlite takes seconds for one on a busy machine.
    it("make one task a slot and lose none, wherever one of them dies", { timeout: 1_800_000 }, async () => {
      if (database === undefined) throw new Error("it is opened before the tests");
      // With a head start, as those have who die.
      const writes = await playHour(database, { at: Number.POSITIVE_INFINITY, when: "after" });
      expect(writes).toBeGreaterThan(60);
      // To die before the hub gets a write is to die after the one before: there are only reads in between.
      const deaths = [
        { at: 1, when: "before" } as const,
        ...Array.from({ length: writes }, (_, index) => ({ at: index + 1, when: "after" }) as const),
      ];
      for (const death of deaths)
        await playHour(database, death).catch((error: unknown) => {
          throw new Error(`it died at write ${death.at}, ${death.when} the hub`, { cause: error });
        });
    });
  });
}

describeDeaths("PGlite", () => openPglite());

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    const open = async () => openPostgres({ url: server?.url ?? "" });
    describeTick("PostgreSQL", open);
    describeDeaths("PostgreSQL", open);
  },
);
