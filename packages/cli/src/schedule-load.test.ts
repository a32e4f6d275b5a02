import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { definitionFiles } from "./definitions.fixture.ts";
import type { Json, Stage } from "./fleet.fixture.ts";
import { copyStage, createStage, isMap, newFolder, plainUser, rows } from "./fleet.fixture.ts";

const load = ["schedule", "load"];
const roster = "loops/kaizen-stack/roster.yaml";

/** Runs git in the ops repo. */
function git(stage: Stage, ...args: readonly string[]): string {
  return execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    cwd: stage.ops,
    env: plainUser(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function commit(stage: Stage): void {
  git(stage, "add", "--all");
  git(stage, "commit", "--quiet", "--message", "ops");
}

function map(value: unknown): Json {
  if (!isMap(value)) throw new Error(`expected a map, received ${JSON.stringify(value)}`);
  return value;
}

/** What fires in the first hours, as `after` or `before>after`. */
function counts(report: Json, many: number): string[] {
  return rows(report.hours)
    .slice(0, many)
    .map(({ before, firings }) =>
      before === undefined ? String(firings) : `${Number(before)}>${Number(firings)}`,
    );
}

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({ pilots: { alpha: undefined, beta: undefined }, ops: definitionFiles });
  git(stage, "init", "--quiet", "--initial-branch=main");
  commit(stage);
});

describe("schedule load", () => {
  it("counts the firings of each hour of a week, from the beginning of this one", async () => {
    const report = await stage.json(load, { now: Date.parse("2026-07-01T10:59:00Z") });
    expect(report).toMatchObject({
      from: "2026-07-01T10:00:00.000Z",
      to: "2026-07-08T10:00:00.000Z",
      zone: "Europe/Berlin",
      load: {
        firings: 7 * 24 * 6,
        mean_per_hour: 6,
        busiest_hour: { at: "2026-07-01T10:00:00.000Z", firings: 6 },
        busiest_minute: { at: "2026-07-01T10:00:00.000Z", local: "2026-07-01 12:00 +02:00", firings: 2 },
      },
    });
    expect(rows(report.hours)).toHaveLength(168);
    expect(new Set(counts(report, 168))).toEqual(new Set(["6"]));
    expect(report).not.toHaveProperty("before");
  });

  it("shows the hour that a night has twice, and has none for the one that it lacks", async () => {
    const back = await stage.json([
      ...load,
      "--from",
      "2026-10-25T00:00:00Z",
      "--to",
      "2026-10-25T02:00:00Z",
    ]);
    expect(rows(back.hours).map(({ local }) => local)).toEqual([
      "2026-10-25 02:00 +02:00",
      "2026-10-25 02:00 +01:00",
    ]);
    const forth = await stage.json([
      ...load,
      "--from",
      "2027-03-28T00:00:00Z",
      "--to",
      "2027-03-28T02:00:00Z",
    ]);
    expect(rows(forth.hours).map(({ local }) => local)).toEqual([
      "2027-03-28 01:00 +01:00",
      "2027-03-28 03:00 +02:00",
    ]);
  });

  it("counts agents without a definition too", async () => {
    const bare = await createStage({ pilots: { alpha: undefined } });
    expect(counts(await bare.json(load), 2)).toEqual(["2", "2"]);
  });

  it.each([
    { phases: ["--phase", "alpha=stabilize"], moved: ["alpha"], hours: ["6>3", "6>3"] },
    { phases: ["--phase", "all=stabilize"], moved: ["alpha", "beta"], hours: ["6>0", "6>0"] },
    {
      phases: ["--phase", "all=stabilize", "--phase", "beta=bootstrap"],
      moved: ["alpha", "beta"],
      hours: ["6>3", "6>3"],
    },
  ])("with $phases supposes other phases", async ({ phases, moved, hours }) => {
    const report = await stage.json([...load, ...phases]);
    expect(counts(report, 2)).toEqual(hours);
    expect(rows(report.phases).map(({ repo_id }) => repo_id)).toEqual(
      moved.map((name) => `local/coulomb/${name}`),
    );
    expect(rows(report.hours)[0]).toMatchObject({ difference: Number(hours[0]?.slice(2)) - 6 });
  });

  describe("beside another commit", () => {
    let changed: Stage;
    beforeAll(() => {
      changed = copyStage(stage);
      changed.edit(roster, (text) =>
        text.replace("{ repo: beta, wave: 1 }", "{ repo: beta, wave: 1, phase: stabilize }"),
      );
    });

    it("shows what the roster changes, committed or not", async () => {
      const report = await changed.json([...load, "--compare", "main"]);
      expect(counts(report, 2)).toEqual(["6>3", "6>3"]);
      expect(map(report.compared_with)).toEqual({
        ref: "main",
        commit: git(changed, "rev-parse", "main").trim(),
      });
      const same = await stage.json([...load, "--compare", "HEAD"]);
      expect(counts(same, 2)).toEqual(["6>6", "6>6"]);
    });

    it("shows it with phases that are supposed besides", async () => {
      expect(
        counts(await changed.json([...load, "--compare", "main", "--phase", "alpha=stabilize"]), 1),
      ).toEqual(["6>0"]);
    });

    it("reads an ops repo in a folder of a repository", async () => {
      const inner = copyStage(stage);
      rmSync(join(inner.ops, ".git"), { recursive: true });
      execFileSync("git", ["init", "--quiet", inner.root], { env: plainUser() });
      commit(inner);
      inner.edit(roster, (text) => text.replace(/ {2}- \{ repo: beta.*\n/, ""));
      expect(counts(await inner.json([...load, "--compare", "HEAD"]), 1)).toEqual(["6>3"]);
    });

    it("changes nothing in the repository, and leaves no file behind", async () => {
      const state = () => [
        git(changed, "status", "--porcelain"),
        git(changed, "for-each-ref"),
        git(changed, "ls-files", "-s"),
      ];
      const scratch = newFolder();
      vi.stubEnv("TMPDIR", scratch);
      onTestFinished(() => void vi.unstubAllEnvs());
      const before = state();
      await changed.coulomb([...load, "--compare", "main"]);
      expect(state()).toEqual(before);
      expect(readdirSync(scratch)).toEqual([]);
    });

    it.each(["nowhere", "--all", "main:coulomb.yaml", ""])("refuses %j, which is no commit", async (ref) => {
      const ran = await changed.coulomb([...load, `--compare=${ref}`, "--json"]);
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "error", code: "ref_unknown" });
    });

    it("refuses a commit without an ops repo, and a folder without git", async () => {
      const other = copyStage(stage);
      git(other, "checkout", "--quiet", "--orphan", "empty");
      git(other, "rm", "-r", "--quiet", "--cached", ".");
      git(other, "commit", "--quiet", "--allow-empty", "--message", "nothing");
      expect(await other.json([...load, "--compare", "empty"])).toMatchObject({ code: "ref_unknown" });
      const bare = await createStage({ pilots: { alpha: undefined } });
      expect(await bare.json([...load, "--compare", "HEAD"])).toMatchObject({ code: "ref_unknown" });
    });

    it("refuses a commit whose files have errors", async () => {
      const broken = copyStage(stage);
      broken.edit(roster, (text) => text.replace("loop: kaizen-stack", "loop: kaizen-stak"));
      commit(broken);
      broken.edit(roster, (text) => text.replace("kaizen-stak", "kaizen-stack"));
      expect(await broken.json([...load, "--compare", "HEAD"])).toMatchObject({ code: "ops_invalid" });
    });
  });

  it.each([
    { args: ["--phase", "alpha=stabilise"], hint: "stabilize" },
    { args: ["--phase", "all=stabilise"], hint: "stabilize" },
    { args: ["--phase", "alpa=stabilize"], hint: "alpha" },
    { args: ["--phase", "stabilize"], hint: "activity-core=stabilize" },
    { args: ["--to", "2026-06-01T00:00:00Z"], hint: "UTC" },
    { args: ["--to", "2036-06-01T00:00:00Z"], hint: "nearer" },
  ])("refuses $args and says what to do", async ({ args, hint }) => {
    const ran = await stage.coulomb([...load, ...args]);
    expect(ran.code).toBe(64);
    expect(ran.stderr).toContain(hint);
  });

  describe("as a table", () => {
    const night = ["--from", "2026-07-01T04:00:00Z", "--to", "2026-07-01T10:00:00Z"];

    it.each([36, 40, 60, 80, 200])("fits into %d columns", async (columns) => {
      for (const more of [[], ["--phase", "alpha=stabilize"]]) {
        const ran = await stage.coulomb([...load, ...night, ...more], { columns });
        const [hours = ""] = ran.stdout.split("\n\n");
        expect(hours.split("\n").filter((line) => line.length > columns)).toEqual([]);
      }
    });

    it("shows each hour with its bar, before, after and change", async () => {
      const { stdout } = await stage.coulomb([...load, ...night, "--phase", "alpha=stabilize"], {
        columns: 60,
      });
      const [hours = "", total = ""] = stdout.split("\n\n");
      expect(
        hours.split("\n").map((line) => line.replaceAll(/ +/g, " ").trim().replaceAll(/█+$/g, "█")),
      ).toEqual([
        "before after change",
        "2026-07-01 06:00 +02:00 6 3 -3 █",
        "2026-07-01 07:00 +02:00 6 3 -3 █",
        "2026-07-01 08:00 +02:00 6 4 -2 █",
        "2026-07-01 09:00 +02:00 6 4 -2 █",
        "2026-07-01 10:00 +02:00 6 4 -2 █",
        "2026-07-01 11:00 +02:00 6 3 -3 █",
      ]);
      expect(total).toMatch(/^firings +36 +21 +-15$/m);
    });

    it("joins hours in which nothing fires", async () => {
      const daily = copyStage(stage);
      daily.edit(roster, (text) => text.replace("phase: bootstrap", "phase: stabilize"));
      const { stdout } = await daily.coulomb([...load, "--to", "2026-07-02T10:00:00Z"]);
      expect(
        stdout
          .split("\n")
          .slice(0, 4)
          .map((line) => line.replaceAll("█", "").trim()),
      ).toEqual([
        "2026-07-01 12:00 +02:00  20 hours without",
        "2026-07-02 08:00 +02:00   2",
        "2026-07-02 09:00 +02:00   2",
        "2026-07-02 10:00 +02:00   2",
      ]);
    });

    it("has colours on a terminal only, and none with NO_COLOR", async () => {
      const escape = String.fromCodePoint(27);
      const run = async (settings: Parameters<Stage["coulomb"]>[1]) =>
        (await stage.coulomb([...load, ...night], settings)).stdout.includes(escape);
      expect(await run({ terminal: ["stdout"] })).toBe(true);
      expect(await run({ terminal: ["stdout"], env: { NO_COLOR: "1" } })).toBe(false);
      expect(await run({})).toBe(false);
    });

    it("says that nothing is due", async () => {
      const quiet = ["--from", "2026-07-01T10:01:00Z", "--to", "2026-07-01T10:05:00Z"];
      const ran = await stage.coulomb([...load, ...quiet]);
      expect(ran).toMatchObject({ code: 0, stdout: "Nothing is due in that time.\n" });
    });
  });

  it("needs no git when nothing is compared", async () => {
    const ran = await stage.coulomb(load, { env: { PATH: newFolder() } });
    expect(ran.code).toBe(0);
  });
});
