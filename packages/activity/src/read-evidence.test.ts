import { evaluate, evidenceDigest } from "@coulomb-loop/cadence";
import { validateEvidence } from "@coulomb-loop/schemas";
import { openPglite } from "@coulomb-loop/state-hub";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownOps } from "./ops.fixture.ts";
import { type ReadEvidenceInput, readEvidence } from "./read-evidence.ts";
import { openStage, pilots, type Stage } from "./stage.fixture.ts";
import { metrics, start } from "./tick-words.fixture.ts";

const at = (text: string) => Date.parse(text);

describe("readEvidence", () => {
  let opened: Stage | undefined;
  beforeAll(async () => {
    opened = await openStage(await openPglite(), start);
    const { tick, clock, record } = opened;
    await tick();
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    clock.set("2026-06-18T08:02:00Z");
    for (const pilot of pilots) await record(metrics("08:00", pilot), { agent: "metrics" });
    await record(metrics("07:00"), { agent: "metrics" });
    clock.set("2026-06-18T09:58:00Z");
    await tick();
  });
  afterAll(() => opened?.close());
  const read = (more: Partial<ReadEvidenceInput> = {}) => {
    if (opened === undefined) throw new Error("it is opened before the tests");
    return readEvidence({
      ledger: opened.ledger,
      documents: ownOps(),
      loop: "kaizen-stack",
      phase: "bootstrap",
      asOf: at("2026-06-18T09:59:00Z"),
      tzdata: "2026a",
      ...more,
    });
  };

  it("holds the slots of the cycles that have begun, with their events and records, and no others", async () => {
    const evidence = await read();
    expect(validateEvidence(evidence)).toMatchObject({ ok: true });
    expect(evidence.cycles).toHaveLength(24);
    expect(evidence.cycles.at(0)?.anchor).toBe("2026-06-17T10:00:00Z");
    expect(evidence.slots).toHaveLength(18);
    expect(evidence.slots.filter(({ unwritten }) => unwritten)).toEqual([]);
    expect(evidence.records.map(({ record }) => record.slot)).toEqual(
      pilots.map((pilot) => metrics("08:00", pilot)),
    );
    expect(new Set(evidence.events.map(({ type }) => type))).toEqual(
      new Set(["dispatched", "settled", "skipped"]),
    );
    expect(evaluate(evidence).map(({ result }) => result)).toEqual(["failure", "failure"]);
  });

  it("leaves out what came later than it is asked about", async () => {
    const evidence = await read({ asOf: at("2026-06-18T08:01:30Z") });
    expect(evidence.slots).toHaveLength(9);
    expect(evidence.events.map(({ type }) => type)).toEqual(Array(3).fill("dispatched"));
    expect(evidence.records).toEqual([]);
    expect(evaluate(evidence).map(({ result, reason }) => [result, reason])).toEqual([
      ["pending", "no_data"],
      ["pending", "no_data"],
    ]);
  });

  it("begins where it is told to", async () => {
    const evidence = await read({ from: at("2026-06-18T08:30:00Z") });
    expect(evidence.cycles.map(({ anchor }) => anchor)).toEqual(["2026-06-18T09:00:00Z"]);
    expect(evidence.slots).toHaveLength(9);
    expect(evidence.records).toEqual([]);
  });

  it("holds the slots of its own phase only", async () => {
    const evidence = await read({ phase: "stabilize" });
    expect([evidence.slots, evidence.events, evidence.repos]).toEqual([[], [], []]);
  });

  it("is the same later: slots that were written since were lacking then", async () => {
    const asOf = at("2026-06-18T12:20:00Z");
    opened?.clock.set("2026-06-18T12:20:00Z");
    const live = await read({ asOf });
    expect(live.slots.filter(({ unwritten }) => unwritten).map(({ cycle }) => cycle.slice(-9))).toEqual([
      ...Array(9).fill("11:00:00Z"),
      ...Array(9).fill("12:00:00Z"),
    ]);
    opened?.clock.set("2026-06-18T12:21:00Z");
    await opened?.tick();
    expect(evidenceDigest(await read({ asOf }))).toBe(evidenceDigest(live));
    const now = await read({ asOf: at("2026-06-18T12:21:00Z") });
    expect(now.slots.filter(({ unwritten }) => unwritten)).toEqual([]);
  });

  it("knows nothing where there is no hub", async () => {
    const evidence = await read({ ledger: undefined });
    expect(evidence.slots).toEqual([]);
    expect(evaluate(evidence).map(({ reason }) => reason)).toEqual(["no_data", "no_data"]);
  });
});
