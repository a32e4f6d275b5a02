import { describe, expect, it } from "vitest";
import { loop, opsDocuments, roster } from "../ops-documents.fixture.ts";
import { phases, policy, record } from "../promotion/promotion.fixture.ts";
import { recordDigest } from "../promotion/records.ts";
import { checkOpsDocuments } from "./check-ops-documents.ts";

const first = record(1, ["a", "b"], { from: "bootstrap", to: "stabilize" });
const second = record(2, ["a"], {
  direction: "demote",
  from: "stabilize",
  to: "bootstrap",
  prev_record_digest: recordDigest(first),
});

/** What is found of the phases of a roster beside these two records. */
function found(active: readonly object[], defaults: object = {}): string[] {
  const documents = opsDocuments({
    loops: [
      loop({
        roster: roster({ active, defaults: { forge: "local", owner: "coulomb", ...defaults } }),
        cadence: policy({ phases: phases() }),
        promotions: [first, second],
      }),
    ],
  });
  return checkOpsDocuments(documents, 0)
    .filter(({ code }) => code === "promotion_phase")
    .map(({ severity, path = [], message }) => `${severity} ${path.join("/")}: ${message}`);
}

const entry = (repo: string, phase?: string) => ({
  repo,
  wave: 0,
  ...(phase === undefined ? {} : { phase }),
});

describe("checkOpsDocuments on the phases that records gave", () => {
  it.each<[string, readonly object[], readonly string[]]>([
    ["each where its latest record took it", [entry("a"), entry("b", "stabilize")], []],
    ["a repo that no record is about", [entry("c", "operate")], []],
    [
      "a repo that was moved up by hand",
      [entry("a", "stabilize"), entry("b", "operate")],
      [
        "error active/0/phase: a is in stabilize, and PROM-0002 took it to bootstrap",
        "error active/1/phase: b is in operate, and PROM-0001 took it to stabilize",
      ],
    ],
    [
      "a repo that was moved down by hand",
      [entry("b")],
      ["warning active/0/phase: b is in bootstrap, and PROM-0001 took it to stabilize"],
    ],
  ])("judges %s", (_what, active, expected) => {
    expect(found(active)).toEqual(expected);
  });

  it("judges a repo by the phase that the roster gives all", () => {
    expect(found([entry("a")], { phase: "operate" })).toEqual([
      "error active/0/phase: a is in operate, and PROM-0002 took it to bootstrap",
    ]);
  });
});
