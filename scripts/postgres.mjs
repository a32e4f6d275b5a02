// Says whether the tests on PostgreSQL can run here. As a command it fails where they cannot and COULOMB_CHECK_COMPLETE=1 asks
// for a run that skips nothing, as the hosted CI does. Of vitest it is a global setup.
import { fileURLToPath } from "node:url";
// By its path: packages are not built yet when vitest reads this.
import { postgresMissing } from "../packages/testkit/src/postgres-server.ts";

/** Names on stderr what is skipped, before the first test. */
export function setup() {
  const missing = postgresMissing();
  if (missing !== undefined) console.error(skipping(missing));
}

function skipping(missing) {
  return `PostgreSQL: every test on it is SKIPPED: ${missing}.`;
}

function main() {
  const missing = postgresMissing();
  if (missing === undefined) return console.log("PostgreSQL: a server can be started");
  console.error(skipping(missing));
  if (process.env.COULOMB_CHECK_COMPLETE === "1") process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
