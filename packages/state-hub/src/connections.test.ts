import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { type PostgresServer, postgresMissing, startPostgres, temporaryFolder } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hubRules, openPostgres, openStore } from "./index.ts";

const missing = postgresMissing();
const options = { clock: () => 0, rules: hubRules };

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());

    it("that ends a connection within a transaction costs that transaction, and not the process", async () => {
      const database = openPostgres({ url: server?.url ?? "" });
      const store = await openStore(database, options);
      const ended = database.write(async (sql) => {
        const [own] = await sql.rows<{ readonly pid: number }>("SELECT pg_backend_pid() AS pid");
        await store.read((other) => other.rows("SELECT pg_terminate_backend($1, 10000)", [own?.pid ?? 0]));
        await sql.rows("SELECT 1");
      });
      await expect(ended).rejects.toMatchObject({ name: "UnavailableError" });
      expect(await store.bounds()).toEqual({ min: 0, head: 0 });
      await store.close();
    });
  },
);

it("says that the database does not answer when a server ends connections before they are made", async () => {
  const temporary = temporaryFolder("coulomb-hub-");
  const closing = createServer((socket) => socket.end());
  closing.listen(join(temporary.path, ".s.PGSQL.5432"));
  await once(closing, "listening");
  const database = openPostgres({
    url: `postgresql://hub@/postgres?host=${encodeURIComponent(temporary.path)}`,
  });
  await expect(database.read((sql) => sql.rows("SELECT 1"))).rejects.toMatchObject({
    name: "UnavailableError",
  });
  await database.close();
  closing.close();
  temporary.remove();
});
