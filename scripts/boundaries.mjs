// Enforces the arrows of the architecture in the folder it is run in:
// - turbo: a package imports only what its package.json declares, and only packages its tag allows (turbo.json);
// - oxlint (.oxlintrc.boundaries.json): pure files import no node: module and touch no clock, chance or process;
//   only the cli reads the environment, prints or exits; test tools stay in tests.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

const config = JSON.parse(readFileSync(".oxlintrc.boundaries.json", "utf8"));
const pure = config.overrides.find((override) => "no-restricted-properties" in override.rules).files;

let failed = false;
for (const [command, ...args] of [
  ["turbo", "boundaries"],
  ["oxlint", "--config", ".oxlintrc.boundaries.json", "packages"],
]) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error !== undefined) console.error(`${command} cannot run: ${error.message}`);
  failed ||= status !== 0;
}

/** What no rule of the linter knows: a call without arguments, and a global under another name. */
const unruled = [
  [
    /\bnew Date\b(?!\s*\(\s*[^)\s])|(?<!new )\bDate\(/,
    "Date without an argument reads the clock; pure code gets the time as an argument",
  ],
  [
    /(?<![:<|]\s*)\b(?:Date|Math)\b(?!\s*[.(])/,
    "Date or Math under another name hides the clock and chance; write Date.UTC, Math.max and the like",
  ],
  [/\bimport\s*\(/, "import() loads a module when it runs; pure code takes everything as an argument"],
];
for (const file of globSync(pure).filter(
  (name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name),
)) {
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    for (const [pattern, message] of unruled) {
      const column = line.search(pattern);
      if (column === -1) continue;
      console.error(`${file}:${index + 1}:${column + 1}: ${message}`);
      failed = true;
    }
  }
}
if (failed) process.exit(1);
console.log("boundaries: kept");
