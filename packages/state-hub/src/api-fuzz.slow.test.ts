import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuzz } from "./fuzz.fixture.ts";
import { openPglite, openPostgres } from "./index.ts";

const missing = postgresMissing();
const seed = Number(process.env.COULOMB_PROPERTY_SEED ?? Date.now() % 2 ** 31);

/** Operations that need much to be right: made-up requests must get through to them. */
const deep = [
  "PUT /v1/tasks",
  "PUT /v1/workstreams",
  "PUT /v1/decisions",
  "PATCH /v1/tasks/{id}",
  "POST /v1/tasks/claim",
  "POST /v1/events",
  "POST /v1/tokens",
  "POST /v1/replicas/{id}/lease",
  "POST /v1/replicas/{id}/sync",
  "POST /v1/slots/expect",
  "POST /v1/slots/claim",
  "POST /v1/slots/{id}/events",
  "GET /v1/slots",
  "GET /v1/slots/events",
  "PUT /v1/records/by-key/{id}",
  "GET /v1/records",
];

it("answers 15,000 requests as its description says, on PGlite", async () => {
  const { operationsMet } = await fuzz(await openPglite(), 15_000, seed);
  expect([...operationsMet]).toEqual(expect.arrayContaining(deep));
});

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());

    it("answers 15,000 requests as its description says", async () => {
      const { operationsMet } = await fuzz(openPostgres({ url: server?.url ?? "" }), 15_000, seed);
      expect([...operationsMet]).toEqual(expect.arrayContaining(deep));
    });
  },
);
