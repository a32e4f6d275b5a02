import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe } from "vitest";
import { describeHubApi } from "./api-contract.fixture.ts";
import { openPostgres } from "./index.ts";
import { describeReplicas } from "./replica-contract.fixture.ts";

const missing = postgresMissing();

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    describeHubApi("PostgreSQL", async () => openPostgres({ url: (await server?.database("api")) ?? "" }));
    describeReplicas("PostgreSQL", async () =>
      openPostgres({ url: (await server?.database("replicas")) ?? "" }),
    );
  },
);
