import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAnnotations, readPairs } from "./workflow-process.mjs";

const root = join(import.meta.dirname, "..");
const script = join(import.meta.dirname, "action.mjs");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coulomb-action-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args) {
  spawnSync("git", args, { cwd: folder });
}

/** Runs a step of the action in an empty folder. */
function step(name, inputs = {}) {
  const [output, summary] = ["output", "summary"].map((file) => join(folder, file));
  for (const file of [output, summary]) writeFileSync(file, "");
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
  };
  const { status, stdout } = spawnSync(process.execPath, [script, name], {
    cwd: folder,
    env: { ...env, ...inputs },
    encoding: "utf8",
  });
  return { status, stdout, outputs: readPairs(output), summary: readFileSync(summary, "utf8") };
}

const run = (command, args = "") =>
  step("run", { COULOMB_ACTION_COMMAND: command, COULOMB_ACTION_ARGS: args });

describe("the action", () => {
  it("tells what its cache goes by", () => {
    expect(step("lock").outputs).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("ends with the exit code of the command, and tells it", () => {
    expect(run("status")).toMatchObject({ status: 1, outputs: { "exit-code": "1" } });
    expect(run("frobnicate")).toMatchObject({ status: 64, outputs: { "exit-code": "64" } });
    expect(run("help", "plan\n\n")).toMatchObject({ status: 0, outputs: { "exit-code": "0" } });
  });

  it("gives no shell what it is given", () => {
    const { summary } = run("why", "$(touch made)`touch made`; touch made\n--ops=.");
    expect(existsSync(join(folder, "made"))).toBe(false);
    expect(summary).toContain("## coulomb why: exit code 1");
  });

  it.each([
    ["in one line", "--out=saved.json"],
    ["in two lines", "--out\nsaved.json"],
  ])("tells where the plan is that was asked for, as an absolute path: %s", (_lines, args) => {
    const ops = join(folder, "ops");
    const pilot = join(folder, "acme", "one.git");
    for (const bare of [pilot, join(folder, "acme", "ops.git")]) git("init", "--quiet", "--bare", bare);
    const url = `${folder}/{owner}/{repo}.git`;
    const init = ["init", ops, "--forge=git", `--url=${url}`, "--owner=acme", "--pilot=one"];
    spawnSync(process.execPath, [join(root, "packages/cli/bin.js"), ...init], { env: process.env });
    const { outputs } = step("run", {
      COULOMB_ACTION_COMMAND: "plan",
      COULOMB_ACTION_ARGS: args,
      COULOMB_ACTION_FOLDER: "ops",
    });
    expect(outputs.plan).toBe(join(ops, "saved.json"));
    expect(existsSync(outputs.plan)).toBe(true);
  });

  it("lets nothing that is printed command the runner", () => {
    const place = join(folder, "x\n::error::planted");
    mkdirSync(place);
    const { stdout, summary } = step("run", {
      COULOMB_ACTION_COMMAND: "status",
      COULOMB_ACTION_FOLDER: place,
    });
    expect(stdout).toMatch(/^::error::planted/m);
    const after = { level: "notice", properties: "", message: "after" };
    expect(readAnnotations(`${stdout}\n::notice::after`)).toEqual([after]);
    expect(summary).toContain("```text\n");
  });

  it("tells in the summary of validate what is wrong, and where nothing is, that it is so", () => {
    writeFileSync(join(folder, "coulomb.yaml"), "schema_version: coulomb/v2\n");
    const { status, summary } = run("validate");
    expect(status).toBe(1);
    expect(summary).toMatch(/^## coulomb validate: exit code 1\n\n```text\n/);
    expect(summary).toContain('\ncoulomb.yaml:1: error: the document lacks "forges"\nadd forges: ');
    expect(summary).not.toContain("::");
    const sound = step("run", { COULOMB_ACTION_COMMAND: "validate", COULOMB_ACTION_FOLDER: root });
    expect(sound).toMatchObject({ status: 0, summary: expect.stringContaining("no errors, no warnings") });
  });
});
