import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "./evidence.fixture.ts";
import { coulomb, document, isMap, type Json, repoRoot, rows } from "./fleet.fixture.ts";

const at = (text: string) => Date.parse(text);
// 10:00 to 15:00 in Berlin on a Monday, inside the window of the policy; the second cycle is broken in one repo.
const from = at("2026-07-06T08:00:00Z");
const end = at("2026-07-06T13:00:00Z");
const missed = "kaizen-stack/hourly-optimization-review/local/coulomb/activity-core@2026-07-06T09:30:00Z";
const policy = "loops/kaizen-stack/cadence.yaml";

const schema: unknown = JSON.parse(
  readFileSync(join(repoRoot, "schemas/promote-backtest.schema.json"), "utf8"),
);
const validate = new Ajv2020({ strict: false }).compile(isMap(schema) ? schema : {});

let made: Workshop | undefined;
const shop = (): Workshop => {
  if (made === undefined) throw new Error("it is made before the tests");
  return made;
};
beforeAll(async () => {
  made = await openWorkshop(from - 3_600_000);
  await made.play(from, 5, (slot) => slot === missed);
}, 120_000);
afterAll(() => made?.remove());

/** Writes a policy beside the ops repo's own, with something changed. */
function tried(change: (text: string) => string): string {
  const folder = join(shop().ops, "tried");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "policy.yaml"), change(readFileSync(join(shop().ops, policy), "utf8")));
  return "tried/policy.yaml";
}

/** The files of a folder with when they were written, but for the hub's own. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith(".coulomb"))
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .sort();
}

const backtest = (file: string, ...args: readonly string[]) =>
  coulomb(["promote", "backtest", "--policy", file, ...args], { cwd: shop().ops, now: end });

function checked(stdout: string): Json {
  const value = document(stdout);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  return value;
}

const shorter = (text: string) =>
  text.replaceAll("consecutive_success_limit: 3", "consecutive_success_limit: 2");
const longer = (text: string) =>
  text.replaceAll("consecutive_success_limit: 3", "consecutive_success_limit: 4");

describe("coulomb promote backtest", () => {
  it("says when another policy would have promoted, beside the present one and what happened", async () => {
    const ran = await backtest(tried(shorter), "--since", "2026-07-06T08:00:00Z", "--json");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const report = checked(ran.stdout);
    expect(report).toMatchObject({
      loop: "kaizen-stack",
      policy: "tried/policy.yaml",
      hub: "read",
      totals: {
        tried: { promotions: 1, demotions: 0, median_cycles: 4 },
        present: { promotions: 1, demotions: 0, median_cycles: 5 },
        happened: { promotions: 0, demotions: 0 },
      },
      difference: { to_present: { promotions: 0, demotions: 0, median_cycles: -1 } },
      short_histories: [],
    });
    const stay = rows(report.stays).find(({ repo }) => repo === "local/coulomb/kaizen-agentic");
    expect(stay).toMatchObject({
      phase: "bootstrap",
      tried: {
        kind: "promoted",
        at: "2026-07-06T11:32:00.000Z",
        to: "stabilize",
        broken_by: { analysis: "cycles-clean", slot: missed, message: "missed" },
        after: { cycles: 1, failure: 0, inconclusive: 0 },
      },
      present: { kind: "promoted", at: "2026-07-06T12:32:00.000Z" },
    });
    expect(stay).not.toHaveProperty("happened");
    // The canary never really left, so that nobody may follow it.
    const other = rows(report.stays).find(({ repo }) => repo === "local/coulomb/the-custodian");
    expect(other).toMatchObject({ tried: { kind: "stayed" } });
  });

  it("shows the same as a table, what each repo waited for, and what was not replayed", async () => {
    const { code, stdout } = await backtest(tried(longer), "--since", "PT6H");
    expect(code).toBe(0);
    expect(stdout).toMatch(/kaizen-agentic +bootstrap +stays +stabilize 14:32, 5 cycles +is there still/);
    expect(stdout).toMatch(/policy\.yaml +cycles-clean: 3 of 4 cycles in a row/);
    expect(stdout).toContain("1 promotion fewer, as many taken back");
    expect(stdout).toContain("Of the-custodian the ledger knows nothing before 2026-07-06 10:00 +02:00.");
    expect(stdout).toContain("Not replayed");
  });

  it("names what of a policy is wrong, in its own file", async () => {
    const bad = tried((text) => text.replace("exit: [cycles-clean]", "exit: [cycle-clean]"));
    const line = readFileSync(join(shop().ops, bad), "utf8").slice(0, -1).split("\n");
    const at1 = line.findIndex((text) => text.includes("cycle-clean]")) + 1;
    const ran = await backtest(bad);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`tried/policy.yaml:${at1}:12 error`);
    expect(ran.stderr).toContain("[policy_invalid]");
    expect(document((await backtest("nowhere.yaml", "--json")).stdout)).toMatchObject({
      code: "policy_invalid",
    });
  });

  it("refuses a policy of another loop, and a span that is to come", async () => {
    const other = tried((text) => text.replace("loop: kaizen-stack", "loop: other"));
    expect(document((await backtest(other, "--json")).stdout)).toMatchObject({ code: "policy_loop" });
    const own = tried((text) => text);
    for (const wrong of [
      ["--loop", "other"],
      ["--since", "2026-07-07T00:00:00Z"],
      ["--since", "P0D"],
    ])
      expect(await backtest(own, ...wrong)).toMatchObject({ code: 64 });
  });

  it("tells of a phase that one policy has alone, and writes nothing", async () => {
    const without = tried((text) =>
      text.replace(/\n {2}- name: operate[\s\S]*?(?=\n# What evidence)/, "").replaceAll("operate", "x"),
    );
    const before = filesOf(shop().ops);
    const ran = await backtest(without, "--since", "P1D");
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain("Only the present policy has operate.");
    expect(filesOf(shop().ops)).toEqual(before);
  });
});
