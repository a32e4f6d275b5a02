import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coulomb, document, newFolder, plainUser, rows } from "./fleet.fixture.ts";
import { openPromotionWorkshop, type PromotionWorkshop } from "./promotion.fixture.ts";

const from = Date.parse("2026-07-06T08:00:00Z");
const later = (minutes: number) => Date.parse("2026-07-06T10:40:00Z") + minutes * 60_000;
const branch = "coulomb/coulomb-loop/promote-kaizen-stack";
const target = "local/coulomb/kaizen-agentic";

describe("a promotion that somebody squashed by hand, on plain git", () => {
  let made: PromotionWorkshop | undefined;
  const shop = (): PromotionWorkshop => {
    if (made === undefined) throw new Error("it is made before the tests");
    return made;
  };
  beforeAll(async () => {
    made = await openPromotionWorkshop(from - 3_600_000);
    await made.play(from, 3);
    await made.run(later(0), ["promote"]);
    made.git(["fetch", "--quiet", "origin"]);
    made.git(["merge", "--quiet", "--squash", `origin/${branch}`]);
    made.publish("It looked fine to me");
  }, 180_000);
  afterAll(() => made?.remove());

  it("holds its targets also where the history is cut, and says what to do", async () => {
    const folder = join(newFolder(), "ops");
    const url = `file://${join(shop().ops, "../forge/coulomb/coulomb-loop.git")}`;
    execFileSync("git", ["clone", "--quiet", "--depth", "1", url, folder], {
      env: { ...process.env, ...plainUser() },
    });
    cpSync(join(shop().ops, "../forge"), join(folder, "../forge"), { recursive: true });
    const ran = await coulomb(["promote", "--json"], { cwd: folder, now: later(1) });
    const [loop = {}] = rows(document(ran.stdout).loops);
    expect(ran.code).toBe(1);
    expect(loop.message).toContain("git fetch --unshallow");
    expect(rows(loop.repos)).toContainEqual(expect.objectContaining({ repo: target, held_by: "PROM-0001" }));
  });

  it("is shown as holding its targets, before anything is written", async () => {
    const ran = await shop().run(later(1), ["promote", "status", "--json"]);
    const [loop = {}] = rows(document(ran.stdout).loops);
    expect(rows(loop.repos)).toContainEqual(expect.objectContaining({ repo: target, held_by: "PROM-0001" }));
  });

  it("is sealed as external by the next run, and verify says so too", async () => {
    const ran = await shop().run(later(2), ["promote", "--json"]);
    const [loop = {}] = rows(document(ran.stdout).loops);
    expect(ran.code).toBe(0);
    expect(loop).toMatchObject({ sealed: ["PROM-0001"] });
    expect(rows(loop.repos)).toContainEqual(expect.objectContaining({ repo: target, held_by: "PROM-0001" }));
    shop().pull();
    const seal = readFileSync(join(shop().ops, "loops/kaizen-stack/promotions/PROM-0001.seal.yaml"), "utf8");
    expect(seal).toContain("result: external");
    const verified = await shop().run(later(3), ["promote", "verify", "--json"]);
    const [found = {}] = rows(document(verified.stdout).loops);
    expect(verified.code).toBe(0);
    expect(rows(found.records)).toMatchObject([{ id: "PROM-0001", state: "sealed", result: "external" }]);
    expect(rows(found.findings)).toMatchObject([{ code: "promotion_approval", severity: "warning" }]);
  });
});
