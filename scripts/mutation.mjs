// Measures how many mutants of the decision core its tests kill (page 07, 10), and fails below the threshold.
// Usage: npm run mutation [-- <part of a file's path> …]: only files whose path has one of the parts.
import { globSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What is mutated; the tests beside a file are those that may kill its mutants. */
const core = [
  "packages/cadence/src/promotion/*.ts",
  "packages/cadence/src/evidence/{judge-slot,streak,evaluate,judge-cycles,slot-facts,evidence-class}.ts",
];

/** Least score, in per cent. */
const threshold = 90;

const parts = process.argv.slice(2);
const files = core
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((file) => !/\.(?:test|fixture)\.ts$/.test(file))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
process.chdir(root);
process.env.COULOMB_MUTATION = core.map((pattern) => pattern.replace(/[^/]*$/, "*.test.ts")).join(",");

await new Stryker({
  mutate: files,
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation.config.mjs", related: true },
  concurrency: availableParallelism(),
  coverageAnalysis: "perTest",
  // What is computed once, when a module is loaded, cannot be switched at run time: each such mutant would need a process of its own.
  ignoreStatic: true,
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "node_modules/.cache/mutation.json" },
  tempDirName: join(tmpdir(), "coulomb-mutation"),
  thresholds: { high: 100, low: threshold, break: threshold },
  // A loop that a mutant makes endless is found by this, and nothing else may be: a busy machine must not count as a kill.
  timeoutMS: 20_000,
  cleanTempDir: "always",
  // It would rewrite the tsconfig with an API that TypeScript 7 does not have; vitest needs none.
  tsconfigFile: "no-tsconfig.json",
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
  allowEmpty: false,
}).runMutationTest();
