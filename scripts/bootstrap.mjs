// Makes `npm run demo` and `npm test` work straight after `git clone`: runs `npm ci` when node_modules is missing or
// older than the lockfile. Plain JavaScript for Node 20, because it runs before the project's own Node is there.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, "node_modules", ".package-lock.json");
const lockfile = join(root, "package-lock.json");

// The runtime package puts its binary in place by a script: npm can exit 0 without having run it.
const runtime = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

function current() {
  return (
    existsSync(installed) && existsSync(runtime) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs
  );
}

if (!current()) {
  process.stderr.write("Installing what package-lock.json names (npm ci) …\n");
  const npm = process.env.npm_execpath;
  const { status, error } = spawnSync(
    npm === undefined ? "npm" : process.execPath,
    [...(npm === undefined ? [] : [npm]), "ci", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: npm === undefined && process.platform === "win32",
    },
  );
  if (error !== undefined || status !== 0) {
    process.stderr.write(
      `npm ci failed${error ? `: ${error.message}` : ""}. Read its message above, then run this command again.\n`,
    );
    process.exit(1);
  }
  if (!existsSync(runtime)) {
    process.stderr.write(
      "npm ci did not run the install script of the package `node`, which brings the runtime this project uses.\n" +
        "Allow it (npm config: ignore-scripts=false; package.json already names it in allowScripts), then run this command again.\n",
    );
    process.exit(1);
  }
}
