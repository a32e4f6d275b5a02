import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe } from "vitest";
import { inProcessQueue } from "./in-process-queue.ts";
import { openPgBossQueue } from "./pg-boss-queue.ts";
import { describeQueue } from "./queue-contract.fixture.ts";

describeQueue("in this process", async (onError) => inProcessQueue(onError));

const missing = postgresMissing();
describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    let databases = 0;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    describeQueue("on PostgreSQL", async (onError) => {
      databases += 1;
      const url = await server?.database(`queue_${databases}`);
      return openPgBossQueue({ url: url ?? "", onError });
    });
  },
);
