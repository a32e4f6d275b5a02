import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe } from "vitest";
import { describeHubApi } from "./api-contract.fixture.ts";
import { openPostgres } from "./index.ts";
import { describeRecords } from "./record-contract.fixture.ts";
import { describeReplicas } from "./replica-contract.fixture.ts";
import { describeSlotEvents } from "./slot-event-contract.fixture.ts";
import { describeSlots } from "./slot-contract.fixture.ts";

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
    describeSlots("PostgreSQL", async () => openPostgres({ url: (await server?.database("slots")) ?? "" }));
    describeSlotEvents("PostgreSQL", async () =>
      openPostgres({ url: (await server?.database("slot_events")) ?? "" }),
    );
    describeRecords("PostgreSQL", async () =>
      openPostgres({ url: (await server?.database("records")) ?? "" }),
    );
  },
);
