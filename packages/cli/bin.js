#!/usr/bin/env node
// Only node: builtins here: this file must load on any Node, to hand over to one that can run the program.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 22)) {
  // It tells about this start only, not about one that a hook of a repository makes.
  delete process.env.COULOMB_HANDED_OVER;
  await start();
} else {
  handOver();
}

async function start() {
  // A checkout runs from source: Node strips the types, and our packages resolve to their sources too.
  const source = join(here, "src", "main.ts");
  if (existsSync(source)) {
    const condition = "@coulomb-loop/source";
    module.registerHooks({
      resolve: (specifier, context, next) =>
        next(specifier, { ...context, conditions: [...context.conditions, condition] }),
    });
    await import("./src/main.ts");
  } else {
    await import("./dist/main.js");
  }
}

/** Runs this file again with the Node that is installed beside us; signals reach both, the child's answer is ours. */
function handOver() {
  // A Node that is bundled and too old itself would hand over for ever.
  const node = process.env.COULOMB_HANDED_OVER === undefined ? bundledNode() : undefined;
  if (node === undefined) {
    process.stderr.write(
      `coulomb needs Node 22.22 or newer; this is ${process.versions.node}. Update Node, or run npm ci, which brings one.\n`,
    );
    process.exit(69);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, COULOMB_HANDED_OVER: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`coulomb cannot start ${node}: ${error.message}\n`);
    process.exit(69);
  });
  child.on("exit", (code, signal) =>
    process.exit(
      signal === null ? (code ?? 1) : 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0),
    ),
  );
}

function bundledNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  for (let folder = here; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", "node", "bin", name);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}
