import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { evaluate, evidenceDigest } from "@coulomb-loop/cadence";
import { type Evidence, validateEvidence } from "@coulomb-loop/schemas";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "./evidence.fixture.ts";
import {
  copyOwnOps,
  coulomb,
  document,
  isMap,
  type Json,
  newFolder,
  repoRoot,
  rows,
} from "./fleet.fixture.ts";

const at = (text: string) => Date.parse(text);
// 14:00 to 18:00 in Berlin: three clean cycles, and one whose last step is missed in one repo.
const from = at("2026-07-06T12:00:00Z");
const clean = at("2026-07-06T14:40:00Z");
const end = at("2026-07-06T16:29:30Z");
const missed = "kaizen-stack/hourly-optimization-review/local/coulomb/activity-core@2026-07-06T15:30:00Z";

const schema: unknown = JSON.parse(
  readFileSync(join(repoRoot, "schemas/evidence-report.schema.json"), "utf8"),
);
const validate = new Ajv2020({ strict: false }).compile(isMap(schema) ? schema : {});

function checked(stdout: string): Json {
  const value = document(stdout);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  return value;
}

/** Analyses of the first phase, by key. */
function analyses(report: Json): ReadonlyMap<unknown, Json> {
  return new Map(rows(rows(report.phases)[0]?.analyses).map((each) => [each.key, each]));
}

describe("coulomb evidence", () => {
  let shop: Workshop | undefined;
  beforeAll(async () => {
    shop = await openWorkshop(from - 3_600_000);
    await shop.play(from, 4, (slot) => slot === missed);
  }, 120_000);
  afterAll(() => shop?.remove());
  const evidence = (args: readonly string[], now = end) => {
    if (shop === undefined) throw new Error("it is made before the tests");
    return coulomb(["evidence", ...args], { cwd: shop.ops, now });
  };

  it("finds the exit criterion met after three clean hours of three pilots", async () => {
    const ran = await evidence(["--json"], clean);
    expect(ran.code).toBe(0);
    const fleet = analyses(checked(ran.stdout)).get("cycles-clean");
    expect(fleet).toMatchObject({
      result: "success",
      reason: "streak_reached",
      streak: 3,
      limit: 3,
      needed: 3,
    });
    expect(fleet?.lower_bound).toBeCloseTo(0.05 ** (1 / 3));
    const slots = rows(fleet?.cycles)
      .flatMap(({ repos }) => rows(repos))
      .flatMap((each) => rows(each.slots));
    expect(slots).toHaveLength(27);
    expect(
      new Set(slots.map(({ result, reason, row }) => `${String(result)} ${String(reason)} ${String(row)}`)),
    ).toEqual(new Set(["success on_time 11"]));
    const { stdout } = await evidence([], clean);
    expect(stdout).toMatch(/cycles-clean +success +3\/3 +fleet$/m);
  });

  it("names the slot that was missed, and when it can be met at the earliest", async () => {
    const { code, stdout } = await evidence([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /cycles-clean +inconclusive +0\/3 +fleet +activity-core 17:30: missed; earliest 20:30 if every slot succeeds$/m,
    );
    const fleet = analyses(checked((await evidence(["--json"])).stdout)).get("cycles-clean");
    expect(fleet).toMatchObject({
      broken_by: { kind: "result", cycle: "kaizen-stack/bootstrap@2026-07-06T15:00:00Z" },
      counterexample: { slot: missed, result: "inconclusive", reason: "missed" },
      forecast: { missing: 3, earliest: "2026-07-06T18:30:00.000Z" },
    });
  });

  it("judges by what was known at an earlier instant", async () => {
    const then = checked((await evidence(["--json", "--as-of", "2026-07-06T14:40:00Z"])).stdout);
    expect(then).toEqual(checked((await evidence(["--json"], clean)).stdout));
    const early = checked((await evidence(["--json", "--as-of", "2026-07-06T13:40:00Z"])).stdout);
    expect(analyses(early).get("cycles-clean")).toMatchObject({
      result: "pending",
      reason: "waiting",
      streak: 2,
    });
    const { stdout } = await evidence(["--as-of", "2026-07-06T22:10:00Z"], at("2026-07-07T09:00:00Z"));
    // Nobody wrote the slots since; the files expect them all the same.
    expect(stdout).toContain("activity-core 2026-07-06 23:00: missed");
  });

  it("explains every slot: verdict, row, record, and what broke the streak", async () => {
    const { stdout } = await evidence(["--explain", "--analysis", "cycles-clean"]);
    expect(stdout).toContain("streak 0/3, broken by cycle 17:00: inconclusive; 95 % lower bound 0.0 %");
    expect(stdout.match(/^ {2}cycle .*$/gm)).toEqual([
      "  cycle 2026-07-06 18:00 +02:00  pending",
      "  cycle 2026-07-06 17:00 +02:00  inconclusive",
      "  cycle 2026-07-06 16:00 +02:00  success",
      "  cycle 2026-07-06 15:00 +02:00  success",
      "  cycle 2026-07-06 14:00 +02:00  success",
    ]);
    expect(stdout).toMatch(
      /17:30 +hourly-optimization-review +inconclusive +missed +row 6 +nothing closed it in time/,
    );
    expect(stdout).toMatch(
      /17:15 +hourly-coach-orientation +success +on_time +row 11 +[-0-9]{36} self +closed in time/,
    );
    const one = await evidence(["--explain", "--repo", "kaizen-agentic", "--since", "2026-07-06T14:00:00Z"]);
    expect(one.stdout).not.toMatch(/^ {4}activity-core/m);
    expect(one.stdout).not.toContain("2026-07-06 15:00");
    expect(one.stdout).toMatch(/^ {4}kaizen-agentic +18:00/m);
  });

  it("says that nothing is prepared, for the criterion that asks for it", async () => {
    const smoke = analyses(checked((await evidence(["--json"], clean)).stdout)).get("smoke-clean");
    expect(smoke).toMatchObject({ scope: "per_repo", needed: 1, result: "inconclusive", streak: 0 });
    expect(rows(smoke?.repos)).toHaveLength(3);
  });

  it("writes the evidence itself, which gives the same results anywhere", async () => {
    const file = join(newFolder(), "evidence.json");
    const ran = await evidence(["--phase", "bootstrap", "--out", file], clean);
    const text = readFileSync(file, "utf8");
    const read = validateEvidence(JSON.parse(text));
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    const found: Evidence = read.value;
    expect(found.tzdata).toBe(process.versions.tz);
    expect(ran.stdout).toContain(`Evidence saved as ${file}: ${evidenceDigest(found)}`);
    expect(evaluate(found).map(({ result, streak }) => [result, streak.length])).toEqual([
      ["inconclusive", 0],
      ["success", 3],
    ]);
    const report = checked((await evidence(["--json"], clean)).stdout);
    expect(rows(report.phases)).toMatchObject([{ evidence_digest: evidenceDigest(found) }]);
    expect((await evidence(["--out", "-"], clean)).stdout).toBe(text);
  });

  it.each([
    { args: ["--as-of", "2026-07-06T17:00:00Z"], meant: "--as-of" },
    { args: ["--since", "2026-07-06T17:00:00Z"], meant: "--since" },
    { args: ["--since", "2000-01-01T00:00:00Z"], meant: "two years" },
    { args: ["--loop", "kaizen-stak"], meant: "kaizen-stack" },
    { args: ["--phase", "bootstrp"], meant: "bootstrap" },
    { args: ["--analysis", "cycle-clean"], meant: "cycles-clean" },
    { args: ["--analysis", "days-clean"], meant: "--phase" },
    { args: ["--repo", "activity-cor"], meant: "activity-core" },
    { args: ["--repo", "activity-core", "--phase", "operate"], meant: "bootstrap" },
    { args: ["--out", "-", "--json"], meant: "stdout" },
  ])("$args exits with 64 and says why", async ({ args, meant }) => {
    const ran = await evidence(args);
    expect(ran.code).toBe(64);
    expect(ran.stderr).toContain(meant);
  });

  it("shows a phase that is named though no repo is in it", async () => {
    const { code, stdout } = await evidence(["--phase", "stabilize"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/days-clean +pending +0\/5 +fleet +no definition of this phase is enabled$/m);
  });

  it("adds the decided cycles to the log of the loop, once, and changes no other byte", async () => {
    const file = join(shop?.ops ?? "", "loops/kaizen-stack/bootstrap-log.md");
    const before = readFileSync(file);
    // Until then the third might still be prepared.
    const decided = at("2026-07-06T15:26:00Z");
    const first = checked((await evidence(["--log", "--json"], decided)).stdout);
    const ids = ["12", "13", "14"].map((hour) => `kaizen-stack/bootstrap@2026-07-06T${hour}:00:00Z`);
    expect(first.logged).toEqual([
      {
        loop: "kaizen-stack",
        file: "loops/kaizen-stack/bootstrap-log.md",
        cycles: ids,
        records: [],
        seals: [],
      },
    ]);
    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const added = after.subarray(before.length).toString();
    expect(added).toContain(`\n## 2026-07-06 16:00: cycle ${ids[2]}\n\n`);
    expect(added).toContain("- cycles-clean: success; streak after it 3/3\n");
    const [, digest, asOf = "", since = ""] =
      /`([0-9a-f]{64})`, as of (\S+), since (\S+)$/m.exec(added) ?? [];
    expect([asOf, since]).toEqual(["2026-07-06T15:26:00.000Z", "2026-07-06T11:00:00.000Z"]);
    const given = ["--phase", "bootstrap", "--as-of", asOf, "--since", since, "--json"];
    const [again] = rows(checked((await evidence(given)).stdout).phases);
    expect(again?.evidence_digest).toBe(digest);
    const { stdout } = await evidence(["--log"], decided);
    expect(stdout).toContain("Nothing to add to loops/kaizen-stack/bootstrap-log.md.");
    expect(readFileSync(file).equals(after)).toBe(true);
    const [last] = rows(checked((await evidence(["--log", "--json"])).stdout).logged);
    expect(last?.cycles).toEqual(["kaizen-stack/bootstrap@2026-07-06T15:00:00Z"]);
    expect(readFileSync(file, "utf8")).toContain(
      "- inconclusive: `local/coulomb/activity-core`, 17:30 `hourly-optimization-review` missed (row 6): `nothing closed it in time`",
    );
    const other = checked((await evidence(["--log", "--json", "--phase", "stabilize"])).stdout);
    expect(rows(other.logged)[0]?.cycles).toEqual([]);
    rmSync(file);
    await evidence(["--log"]);
    expect(readFileSync(file, "utf8")).toMatch(/^# Bootstrap log\n\n## 2026-07-06 14:00: cycle /);
    rmSync(file);
    mkdirSync(file);
    expect((await evidence(["--log"])).stderr).toContain("log_unwritable");
    rmSync(file, { recursive: true });
  });

  it("logs from the first slot of the ledger on, though nothing ran since and its definitions are switched off", async () => {
    const file = join(shop?.ops ?? "", "loops/kaizen-stack/bootstrap-log.md");
    const hourly = ["metrics-optimize", "coach-orientation", "optimization-review"].map(
      (name) => `activity-definitions/hourly-${name}.md`,
    );
    for (const name of hourly) shop?.edit(name, (text) => text.replace(/^enabled: true$/m, "enabled: false"));
    const { stdout } = await evidence(["--log", "--json"], at("2026-07-09T06:00:00Z"));
    for (const name of hourly) shop?.edit(name, (text) => text.replace(/^enabled: false$/m, "enabled: true"));
    expect(rows(checked(stdout).logged)[0]?.cycles).toEqual(
      // Slots are written ahead: two hours that nobody worked in.
      ["12", "13", "14", "15", "16", "17"].map((hour) => `kaizen-stack/bootstrap@2026-07-06T${hour}:00:00Z`),
    );
    expect(readFileSync(file, "utf8")).toContain("- cycles-clean: success; streak after it 3/3\n");
    expect(readFileSync(file, "utf8")).not.toContain("nobody wrote it");
    rmSync(file);
  });

  it("refuses a file that cannot be written", async () => {
    const ran = await evidence(["--out", join(newFolder(), "no/such/folder.json")]);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stderr).toContain("evidence_unwritable");
  });
});

describe("coulomb evidence without a hub", () => {
  it("says that everything is pending, and what to do", async () => {
    const cwd = copyOwnOps();
    const ran = await coulomb(["evidence"], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("coulomb hub register");
    expect(ran.stdout).toMatch(/cycles-clean +pending +0\/3 +fleet +there is no state hub yet/);
    const report = checked((await coulomb(["evidence", "--json"], { cwd })).stdout);
    expect(report).toMatchObject({ hub: "empty" });
    expect([...analyses(report).values()].map(({ result, reason }) => [result, reason])).toEqual([
      ["pending", "no_data"],
      ["pending", "no_data"],
    ]);
  });
});
