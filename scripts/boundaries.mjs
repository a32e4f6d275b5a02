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

// No rule of the linter knows a call without arguments.
for (const file of globSync(pure).filter(
  (name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name),
)) {
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const column = line.search(/\bnew Date\b(?!\s*\(\s*[^)\s])|(?<!new )\bDate\(/);
    if (column === -1) continue;
    console.error(
      `${file}:${index + 1}:${column + 1}: Date without an argument reads the clock; pure code gets the time as an argument`,
    );
    failed = true;
  }
}
if (failed) process.exit(1);
console.log("boundaries: kept");
