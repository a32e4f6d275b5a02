import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { document, type Json, rows } from "./fleet.fixture.ts";
import { openPromotionWorkshop, type PromotionWorkshop } from "./promotion.fixture.ts";

const from = Date.parse("2026-07-06T08:00:00Z");
const earned = Date.parse("2026-07-06T10:40:00Z");
const later = (minutes: number) => earned + minutes * 60_000;
const declined = "kaizen-agentic of canary declined its schedule for stabilize";

describe("a promoted repo whose people close the proposal of its new schedule", () => {
  let made: PromotionWorkshop | undefined;
  const shop = (): PromotionWorkshop => {
    if (made === undefined) throw new Error("it is made before the tests");
    return made;
  };
  const ran = async (minutes: number, args: readonly string[], who?: string) => {
    const done = await shop().run(later(minutes), args, who);
    expect(done).toMatchObject({ code: 0 });
    return done.stdout;
  };
  const loop = async (minutes: number, ...args: readonly string[]): Promise<Json> =>
    rows(document(await ran(minutes, [...args, "--json"])).loops)[0] ?? {};
  beforeAll(async () => {
    made = await openPromotionWorkshop(from - 3_600_000);
    await made.play(from, 3);
    await loop(0, "promote");
    const words = ["--message", "three clean cycles", "--key", shop().keys.regulator];
    await ran(1, ["approve", "PROM-0001", ...words, "--json"], "regulator");
    await loop(2, "promote");
    shop().pull();
    await shop().run(later(3), ["reconcile"]);
    await ran(4, ["requests", "close", "kaizen-agentic", "--reason", "not now"], "owner");
  }, 180_000);
  afterAll(() => made?.remove());

  it("settles its promotion: the record is sealed, and says so", async () => {
    expect(await loop(5, "promote")).toMatchObject({ sealed: ["PROM-0001"] });
    shop().pull();
    const seal = readFileSync(join(shop().ops, "loops/kaizen-stack/promotions/PROM-0001.seal.yaml"), "utf8");
    expect(seal).toContain("state: declined");
  });

  it("keeps the next wave waiting, which says for what, without a date", async () => {
    const status = await loop(6, "promote", "status");
    expect(status).not.toHaveProperty("earliest");
    expect(rows(status.gates).find(({ key }) => key === "wave")).toMatchObject({
      result: "pending",
      description: declined,
      turned_by: expect.stringContaining("coulomb demote kaizen-agentic --to bootstrap --reason …"),
    });
  });

  it("is waited for as any other once its proposal is asked for again", async () => {
    await ran(7, ["requests", "label", "kaizen-agentic", "coulomb:reopen"], "owner");
    const status = await loop(8, "promote", "status");
    expect(rows(status.gates).find(({ key }) => key === "wave")?.description).not.toBe(declined);
  });
});
