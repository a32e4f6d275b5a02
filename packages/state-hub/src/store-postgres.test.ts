import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe } from "vitest";
import { openPostgres } from "./index.ts";
import { describeStore } from "./store-contract.fixture.ts";

const missing = postgresMissing();

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    describeStore("PostgreSQL", { open: async () => openPostgres({ url: server?.url ?? "" }) });
  },
);
