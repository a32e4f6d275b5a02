// Runs the tests on another Node, named by its version: `node scripts/test-on-node.mjs 22.22.0`. The npm package
// `node` brings it into a folder of its own; the project's own Node stays what it is.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const version = process.argv[2];
if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) {
  console.error("usage: node scripts/test-on-node.mjs <version> [vitest arguments]");
  process.exit(64);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, "node_modules", ".cache", `node-${version}`);
const bin = join(home, "node_modules", "node", "bin");
const node = join(bin, process.platform === "win32" ? "node.exe" : "node");

if (!existsSync(node)) {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, allowScripts: { node: true } }));
  const { status } = spawnSync(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--no-save",
      "--no-package-lock",
      "--loglevel=error",
      `node@${version}`,
    ],
    {
      cwd: home,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (status !== 0 || !existsSync(node)) {
    console.error(`Node ${version} cannot be installed here.`);
    process.exit(1);
  }
}

const { status } = spawnSync(
  node,
  [
    join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--project",
    "unit",
    "--project",
    "pure",
    ...process.argv.slice(3),
  ],
  {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
  },
);
process.exit(status ?? 1);
