#!/usr/bin/env node
// Only node: builtins here: this file must load on any Node, to hand over to one that can run the program. What it needs
// for that alone is imported then: to tell the version is to take no longer than Node itself.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const isSource = existsSync(new URL("src/main.ts", import.meta.url));

if (major > 22 || (major === 22 && minor >= 22)) {
  // It tells about this start only, not about one that a hook of a repository makes.
  delete process.env.COULOMB_HANDED_OVER;
  if (!tellsVersion()) await start();
} else {
  const node = bundledNode();
  if (node === undefined) refuse();
  else if (!tellsVersion()) await handOver(node);
}

function tellsVersion() {
  const [argument, ...more] = process.argv.slice(2);
  if ((argument !== "--version" && argument !== "-V") || more.length > 0) return false;
  const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  process.stdout.on("error", ({ code, message }) => {
    // A reader that has seen enough is no error; a full disk is.
    if (code === "EPIPE") return;
    process.stderr.write(`coulomb cannot write its output: ${message}\n`);
    process.exitCode = 1;
  });
  process.stdout.write(`${version}\n`);
  return true;
}

async function start() {
  // A checkout runs from source: Node strips the types, and our packages resolve to their sources too.
  if (isSource) {
    const { enableCompileCache, registerHooks } = await import("node:module");
    // To strip the types of all files takes longer than most commands; what was stripped is kept beside what is installed.
    enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)));
    const condition = "@coulomb-loop/source";
    registerHooks({
      resolve: (specifier, context, next) =>
        next(specifier, { ...context, conditions: [...context.conditions, condition] }),
    });
    await import("./src/main.ts");
  } else {
    await import("./lib/main.js");
  }
}

/** Runs this file again with the Node that is installed beside us; signals reach both, the child's answer is ours. */
async function handOver(node) {
  const { spawn } = await import("node:child_process");
  const program = fileURLToPath(node);
  const child = spawn(program, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, COULOMB_HANDED_OVER: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`coulomb cannot start ${program}: ${error.message}\n`);
    process.exit(69);
  });
  child.on("exit", (code, signal) =>
    process.exit(
      signal === null ? (code ?? 1) : 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0),
    ),
  );
}

function refuse() {
  const remedy = isSource
    ? "run npm ci, which brings one"
    : "install one beside coulomb, in the same folder: npm install node@24";
  process.stderr.write(
    `coulomb needs Node 22.22 or newer; this is ${process.versions.node}. Update Node, or ${remedy}.\n`,
  );
  process.exitCode = 69;
}

/** The Node of a folder above; none when that one handed over to us: it is too old itself, and would do so for ever. */
function bundledNode() {
  if (process.env.COULOMB_HANDED_OVER !== undefined) return undefined;
  const name = process.platform === "win32" ? "node.exe" : "node";
  let folder = new URL("./", import.meta.url);
  for (;;) {
    const candidate = new URL(`node_modules/node/bin/${name}`, folder);
    if (existsSync(candidate)) return candidate;
    const parent = new URL("../", folder);
    if (parent.href === folder.href) return undefined;
    folder = parent;
  }
}
