import type { Evidence } from "@coulomb-loop/schemas";
import { validateEvidence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { criteriaDigest, definitionDigest } from "../digests.ts";
import { activity, analysis, override, phase, ramp, rampCadence } from "../ops-documents.fixture.ts";
import { evaluate } from "./evaluate.ts";
import { at, fleet, gather, ledgerOf, nothing } from "./gather.fixture.ts";

const documents = fleet();
/** Three cycles, all closed. */
const three = ledgerOf(documents, "2026-07-06T10:00:00Z", "2026-07-06T13:00:00Z");

/** Slots in a few words: step, repo, hour and minute. */
function brief({ slots }: Evidence): string[] {
  return slots.map(({ activity: id, repo, due, unwritten }) =>
    [id.replace("hourly-", ""), repo.split("/").at(-1), due.slice(11, 16), unwritten ? "unwritten" : ""]
      .join(" ")
      .trim(),
  );
}

function isEarly(key: string | undefined): boolean {
  return (key?.split("@")[1] ?? "") < "2026-07-06T11:15";
}

function briefResult(evidence: Evidence): string {
  const [found] = evaluate(evidence);
  return `${found?.result}: ${found?.reason} ${found?.streak.length}`;
}

describe("gatherEvidence", () => {
  const whole = gather(documents, three, "2026-07-06T12:50:00Z");

  it("has all that the analyses need, in the form of its contract", () => {
    expect(validateEvidence(whole)).toMatchObject({ ok: true });
    expect(whole).toMatchObject({
      loop: "kaizen-stack",
      phase: "bootstrap",
      as_of: "2026-07-06T12:50:00.000Z",
      timezone: "Europe/Berlin",
      tzdata: "2026a",
      past: [],
      activities: ["hourly-coach", "hourly-metrics", "hourly-optimization"],
    });
    expect(whole.analyses.map(({ key }) => key)).toEqual(["cycles-clean"]);
    expect(whole.repos.map(({ repo }) => repo)).toEqual(["local/coulomb/alpha", "local/coulomb/beta"]);
    expect([whole.slots.length, whole.events.length, whole.records.length]).toEqual([18, 18, 18]);
    expect(briefResult(whole)).toBe("success: streak_reached 3");
  });

  it("numbers the cycles by the clock", () => {
    expect(whole.cycles.map(({ id, anchor, seq }) => [id.split("@")[1], anchor, seq])).toEqual([
      ["2026-07-06T10:00:00Z", "2026-07-06T10:00:00Z", 0],
      ["2026-07-06T11:00:00Z", "2026-07-06T11:00:00Z", 1],
      ["2026-07-06T12:00:00Z", "2026-07-06T12:00:00Z", 2],
    ]);
  });

  it("says what the files say now", () => {
    const cadence = documents.loops[0]?.cadence?.value;
    const policy = cadence === undefined ? "" : criteriaDigest(cadence);
    const ids = new Set(["hourly-coach", "hourly-metrics", "hourly-optimization"]);
    const definitions = documents.definitions
      .filter(({ value }) => ids.has(value.id))
      .map(({ value, body }) => [value.id, definitionDigest(value, body)]);
    expect(whole.digests).toEqual({ policy, definitions: Object.fromEntries(definitions) });
    const changed = fleet(undefined, { steps: ["metrics", "coach", "optimization", "review"] });
    expect(briefResult(gather(changed, three, "2026-07-06T12:50:00Z"))).toBe("pending: no_data 0");
  });

  it("does not look at the order of the ledger", () => {
    const turned = {
      slots: three.slots.toReversed(),
      events: three.events.toReversed(),
      records: three.records.toReversed(),
    };
    expect(gather(documents, turned, "2026-07-06T12:50:00Z")).toEqual(whole);
  });

  it.each([
    ["in progress", "2026-07-06T12:20:00Z", "pending: waiting 2", 3],
    ["that begins just now", "2026-07-06T12:00:00Z", "pending: waiting 2", 3],
    ["that has not begun", "2026-07-06T11:59:59.999Z", "pending: waiting 2", 2],
  ])("takes a cycle %s for what it is", (_, asOf, expected, count) => {
    const evidence = gather(documents, three, asOf);
    expect([briefResult(evidence), evidence.cycles.length]).toEqual([expected, count]);
    expect(evidence.slots).toHaveLength(count * 6);
  });

  it("leaves out what came later, to the millisecond", () => {
    const [before, then] = ["2026-07-06T10:24:59.999Z", "2026-07-06T10:25:00.000Z"].map((asOf) => {
      const { events, records } = gather(documents, three, asOf);
      return [events.length, records.length];
    });
    expect([before, then]).toEqual([
      [4, 2],
      [4, 4],
    ]);
  });

  it("leaves out events and records of other slots, and records of none", () => {
    const [event] = three.events;
    const [record] = three.records;
    if (event === undefined || record === undefined) throw new Error("there are facts");
    const slot = "kaizen-stack/hourly-coach/local/coulomb/gamma@2026-07-06T10:15:00Z";
    const { slot: _none, ...loose } = record.record;
    const ledger = {
      slots: three.slots,
      events: [...three.events, { ...event, slot }],
      records: [...three.records, { ...record, record: { ...loose, slot } }, { ...record, record: loose }],
    };
    expect(gather(documents, ledger, "2026-07-06T12:50:00Z")).toEqual(whole);
  });

  it("leaves out cycles that began before", () => {
    const from = at("2026-07-06T10:00:00.001Z");
    const evidence = gather(documents, three, "2026-07-06T12:50:00Z", { from });
    expect(evidence.cycles.map(({ seq }) => seq)).toEqual([0, 1]);
    expect(evidence.slots).toHaveLength(12);
  });

  it("says since when a repo is there, where that is known", () => {
    const since = new Map([["local/coulomb/beta", at("2026-07-06T10:30:00Z")]]);
    const evidence = gather(documents, three, "2026-07-06T12:50:00Z", { since });
    expect(evidence.repos.map((repo) => repo.since)).toEqual([undefined, "2026-07-06T10:30:00.000Z"]);
    expect(briefResult(evidence)).toBe("pending: waiting 2");
  });
});

describe("gatherEvidence, of slots that no ledger has", () => {
  it("has those after the newest of their activity and repo, to the end of the cycle", () => {
    const ledger = {
      slots: three.slots.filter(({ key }) => isEarly(key)),
      events: three.events.filter(({ slot }) => isEarly(slot)),
      records: three.records.filter(({ record }) => isEarly(record.slot)),
    };
    expect(brief(gather(documents, ledger, "2026-07-06T11:05:00Z")).slice(6)).toEqual([
      "metrics alpha 11:00",
      "metrics beta 11:00",
      "coach alpha 11:15 unwritten",
      "coach beta 11:15 unwritten",
      "optimization alpha 11:30 unwritten",
      "optimization beta 11:30 unwritten",
    ]);
    const later = gather(documents, ledger, "2026-07-06T13:30:00Z");
    expect(later.slots).toHaveLength(24);
    expect(validateEvidence(later)).toMatchObject({ ok: true });
    expect(briefResult(later)).toBe("inconclusive: cycle_inconclusive 0");
  });

  it("has none of the cycles that began before the repo came, and those after that", () => {
    const slots = three.slots.filter(({ key }) => !key.includes("alpha@") || isEarly(key));
    const since = new Map([["local/coulomb/alpha", at("2026-07-06T12:10:00Z")]]);
    const [before, after] = ["2026-07-06T12:50:00Z", "2026-07-06T13:20:00Z"].map((asOf) =>
      gather(documents, { ...three, slots }, asOf, { since }),
    );
    const unwritten = (found: Evidence | undefined) =>
      brief(found ?? gather(documents, nothing, "2026-07-06T12:50:00Z")).filter(
        (line) => line.includes("alpha") && line.endsWith("unwritten"),
      );
    expect(unwritten(before)).toEqual([]);
    expect(unwritten(after)).toEqual([
      "metrics alpha 13:00 unwritten",
      "coach alpha 13:15 unwritten",
      "optimization alpha 13:30 unwritten",
    ]);
    // A streak restarts as it does where such cycles have slots.
    expect(briefResult(before ?? gather(documents, nothing, "2026-07-06T12:50:00Z"))).toBe(
      "pending: no_data 0",
    );
  });

  it.each([
    ["one in between", (key: string) => key.includes("hourly-coach/local/coulomb/beta@2026-07-06T11")],
    ["an activity that never began", (key: string) => key.includes("hourly-coach/local/coulomb/beta")],
  ])("has none for %s: its cycle does not count", (_, lacks) => {
    const ledger = { ...three, slots: three.slots.filter(({ key }) => !lacks(key)) };
    const evidence = gather(documents, ledger, "2026-07-06T12:50:00Z");
    expect(evidence.slots.some(({ unwritten }) => unwritten === true)).toBe(false);
    expect(briefResult(evidence)).not.toMatch(/^success/);
  });

  it("has them by the cron of a live override", () => {
    const overridden = fleet([{ repo: "alpha", overrides: [override()] }]);
    const ledger = ledgerOf(overridden, "2026-07-06T10:00:00Z", "2026-07-06T11:00:00Z");
    const evidence = gather(overridden, ledger, "2026-07-06T11:50:00Z");
    expect(brief(evidence)).toEqual([
      "metrics alpha 10:00",
      "coach alpha 10:20",
      "optimization alpha 10:30",
      "metrics alpha 11:00 unwritten",
      "coach alpha 11:20 unwritten",
      "optimization alpha 11:30 unwritten",
    ]);
  });

  it("has none where the ledger is empty", () => {
    const evidence = gather(documents, nothing, "2026-07-06T12:50:00Z");
    expect([evidence.slots, evidence.cycles.length, briefResult(evidence)]).toEqual([
      [],
      3,
      "pending: no_data 0",
    ]);
  });
});

describe("gatherEvidence, by phase", () => {
  const mixed = fleet([{ repo: "alpha" }, { repo: "beta", phase: "stabilize" }]);
  const ledger = ledgerOf(mixed, "2026-07-06T06:00:00Z", "2026-07-06T13:00:00Z");

  it("tells who is in it, and who is past it", () => {
    const [first, second] = ["bootstrap", "stabilize"].map((name) => {
      const { repos, past } = gather(mixed, ledger, "2026-07-06T12:50:00Z", { phase: name });
      return [repos.map(({ repo }) => repo), past];
    });
    expect(first).toEqual([["local/coulomb/alpha"], ["local/coulomb/beta"]]);
    expect(second).toEqual([["local/coulomb/beta"], []]);
  });

  it("has the slots of its own cycles only", () => {
    const from = at("2026-07-06T00:00:00Z");
    const daily = gather(mixed, ledger, "2026-07-06T12:50:00Z", { phase: "stabilize", from });
    expect(brief(daily)).toEqual([
      "daily-metrics beta 06:00",
      "daily-coach beta 07:00",
      "daily-optimization beta 08:00",
    ]);
    expect(new Set(gather(mixed, ledger, "2026-07-06T12:50:00Z").slots.map(({ repo }) => repo))).toEqual(
      new Set(["local/coulomb/alpha"]),
    );
  });

  it("has the analyses of its exit, and those that are of none", () => {
    const keys = ["mine", "theirs", "anyone"];
    const cadence = {
      analyses: keys.map((key) => analysis({ key })),
      phases: [
        phase({ definitions: ["hourly-metrics", "hourly-coach", "hourly-optimization"], exit: ["mine"] }),
        phase({ name: "stabilize", definitions: [], exit: ["theirs"] }),
        phase({ name: "operate", definitions: [], exit: [] }),
      ],
    };
    const found = ["bootstrap", "stabilize", "operate"].map((name) =>
      gather(fleet(undefined, cadence), nothing, "2026-07-06T12:50:00Z", { phase: name })
        .analyses.map(({ key }) => key)
        .join(" "),
    );
    expect(found).toEqual(["mine anyone", "theirs anyone", "anyone"]);
  });

  it.each([
    ["is not enabled", { enabled: false }],
    ["is of another phase", { phase: "stabilize" }],
  ])("has no activity whose definition %s", (_, more) => {
    const [metrics, , optimization, ...daily] = ramp();
    const coach = activity("hourly-coach", "coach", "15 * * * *", more);
    if (metrics === undefined || optimization === undefined) throw new Error("there are definitions");
    const less = fleet(undefined, {}, [metrics, coach, optimization, ...daily]);
    const evidence = gather(less, three, "2026-07-06T12:50:00Z");
    expect(evidence.activities).toEqual(["hourly-metrics", "hourly-optimization"]);
    expect([evidence.slots.length, evidence.records.length]).toEqual([12, 12]);
    expect(Object.keys(evidence.digests.definitions)).toHaveLength(2);
  });

  it("has no activity that the policy does not list", () => {
    const phases = [phase({ definitions: ["hourly-metrics", "hourly-coach"] })];
    const evidence = gather(fleet(undefined, { phases }), three, "2026-07-06T12:50:00Z");
    expect(evidence.activities).toEqual(["hourly-coach", "hourly-metrics"]);
  });

  it.each([
    ["loop", { loop: "other" }],
    ["phase", { phase: "other" }],
  ])("is empty for a %s that is not there", (_, more) => {
    const evidence = gather(documents, three, "2026-07-06T12:50:00Z", more);
    expect(validateEvidence(evidence)).toMatchObject({ ok: true });
    expect([evidence.repos, evidence.cycles, evidence.slots, evidence.events, evidence.records]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(evaluate(evidence).every(({ result }) => result === "pending")).toBe(true);
  });

  it("takes the zone of the loop", () => {
    const tokyo = fleet(undefined, { ...rampCadence(), timezone: "Asia/Tokyo" });
    expect(gather(tokyo, nothing, "2026-07-06T12:50:00Z").timezone).toBe("Asia/Tokyo");
  });
});
