import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import {
  copyStage,
  createStage,
  document,
  newFolder,
  pilot,
  plainUser,
  rows,
  schedulePath,
} from "./fleet.fixture.ts";
import { bin, coulombProcess, interruptedAt, oldNode, start } from "./process.fixture.ts";
import { toolVersion } from "./version.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({ pilots: { alpha: pilot(undefined), beta: pilot(undefined) } });
});

describe("the program", () => {
  it("prints its version", async () => {
    expect(await coulombProcess(["--version"], newFolder())).toEqual({
      code: 0,
      signal: null,
      stdout: `${toolVersion()}\n`,
      stderr: "",
    });
  });

  it("without arguments prints its help to stderr and exits with 64", async () => {
    const ended = await coulombProcess([], newFolder());
    expect(ended).toMatchObject({ code: 64, stdout: "" });
    expect(ended.stderr).toContain("Usage: coulomb");
  });

  it("exits as a command says, without colours or progress in a pipe", async () => {
    const ended = await coulombProcess(["plan", "--detailed-exitcode"], stage.ops);
    expect(ended).toMatchObject({ code: 2, stderr: "" });
    expect(ended.stdout).not.toContain(String.fromCodePoint(27));
  });

  it("starts from a link to it", async () => {
    const link = join(newFolder(), "coulomb");
    symlinkSync(bin, link);
    expect(await start(process.execPath, [link, "--version"], newFolder())).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  it.each([
    { command: "schedule next --count 10000 | head -1" },
    { command: "plan --json | head -c 10" },
    { command: "demo --dir demo | head -1" },
  ])("ends without a word when its reader has seen enough: $command", async ({ command }) => {
    const own = copyStage(stage);
    const script = `exec 2>err; "$0" "$1" ${command}; cat err >&2`;
    const ended = await start("/bin/sh", ["-c", script, process.execPath, bin], own.ops);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).not.toBe("");
  });

  it("goes on when nobody reads its errors", async () => {
    const own = copyStage(stage);
    await own.coulomb(["reconcile"]);
    // alpha can no longer be merged, which is told on stderr; beta still can.
    await own.person("alpha").commit("main", { [schedulePath]: "timezone: UTC\nagents: {}\n" });
    const script = '"$0" "$1" requests merge --all --json 2>&1 >out | true; cat out';
    const ended = await start("/bin/sh", ["-c", script, process.execPath, bin], own.ops);
    expect(rows(document(ended.stdout).requests)).toMatchObject([
      { repo_id: "local/coulomb/beta", state: "merged" },
    ]);
  });

  it.skipIf(!existsSync("/dev/full"))("says politely that its output cannot be written", async () => {
    const ended = await start(
      "/bin/sh",
      ["-c", '"$0" "$1" plan >/dev/full', process.execPath, bin],
      stage.ops,
    );
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/\S/);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});

describe("an interruption by SIGTERM", () => {
  it("lets the step under way finish and ends with 130, as Ctrl-C does", async () => {
    const own = copyStage(stage);
    own.edit("coulomb.yaml", (text) => `${text}limits: { concurrency: 1 }\n`);
    const ended = await interruptedAt(own, ["reconcile"], 1, "post-receive", "TERM", ["alpha", "beta"]);
    expect(ended).toMatchObject({ code: 130, signal: null });
    expect((await own.coulomb(["reconcile"])).code).toBe(0);
    expect(await own.json(["reconcile"])).toMatchObject({ writes: 0, state: "unchanged" });
  });
});

describe("an interruption (SIGINT) of the whole process group, as Ctrl-C sends it", () => {
  const programs = [{ node: "the Node that can run it", program: process.execPath }];
  if (oldNode !== undefined) programs.push({ node: "an older Node", program: oldNode });

  it.each(programs)("behind $node lets the step under way finish", async ({ program }) => {
    const own = copyStage(stage);
    own.edit("coulomb.yaml", (text) => `${text}limits: { concurrency: 1 }\n`);
    const ended = await interruptedAt(own, ["reconcile"], 1, "post-receive", "INT", ["alpha", "beta"], {
      program,
      group: true,
    });
    expect(ended).toMatchObject({ code: 130, signal: null, pushes: 2 });
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect((await own.coulomb(["reconcile"])).code).toBe(0);
    expect(await own.json(["reconcile"])).toMatchObject({ writes: 0, state: "unchanged" });
  });
});

describe("a Node that is too old", () => {
  const older = oldNode ?? "";

  // Said aloud; the tests below are then counted as skipped.
  if (oldNode === undefined)
    console.warn("NOT TESTED: no Node older than 22.22 outside node_modules on this machine");

  it.skipIf(oldNode === undefined)(
    "hands over to the bundled one: output and exit code are the same",
    async () => {
      for (const args of [["--version"], ["--help"], ["plan", "--detailed-exitcode"], ["valdate"]]) {
        const { code, stdout, stderr } = await coulombProcess(args, stage.ops);
        expect(await start(older, [bin, ...args], stage.ops)).toEqual({ code, stdout, stderr, signal: null });
      }
    },
  );

  it.skipIf(oldNode === undefined)("answers with 128 and the signal that ended the program", async () => {
    const own = copyStage(stage);
    // One repo at a time: of two pushes at once neither is the first.
    own.edit("coulomb.yaml", (text) => `${text}limits: { concurrency: 1 }\n`);
    const ended = await interruptedAt(own, ["reconcile"], 1, "post-receive", "KILL", ["alpha", "beta"], {
      program: older,
      child: true,
    });
    expect(ended).toMatchObject({ code: 137, signal: null, pushes: 1 });
  });

  it.skipIf(oldNode === undefined)("without a bundled one exits with 69 and says what to do", async () => {
    const folder = newFolder();
    cpSync(bin, join(folder, "bin.mjs"));
    const ended = await start(older, [join(folder, "bin.mjs"), "--version"], folder);
    expect(ended).toMatchObject({ code: 69, stdout: "" });
    expect(ended.stderr).toMatch(/22\.22/);
  });

  it.skipIf(oldNode === undefined)("does not hand over to a bundled one that is too old itself", async () => {
    const folder = newFolder();
    cpSync(bin, join(folder, "bin.mjs"));
    mkdirSync(join(folder, "node_modules/node/bin"), { recursive: true });
    symlinkSync(older, join(folder, "node_modules/node/bin/node"));
    expect(await start(older, [join(folder, "bin.mjs"), "--help"], folder)).toMatchObject({
      code: 69,
      stdout: "",
    });
  });

  it.skipIf(oldNode === undefined)("says that the bundled one cannot be started", async () => {
    const folder = newFolder();
    cpSync(bin, join(folder, "bin.mjs"));
    mkdirSync(join(folder, "node_modules/node/bin"), { recursive: true });
    writeFileSync(join(folder, "node_modules/node/bin/node"), "no program", { mode: 0o644 });
    const ended = await start(older, [join(folder, "bin.mjs"), "--help"], folder, { env: plainUser() });
    expect(ended).toMatchObject({ code: 69, stdout: "" });
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});
