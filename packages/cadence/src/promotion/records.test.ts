import type { Promotion } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { describe, expect, it } from "vitest";
import { repoId } from "./evidence.fixture.ts";
import { factsOf, people, phases, policy, record, seal } from "./promotion.fixture.ts";
import { chainOf, chainOfLoop, historyOf, nextLink, policyDigest, recordDigest } from "./records.ts";

const now = Date.parse("2026-06-18T12:00:00Z");
const hold = (number: number, more: Partial<Promotion> = {}, repos = ["a"]) =>
  record(number, repos, { direction: "hold", ...more });
const release = (number: number, more: Partial<Promotion> = {}, repos = ["a"]) =>
  record(number, repos, { direction: "release", ...more });
const soaked = { key: "soak", result: "success" as const, description: "5 of 5" };
const up = (number: number, from: string, to: string, gates: Promotion["gates"] = [soaked]) =>
  record(number, ["a"], { from, to, gates });
const down = (number: number, from: string, to: string, more: Partial<Promotion> = {}) =>
  record(number, ["a"], { direction: "demote", from, to, ...more });
const all = { all: true as const };

function history(records: readonly Promotion[], seals: Parameters<typeof chainOf>[1] = []) {
  return historyOf(chainOf(records, seals), repoId("a"), now);
}

function heldBy(records: readonly Promotion[], suspects: readonly string[]) {
  return historyOf({ ...chainOf(records, []), suspects: new Set(suspects) }, repoId("a"), now).heldBy;
}

describe("who is held", () => {
  it.each<[string, Promotion[], string | undefined]>([
    ["nobody without a record", [], undefined],
    ["one by its hold", [hold(1)], "PROM-0001"],
    ["not by that of another", [hold(1, {}, ["b"])], undefined],
    ["by one of several repos", [hold(1, {}, ["b", "a"])], "PROM-0001"],
    ["by one of all", [hold(1, all, [])], "PROM-0001"],
    ["until its release", [hold(1), release(2)], undefined],
    ["not until that of another", [hold(1), release(2, {}, ["b"])], "PROM-0001"],
    ["until one of all", [hold(1), release(2, all, [])], undefined],
    ["of all until its own release", [hold(1, all, []), release(2)], undefined],
    ["again after a release", [hold(1), release(2), hold(3)], "PROM-0003"],
    ["by the latest of two", [hold(1), hold(2)], "PROM-0002"],
    ["until a time that is to come", [hold(1, { until: "2026-06-18T12:00:01Z" })], "PROM-0001"],
    ["not after its time", [hold(1, { until: "2026-06-18T12:00:00Z" })], undefined],
    [
      "by an older hold when a newer one is over",
      [hold(1), hold(2, { until: "2026-06-01T00:00:00Z" })],
      "PROM-0001",
    ],
    ["by a demotion that holds", [down(1, "stabilize", "bootstrap", { hold: true })], "PROM-0001"],
    ["not by one that does not", [down(1, "stabilize", "bootstrap", { hold: false })], undefined],
    ["not by a promotion, whatever it says", [record(1, ["a"], { hold: true })], undefined],
    [
      "until the release of a demotion",
      [down(1, "stabilize", "bootstrap", { hold: true }), release(2)],
      undefined,
    ],
  ])("%s", (_what, records, expected) => {
    expect(history(records).heldBy).toBe(expected);
  });

  it("one whose promotion was merged by hand, until a release", () => {
    const merged = up(1, "bootstrap", "stabilize");
    expect(history([merged], [seal(1, "merged")]).heldBy).toBeUndefined();
    expect(history([merged], [seal(1, "external")]).heldBy).toBe("PROM-0001");
    expect(history([merged], [seal(2, "external")]).heldBy).toBeUndefined();
    expect(history([merged, release(2)], [seal(1, "external")]).heldBy).toBeUndefined();
    const back = down(1, "stabilize", "bootstrap");
    expect(history([back], [seal(1, "external")]).heldBy).toBe("PROM-0001");
  });

  it("is held by what came by hand, or may have, also before its seal", () => {
    const merged = up(1, "bootstrap", "stabilize");
    expect(heldBy([merged], ["PROM-0001"])).toBe("PROM-0001");
    expect(heldBy([merged], ["PROM-0002"])).toBeUndefined();
    expect(heldBy([merged, release(2)], ["PROM-0001"])).toBeUndefined();
  });
});

describe("what a repo comes from", () => {
  it("is the latest change of its phase, and when it was proposed", () => {
    const second = up(2, "stabilize", "operate");
    const found = history([up(1, "bootstrap", "stabilize"), second, hold(3), release(4)]);
    expect(found.latest).toEqual(second);
    expect(found.since).toBe(Date.parse("2026-06-18T10:00:00Z"));
    expect(history([hold(1)])).toEqual({
      heldBy: "PROM-0001",
      latest: undefined,
      since: undefined,
      lastStable: undefined,
    });
  });

  it.each<[string, Promotion[], string | undefined]>([
    ["the phase it soaked in", [up(1, "bootstrap", "stabilize")], "bootstrap"],
    ["the latest of them", [up(1, "bootstrap", "stabilize"), up(2, "stabilize", "operate")], "stabilize"],
    [
      "none where the soak was not met",
      [up(1, "bootstrap", "stabilize", [{ ...soaked, result: "pending" }])],
      undefined,
    ],
    ["none where there was none", [up(1, "bootstrap", "stabilize", [{ ...soaked, key: "wave" }])], undefined],
    [
      "an earlier one where the later was not met",
      [up(1, "bootstrap", "stabilize"), up(2, "stabilize", "operate", [])],
      "bootstrap",
    ],
    [
      "the same after a demotion, which soaked nothing",
      [up(1, "bootstrap", "stabilize"), down(2, "stabilize", "bootstrap", { gates: [soaked] })],
      "bootstrap",
    ],
  ])("last stable: %s", (_what, records, expected) => {
    expect(history(records).lastStable).toBe(expected);
  });

  it("last stable: the same where a record names no phase", () => {
    const { from: _from, ...nameless } = up(2, "stabilize", "operate");
    expect(history([up(1, "bootstrap", "stabilize"), nameless]).lastStable).toBe("bootstrap");
  });
});

describe("the chain", () => {
  it("is in the order of the numbers, which are no text", () => {
    const chain = chainOf([record(10_000, ["a"]), record(2, ["a"]), record(9999, ["a"])], []);
    expect(chain.records.map(({ id }) => id)).toEqual(["PROM-0002", "PROM-9999", "PROM-10000"]);
    expect(nextLink(chain).id).toBe("PROM-10001");
  });

  it("goes on with the next number and the digest of the last record", () => {
    expect(nextLink(chainOf([], []))).toEqual({ id: "PROM-0001", prev: null });
    const last = record(41, ["a"]);
    expect(nextLink(chainOf([last, record(7, ["a"])], []))).toEqual({
      id: "PROM-0042",
      prev: digestOf(last),
    });
    expect(recordDigest(last)).toBe(digestOf(last));
  });

  it("has seals by the record they are for", () => {
    expect([...chainOf([], [seal(3, "merged")]).seals.keys()]).toEqual(["PROM-0003"]);
  });
});

const valueOf = (more: object = {}) => {
  const found = factsOf({ policy: policy(more) }).documents.loops[0]?.cadence?.value;
  if (found === undefined) throw new Error("the policy is sound");
  return found;
};

describe("policyDigest", () => {
  it("is of the policy and the people, whatever the order of keys", () => {
    const turned = Object.fromEntries(Object.entries(valueOf()).toReversed());
    expect(policyDigest({ ...valueOf(), ...turned }, people)).toBe(policyDigest(valueOf(), people));
    expect(policyDigest(valueOf(), undefined)).toBe(policyDigest(valueOf(), []));
    expect(policyDigest(valueOf(), people)).not.toBe(policyDigest(valueOf(), []));
    expect(policyDigest(valueOf({ suspend: true }), people)).not.toBe(policyDigest(valueOf(), people));
    const other = valueOf({ phases: phases({ approval: undefined }) });
    expect(policyDigest(other, people)).not.toBe(policyDigest(valueOf(), people));
  });
});

function placed<T>(value: T) {
  return { file: "f", value, origin: () => [] };
}

function loopOf(name: string, records: readonly Promotion[]) {
  return {
    folder: `loops/${name}`,
    roster: undefined,
    cadence: undefined,
    decisions: [],
    promotions: records.map(placed),
    seals: records.map(({ id }) => placed(seal(Number(id.slice(5)), "merged"))),
  };
}

describe("chainOfLoop", () => {
  it("is of that loop alone, with its seals, and empty for a loop that is not there", () => {
    const documents = {
      ...factsOf().documents,
      loops: [loopOf("one", [hold(1)]), loopOf("two", [hold(1), hold(2)])],
    };
    const ids = (loop: string) => chainOfLoop(documents, loop).records.map(({ id }) => id);
    expect(ids("one")).toEqual(["PROM-0001"]);
    expect(ids("two")).toEqual(["PROM-0001", "PROM-0002"]);
    expect([...chainOfLoop(documents, "two").seals.keys()]).toEqual(["PROM-0001", "PROM-0002"]);
    expect(ids("three")).toEqual([]);
  });
});
