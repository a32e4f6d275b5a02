import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { document, fixedNow, pilot, rows, wantedSchedule } from "./fleet.fixture.ts";
import { createHostedStage, type HostedKind, type HostedStage } from "./hosted.fixture.ts";

const kinds = ["gitea", "github"] as const;

async function on(kind: HostedKind, test: (stage: HostedStage) => Promise<void>): Promise<void> {
  const stage = await createHostedStage(kind, {
    alpha: pilot(wantedSchedule),
    beta: pilot(undefined),
    gamma: pilot(wantedSchedule.replace("15 * * * *", "45 * * * *")),
  });
  try {
    await test(stage);
    expect(stage.server.violations).toEqual([]);
  } finally {
    await stage.close();
  }
}

const branch = "coulomb/demo/schedule-kaizen-stack";

describe.concurrent.each(kinds)("the reconciler on %s", { timeout: 60_000 }, (kind) => {
  it("plans without a write, proposes, sees the merges, and then writes nothing", () =>
    on(kind, async (stage) => {
      const plan = await stage.coulomb(["plan"]);
      expect([plan.code, plan.stderr]).toEqual([0, ""]);
      expect(plan.stdout).toMatch(/Proposals on local: 2 to open; at most \d+ requests/);
      const reads = stage.asked();
      expect(reads.filter((each) => /PUT|PATCH|DELETE|receive-pack/.test(each))).toEqual([]);
      const first = await stage.json(["reconcile"]);
      const { predicted_writes: predicted } = document(JSON.stringify(first.requests));
      // Without a retry, what was asked is no more than what was foretold.
      expect(stage.asked().length).toBeLessThanOrEqual(reads.length + Number(predicted));
      expect(
        rows(first.repos).map(({ repo_id, outcome }) => [String(repo_id).split("/").at(-1), outcome]),
      ).toEqual([
        ["alpha", "clean"],
        ["beta", "proposed"],
        ["gamma", "proposed"],
      ]);
      const list = await stage.coulomb(["requests", "list"]);
      expect(list.stdout).toContain("local/coulomb/beta#1");
      for (const name of ["beta", "gamma"]) await stage.person(name).merge(branch);
      const second = await stage.json(["reconcile"]);
      expect(rows(second.repos).map(({ outcome }) => outcome)).toEqual(["clean", "clean", "clean"]);
      stage.asked();
      const third = await stage.json(["reconcile", "--detailed-exitcode"]);
      expect(rows(third.repos).map(({ class: found }) => found)).toEqual(["in_sync", "in_sync", "in_sync"]);
      expect(
        stage.asked().filter((each) => /PUT|PATCH|DELETE|receive-pack|git\/(?:trees|commits)$/.test(each)),
      ).toEqual([]);
      const status = await stage.json(["status"]);
      expect(status.health).toBe("healthy");
    }));

  it("remembers a merge also when a plan saw it first, and then reads no more than it must", () =>
    on(kind, async (stage) => {
      await stage.coulomb(["reconcile"]);
      for (const name of ["beta", "gamma"]) {
        await stage.person(name).merge(branch);
        await stage.person(name).deleteBranch(branch);
      }
      // A plan keeps what it read, and remembers nothing.
      for (let looks = 0; looks < 2; looks += 1) expect((await stage.coulomb(["plan"])).code).toBe(0);
      await stage.coulomb(["reconcile"]);
      const audit = await git(stage.hosting.repo("coulomb/demo-ops").path, [
        "show",
        "coulomb-state/demo:audit.jsonl",
      ]);
      expect(audit.match(/"verdict":"merged"/g)).toHaveLength(2);
      await stage.coulomb(["plan"]);
      stage.asked();
      await stage.coulomb(["plan"]);
      const warm = stage.asked().length;
      // Nothing of the three pilots but where they stand, and the state.
      expect(warm).toBeLessThanOrEqual(kind === "gitea" ? 5 : 3);
    }));

  it("forgets nothing that it read when the server is away for a while", () =>
    on(kind, async (stage) => {
      await stage.coulomb(["reconcile"]);
      await stage.coulomb(["plan"]);
      stage.asked();
      await stage.coulomb(["plan"]);
      const warm = stage.asked().length;
      const fault = { kind: "answer", status: 503 } as const;
      stage.server.fail({ match: { path: /alpha|graphql/, times: 1000 }, fault });
      expect((await stage.coulomb(["plan"])).code).toBe(1);
      stage.server.calm();
      stage.asked();
      await stage.coulomb(["plan"]);
      expect(stage.asked()).toHaveLength(warm);
    }));

  it("respects what people say there: a closed proposal is a no, a label asks again", () =>
    on(kind, async (stage) => {
      await stage.coulomb(["reconcile"]);
      await stage.person("beta").deleteBranch(branch);
      const declined = await stage.json(["reconcile"]);
      expect(rows(declined.repos).find(({ repo_id }) => repo_id === "local/coulomb/beta")?.outcome).toBe(
        "declined",
      );
      const again = await stage.json(["reconcile", "--reopen", "beta"]);
      expect(rows(again.repos).find(({ repo_id }) => repo_id === "local/coulomb/beta")?.outcome).toBe(
        "proposed",
      );
      const theirs = await stage.person("gamma").commit(branch, { "notes.md": "mine\n" });
      const edited = await stage.json(["reconcile"]);
      expect(rows(edited.repos).find(({ repo_id }) => repo_id === "local/coulomb/gamma")?.outcome).toBe(
        "edited",
      );
      expect(await stage.person("gamma").head(branch)).toBe(theirs);
    }));

  it("is checked by doctor: who writes, on what, and what is left", () =>
    on(kind, async (stage) => {
      const report = await stage.json(["doctor"]);
      const forge = rows(report.checks).find(({ name }) => name === "forge local");
      expect(forge).toMatchObject({ status: "ok", message: expect.stringMatching(/writes as bot/) });
      const later = await stage.json(["doctor"], { now: fixedNow + 600_000 });
      expect(rows(later.checks)).toContainEqual(
        expect.objectContaining({ status: "warning", message: "its clock is 600 s behind ours" }),
      );
    }));

  it.runIf(kind === "github")("does not begin what the forge grants too few requests for", () =>
    on(kind, async (stage) => {
      stage.grant(20);
      const ran = await stage.json(["reconcile"]);
      expect(ran.stopped).toMatchObject({ code: "request_budget" });
      expect(rows(ran.repos).map(({ outcome }) => outcome)).toEqual(["clean", "retry", "retry"]);
      expect(stage.asked().filter((each) => /git\/trees|pulls$/.test(each))).toEqual([]);
    }),
  );

  it("says what to do without a token", () =>
    on(kind, async (stage) => {
      const ran = await stage.json(["plan"], { env: { FORGE_TOKEN: "" } });
      expect(ran).toMatchObject({ kind: "error", code: "secret_missing" });
    }));
});
