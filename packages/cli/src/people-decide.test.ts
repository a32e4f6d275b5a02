import { describe, expect, it } from "vitest";
import { opsFiles } from "./demo/files.ts";
import type { Stage } from "./fleet.fixture.ts";
import { createStage, pilot, rows, schedulePath, wantedSchedule, writeFiles } from "./fleet.fixture.ts";

const later = wantedSchedule.replace("15 * * * *", "45 * * * *");
const branch = "coulomb/demo/schedule-kaizen-stack";

async function inSync(): Promise<Stage> {
  const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
  await stage.coulomb(["reconcile"]);
  return stage;
}

describe("what people decided", () => {
  it("is told by status and why: a declined change is not promised again", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(later) } });
    await stage.coulomb(["reconcile"]);
    await stage.coulomb(["requests", "close", "alpha", "--reason", "ours"]);
    expect(rows((await stage.json(["status"])).repos)).toMatchObject([
      { class: "adoption", outcome: "declined" },
    ]);
    expect(await stage.json(["why", "alpha"])).toMatchObject({
      outcome: "declined",
      next: expect.stringContaining("override"),
    });
    expect(rows((await stage.json(["reconcile", "--dry-run"])).repos)).toMatchObject([
      { outcome: "declined" },
    ]);
  });

  it("is told by status and why: an edited branch belongs to its editors", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    await stage.coulomb(["reconcile"]);
    await stage.person("alpha").commit(branch, { [schedulePath]: later });
    expect(rows((await stage.json(["status"])).repos)).toMatchObject([{ outcome: "edited" }]);
    expect(await stage.json(["why", "alpha"])).toMatchObject({ outcome: "edited" });
  });

  it("takes over a branch that people pushed to, merged by hand and left behind", async () => {
    const stage = await inSync();
    await stage.person("alpha").commit("main", { [schedulePath]: later });
    await stage.coulomb(["reconcile"]);
    await stage.person("alpha").commit(branch, { "theirs.md": "theirs\n" });
    await stage.person("alpha").merge(branch);
    await stage.person("alpha").commit("main", { [schedulePath]: later });
    const report = await stage.json(["reconcile"]);
    expect(rows(report.repos)).toMatchObject([{ class: "drift", outcome: "proposed", number: 2 }]);
    await stage.coulomb(["requests", "merge", "alpha"]);
    expect(await stage.person("alpha").read("main", "theirs.md")).toBe("theirs\n");
    expect(await stage.json(["reconcile"])).toMatchObject({ writes: 0 });
  });

  it("settles a conflict for the ops repo when the draft is merged by name, and never with --all", async () => {
    const stage = await inSync();
    await stage.person("alpha").commit("main", { [schedulePath]: later });
    stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace("wave: 1 }", "wave: 1, phase: stabilize }"),
    );
    await stage.coulomb(["reconcile"]);
    expect(rows((await stage.json(["requests", "list"])).requests)).toMatchObject([
      { class: "conflict", draft: true },
    ]);
    expect(rows((await stage.json(["requests", "merge", "--all"])).requests)).toEqual([]);
    expect(rows((await stage.json(["requests", "merge", "alpha"])).requests)).toMatchObject([
      { state: "merged" },
    ]);
    expect(await stage.json(["status"])).toMatchObject({ counts: { in_sync: 1 } });
  });

  it("takes a seed value that people removed as their decision to have it set again, not as drift", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    await stage.coulomb(["reconcile"]);
    await stage.coulomb(["requests", "merge", "alpha"]);
    await stage.coulomb(["reconcile"]);
    const file = await stage.person("alpha").read("main", schedulePath);
    await stage.person("alpha").commit("main", { [schedulePath]: (file ?? "").replace(/^domain:.*\n/m, "") });
    expect(rows((await stage.json(["status"])).repos)).toMatchObject([{ class: "create" }]);
  });
});

/** A file of the demo's loop, as that of another loop with a schedule file of its own. */
function second(text: string): string {
  return text
    .replaceAll("kaizen-stack", "second")
    .replace("decision: DEC-001\n", "schedule_path: .kaizen/second.yml\n");
}

async function twoLoops(): Promise<Stage> {
  const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
  const roster = opsFiles["loops/kaizen-stack/roster.yaml"] ?? "";
  writeFiles(stage.ops, {
    "loops/second/roster.yaml": second(roster).replace(
      /active:\n(?: {2}- .*\n)*/,
      "active:\n  - { repo: alpha, wave: 1 }\n",
    ),
    "loops/second/cadence.yaml": second(opsFiles["loops/kaizen-stack/cadence.yaml"] ?? ""),
  });
  return stage;
}

describe("two loops in one repo", () => {
  it("get a proposal each, for a schedule file each", async () => {
    const stage = await twoLoops();
    const report = await stage.json(["reconcile"]);
    expect(rows(report.repos)).toMatchObject([
      { loop: "kaizen-stack", class: "create", outcome: "proposed" },
      { loop: "second", class: "create", outcome: "proposed" },
    ]);
    await stage.coulomb(["requests", "merge", "--all"]);
    expect(await stage.json(["reconcile"])).toMatchObject({ writes: 0 });
    expect(await stage.person("alpha").read("main", ".kaizen/second.yml")).toContain("15 * * * *");
    expect(await stage.json(["status"])).toMatchObject({ counts: { in_sync: 2 } });
  });

  it.each([["plan"], ["status"], ["reconcile"], ["reconcile", "--dry-run"]])(
    "stand with their loop in every line of %s %s",
    async (...args) => {
      const { stdout } = await (await twoLoops()).coulomb(args);
      const lines = stdout.split("\n").filter((line) => line.startsWith("local/coulomb/alpha"));
      expect([...new Set(lines.map((line) => line.split(/\s/, 1)[0]))]).toEqual([
        "local/coulomb/alpha@kaizen-stack",
        "local/coulomb/alpha@second",
      ]);
    },
  );

  it("are told apart by the loop behind the repo's name", async () => {
    const stage = await twoLoops();
    expect((await stage.coulomb(["why", "alpha"])).code).toBe(64);
    expect(await stage.json(["why", "alpha@second"])).toMatchObject({
      loop: "second",
      file: ".kaizen/second.yml",
    });
  });
});

describe("a dry run of a saved plan", () => {
  it("says what is stale", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined), beta: pilot(undefined) } });
    await stage.coulomb(["plan", "--out", "plan.json"]);
    await stage.person("beta").commit("main", { [schedulePath]: later });
    const report = await stage.json(["reconcile", "--plan", "plan.json", "--dry-run", "--detailed-exitcode"]);
    expect(report).toMatchObject({ exit_code: 5, writes: 0, dry_run: true });
    expect(rows(report.repos)).toMatchObject([{ outcome: "planned" }, { outcome: "stale" }]);
  });
});
