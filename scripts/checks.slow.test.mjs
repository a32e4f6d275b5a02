// Every check of `npm run check` that guards the repository itself, shown to fail: on a copy of the tracked and new
// files with one fault planted. A check without a counterexample proves nothing.
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { lockfileFlaws } from "./lockfile.mjs";

const root = dirname(import.meta.dirname);
let copy = "";

/** The copy of a test, made when it is first asked for. */
function tree() {
  if (copy === "") makeCopy();
  return copy;
}

function makeCopy() {
  copy = mkdtempSync(join(tmpdir(), "coulomb-checks-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of listed
    .split("\0")
    .filter((name) =>
      /^(packages|schemas|scripts|bench|\.github|\.gitea)\/|^[^/]+\.(json|ts)$|^action\.yml$|^\.oxlintrc|^\.gitignore$/.test(
        name,
      ),
    )) {
    try {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    } catch (error) {
      // Listed by git and deleted since: not part of the tree under test.
      if (error.code !== "ENOENT") throw error;
    }
  }
  linkModules();
}

afterEach(() => {
  if (copy !== "") rmSync(copy, { recursive: true, force: true });
  copy = "";
});

/** The installed packages, with our own led to the copy. */
function linkModules() {
  const target = join(copy, "node_modules");
  mkdirSync(join(target, "@coulomb-loop"), { recursive: true });
  for (const name of execFileSync("ls", ["-A", join(root, "node_modules")], { encoding: "utf8" })
    .trim()
    .split("\n")) {
    if (name !== "@coulomb-loop" && name !== ".cache")
      symlinkSync(join(root, "node_modules", name), join(target, name));
  }
  for (const name of execFileSync("ls", [join(copy, "packages")], { encoding: "utf8" })
    .trim()
    .split("\n")) {
    symlinkSync(join(copy, "packages", name), join(target, "@coulomb-loop", name));
  }
}

/** Linters print otherwise where they find themselves in CI (annotations, other lines and colours): here nothing says so. */
function run(command, ...args) {
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: tree(),
    encoding: "utf8",
    env: { HOME: process.env.HOME, PATH: path, NO_COLOR: "1" },
  });
  return { status, output: `${stdout}${stderr}` };
}

function plant(file, text) {
  writeFileSync(join(tree(), file), text);
}

function boundaries() {
  return run("node", "scripts/boundaries.mjs");
}

function generatedCheck() {
  return run("node", "scripts/generate.mjs", "--check", "--root", tree());
}

function workflows() {
  return run("node", "scripts/workflows.mjs");
}

function unused() {
  return run("knip", "--no-progress");
}

function lock() {
  return JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
}

/** What a check said of each file that it named: in a block with a place in it, or as `file:line:column: message`. */
function flaws(output) {
  const told = new Map();
  const tell = (file, message) => {
    const name = file.replace(`${realpathSync(tree())}/`, "");
    told.set(name, `${told.get(name) ?? ""}${message}\n`);
  };
  for (const [whole, file] of output.matchAll(/^ +[x×] .+\n\s*[,╭][-─]+\[(.+?):\d+:\d+\](?:\n.+)*/gm))
    tell(file, whole);
  for (const [, file, message] of output.matchAll(/^(\S+?):\d+:\d+: (.+)$/gm)) tell(file, message);
  return told;
}

describe("the boundary check", () => {
  const pure = [
    [
      "an import of a package that is not declared",
      'import { createGitForge } from "@coulomb-loop/forge";\nexport const planted = createGitForge;\n',
      "@coulomb-loop/forge",
    ],
    [
      "a node: module in a pure package",
      'import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n',
      "node:fs",
    ],
    ["the current time in a pure package", "export const planted = () => Date.now();\n", "Date.now"],
    ["a clock behind a constructor", "export const planted = () => new Date();\n", "reads the clock"],
    ["a clock behind a bare constructor", "export const planted = () => new Date;\n", "reads the clock"],
    ["a clock by another name", "const D = Date;\nexport const planted = () => D.now();\n", "another name"],
    ["a clock taken apart", "const { now } = Date;\nexport const planted = now;\n", "another name"],
    ["chance by another name", "const M = Math;\nexport const planted = () => M.random();\n", "another name"],
    ["a module by require", 'export const planted = require("fs");\n', "require"],
    ["a module that is imported when it runs", 'export const planted = import("fs");\n', "import()"],
    ["a global by another name", "export const planted = () => globalThis.fetch;\n", "globalThis"],
    ["the environment in a pure package", "export const planted = () => process.env;\n", "process"],
    ["a request in a pure package", 'export const planted = () => fetch("http://127.0.0.1");\n', "fetch"],
  ].map(([what, text, named]) => ({ what, package: "documents", text, named }));
  const environment = ["reconciler", "kaizen", "state-hub", "state-hub-sync"].map((name) => ({
    what: `the environment in a package other than the cli (${name})`,
    package: name,
    text: "export const planted = () => process.env.HOME;\n",
    named: "process",
  }));
  const sync = {
    what: "a sync that is built on the hub itself",
    package: "state-hub-sync",
    text: 'export { openStore } from "@coulomb-loop/state-hub";\n',
    named: "by its API alone",
  };
  // One run is asked about all of them: it names every flaw, and the files that it names are these alone.
  const counterexamples = [...pure, ...environment, sync].map((each, index) => ({
    ...each,
    file: `packages/${each.package}/src/planted-${index}.ts`,
  }));
  let found;
  const planted = () => {
    for (const { file, text } of counterexamples) plant(file, text);
    const { status, output } = boundaries();
    return { status, flaws: flaws(output) };
  };

  it("passes on the repository as it is, and fails on nothing but what is planted", () => {
    expect(boundaries()).toMatchObject({ status: 0 });
    found = planted();
    expect(found.status).toBe(1);
    const files = counterexamples.map(({ file }) => file);
    expect([...found.flaws.keys()]).toEqual(expect.arrayContaining(files));
    expect(found.flaws.size).toBe(files.length);
  });

  it.each(counterexamples)("fails on $what", ({ file, named }) => {
    found ??= planted();
    expect(found.flaws.get(file)).toContain(named);
  });

  it("fails on an arrow that the architecture does not have, also when package.json declares it", () => {
    const file = join(tree(), "packages/documents/package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    manifest.dependencies["@coulomb-loop/cadence"] = "0.1.0";
    writeFileSync(file, JSON.stringify(manifest));
    plant("packages/documents/src/planted.ts", 'export { parseCron } from "@coulomb-loop/cadence";\n');
    const { status, output } = boundaries();
    expect(status).toBe(1);
    expect(output).toContain("cadence");
  });
});

describe("the generated-files check", () => {
  it("passes on the repository as it is", () => {
    expect(generatedCheck()).toMatchObject({ status: 0 });
  });

  it("fails when a generated file was edited by hand", () => {
    appendFileSync(join(tree(), "packages/schemas/src/generated/roster.ts"), "// by hand\n");
    expect(generatedCheck().output).toContain("roster.ts: not what schemas/ generates");
  });

  it("fails when a schema changed and nobody generated", () => {
    const file = join(tree(), "schemas/roster.schema.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8")
        .replace('"Which', '"which')
        .replace("which repos run", "which repositories run"),
    );
    expect(generatedCheck().status).toBe(1);
  });

  it("fails on a generated file that no schema makes", () => {
    plant("packages/schemas/src/generated/left-over.ts", "export {};\n");
    expect(generatedCheck().output).toContain("left-over.ts: no schema generates it");
  });
});

describe("the unused-code check", () => {
  it("fails on an export, a file and a dependency that nobody uses, and on nothing else", () => {
    appendFileSync(join(tree(), "packages/cadence/src/windows.ts"), "export const planted = 1;\n");
    plant("packages/cadence/src/planted-file.ts", "export const here = 1;\n");
    const file = join(tree(), "packages/documents/package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    manifest.dependencies.picocolors = "1.1.1";
    writeFileSync(file, JSON.stringify(manifest));
    const { status, output } = unused();
    expect(status).toBe(1);
    expect(
      output
        .split("\n")
        .filter((line) => line !== "")
        .map((line) =>
          line
            .split(/\s+/)
            .slice(0, 2)
            .join(" ")
            .replace(/(:\d+)+$/, ""),
        ),
    ).toEqual([
      "Unused files",
      "packages/cadence/src/planted-file.ts",
      "Unused dependencies",
      "picocolors packages/documents/package.json",
      "Unused exports",
      "planted packages/cadence/src/windows.ts",
    ]);
  });
});

describe("packing the command", () => {
  it("fails on a package of others that is missing, in another version, or not reached", () => {
    const file = join(tree(), "packages/cli/package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    delete manifest.dependencies.hono;
    manifest.dependencies.uuid = "1.0.0";
    manifest.dependencies.vitest = "5.1.1";
    writeFileSync(file, JSON.stringify(manifest));
    const { status, output } = run("node", "scripts/assemble-cli.mjs");
    expect(status).toBe(1);
    for (const flaw of [/hono \S+ is missing/, /uuid is 1\.0\.0 here/, /vitest is not imported/])
      expect(output).toMatch(flaw);
  });
});

describe("the lockfile check", () => {
  it("passes on the repository as it is", () => {
    expect(lockfileFlaws(lock())).toEqual([]);
  });

  it("fails when a platform package of an optional dependency has no entry", () => {
    const broken = lock();
    const missing = Object.keys(broken.packages).find(
      (path) => path.startsWith("node_modules/@esbuild/") || path.startsWith("node_modules/@turbo/"),
    );
    delete broken.packages[missing];
    expect(lockfileFlaws(broken)).toEqual([expect.stringContaining(missing.slice("node_modules/".length))]);
  });

  it("fails when an entry pins a registry host", () => {
    const broken = lock();
    broken.packages["node_modules/yaml"].resolved = "https://registry.example.org/yaml.tgz";
    expect(lockfileFlaws(broken)).toEqual([expect.stringContaining("registry.example.org")]);
  });

  it("fails when a dependency of a package is gone", () => {
    const broken = lock();
    delete broken.packages["node_modules/yaml"];
    expect(lockfileFlaws(broken)).not.toEqual([]);
  });

  it("exits 1 as a command", () => {
    const broken = lock();
    broken.packages["node_modules/yaml"].resolved = "https://registry.example.org/yaml.tgz";
    plant("package-lock.json", JSON.stringify(broken));
    expect(run("node", "scripts/lockfile.mjs")).toMatchObject({ status: 1 });
  });
});

describe("the check of workflows", () => {
  it("passes on the repository as it is", () => {
    expect(workflows()).toMatchObject({
      status: 0,
      output: expect.stringContaining("18 workflows and 1 action: sound"),
    });
  });

  it.each([
    ".github/workflows/ci.yml",
    ".gitea/workflows/promote.yml",
    "packages/cli/assets/workflows/github/promote.yml",
  ])("fails on a fault in %s", (file) => {
    const text = readFileSync(join(tree(), file), "utf8");
    plant(file, text.replace(/ {4}timeout-minutes: \d+\n/, ""));
    expect(workflows()).toMatchObject({ status: 1, output: expect.stringContaining(`${file}: job`) });
  });

  it("fails on a fault in the action, and where there is nothing to check", () => {
    plant(
      "action.yml",
      readFileSync(join(tree(), "action.yml"), "utf8").replace("using: composite", "using: node20"),
    );
    expect(workflows()).toMatchObject({ status: 1, output: expect.stringContaining("action.yml") });
    rmSync(join(tree(), "action.yml"));
    expect(workflows().status).toBe(1);
  });
});
