import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hubRules, openPglite, openStore } from "@coulomb-loop/state-hub";
import { Ajv2020 } from "ajv/dist/2020.js";
import { document, isMap, type Json, repoRoot, rows } from "./fleet.fixture.ts";
import { openPromotionWorkshop, type PromotionWorkshop } from "./promotion.fixture.ts";

const validators = new Map(
  [
    "promote",
    "approve",
    "promote-verify",
    "promote-backtest",
    "promotion-event",
    "evidence-report",
    "requests",
  ].map((kind) => {
    const schema: unknown = JSON.parse(readFileSync(join(repoRoot, `schemas/${kind}.schema.json`), "utf8"));
    return [kind, new Ajv2020({ strict: false }).compile(isMap(schema) ? schema : {})] as const;
  }),
);

/** A document that is as its schema says; of JSON lines `kind` is what happened. */
function checked(stdout: string, schema?: string): Json {
  const value = document(stdout);
  const validate = validators.get(schema ?? String(value.kind));
  expect(validate?.(value) === true ? [] : validate?.errors).toEqual([]);
  return value;
}

/** An event of the hub, as `<kind> <record>`. */
function eventOf({ type, data }: { readonly type?: unknown; readonly data?: unknown }): string {
  return `${typeof type === "string" ? type : ""} ${isMap(data) ? String(data.record) : ""}`;
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

  const emitted = ["--emit", "jsonl=events.jsonl"];
  /** Events of a file, as `<kind> <record>`. */
  const eventsIn = (name: string) => {
    const lines = readFileSync(join(shop().ops, name), "utf8").trimEnd().split("\n");
    const events = lines.map((line) => checked(line, "promotion-event"));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    return events.map(({ kind, record, id }) => ({
      id: String(id),
      what: `${String(kind)} ${String(record)}`,
    }));
  };
  const loop = async (now: number, ...args: readonly string[]) => {
    const ran = await shop().run(now, [...args, "--json"]);
    return { code: ran.code, stderr: ran.stderr, loop: rows(checked(ran.stdout).loops)[0] ?? {} };
  };

  it("says what is missing before the streak is there, and writes nothing", async () => {
    const found = await loop(at("2026-07-06T09:40:00Z"), "promote", "status");
    expect(found).toMatchObject({ code: 0, loop: { action: "none", from: "bootstrap", to: "stabilize" } });
  });

  it("proposes the first wave once, with record and evidence, and asks", async () => {
    const first = await loop(earned, "promote", ...emitted);
    expect(first).toMatchObject({
      code: 0,
      loop: {
        action: "open",
        record: "PROM-0001",
        wave: "canary",
        targets: ["local/coulomb/kaizen-agentic"],
      },
    });
    const again = await loop(later(1), "promote", ...emitted);
    expect(again).toMatchObject({ code: 0, loop: { action: "ask", record: "PROM-0001", result: "pending" } });
    const heads = shop().git(["ls-remote", "origin", "refs/heads/coulomb/*", "refs/coulomb/*"]);
    await loop(later(2), "promote");
    expect(shop().git(["ls-remote", "origin", "refs/heads/coulomb/*", "refs/coulomb/*"])).toBe(heads);
  });

  const promotion = "coulomb-loop@promote-kaizen-stack";

  it("is a proposal like others, but for the gates that decide over its merge", async () => {
    const listed = await shop().run(later(2), ["requests", "list", "--json"]);
    expect(rows(checked(listed.stdout).requests)).toMatchObject([
      { repo_id: "local/coulomb/coulomb-loop", loop: "promote-kaizen-stack", state: "open" },
    ]);
    const shown = await shop().run(later(2), ["requests", "show", "coulomb-loop"]);
    expect(shown.stdout).toContain("PROM-0001");
    for (const name of [promotion, "coulomb-loop"]) {
      const refused = await shop().run(later(2), ["requests", "merge", name], "owner");
      expect(refused.code).toBe(1);
      expect(refused.stdout).toContain("coulomb-loop#1 is not merged: ");
      expect(refused.stdout).toContain("0 of 1 approvals; wanted: regulator");
    }
    const all = await shop().run(later(2), ["requests", "merge", "--all"], "owner");
    expect(all).toMatchObject({ code: 0 });
    expect(all.stdout).toContain("is not merged: ");
  });

  it("takes no answer to a proposal that does not stand any more", async () => {
    const swap = (old: string, fresh: string) => {
      shop().edit("loops/kaizen-stack/cadence.yaml", (text) => text.replace(old, fresh));
      shop().publish(`From ${old} to ${fresh}`);
    };
    swap("valid_for: PT72H", "valid_for: PT71H");
    const tags = () => shop().git(["ls-remote", "origin", "refs/coulomb/approvals/*"]);
    const before = tags();
    const ran = await shop().run(
      later(3),
      ["approve", "PROM-0001", "--message", "fine", "--key", shop().keys.regulator],
      "regulator",
    );
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("[approval_void]");
    expect(ran.stderr).toContain("the policy or the people changed");
    expect(tags()).toBe(before);
    swap("valid_for: PT71H", "valid_for: PT72H");
  });

  it("counts no answer of a foreign key, merges after the regulator's, and moves one repo", async () => {
    const words = ["--message", "three clean cycles"];
    const foreign = await shop().run(
      later(3),
      ["approve", "PROM-0001", ...words, "--user", "regulator", "--key", shop().keys.stranger],
      "eve",
    );
    expect(foreign.code).toBe(1);
    expect(foreign.stderr).toContain("[approval_void]");
    const silent = await shop().run(
      later(3),
      ["approve", "PROM-0001", "--key", shop().keys.regulator],
      "regulator",
    );
    expect(silent.stderr).toContain("it gives no reason");
    // Whose key it is cannot be seen before it signs.
    rmSync(`${shop().keys.stranger}.pub`);
    const unseen = await shop().run(
      later(4),
      ["approve", "PROM-0001", ...words, "--user", "regulator", "--key", shop().keys.stranger],
      "eve",
    );
    expect(unseen).toMatchObject({ code: 0, stderr: "" });
    const refused = await loop(later(4), "promote", ...emitted);
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
    // What a server refuses has failed, also where all are to be merged; what waits for its gates has not.
    const hook = join(shop().ops, "../forge/coulomb/coulomb-loop.git/hooks/pre-receive");
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\necho nobody may push now >&2\nexit 1\n", { mode: 0o755 });
    const stopped = await shop().run(later(6), ["requests", "merge", "--all"], "owner");
    rmSync(hook);
    expect(stopped.code, stopped.stdout).toBe(1);
    expect(stopped.stdout).toContain("coulomb-loop#1 is not merged: ");
    // Who merges by name gets no further than the gates let everybody.
    const merged = await shop().run(later(7), ["requests", "merge", promotion, "--json"], "owner");
    expect(merged).toMatchObject({ code: 0, stderr: "" });
    expect(rows(checked(merged.stdout).requests)).toMatchObject([
      { repo_id: "local/coulomb/coulomb-loop", loop: "promote-kaizen-stack", state: "merged" },
    ]);
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

  it("replays what happened, beside what the policy would have done by itself", async () => {
    const ran = await shop().run(later(9), [
      "promote",
      "backtest",
      "--policy",
      "loops/kaizen-stack/cadence.yaml",
      "--since",
      "P1D",
      "--json",
    ]);
    const stays = rows(checked(ran.stdout).stays).filter(({ repo }) =>
      String(repo).endsWith("kaizen-agentic"),
    );
    const earlier = { kind: "promoted", at: "2026-07-06T10:32:00.000Z", to: "stabilize", cycles: 3 };
    expect(stays).toMatchObject([
      { phase: "bootstrap", tried: earlier, present: earlier, happened: { record: "PROM-0001", cycles: 3 } },
      { phase: "stabilize", began: { record: "PROM-0001" }, tried: { kind: "stayed" } },
    ]);
  });

  it("holds and releases by records that follow each other", async () => {
    const twice = ["the-custodian", "local/coulomb/the-custodian"];
    const held = await loop(later(10), "hold", ...twice, "--reason", "a migration", ...emitted);
    expect(held).toMatchObject({
      code: 0,
      loop: {
        record: "PROM-0002",
        message: "PROM-0002 is merged: a hold of the-custodian: a migration",
        targets: ["local/coulomb/the-custodian"],
        gates: [],
      },
    });
    const status = await loop(later(11), "promote", "status");
    for (const { loop: shown } of [held, status])
      expect(rows(shown.repos)).toContainEqual(
        expect.objectContaining({ repo: "local/coulomb/the-custodian", held_by: "PROM-0002" }),
      );
    const released = await loop(later(12), "hold", "--all", "--release", "--reason", "it is over");
    expect(released).toMatchObject({ code: 0, loop: { record: "PROM-0003" } });
    expect(rows(released.loop.repos).filter(({ held_by: holder }) => holder !== undefined)).toEqual([]);
    shop().pull();
    expect((await shop().run(later(13), ["validate"])).code).toBe(0);
  });

  it("tells in a file what happened since the last run that told, and in a new one all that still shows", async () => {
    const first = ["promotion_proposed", "approval_requested", "approval_void"];
    expect(eventsIn("events.jsonl").map(({ what }) => what)).toEqual([
      ...first.map((kind) => `${kind} PROM-0001`),
      // Merged and settled by runs that were not asked to tell.
      "approval_counted PROM-0001",
      "promotion_merged PROM-0001",
      "promotion_settled PROM-0001",
      "hold_created PROM-0002",
    ]);
    const before = readFileSync(join(shop().ops, "events.jsonl"), "utf8");
    writeFileSync(join(shop().ops, "events.jsonl"), `${before}{"torn`);
    const ran = await shop().run(later(13), ["promote", ...emitted, "--emit", "jsonl=new.jsonl"]);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining("events.jsonl:8 is torn") });
    const after = readFileSync(join(shop().ops, "events.jsonl"), "utf8");
    expect(after.startsWith(`${before}{"torn\n`)).toBe(true);
    expect(after.slice(before.length)).toMatch(/^\{"torn\n\{.*"kind":"hold_released".*\}\n$/);
    expect(eventsIn("new.jsonl").map(({ what }) => what)).toEqual([
      "promotion_proposed PROM-0001",
      "approval_counted PROM-0001",
      "promotion_merged PROM-0001",
      "promotion_settled PROM-0001",
      "hold_created PROM-0002",
      "hold_released PROM-0003",
    ]);
    const printed = await shop().run(later(13), ["promote", "--emit", "jsonl=-"]);
    expect(printed.stdout).toBe(readFileSync(join(shop().ops, "new.jsonl"), "utf8"));
    expect(printed.stderr).toContain("kaizen-stack");
  });

  it("has told the hub of every record, and of everything that happened, once", async () => {
    const database = await openPglite(join(shop().ops, ".coulomb/hub"));
    const store = await openStore(database, { clock: () => earned, rules: hubRules });
    const decisions = await store.list({ kind: "decisions", limit: 50 });
    const events = await store.list({ kind: "events", limit: 50 });
    await store.close();
    const told = events.map(({ key, fields }) => ({
      id: key,
      what: eventOf(fields),
    }));
    expect(told.map(({ what }) => what).toSorted()).toEqual(
      [
        "promotion_proposed",
        "approval_requested",
        "approval_void",
        "approval_counted",
        "promotion_merged",
        "promotion_settled",
      ]
        .map((kind) => `${kind} PROM-0001`)
        .concat("hold_created PROM-0002", "hold_released PROM-0003")
        .sort(),
    );
    expect(told).toEqual(expect.arrayContaining(eventsIn("new.jsonl")));
    expect(decisions.map(({ key }) => key).filter((key) => key.includes("PROM"))).toEqual([
      "kaizen-stack/PROM-0001",
      "kaizen-stack/PROM-0002",
      "kaizen-stack/PROM-0003",
    ]);
  });

  it("logs the records beside the cycles, in the order of time", async () => {
    const file = join(shop().ops, "loops/kaizen-stack/bootstrap-log.md");
    const before = readFileSync(file);
    const [logged] = rows(
      checked((await shop().run(later(14), ["evidence", "--log", "--json"])).stdout).logged,
    );
    expect(logged).toMatchObject({ records: ["PROM-0001", "PROM-0002", "PROM-0003"], seals: ["PROM-0001"] });
    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const headings =
      after
        .subarray(before.length)
        .toString()
        .match(/^## .*$/gm) ?? [];
    expect(headings.map((line) => line.slice(3, 19))).toEqual(
      headings.map((line) => line.slice(3, 19)).sort(),
    );
    expect(headings.at(-1)).toMatch(/: record PROM-0003$/);
    expect(after.toString()).toMatch(
      /- Answer: `regulator`, approve at .*: `three clean cycles`\n- Schedules: /,
    );
    const again = await shop().run(later(14), ["evidence", "--log"]);
    expect(again.stdout).toContain("Nothing to add to");
    expect(readFileSync(file).equals(after)).toBe(true);
    writeFileSync(file, before);
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
      loop: {
        record: "PROM-0004",
        from: "stabilize",
        to: "bootstrap",
        message: "PROM-0004 is merged: it times out",
      },
    });
    shop().pull();
    const roster = readFileSync(join(shop().ops, "loops/kaizen-stack/roster.yaml"), "utf8");
    expect(roster).toContain("{ repo: kaizen-agentic, wave: 0, phase: bootstrap }");
    const status = await loop(later(21), "promote", "status");
    expect(rows(status.loop.repos)).toContainEqual(
      expect.objectContaining({ repo: "local/coulomb/kaizen-agentic", held_by: "PROM-0004" }),
    );
  });

  it("shows by evidence the streaks that a promotion is decided by: the repo that came back begins anew", async () => {
    const now = later(21);
    const status = await loop(now, "promote", "status");
    const gates = rows(status.loop.gates).flatMap(({ key, result, measurements }) =>
      isMap(measurements) && "streak" in measurements ? [{ key, result, streak: measurements.streak }] : [],
    );
    const report = checked((await shop().run(now, ["evidence", "--phase", "bootstrap", "--json"])).stdout);
    const shown = rows(rows(report.phases)[0]?.analyses).map(({ key, result, streak }) => ({
      key,
      result,
      streak,
    }));
    expect(gates).toContainEqual({ key: "cycles-clean", result: "pending", streak: 0 });
    expect(shown).toEqual(expect.arrayContaining(gates));
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
