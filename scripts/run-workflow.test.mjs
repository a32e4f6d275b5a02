import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runWorkflow } from "./run-workflow.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coulomb-runner-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A job with these steps, as the lines of YAML that stand below `steps:`. */
const jobOf = (steps, more = "") => `name: x
on: { push: { branches: [main], paths: ["a/**"] }, pull_request: }
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 1
${more}    steps:
${steps.map((step) => `      - ${step}\n`).join("")}`;

const push = { name: "push", ref: "refs/heads/main", sha: "0".repeat(40), payload: {}, changed: ["a/b"] };

async function run(text, changes = {}) {
  const file = join(folder, "workflow.yml");
  writeFileSync(file, text);
  const { PATH } = process.env;
  const settings = {
    file,
    event: push,
    repository: "acme/ops",
    server: "github",
    remote: folder,
    secrets: {},
    vars: {},
  };
  const { jobs } = await runWorkflow({ ...settings, env: { PATH, HOME: folder }, ...changes });
  return jobs.one;
}

/** A pull request from a repository, where a secret is known. */
function pullFrom(name) {
  const payload = { pull_request: { head: { repo: { full_name: name } } } };
  return { event: { ...push, name: "pull_request", payload }, secrets: { S: "s" } };
}

describe("runWorkflow", () => {
  it("gives a step the environment of a runner, and the next one its outputs", async () => {
    const { result, text, summary } = await run(
      jobOf([
        `{ id: first, run: 'echo "word=a b" >> "$GITHUB_OUTPUT"; printf "long<<E\\nx\\ny\\nE\\n" >> "$GITHUB_OUTPUT"' }`,
        `{ run: 'echo "[$A][$B] $GITHUB_REPOSITORY $GITHUB_EVENT_NAME" | tee "$GITHUB_STEP_SUMMARY"', env: { A: "\${{ steps.first.outputs.word }}", B: "\${{ steps.first.outputs.long }}" } }`,
      ]),
    );
    expect({ result, text }).toEqual({ result: "success", text: "[a b][x\ny] acme/ops push\n" });
    expect(summary).toBe(text);
  });

  it("ends at the first step that fails, but for those that ask", async () => {
    const { result, text } = await run(
      jobOf([
        "{ run: echo one }",
        "{ run: echo two; false; echo three }",
        "{ run: echo four }",
        "{ run: echo five, if: always() }",
        "{ run: echo six, if: failure() && github.event_name == 'push' }",
        "{ run: echo seven, if: success() }",
      ]),
    );
    expect({ result, text }).toEqual({ result: "failure", text: "one\ntwo\nfive\nsix\n" });
  });

  it("reads commands to the runner but where they are stopped", async () => {
    const { annotations } = await run(
      jobOf([
        "{ run: 'echo ::stop-commands::t; echo ::error::no; echo ::t::; echo \"::error file=a,line=1::yes%0Athere\"' }",
      ]),
    );
    expect(annotations).toEqual([{ level: "error", properties: "file=a,line=1", message: "yes\nthere" }]);
  });

  it.each([
    ["another branch", { ref: "refs/heads/topic" }],
    ["other files", { changed: ["b"] }],
    ["another event", { name: "schedule" }],
  ])("does not start on %s", async (_what, event) => {
    expect(await run(jobOf(["{ run: echo }"]), { event: { ...push, ...event } })).toBeUndefined();
  });

  it("gives what comes from a fork no secret", async () => {
    const text = jobOf([`{ run: 'echo "[$S]"', env: { S: "\${{ secrets.S }}" } }`]);
    expect((await run(text, pullFrom("acme/ops"))).text).toBe("[s]\n");
    expect((await run(text, pullFrom("other/ops"))).text).toBe("[]\n");
  });

  it.each([
    ["a key of a step", jobOf(["{ run: echo, continue-on-error: true }"]), /continue-on-error/],
    ["a key of a job", jobOf(["{ run: echo }"], "    needs: [other]\n"), /needs/],
    [
      "an action",
      jobOf(["{ uses: actions/upload-artifact@v4 }"]),
      /no stand-in for actions\/upload-artifact/,
    ],
    [
      "an input",
      jobOf(["{ uses: coulomb-loop/coulomb-loop@x, with: { comand: plan } }"]),
      /comand is unknown, command is lacking/,
    ],
    ["a context", jobOf([`{ run: echo, env: { A: "\${{ strategy.x }}" } }`]), /strategy/],
  ])("throws for %s that it does not know", async (_what, text, flaw) => {
    await expect(run(text)).rejects.toThrow(flaw);
  });

  it("checks out what GitHub would: the merge of a pull request; and what Gitea would: its head", async () => {
    const git = (...args) =>
      execFileSync("git", [
        "-C",
        join(folder, "repo"),
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.c",
        ...args,
      ]);
    mkdirSync(join(folder, "repo"));
    git("init", "--quiet", "--initial-branch=main");
    for (const [branch, name] of [
      ["main", "a"],
      ["topic", "b"],
      ["main", "c"],
    ]) {
      if (name !== "a") git("checkout", "--quiet", ...(name === "b" ? ["-b"] : []), branch);
      writeFileSync(join(folder, "repo", name), name);
      git("add", "--all");
      git("commit", "--quiet", "--message", name);
    }
    git("update-ref", "refs/pull/1/head", "topic");
    const pull = { number: 1, head: { repo: { full_name: "acme/ops" } } };
    const event = {
      name: "pull_request",
      ref: "refs/pull/1/merge",
      sha: "x",
      base_ref: "main",
      payload: { pull_request: pull },
    };
    const text = jobOf([
      "{ uses: actions/checkout@v5, with: { persist-credentials: false } }",
      "{ run: echo * }",
    ]);
    const seen = async (server) => (await run(text, { event, server, remote: join(folder, "repo") })).text;
    expect([await seen("github"), await seen("gitea")]).toEqual(["a b c\n", "a b\n"]);
  });
});

/** A workflow that a clock starts, with one job of this action. */
const scheduled = (uses) =>
  jobOf([
    "{ uses: actions/checkout@v5, with: { persist-credentials: false } }",
    `{ uses: ${uses}, with: { command: --version } }`,
  ]).replace("on: {", "on: { schedule: [{ cron: 0 0 * * * }],");

describe("run-workflow.mjs, as it is called", () => {
  const script = join(import.meta.dirname, "run-workflow.mjs");
  const call = (workflow, ...more) => {
    const file = join(folder, "workflow.yml");
    if (workflow !== undefined) writeFileSync(file, workflow);
    const args = [script, file, "--event", "schedule", ...more];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder });
    return { status, stdout, stderr };
  };
  beforeEach(() => {
    const git = (...args) => execFileSync("git", ["-C", join(folder, "ops"), ...args]);
    mkdirSync(join(folder, "ops"));
    git("init", "--quiet", "--initial-branch=main");
    git(
      "-c",
      "user.name=a",
      "-c",
      "user.email=a@b.c",
      "commit",
      "--quiet",
      "--allow-empty",
      "--message",
      "a",
    );
  });

  it("tells how each job ended", () => {
    const { status, stdout, stderr } = call(scheduled("coulomb-loop/coulomb-loop@x"), "--remote", "ops");
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: "workflow.yml one: success\n" });
    expect(call(scheduled("acme/copy@x"), "--remote", "ops", "--action", "acme/copy").status).toBe(0);
  });

  it.each([
    [
      "a workflow of coulomb-loop itself",
      scheduled("./"),
      "ops",
      /uses \.\/.*ops has no action\.yml\n.*name a workflow of the ops repo/,
    ],
    [
      "an action of a copy",
      scheduled("acme/copy@x"),
      "ops",
      /no stand-in for acme\/copy\n.*--action acme\/copy/,
    ],
    ["a workflow that is not there", undefined, "ops", /there is no workflow .*\nname a file/],
    [
      "a repository that is not there",
      scheduled("./"),
      "opps",
      /ls-remote[^]*--remote names what git can clone/,
    ],
    [
      "a branch that is not there",
      scheduled("./"),
      "ops --ref refs/heads/x",
      /has no refs\/heads\/x\n.*--ref/,
    ],
  ])("says without a trace what to do about %s", (_what, workflow, remote, flaw) => {
    const { status, stderr } = call(workflow, "--remote", ...remote.split(" "));
    expect(stderr).toMatch(flaw);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(1);
  });
});
