import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { git } from "@coulomb-loop/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import {
  expectInOrder,
  installed,
  packing,
  pageOf,
  partOf,
  runShell,
  shellBlocks,
  tutorialOnGit,
} from "./docs-page.fixture.ts";
import type { Stage } from "./fleet.fixture.ts";
import { createStage, document, isMap, newFolder, pilot, repoRoot, rows } from "./fleet.fixture.ts";
import type { Ended } from "./process.fixture.ts";
import { oldNode, start } from "./process.fixture.ts";
import { toolVersion } from "./version.ts";

/** Bytes, measured and a fifth more: what was put in by mistake is far larger. */
const most = { packed: 1_190_000, unpacked: 5_860_000, installed: 86_100_000 };

// npm is the user's, with their cache and their registry; its settings of the run of these tests are not for it.
const npmEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
const npm = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string =>
  execFileSync("npm", args, {
    cwd,
    env: { ...npmEnv, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

/** The Node of the tests comes first. */
const path = [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);

/** An empty folder with nothing but the tarball installed, by a user who has an empty home. */
let alone = "";
let tarball = "";
let stage: Stage;
beforeAll(async () => {
  const [cache = "", userconfig = ""] = ["cache", "userconfig"].map((name) =>
    npm(["config", "get", name], repoRoot).trim(),
  );
  const blocks = shellBlocks(pageOf("docs/tutorial.md")).filter(({ text }) => text.startsWith(packing));
  const ran = await runShell(
    [installed, ...blocks.map(({ text }) => text)],
    repoRoot,
    {
      PATH: path,
      npm_config_cache: cache,
      npm_config_userconfig: userconfig,
      npm_config_prefer_offline: "true",
      npm_config_audit: "false",
      npm_config_fund: "false",
    },
    "",
  );
  if (ran.code !== 0 || !ran.stdout.endsWith(`\n${toolVersion()}\n`))
    throw new Error(`it was not installed:\n${ran.stdout}\n${ran.stderr}`);
  alone = ran.folder;
  tarball = join(alone, readdirSync(alone).find((name) => name.endsWith(".tgz")) ?? "no tarball");
  stage = await createStage({
    pilots: { alpha: pilot(undefined), beta: pilot(undefined) },
  });
  // A registry may be far away.
}, 300_000);

const installedAt = () => join(alone, "node_modules/@coulomb-loop/cli");

/** Runs the installed command as its link in node_modules/.bin does, on the Node of the tests. */
function coulomb(args: readonly string[], cwd: string): Promise<Ended> {
  return start(process.execPath, [join(alone, "node_modules/.bin/coulomb"), ...args], cwd);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

describe("the packed command", () => {
  it("holds modules, the types of its interface, contracts, the pages its help names and its own assets, and nothing else", () => {
    const names = filesBelow(installedAt()).map((file) => file.slice(installedAt().length + 1));
    const allowed =
      /^(?:LICENSE|README\.md|package\.json|bin\.js|assets\/.+|docs\/[\w-]+\.md|schemas\/[\w.-]+\.json|lib\/.+\.(?:js|d\.ts))$/;
    expect(names.filter((name) => !allowed.test(name))).toEqual([]);
    expect(names.filter((name) => /\.test\.|fixture|testkit|simulator|(?:^|\/)src\//.test(name))).toEqual([]);
    for (const needed of ["LICENSE", "README.md", "lib/main.js", "lib/index.d.ts"])
      expect(names).toContain(needed);
    const assets = join(repoRoot, "packages/cli");
    expect(names.filter((name) => name.startsWith("assets/")).sort()).toEqual(
      filesBelow(join(assets, "assets"))
        .map((file) => file.slice(assets.length + 1))
        .sort(),
    );
    expect(names.filter((name) => name.startsWith("schemas/")).sort()).toEqual(
      readdirSync(join(repoRoot, "schemas"))
        .map((name) => `schemas/${name}`)
        .sort(),
    );
  });

  it("names no folder of the machine that packed it, no map, and no package of ours", () => {
    const wrong = filesBelow(installedAt()).filter((file) => {
      const text = file.endsWith("js") ? readFileSync(file, "utf8") : "";
      return (
        text.includes(repoRoot) || /^\/\/# sourceMappingURL|(?:from |import\()"@coulomb-loop\//m.test(text)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("asks for packages of others in exact versions, and for none of ours", () => {
    const manifest = document(readFileSync(join(installedAt(), "package.json"), "utf8"));
    const asked = Object.entries(isMap(manifest.dependencies) ? manifest.dependencies : {});
    expect(asked.length).toBeGreaterThan(10);
    for (const [name, version] of asked) {
      expect(name).not.toMatch(/^@coulomb-loop\//);
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
    expect(readdirSync(join(alone, "node_modules/@coulomb-loop"))).toEqual(["cli"]);
  });

  it("is no larger than was measured, and a fifth", () => {
    expect(statSync(tarball).size).toBeLessThan(most.packed);
    expect(sizeOf(filesBelow(installedAt()))).toBeLessThan(most.unpacked);
    expect(sizeOf(filesBelow(join(alone, "node_modules")))).toBeLessThan(most.installed);
  });

  it("leaves nothing in the checkout", () => {
    for (const name of ["docs", "lib", "schemas", "LICENSE"])
      expect(existsSync(join(repoRoot, "packages/cli", name))).toBe(false);
  });
});

describe("installed alone", () => {
  it("is found by npx", () => {
    expect(
      execFileSync("npx", ["--no-install", "coulomb", "--version"], {
        cwd: alone,
        env: { ...npmEnv, PATH: path },
        encoding: "utf8",
      }),
    ).toBe(`${toolVersion()}\n`);
  });

  it("validates, plans and tries a reconcile, which writes nothing", async () => {
    const before = await stage.refs();
    expect(await coulomb(["validate", "--strict"], stage.ops)).toMatchObject({ code: 0 });
    const planned = await coulomb(["plan", "--json"], stage.ops);
    expect(planned.code).toBe(0);
    expect(rows(document(planned.stdout).repos).map(({ repo, class: state }) => [repo, state])).toEqual([
      ["alpha", "create"],
      ["beta", "create"],
    ]);
    const tried = await coulomb(["reconcile", "--dry-run", "--detailed-exitcode"], stage.ops);
    expect(tried).toMatchObject({ code: 2, stderr: "" });
    expect(await stage.refs()).toEqual(before);
  });

  // Each part goes on in the folder in which the one before ended.
  let place = newFolder();
  it.each(tutorialOnGit)(
    "takes a newcomer through the tutorial, as it is printed: $from",
    async ({ from, to, promised }) => {
      const blocks = shellBlocks(partOf(pageOf("docs/tutorial.md"), from, to)).map(({ text }) => text);
      const own = { PATH: [join(alone, "node_modules/.bin"), path].join(delimiter) };
      const { code, stdout, stderr, folder } = await runShell(blocks, place, own, "");
      expect(code, stderr).toBe(0);
      expectInOrder(stdout, promised);
      place = folder;
    },
  );

  it("is got in the same way on every page that says how", () => {
    const printed = shellBlocks(pageOf("docs/tutorial.md")).find(({ text }) => text.startsWith(packing));
    for (const page of ["README.md", "packages/cli/README.md"])
      expect(shellBlocks(pageOf(page)).map(({ text }) => text)).toContain(printed?.text);
  });

  it("brings every page that its messages and the files that it writes name", () => {
    const named = filesBelow(installedAt())
      .filter((file) => /\/(?:lib|assets)\/.*\.(?:js|yml|md)$|\/README\.md$/.test(file))
      .flatMap((file) => readFileSync(file, "utf8").match(/\bdocs\/[\w-]+\.md\b/g) ?? []);
    const pages = [...new Set(named)].sort();
    expect(pages).toEqual(expect.arrayContaining(["docs/ci.md", "docs/errors.md", "docs/tutorial.md"]));
    expect(pages.filter((page) => !existsSync(join(installedAt(), page)))).toEqual([]);
  });

  it("writes a new ops repo, which is sound", async () => {
    const folder = join(newFolder(), "ops");
    const asked =
      "--forge git --url ../forge/{owner}/{repo}.git --owner acme --pilot one --regulator jo --no-plan";
    const written = await coulomb(["init", folder, ...asked.split(" ")], dirname(folder));
    expect(written).toMatchObject({ code: 0 });
    expect(await coulomb(["validate", "--strict"], folder)).toMatchObject({ code: 0 });
  });

  it("makes and checks the schedule file of a pilot", async () => {
    const checkout = newFolder();
    await git(checkout, ["init", "--quiet"]);
    expect(await coulomb(["kaizen", "schedule", "init"], checkout)).toMatchObject({ code: 0 });
    expect(await coulomb(["kaizen", "schedule", "validate"], checkout)).toMatchObject({ code: 0 });
  });

  it("finds what the embedded hub needs", async () => {
    const ops = newFolder();
    for (const name of ["coulomb.yaml", "loops", "workplans", "activity-definitions"])
      cpSync(join(repoRoot, name), join(ops, name), { recursive: true });
    const folder = join(newFolder(), "hub");
    const registered = await coulomb(["hub", "register", "--json", "--data-dir", folder], ops);
    expect(registered.code).toBe(0);
    expect(rows(document(registered.stdout).resources).length).toBeGreaterThan(3);
  });

  it("shows the help of every kind", async () => {
    for (const args of [["--help"], ["demo", "--help"], ["help", "kaizen", "metrics", "record"]])
      expect(await coulomb(args, alone)).toMatchObject({ code: 0, stderr: "" });
    const { stdout } = await coulomb(["promote", "--help"], alone);
    const pages = /\nRead on: (.+)\n/.exec(stdout)?.[1]?.split(", ") ?? [];
    expect(pages).toContain("docs/promotion.md");
    expect(pages.filter((page) => !existsSync(join(installedAt(), page)))).toEqual([]);
  });

  it("loads nothing for its help but itself, commander and what suggests and colours", async () => {
    const traced = join(newFolder(), "trace.mjs");
    writeFileSync(
      traced,
      `import { registerHooks } from "node:module";
      const names = new Set();
      registerHooks({ load: (url, context, next) => {
        const [, name] = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url) ?? [];
        const [, own] = /cli\\/lib\\/packages\\/(.+)$/.exec(url) ?? [];
        if (name !== undefined) names.add(own ?? name);
        return next(url, context);
      } });
      process.on("exit", () => process.stderr.write(JSON.stringify([...names].sort())));`,
    );
    const program = join(alone, "node_modules/.bin/coulomb");
    const { stderr } = await start(process.execPath, ["--import", traced, program, "--help"], alone);
    expect(JSON.parse(stderr)).toEqual([
      "@coulomb-loop/cli",
      "cadence/duration.js",
      "commander",
      "fastest-levenshtein",
      "picocolors",
      "schemas/coulomb-error.js",
      "schemas/errors.js",
      "schemas/suggest.js",
    ]);
  });

  it("type-checks and runs for who imports it, and its contracts can be imported too", async () => {
    const [program, wrong] = [join(alone, "use.mts"), join(alone, "wrong.mts")];
    const io =
      '{ stdout: process.stdout, stderr: process.stderr, env: {}, cwd: ".", now: Date.now, signal: new AbortController().signal, process: { host: "h", pid: 1, isAlive: () => false } }';
    writeFileSync(
      program,
      [
        'import schema from "@coulomb-loop/cli/schemas/coulomb.schema.json" with { type: "json" };',
        'import { exitCodes, type Io, run } from "@coulomb-loop/cli";',
        `const io: Io = ${io};`,
        'const code: number = await run(["--version"], io);',
        "console.log(schema.title, code === exitCodes.ok);",
      ].join("\n"),
    );
    writeFileSync(wrong, 'import { run } from "@coulomb-loop/cli";\nexport const code: string = run([]);\n');
    const compiler = join(repoRoot, "node_modules/typescript/bin/tsc");
    const options = "--noEmit --strict --module nodenext --target es2024 --resolveJsonModule".split(" ");
    const nodeTypes = ["--types", "node", "--typeRoots", join(repoRoot, "node_modules/@types")];
    const check = (file: string, types = nodeTypes) =>
      start(process.execPath, [compiler, ...options, ...types, file], alone);
    expect(await check(program)).toMatchObject({ code: 0, stdout: "" });
    expect((await check(wrong)).code).not.toBe(0);
    // Who imports it needs nothing but TypeScript, also where declarations of packages are checked.
    const bare = join(alone, "bare.mts");
    writeFileSync(
      bare,
      'import { exitCodes, type Io, run } from "@coulomb-loop/cli";\nexport const ran = (io: Io): Promise<number> => run(["--help"], io);\nexport const ok: 0 = exitCodes.ok;\n',
    );
    expect(await check(bare, ["--types", "", "--skipLibCheck", "false"])).toMatchObject({
      code: 0,
      stdout: "",
    });
    expect(await start(process.execPath, [program], alone)).toMatchObject({
      code: 0,
      stdout: `${toolVersion()}\nCoulomb true\n`,
    });
  });

  it.skipIf(oldNode === undefined)(
    "says on a Node that is too old what to do, and does it with one beside it",
    async () => {
      const old = (args: readonly string[]) =>
        start(oldNode ?? "", [join(alone, "node_modules/.bin/coulomb"), ...args], stage.ops);
      for (const args of [["--version"], ["validate"]]) {
        const refused = await old(args);
        expect(refused).toMatchObject({ code: 69, stdout: "" });
        expect(refused.stderr).toContain("npm install node@24");
      }
      mkdirSync(join(alone, "node_modules/node/bin"), { recursive: true });
      symlinkSync(process.execPath, join(alone, "node_modules/node/bin/node"));
      expect(await old(["validate"])).toMatchObject({ code: 0 });
    },
  );
});
