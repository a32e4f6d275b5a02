import { type Database, openPglite, openPostgres } from "@coulomb-loop/state-hub";
import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeTick } from "./tick-contract.fixture.ts";
import { playHour } from "./tick-faults.fixture.ts";

const missing = postgresMissing();

/** Every write at which one of two tickers can die, before and after the hub did what it asks. */
function describeDeaths(name: string, open: () => Promise<Database>): void {
  describe(`two tickers on ${name}`, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database?.close());

    it("make one task a slot and lose none, wherever one of them dies", async () => {
      if (database === undefined) throw new Error("it is opened before the tests");
      const writes = await playHour(database, undefined);
      expect(writes).toBeGreaterThan(20);
      for (let at = 1; at <= writes; at += 1)
        for (const when of ["before", "after"] as const) {
          await playHour(database, { at, when }).catch((error: unknown) => {
            throw new Error(`it died at write ${at}, ${when} the hub`, { cause: error });
          });
        }
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
