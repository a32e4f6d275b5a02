import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHub, freeRules, openPostgres, openStore } from "./index.ts";
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

    it("outlives a connection that breaks, also in a transaction, and tells it as unavailable", async () => {
      const store = await openStore(openPostgres({ url: (await server?.database("broken")) ?? "" }), {
        clock: () => 0,
        rules: freeRules,
      });
      const hub = createHub({ store, storeKind: "postgresql", version: "0.1.0" });
      const broken = store.transact(async ({ sql }) => {
        await sql.rows("SELECT pg_terminate_backend(pg_backend_pid())");
      });
      await expect(broken).rejects.toMatchObject({ name: "UnavailableError" });
      const ask = () => hub.fetchAs({ name: "a", scopes: ["read"] }, new Request("http://hub.test/v1/meta"));
      expect((await ask()).status).toBe(200);
      await store.close();
      const away = openPostgres({ url: "postgresql://nobody@127.0.0.1:1/none" });
      await expect(away.read((sql) => sql.rows("SELECT 1"))).rejects.toMatchObject({
        name: "UnavailableError",
      });
      await away.close();
    });

    describeStore("PostgreSQL", { open: async () => openPostgres({ url: server?.url ?? "" }) });
  },
);
