import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mergePull, openPull } from "@coulomb-loop/testkit/hosting";
import { describe, expect, it } from "vitest";
import { createStage, pilot, rows, schedulePath, wantedSchedule } from "./fleet.fixture.ts";
import { createHostedStage, type HostedKind, type HostedStage } from "./hosted.fixture.ts";

const zero = "0".repeat(40);
const branch = "coulomb/demo/schedule-kaizen-stack";

interface Review {
  readonly stage: HostedStage;
  /** The pull request under review. */
  readonly number: number;
  /** Bodies of the comments on it, with who wrote each. */
  readonly comments: () => readonly { readonly by: string; readonly body: string }[];
  readonly comment: (by: string, body: string) => void;
  /** Merges it, and answers with the commit. */
  readonly merge: () => Promise<string>;
  /** Opens another one. */
  readonly another: (name: string) => Promise<Review>;
}

async function review(stage: HostedStage, name = "topic"): Promise<Review> {
  const { hosting } = stage;
  const repo = hosting.repo("coulomb/demo-ops");
  await stage.person("demo-ops").commit(name, { [name]: "changed\n" });
  const draft = { title: "Change", body: "", headBranch: name, base: "main", author: "coulomb" };
  const opened = await repo.exclusive(() => openPull(repo, draft));
  if (opened.kind !== "done") throw new Error(opened.kind);
  const { number } = opened.pull;
  return {
    stage,
    number,
    comments: () => repo.pulls.get(number)?.comments ?? [],
    comment: (by, body) => void repo.pulls.comment(number, by, body),
    another: (next) => review(stage, next),
    merge: async () => {
      const by = hosting.users.find("coulomb") ?? hosting.users.ghost;
      const request = { number, by, message: "Merge", at: hosting.clock() };
      const merged = await repo.exclusive(() => mergePull(repo, request));
      if (merged.kind !== "done") throw new Error(merged.kind);
      return merged.oid;
    },
  };
}

async function on(kind: HostedKind, test: (review: Review) => Promise<void>): Promise<void> {
  const stage = await createHostedStage(kind, {
    alpha: pilot(wantedSchedule),
    beta: pilot(undefined),
    gamma: pilot(wantedSchedule.replace("15 * * * *", "45 * * * *")),
  });
  try {
    await test(await review(stage));
    expect(stage.server.violations).toEqual([]);
  } finally {
    await stage.close();
  }
}

const outcomes = (report: Awaited<ReturnType<HostedStage["json"]>>) =>
  rows(report["repos"]).map(({ repo_id, outcome }) => [String(repo_id).split("/").at(-1), outcome]);

function leave(stage: HostedStage, repo: string): void {
  const file = join(stage.ops, "loops/kaizen-stack/roster.yaml");
  const before = readFileSync(file, "utf8");
  const entry = `  - { repo: ${repo}, wave: 1 }\n`;
  expect(before).toContain(entry);
  writeFileSync(file, before.replace(entry, ""));
}

describe.concurrent.each(["gitea", "github"] as const)(
  "a plan that is reviewed on %s",
  { timeout: 60_000 },
  (kind) => {
    it("is one comment, which a later plan changes and the same plan leaves", () =>
      on(kind, async ({ stage, number, comments }) => {
        const plan = () => stage.coulomb(["plan", "--comment", String(number)]);
        const first = await plan();
        expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining("was made") });
        const [made] = comments();
        expect(made?.by).toBe("bot");
        expect(made?.body).toMatch(/^\| local\/coulomb\/beta \| create \| .*coach/mu);
        expect(made?.body).toMatch(/^\| local\/coulomb\/gamma \| adoption \|/mu);
        expect(made?.body).not.toContain("local/coulomb/alpha");
        expect(
          (await stage.coulomb(["plan", "--comment", String(number)], { now: Date.UTC(2026, 6, 1, 11) }))
            .stderr,
        ).toContain("says so already");
        leave(stage, "gamma");
        expect((await plan()).stderr).toContain("was changed");
        expect(comments()).toHaveLength(1);
        expect(comments()[0]?.body).not.toContain("gamma");
      }));

    it("is what the merge applies, and a second run writes nothing", () =>
      on(kind, async ({ stage, number, merge }) => {
        await stage.coulomb(["plan", "--comment", String(number)]);
        const commit = await merge();
        const first = await stage.json(["reconcile", "--reviewed", commit]);
        expect(outcomes(first)).toEqual([
          ["alpha", "clean"],
          ["beta", "proposed"],
          ["gamma", "proposed"],
        ]);
        stage.asked();
        const again = await stage.coulomb(["reconcile", "--reviewed", commit]);
        expect(again.code).toBe(0);
        expect(
          stage
            .asked()
            .filter((each) => /^(?:PUT|PATCH|DELETE)|receive-pack|git\/(?:trees|commits)$/.test(each)),
        ).toEqual([]);
      }));

    it("is stale where a pilot changed in between, and what still holds is applied", () =>
      on(kind, async ({ stage, number, merge }) => {
        await stage.coulomb(["plan", "--comment", String(number)]);
        const commit = await merge();
        const changed = wantedSchedule.replace("15 * * * *", "50 * * * *");
        await stage.person("gamma").commit("main", { [schedulePath]: changed });
        const ran = await stage.coulomb(["reconcile", "--reviewed", commit]);
        expect(ran.code).toBe(5);
        expect(ran.stderr).toContain("run coulomb reconcile without --reviewed");
        const refs = (repo: string) =>
          stage.hosting.repo(`coulomb/${repo}`).refs.read(`refs/heads/${branch}`);
        expect([await refs("beta"), await refs("gamma")]).toEqual([expect.any(String), null]);
      }));

    it("counts for nobody who only looks like the tool, and not before the merge", () =>
      on(kind, async ({ stage, number, comment, comments, merge, another }) => {
        await stage.coulomb(["plan", "--comment", String(number)]);
        const { body = "" } = comments()[0] ?? {};
        const other = await another("other");
        other.comment("coulomb", body);
        comment("coulomb", body);
        const commit = await other.merge();
        const ran = await stage.json(["reconcile", "--reviewed", commit]);
        expect(outcomes(ran)).toEqual([
          ["alpha", "clean"],
          ["beta", "stale"],
          ["gamma", "stale"],
        ]);
        // The run of the other merge may be overtaken: what was merged the day before counts too.
        await merge();
        const last = await (await another("third")).merge();
        expect(outcomes(await stage.json(["reconcile", "--reviewed", last]))).toEqual([
          ["alpha", "clean"],
          ["beta", "proposed"],
          ["gamma", "proposed"],
        ]);
      }));

    it("is asked for by a commit that nobody reviewed: nothing is written, and nothing to do is no failure", () =>
      on(kind, async ({ stage }) => {
        const ran = await stage.coulomb(["reconcile", "--reviewed", zero]);
        expect(ran.code).toBe(5);
        expect(await stage.hosting.repo("coulomb/beta").refs.read(`refs/heads/${branch}`)).toBeNull();
        leave(stage, "beta");
        leave(stage, "gamma");
        expect((await stage.coulomb(["reconcile", "--reviewed", zero])).code).toBe(0);
      }));

    it("stops where the pull requests cannot be read", () =>
      on(kind, async ({ stage }) => {
        stage.server.fail({
          match: { path: /demo-ops\/pulls$/, times: 100 },
          fault: { kind: "answer", status: 500 },
        });
        const ran = await stage.coulomb(["reconcile", "--reviewed", zero]);
        expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("[reviews_unread]") });
        const there = await stage.coulomb(["plan", "--comment", "77"]);
        expect(there).toMatchObject({ code: 1, stderr: expect.stringContaining("[note_unwritten]") });
      }));
  },
);

describe("a plan that is reviewed on plain git", () => {
  it("has no pull request to stand on", async () => {
    const stage = await createStage({ pilots: { beta: pilot(undefined) } });
    for (const args of [
      ["plan", "--comment", "1"],
      ["reconcile", "--reviewed", zero],
    ]) {
      const ran = await stage.coulomb(args);
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("[pulls_unsupported]") });
    }
    const both = await stage.coulomb(["reconcile", "--reviewed", zero, "--plan", "plan.json"]);
    expect(both.code).toBe(64);
  });
});
