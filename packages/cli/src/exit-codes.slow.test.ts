import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import {
  copyStage,
  createStage,
  fixedNow,
  pilot,
  rows,
  schedulePath,
  wantedSchedule,
} from "./fleet.fixture.ts";

/** The wanted schedule with another cron for the coach. */
const later = wantedSchedule.replace("15 * * * *", "45 * * * *");
const own = wantedSchedule.replace("30 * * * *", "7 3 * * *");

/** A pilot for each state; `drift`, `pending` and `conflict` are brought about after a first run. */
async function stageOf(states: readonly string[]): Promise<Stage> {
  const start: Record<string, string | undefined> = {
    create: undefined,
    adoption: own,
    unsupported: "timezone: UTC\nagents:\n\tcoach: {}\n",
    opted_out: `enabled: false\n${later}`,
  };
  const stage = await createStage({
    pilots: Object.fromEntries(
      states.map((state) => [
        state.replaceAll("_", "-"),
        state === "unknown"
          ? undefined
          : state === "ineligible"
            ? {}
            : pilot(state in start ? start[state] : wantedSchedule),
      ]),
    ),
  });
  if (states.some((state) => ["drift", "pending", "conflict"].includes(state))) {
    await stage.coulomb(["reconcile"]);
    for (const state of ["drift", "conflict"].filter((each) => states.includes(each)))
      await stage.person(state).commit("main", { [schedulePath]: later });
    if (states.includes("pending") || states.includes("conflict"))
      stage.edit("loops/kaizen-stack/cadence.yaml", (text) => text.replace('"15 * * * *"', '"20 * * * *"'));
  }
  return stage;
}

describe("the exit code of a plan", () => {
  it.each([
    { states: ["in_sync"], code: 0, plain: 0 },
    { states: ["opted_out"], code: 0, plain: 0 },
    { states: ["create"], code: 2, plain: 0 },
    { states: ["pending"], code: 2, plain: 0 },
    { states: ["drift"], code: 3, plain: 0 },
    { states: ["adoption"], code: 4, plain: 0 },
    { states: ["conflict"], code: 4, plain: 0 },
    { states: ["unsupported"], code: 4, plain: 0 },
    { states: ["ineligible"], code: 4, plain: 0 },
    { states: ["unknown"], code: 1, plain: 1 },
    { states: ["in_sync", "create", "drift"], code: 3, plain: 0 },
    { states: ["drift", "adoption", "create"], code: 4, plain: 0 },
    { states: ["unknown", "drift", "adoption"], code: 1, plain: 1 },
  ])("of $states is $code in detail, else $plain", async ({ states, code, plain }) => {
    const stage = await stageOf(states);
    const refs = await stage.refs();
    const planned = await stage.json(["plan"]);
    expect(rows(planned.repos).map((repo) => repo.class)).toEqual(
      states.includes("unsupported") ? ["unsupported"] : [...states].sort(),
    );
    for (const command of [["plan"], ["reconcile", "--dry-run"]]) {
      expect((await stage.coulomb([...command, "--detailed-exitcode"])).code).toBe(code);
      expect((await stage.coulomb(command)).code).toBe(plain);
    }
    expect(await stage.refs()).toEqual(refs);
    const report = await stage.json(["reconcile", "--detailed-exitcode"]);
    expect(report.exit_code).toBe(code);
  });

  it("of why is 1 for a repo that is unknown, and 0 for the others", async () => {
    const stage = await stageOf(["unknown", "create"]);
    expect((await stage.coulomb(["why", "unknown"])).code).toBe(1);
    expect(await stage.json(["why", "unknown"])).toMatchObject({ kind: "why", class: "unknown" });
    expect((await stage.coulomb(["why", "create"])).code).toBe(0);
  });

  it("of plan --out - is that of plan, and stdout is the plan alone", async () => {
    const stage = await stageOf(["create"]);
    const ran = await stage.coulomb(["plan", "--out", "-", "--detailed-exitcode"]);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toEqual(await stage.json(["plan"]));
    expect(ran.stderr).toContain("local/coulomb/create");
    expect(JSON.parse((await stage.coulomb(["plan", "--out", "-", "--json"])).stdout)).toMatchObject({
      kind: "plan",
    });
    expect(readdirSync(stage.ops)).not.toContain("-");
    writeFileSync(join(stage.ops, "plan.json"), ran.stdout);
    expect((await stage.json(["reconcile", "--plan", "plan.json"])).exit_code).toBe(2);
  });

  it("of status is 1 when a repo is unknown, else 0", async () => {
    expect((await (await stageOf(["unknown", "create"])).coulomb(["status"])).code).toBe(1);
    expect((await (await stageOf(["drift"])).coulomb(["status"])).code).toBe(0);
  });
});

describe("the exit code of a run", () => {
  it("is 0 for what it just proposed, and tells in detail what is still open", async () => {
    const stage = await stageOf(["create", "in_sync"]);
    const ran = await stage.coulomb(["reconcile", "--detailed-exitcode"]);
    expect(ran.code).toBe(2);
    await stage.coulomb(["requests", "merge", "--all"]);
    expect((await stage.coulomb(["reconcile", "--detailed-exitcode"])).code).toBe(0);
  });

  it("is 1 when a repository refuses the write, and the others get theirs", async () => {
    const stage = await createStage({ pilots: { closed: pilot(undefined), open: pilot(undefined) } });
    mkdirSync(join(stage.path("closed"), "hooks"), { recursive: true });
    writeFileSync(join(stage.path("closed"), "hooks/pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const report = await stage.json(["reconcile"]);
    expect(report.exit_code).toBe(1);
    expect(rows(report.repos).map(({ outcome }) => outcome)).toEqual(["rejected", "proposed"]);
  });

  it("is 1 when the state may not be written, also where nothing else is left to do", async () => {
    const stage = await stageOf(["in_sync"]);
    mkdirSync(join(stage.path("demo-ops"), "hooks"), { recursive: true });
    writeFileSync(join(stage.path("demo-ops"), "hooks/pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const ran = await stage.coulomb(["reconcile", "--json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ state: "refused" });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/\S/);
  });

  it("is 4 in detail when people changed the branch of a proposal, which is theirs then", async () => {
    const stage = await stageOf(["create"]);
    await stage.coulomb(["reconcile"]);
    await stage.person("create").commit("coulomb/demo/schedule-kaizen-stack", { [schedulePath]: later });
    const told = await stage.json(["reconcile", "--detailed-exitcode"]);
    expect(told).toMatchObject({ exit_code: 4, writes: 1 });
    expect(rows(told.repos)).toMatchObject([{ outcome: "edited", writes: ["proposal_commented"] }]);
    const refs = await stage.refs();
    const report = await stage.json(["reconcile", "--detailed-exitcode"]);
    expect(report).toMatchObject({ exit_code: 4, writes: 0, state: "unchanged" });
    expect(rows(report.repos)).toMatchObject([{ outcome: "edited" }]);
    expect(await stage.refs()).toEqual(refs);
  });
});

describe("a saved plan", () => {
  let before: Stage;
  beforeAll(async () => {
    before = await createStage({
      pilots: { alpha: pilot(undefined), beta: pilot(own), gamma: pilot(wantedSchedule) },
    });
    await before.coulomb(["plan", "--out", "plan.json"]);
  });

  it("is the document that --json prints, and leaves no draft", async () => {
    const stage = copyStage(before);
    const printed = await stage.json(["plan", "--out", "again.json"]);
    expect(JSON.parse(readFileSync(join(stage.ops, "again.json"), "utf8"))).toEqual(printed);
    expect(readFileSync(join(stage.ops, "again.json"), "utf8")).toBe(
      readFileSync(join(stage.ops, "plan.json"), "utf8"),
    );
    expect(readdirSync(stage.ops).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("applies exactly", async () => {
    const stage = copyStage(before);
    const planned: unknown = JSON.parse(readFileSync(join(stage.ops, "plan.json"), "utf8"));
    const report = await stage.json(["reconcile", "--plan", "plan.json"], { now: fixedNow + 3_600_000 });
    expect(planned).toMatchObject({ plan_digest: report.plan_digest });
    expect(rows(report.repos)).toMatchObject([
      { outcome: "proposed", writes: ["branch_advanced", "proposal_opened"] },
      { outcome: "proposed", writes: ["branch_advanced", "proposal_opened"] },
      { outcome: "clean", writes: [] },
    ]);
    // The commits carry the plan's time, not the hour later.
    const branch = "coulomb/demo/schedule-kaizen-stack";
    expect(await stage.person("alpha").read(branch, schedulePath)).toContain("15 * * * *");
  });

  it("writes nothing when it is applied again", async () => {
    const stage = copyStage(before);
    await stage.coulomb(["reconcile", "--plan", "plan.json"]);
    const refs = await stage.refs();
    expect(await stage.json(["reconcile", "--plan", "plan.json"])).toMatchObject({
      writes: 0,
      state: "unchanged",
    });
    expect(await stage.refs()).toEqual(refs);
  });

  it("is stale for a repo whose file changed since, and nothing is written there", async () => {
    const stage = copyStage(before);
    await stage.person("beta").commit("main", { [schedulePath]: `${own}# a comment more\n` });
    const refs = await stage.refs();
    const ran = await stage.coulomb(["reconcile", "--plan", "plan.json", "--detailed-exitcode"]);
    expect(ran.code).toBe(5);
    const after = await stage.refs();
    expect(after["beta.git"]).toBe(refs["beta.git"]);
    expect(after["alpha.git"]).not.toBe(refs["alpha.git"]);
    const report = await stage.json(["reconcile", "--plan", "plan.json"]);
    expect(rows(report.repos).map(({ outcome }) => outcome)).toEqual(["proposed", "stale", "clean"]);
    expect((await stage.coulomb(["reconcile", "--plan", "plan.json"])).code).toBe(0);
  });

  it("holds when another file of the repo changed", async () => {
    const stage = copyStage(before);
    await stage.person("beta").commit("main", { "README.md": "# more\n" });
    const report = await stage.json(["reconcile", "--plan", "plan.json"]);
    expect(rows(report.repos).map(({ outcome }) => outcome)).toEqual(["proposed", "proposed", "clean"]);
  });

  it("is stale where the ops repo wants something else by now, and only there", async () => {
    const stage = copyStage(before);
    stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace("{ repo: beta, wave: 1 }", "{ repo: beta, wave: 1, phase: stabilize }"),
    );
    const report = await stage.json(["reconcile", "--plan", "plan.json"]);
    expect(rows(report.repos).map(({ outcome }) => outcome)).toEqual(["proposed", "stale", "clean"]);
  });

  it("is stale for a repo that left the roster", async () => {
    const stage = copyStage(before);
    stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace("  - { repo: alpha, wave: 1 }\n", ""),
    );
    const report = await stage.json(["reconcile", "--plan", "plan.json"]);
    expect(rows(report.repos).map(({ outcome }) => outcome)).toEqual(["stale", "proposed", "clean"]);
  });

  it("is stale after a day", async () => {
    const stage = copyStage(before);
    const refs = await stage.refs();
    const ran = await stage.coulomb(["reconcile", "--plan", "plan.json", "--detailed-exitcode"], {
      now: fixedNow + 24 * 3_600_000 + 1,
    });
    expect(ran.code).toBe(5);
    const { "demo-ops.git": _state, ...pilots } = await stage.refs();
    const { "demo-ops.git": _before, ...unchanged } = refs;
    expect(pilots).toEqual(unchanged);
  });

  it("loses to an error: stale and unknown together are 1", async () => {
    const stage = copyStage(before);
    await stage.person("beta").commit("main", { [schedulePath]: later });
    rmSync(stage.path("alpha"), { recursive: true });
    const ran = await stage.coulomb(["reconcile", "--plan", "plan.json", "--detailed-exitcode"]);
    expect(ran.code).toBe(1);
  });

  it.each([
    { title: "that is not there", file: "nowhere.json", content: undefined, code: "plan_invalid" },
    { title: "that is no JSON", file: "plan.json", content: "{", code: "plan_invalid" },
    { title: "that is no plan", file: "plan.json", content: "[]", code: "plan_invalid" },
    {
      title: "of a newer format",
      file: "plan.json",
      content: '{"format_version":"2.0"}',
      code: "plan_version",
    },
    { title: "changed by hand", file: "plan.json", content: "edit", code: "plan_invalid" },
    { title: "of another installation", file: "plan.json", content: "foreign", code: "plan_foreign" },
  ])("$title is refused as a whole, with $code", async ({ file, content, code }) => {
    const stage = copyStage(before);
    if (content === "edit") stage.edit("plan.json", (text) => text.replace("15 * * * *", "16 * * * *"));
    else if (content === "foreign") {
      stage.edit("coulomb.yaml", (text) => text.replace("installation: demo", "installation: other"));
    } else if (content !== undefined) writeFileSync(join(stage.ops, file), content);
    const refs = await stage.refs();
    const ran = await stage.coulomb(["reconcile", "--plan", file, "--json"]);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "error", code });
    expect(await stage.refs()).toEqual(refs);
  });

  it.each([{ file: "loops" }, { file: "no/such/folder/plan.json" }])(
    "that cannot be written to $file is an error, and leaves no draft",
    async ({ file }) => {
      const stage = copyStage(before);
      const ran = await stage.coulomb(["plan", "--out", file, "--json"]);
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "error", code: "plan_unwritable" });
      expect(readdirSync(stage.ops).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    },
  );
});
