import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { git, personAt } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { type CanaryStage, createCanaryStage, describeCanary } from "./canary.fixture.ts";

/** Ways in which a secret may get out, each as a mistake would make it. */
const leaks: Readonly<Record<string, (stage: CanaryStage, secret: string) => unknown>> = {
  "on stdout": ({ note }, secret) => note("stdout", `url: https://bot:${secret}@example.org`),
  "into a report, as URLs write it": ({ out }, secret) =>
    writeFileSync(join(out, "report.json"), encodeURIComponent(secret)),
  "into the cache, as base64": ({ environment }, secret) =>
    writeFileSync(join(environment["COULOMB_CACHE_DIR"] ?? "", "blob"), basic(secret)),
  "into the state, behind compression": async ({ hosting }, secret) => {
    const person = personAt(hosting.repo("coulomb/demo-ops").path);
    await person.commit("coulomb-state/demo", { "audit.jsonl": `{"by":"${secret}"}\n` });
  },
  "into a commit message": async ({ hosting }, secret) => {
    const { path } = hosting.repo("coulomb/beta");
    const tree = await git(path, ["rev-parse", "main^{tree}"]);
    await git(path, ["commit-tree", tree, "-m", `Coulomb-By: ${secret}`]);
  },
  "into a comment": async ({ hosting, go }, secret) => {
    await go(["reconcile"]);
    hosting.repo("coulomb/beta").pulls.comment(1, "bot", secret);
  },
  "onto a command line": async ({ look, go }, secret) => {
    const child = spawn(process.execPath, ["-e", "process.stdin.resume()", secret], { stdio: "pipe" });
    await once(child, "spawn");
    look();
    await go(["doctor"]);
    child.kill();
    await once(child, "close");
  },
  "into a variable of git": ({ environment }, secret) =>
    execFileSync("git", ["version"], { env: { ...environment, LEAK: basic(secret) } }),
};

function basic(secret: string): string {
  return Buffer.from(`bot:${secret}`).toString("base64");
}

describe("the search for secrets", { timeout: 60_000 }, () => {
  it.each(Object.entries(leaks))("finds one that gets %s", async (_what, plant) => {
    const stage = await createCanaryStage("gitea");
    try {
      stage.expectSilence();
      const [secret = ""] = stage.secrets();
      await plant(stage, secret);
      expect(() => stage.expectSilence()).toThrow(Error);
    } finally {
      await stage.close();
    }
  });
});

for (const kind of ["gitea", "github"] as const)
  describeCanary(kind, ({ name }) => name === "422 that repeats the token");
