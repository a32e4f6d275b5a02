// Says whether the tests on PostgreSQL can run here. As a command, for CI, it fails where they cannot: a run that skips
// them must not pass for a whole one. COULOMB_WITHOUT_POSTGRES=1 says that this is known. Of vitest it is a global setup.
import { fileURLToPath } from "node:url";
import { postgresMissing } from "@coulomb-loop/testkit";

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
  if (process.env.COULOMB_WITHOUT_POSTGRES === "1") return;
  console.error("PostgreSQL: or set COULOMB_WITHOUT_POSTGRES=1, to check without those tests.");
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
