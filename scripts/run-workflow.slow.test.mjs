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
    expect(jobs.fork.summary).toContain("comes from a fork");
    expect(jobs.fork.annotations).toMatchObject([
      { level: "notice", message: expect.stringContaining("fork") },
    ]);
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

  it("sync the workplans, tick the activities, and look for what is earned", async () => {
    await stage.coulomb(["hub", "register"]);
    const lock = "activity-definitions/.lock.json";
    const compiled = await stage.coulomb(["activity", "compile"]);
    await stage.person.commit("main", { [lock]: readFileSync(join(compiled, lock), "utf8") });
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
