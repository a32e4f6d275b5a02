import { execFileSync } from "node:child_process";
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
    ["an input", jobOf(["{ uses: coulomb-loop/coulomb-loop@x, with: { comand: plan } }"]), /comand, command/],
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
