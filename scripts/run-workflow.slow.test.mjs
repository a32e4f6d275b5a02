// The workflows that ops repos begin with, from end to end: their steps run on this machine, against doubles of the forges.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorkflowStage, rosterOf, rosterPath, schedule } from "./workflow-stage.fixture.mjs";

const results = (jobs) => Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
const writes = (requests) =>
  requests.filter((each) =>
    /^(?:PUT|PATCH|DELETE)|^POST .*(?:pulls|comments|labels|statuses|trees|commits|refs)$|receive-pack/.test(
      each,
    ),
  );

/** Makes the hub know the repos, and pins the definitions of activities. */
async function prepareHub(stage) {
  await stage.coulomb(["hub", "register"]);
  const lock = "activity-definitions/.lock.json";
  const compiled = await stage.coulomb(["activity", "compile"]);
  await stage.person.commit("main", { [lock]: readFileSync(join(compiled, lock), "utf8") });
}

describe.each(["github", "gitea"])("the workflows on %s", (kind) => {
  let stage;
  beforeAll(async () => {
    stage = await createWorkflowStage(kind);
  });
  afterAll(() => stage.close());

  it("show the plan of a pull request, in one comment that later pushes change, and apply that plan when it is merged", async () => {
    const pull = await stage.propose("more", { [rosterPath]: rosterOf("alpha", "beta") });
    const first = await stage.run("reconcile", pull.event());
    expect(results(first)).toEqual({
      validate: "success",
      plan: "success",
      fork: "skipped",
      apply: "skipped",
    });
    expect(first.plan.summary).toMatch(/\| local\/coulomb\/beta \| create \|/);
    expect(pull.comments().map(({ by, body }) => [by, /coulomb\/beta \| create/.test(body)])).toEqual([
      ["bot", true],
    ]);
    await stage.person.commit("more", { [rosterPath]: rosterOf("alpha", "beta", "gamma") });
    await stage.run("reconcile", pull.event());
    expect(pull.comments()).toHaveLength(1);
    expect(pull.comments()[0].body).toMatch(/coulomb\/gamma \| create/);
    const before = stage.double.requests.entries.length;
    await stage.run("reconcile", pull.event());
    expect(writes(stage.requests(before))).toEqual([]);
    expect([await stage.offered("beta"), await stage.offered("gamma")]).toEqual([null, null]);
    const merged = await pull.merge();
    const applied = await stage.run("reconcile", merged);
    expect(results(applied)).toEqual({
      validate: "skipped",
      plan: "skipped",
      fork: "skipped",
      apply: "success",
    });
    expect([await stage.offered("beta"), await stage.offered("gamma")]).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
    expect(applied.apply.summary).toMatch(/\| local\/coulomb\/beta \| create \|.*proposed/);
    // Once more: it is done, and nothing is written.
    const after = stage.double.requests.entries.length;
    expect(results(await stage.run("reconcile", merged)).apply).toBe("success");
    expect(writes(stage.requests(after))).toEqual([]);
  });

  it("leave alone what changed after the review, and a run by hand takes it as it is", async () => {
    for (const name of ["beta", "gamma"]) await stage.pilot(name).merge("coulomb/demo/schedule-kaizen-stack");
    expect(results(await stage.run("reconcile", stage.timed())).apply).toBe("success");
    const text = (await stage.person.read("main", rosterPath)).replace(
      "phase: bootstrap",
      "phase: stabilize",
    );
    const pull = await stage.propose("later", { [rosterPath]: text });
    expect((await stage.run("reconcile", pull.event())).plan).toMatchObject({ result: "success" });
    for (const name of ["alpha", "beta", "gamma"])
      await stage
        .pilot(name)
        .commit("main", { ".kaizen/schedule.yml": schedule.replace("30 * * * *", "45 * * * *") });
    const merged = await pull.merge();
    const { apply } = await stage.run("reconcile", merged);
    expect(apply.result).toBe("failure");
    expect(apply.text).toContain(
      "run coulomb reconcile without --reviewed (in CI: run the workflow by hand)",
    );
    expect(apply.summary).toContain("stale");
    expect(apply.annotations).toContainEqual(
      expect.objectContaining({
        level: expect.stringMatching(/error|warning/),
        properties: expect.stringContaining(rosterPath),
      }),
    );
    for (const name of ["alpha", "beta", "gamma"]) expect(await stage.offered(name)).toBeNull();
    const byHand = await stage.run("reconcile", stage.timed("workflow_dispatch"));
    expect(byHand.apply.result).toBe("success");
    for (const name of ["alpha", "beta", "gamma"])
      expect(await stage.offered(name)).toEqual(expect.any(String));
  });

  it("give a fork's pull request no secret, and say why it is not planned", async () => {
    const pull = await stage.propose("fork", { [rosterPath]: rosterOf("alpha") }, "somebody/demo-ops");
    const jobs = await stage.run("reconcile", pull.event());
    expect(results(jobs)).toEqual({
      validate: "success",
      plan: "skipped",
      fork: "success",
      apply: "skipped",
    });
    expect(jobs.fork.text).toContain("comes from a fork");
    // Gitea shows neither of them.
    const { summary, annotations } = jobs.fork;
    expect([summary.includes("comes from a fork"), annotations.length]).toEqual(
      kind === "github" ? [true, 1] : [false, 0],
    );
    expect(pull.comments()).toEqual([]);
    expect(results(await stage.run("promote", pull.event()))).toEqual({
      verify: "success",
      promote: "skipped",
    });
  });

  it("do nothing on other branches, by hand neither, and where they are not switched on", async () => {
    const elsewhere = { ...stage.timed("workflow_dispatch"), ref: "refs/heads/topic" };
    const off = { vars: {} };
    for (const name of ["reconcile", "promote", "state-hub-sync", "activity-tick"])
      for (const [event, changes] of [
        [elsewhere, {}],
        [stage.timed(), off],
      ]) {
        const jobs = await stage.run(name, event, changes);
        expect(new Set(Object.values(results(jobs)))).toEqual(new Set(["skipped"]));
      }
    expect(await stage.run("state-hub-sync", { ...stage.timed("push"), changed: ["README.md"] })).toEqual({});
  });

  it("find the errors of a pull request, at their lines", async () => {
    const pull = await stage.propose("wrong", {
      [rosterPath]: rosterOf("alpha").replace("phase: bootstrap", "phase: bootstrp"),
    });
    const jobs = await stage.run("reconcile", pull.event());
    expect(results(jobs)).toMatchObject({ validate: "failure", plan: "failure" });
    expect(jobs.validate.annotations).toContainEqual(
      expect.objectContaining({ level: "error", properties: expect.stringMatching(/roster\.yaml,line=\d+/) }),
    );
    expect(pull.comments()).toEqual([]);
  });

  it("judge a pull request as it would be merged", async () => {
    const pull = await stage.propose("beside", { "README.md": "# ops\n" });
    const good = await stage.person.read("main", rosterPath);
    await stage.person.commit("main", { [rosterPath]: good.replace(/phase: \w+/, "phase: bootstrp") });
    const { validate } = await stage.run("reconcile", pull.event());
    expect(validate).toMatchObject({
      result: "failure",
      annotations: [{ level: "error", message: expect.stringContaining("bootstrp") }],
    });
    const { verify } = await stage.run("promote", pull.event());
    expect(verify.result).toBe("success");
    expect(verify.text).toMatch(/0 records at [0-9a-f]{10}/);
    expect(verify.text).not.toContain(pull.event().sha.slice(0, 10));
    await stage.person.commit("main", { [rosterPath]: good });
    expect((await stage.run("reconcile", pull.event())).validate.result).toBe("success");
  });

  it("sync the workplans, tick the activities, and look for what is earned", async () => {
    await prepareHub(stage);
    const synced = await stage.run("state-hub-sync", stage.timed());
    expect(results(synced)).toEqual({ sync: "success" });
    expect((await stage.hub("/v1/tasks")).items.length).toBeGreaterThan(5);
    const ticked = await stage.run("activity-tick", stage.timed());
    expect(ticked.tick).toMatchObject({ result: "success" });
    expect(ticked.tick.summary).toMatch(/## coulomb activity tick: exit code 0[^]*slots? written/);
    const promoted = await stage.run("promote", stage.timed());
    expect(results(promoted)).toEqual({ verify: "skipped", promote: "success" });
    expect(promoted.promote.summary).toContain("## coulomb promote: exit code 0");
  });

  it("print no secret, and ask the forge for nothing that it does not have", () => {
    expect([stage.leaks(), stage.double.violations]).toEqual([[], []]);
  });
});

describe("the workflows on GitHub, by an App", () => {
  it("ask in each job for no more than it needs, and do their work with that", async () => {
    const stage = await createWorkflowStage("github");
    try {
      const asked = [];
      const run = (name, event) => stage.run(name, event, stage.asApp(asked));
      const pull = await stage.propose("more", { [rosterPath]: rosterOf("alpha", "beta") });
      expect(results(await run("reconcile", pull.event())).plan).toBe("success");
      expect(pull.comments().map(({ by }) => by)).toEqual(["reconciler[bot]"]);
      expect(results(await run("reconcile", await pull.merge())).apply).toBe("success");
      expect(await stage.offered("beta")).toEqual(expect.any(String));
      await prepareHub(stage);
      for (const [name, job] of [
        ["state-hub-sync", "sync"],
        ["activity-tick", "tick"],
        ["promote", "promote"],
      ])
        expect((await run(name, stage.timed()))[job]).toMatchObject({ result: "success" });
      const [write, own] = ["write", { repositories: ["demo-ops"] }];
      const all = { contents: write, pull_requests: write, issues: write, statuses: write };
      expect(asked).toEqual([
        { permissions: { contents: "read", statuses: "read", pull_requests: write } },
        { permissions: all },
        { permissions: { contents: write, pull_requests: write }, ...own },
        { permissions: { contents: "read" } },
        { permissions: all },
      ]);
      expect([stage.leaks(), stage.double.violations]).toEqual([[], []]);
    } finally {
      await stage.close();
    }
  });
});
