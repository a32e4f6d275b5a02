import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hubRules, openPglite, openStore } from "@coulomb-loop/state-hub";
import { Ajv2020 } from "ajv/dist/2020.js";
import { document, isMap, type Json, repoRoot, rows } from "./fleet.fixture.ts";
import { openPromotionWorkshop, type PromotionWorkshop } from "./promotion.fixture.ts";

const validators = new Map(
  ["promote", "approve", "promote-verify"].map((kind) => {
    const schema: unknown = JSON.parse(readFileSync(join(repoRoot, `schemas/${kind}.schema.json`), "utf8"));
    return [kind, new Ajv2020({ strict: false }).compile(isMap(schema) ? schema : {})] as const;
  }),
);

/** A document that is as its schema says. */
function checked(stdout: string): Json {
  const value = document(stdout);
  const validate = validators.get(String(value.kind));
  expect(validate?.(value) === true ? [] : validate?.errors).toEqual([]);
  return value;
}

const at = (text: string) => Date.parse(text);
// 10:00 to 13:00 in Berlin on a Monday: three clean cycles, inside the window of the policy.
const from = at("2026-07-06T08:00:00Z");
const earned = at("2026-07-06T10:40:00Z");
const later = (minutes: number) => earned + minutes * 60_000;

describe("coulomb promote, on plain git", () => {
  let made: PromotionWorkshop | undefined;
  const shop = (): PromotionWorkshop => {
    if (made === undefined) throw new Error("it is made before the tests");
    return made;
  };
  beforeAll(async () => {
    made = await openPromotionWorkshop(from - 3_600_000);
    await made.play(from, 3);
  }, 180_000);
  afterAll(() => made?.remove());

  const loop = async (now: number, ...args: readonly string[]) => {
    const ran = await shop().run(now, [...args, "--json"]);
    return { code: ran.code, stderr: ran.stderr, loop: rows(checked(ran.stdout).loops)[0] ?? {} };
  };

  it("says what is missing before the streak is there, and writes nothing", async () => {
    const found = await loop(at("2026-07-06T09:40:00Z"), "promote", "status");
    expect(found).toMatchObject({ code: 0, loop: { action: "none", from: "bootstrap", to: "stabilize" } });
  });

  it("proposes the first wave once, with record and evidence, and asks", async () => {
    const first = await loop(earned, "promote");
    expect(first).toMatchObject({
      code: 0,
      loop: {
        action: "open",
        record: "PROM-0001",
        wave: "canary",
        targets: ["local/coulomb/kaizen-agentic"],
      },
    });
    const again = await loop(later(1), "promote");
    expect(again).toMatchObject({ code: 0, loop: { action: "ask", record: "PROM-0001", result: "pending" } });
    const heads = shop().git(["ls-remote", "origin", "refs/heads/coulomb/*", "refs/coulomb/*"]);
    await loop(later(2), "promote");
    expect(shop().git(["ls-remote", "origin", "refs/heads/coulomb/*", "refs/coulomb/*"])).toBe(heads);
  });

  it("counts no answer of a foreign key, merges after the regulator's, and moves one repo", async () => {
    const words = ["--message", "three clean cycles"];
    const foreign = await shop().run(
      later(3),
      ["approve", "PROM-0001", ...words, "--user", "regulator", "--key", shop().keys.stranger],
      "eve",
    );
    expect(foreign.stderr).toBe("");
    expect(foreign.code).toBe(0);
    const refused = await loop(later(4), "promote");
    expect(refused.loop).toMatchObject({ action: "ask", responses: [{ by: "regulator", counts: false }] });
    const approved = await shop().run(
      later(5),
      ["approve", "PROM-0001", ...words, "--key", shop().keys.regulator, "--json"],
      "regulator",
    );
    expect(checked(approved.stdout)).toMatchObject({ kind: "approve", user: "regulator" });
    expect(await loop(later(6), "promote", "status")).toMatchObject({
      loop: { action: "merge", result: "success" },
    });
    const merged = await loop(later(7), "promote");
    expect(merged).toMatchObject({ code: 0, loop: { message: "PROM-0001 is merged" } });
    shop().pull();
    const roster = readFileSync(join(shop().ops, "loops/kaizen-stack/roster.yaml"), "utf8");
    expect(roster).toContain("{ repo: kaizen-agentic, wave: 0, phase: stabilize }");
    expect(roster).toContain("{ repo: the-custodian, wave: 1 }");
    const daily = readFileSync(join(shop().ops, "activity-definitions/daily-coach-orientation.md"), "utf8");
    expect(daily).toMatch(/^enabled: true$/m);
    expect(daily).toContain("PROM-0001");
    const plan = readFileSync(join(shop().ops, "workplans/LOOP-WP-0001-kaizen-improvement-stack.md"), "utf8");
    expect(plan).toMatch(/id: LOOP-WP-0001-T08\nstatus: in_progress/);
    expect((await shop().run(later(8), ["validate"])).code).toBe(0);
  });

  it("seals the record once its target's new schedule is merged, with the answer and its signature", async () => {
    expect((await loop(later(8), "promote")).loop).not.toHaveProperty("sealed");
    await shop().run(later(8), ["reconcile"]);
    const merged = await shop().run(later(9), ["requests", "merge", "kaizen-agentic"], "owner");
    expect(merged.stderr).toBe("");
    const sealed = await loop(later(9), "promote");
    expect(sealed).toMatchObject({ code: 0, loop: { sealed: ["PROM-0001"] } });
    shop().pull();
    const seal = readFileSync(join(shop().ops, "loops/kaizen-stack/promotions/PROM-0001.seal.yaml"), "utf8");
    expect(seal).toContain("result: merged");
    expect(seal).toContain("BEGIN SSH SIGNATURE");
    expect((await loop(later(9), "promote")).loop).not.toHaveProperty("sealed");
  });

  it("holds and releases by records that follow each other", async () => {
    const held = await loop(later(10), "hold", "the-custodian", "--reason", "a migration");
    expect(held).toMatchObject({ code: 0, loop: { record: "PROM-0002", message: "PROM-0002 is merged" } });
    const status = await loop(later(11), "promote", "status");
    expect(rows(status.loop.repos)).toContainEqual(
      expect.objectContaining({ repo: "local/coulomb/the-custodian", held_by: "PROM-0002" }),
    );
    const released = await loop(later(12), "hold", "--all", "--release", "--reason", "it is over");
    expect(released).toMatchObject({ code: 0, loop: { record: "PROM-0003" } });
    shop().pull();
    expect((await shop().run(later(13), ["validate"])).code).toBe(0);
  });

  it("has told the hub of every record, once", async () => {
    const database = await openPglite(join(shop().ops, ".coulomb/hub"));
    const store = await openStore(database, { clock: () => earned, rules: hubRules });
    const decisions = await store.list({ kind: "decisions", limit: 50 });
    await store.close();
    expect(decisions.map(({ key }) => key).filter((key) => key.includes("PROM"))).toEqual([
      "kaizen-stack/PROM-0001",
      "kaizen-stack/PROM-0002",
      "kaizen-stack/PROM-0003",
    ]);
  });

  it("takes a repo back by order, and holds it until it is released", async () => {
    const back = await loop(
      later(20),
      "demote",
      "kaizen-agentic",
      "--to",
      "bootstrap",
      "--reason",
      "it times out",
    );
    expect(back).toMatchObject({
      code: 0,
      loop: { record: "PROM-0004", from: "stabilize", to: "bootstrap", message: "PROM-0004 is merged" },
    });
    shop().pull();
    const roster = readFileSync(join(shop().ops, "loops/kaizen-stack/roster.yaml"), "utf8");
    expect(roster).toContain("{ repo: kaizen-agentic, wave: 0, phase: bootstrap }");
    const status = await loop(later(21), "promote", "status");
    expect(rows(status.loop.repos)).toContainEqual(
      expect.objectContaining({ repo: "local/coulomb/kaizen-agentic", held_by: "PROM-0004" }),
    );
  });

  it("leaves a chain in which nothing is wrong, and one record that waits for its seal", async () => {
    const ran = await shop().run(later(22), ["promote", "verify", "--json"]);
    expect(ran.code).toBe(0);
    const [verified = {}] = rows(checked(ran.stdout).loops);
    expect(rows(verified.records).map(({ id, state }) => `${String(id)} ${String(state)}`)).toEqual([
      "PROM-0001 sealed",
      "PROM-0002 unsealed",
      "PROM-0003 unsealed",
      "PROM-0004 unsealed",
    ]);
    expect(rows(verified.findings).map(({ code }) => code)).toEqual(["promotion_pending"]);
  });

  it("says that a demotion stands when it is ordered again", async () => {
    const order = ["demote", "kaizen-agentic", "--to", "bootstrap", "--reason", "it times out"];
    const again = await loop(later(23), ...order);
    expect(again.code).toBe(0);
    expect(again.loop.message).toContain("kaizen-agentic is in bootstrap already, since PROM-0004");
  });
});
