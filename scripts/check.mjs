// Everything CI asks of a commit, in one command: generated files, lockfile, a PostgreSQL server for the tests, workflows,
// format, lint, types, boundaries, unused code, build, the packages as published, the tests, the slow tests, and the tests
// on the older Nodes that are supported. Every step runs, also after a failure, so that one run tells everything. Ends with vitest's summary and
// a line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { skippedLines } from "./skipped.mjs";

const results = mkdtempSync(join(tmpdir(), "coulomb-check-"));
const json = (name) => [
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${join(results, `${name}.json`)}`,
];

// Each of the older Nodes runs one half of the tests, which together are all of them: most of a run is tests;
// where nothing may be left out, as in the hosted CI, each runs all of them.
const half = (nth) => (process.env.COULOMB_CHECK_COMPLETE === "1" ? [] : [`--shard=${nth}/2`]);

const steps = [
  ["generated files", "npm", ["run", "--silent", "generate:check"]],
  ["lockfile", "npm", ["run", "--silent", "lockfile"]],
  ["PostgreSQL", "node", ["scripts/postgres.mjs"]],
  ["workflows", "npm", ["run", "--silent", "workflows"]],
  ["format", "npm", ["run", "--silent", "format:check"]],
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["types", "npm", ["run", "--silent", "typecheck"]],
  ["boundaries", "npm", ["run", "--silent", "boundaries"]],
  ["unused code", "npm", ["run", "--silent", "unused"]],
  ["build", "npm", ["run", "--silent", "build"]],
  ["packages", "npm", ["run", "--silent", "packages"]],
  ["own data", "npm", ["run", "--silent", "coulomb", "--", "validate", "--strict"]],
  ["tests on Node 22", "node", ["scripts/test-on-node.mjs", "22.22.0", ...half(1)]],
  ["tests on Node 24", "node", ["scripts/test-on-node.mjs", "24.15.0", ...half(2)]],
  ["slow tests", "npm", ["run", "--silent", "test:slow", "--", ...json("slow")]],
  ["tests", "npm", ["test", "--", ...json("tests")]],
];

// Logs are read as text: no colours, whatever a tool thinks of its terminal.
const env = { ...process.env, NO_COLOR: "1" };
// `random` draws anew; that is what the nightly run does.
if (env.COULOMB_PROPERTY_SEED === "random") delete env.COULOMB_PROPERTY_SEED;
else env.COULOMB_PROPERTY_SEED ??= "1";
delete env.FORCE_COLOR;

const failed = [];
for (const [name, command, args] of steps) {
  console.log("\n──", name);
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env });
  if (error !== undefined) console.error(error.message);
  if (status !== 0) failed.push(name);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];
for (const name of ["slow", "tests"]) {
  try {
    const report = JSON.parse(readFileSync(join(results, `${name}.json`), "utf8"));
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests;
    counts.skipped += report.numPendingTests + report.numTodoTests;
    for (const each of report.testResults) each.name = relative(process.cwd(), each.name);
    skipped.push(...skippedLines(report));
  } catch (error) {
    failed.push(`${name}: no report (${error.message})`);
  }
}
rmSync(results, { recursive: true });
if (skipped.length > 0) console.error(`\n${skipped.join("\n")}`);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(", ")}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(failed.length === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1);
