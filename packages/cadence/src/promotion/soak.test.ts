import type { Evidence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { activity, definition, loop, opsDocuments, ramp, roster } from "../ops-documents.fixture.ts";
import { criterion, repoId, shown } from "./evidence.fixture.ts";
import { documentsOf, phases, policy, type Scene } from "./promotion.fixture.ts";
import { soakOf } from "./soak.ts";

const minute = 60_000;
const strict = criterion({ key: "strict", close_deadline: "PT10M" });
const lenient = criterion({ key: "lenient", close_deadline: "PT25M" });

/** Evidence whose records come twenty minutes after their slots are due. */
function slow(letters: string, parts: Parameters<typeof shown>[1] = {}): Evidence {
  const evidence = shown({ a: letters }, parts);
  const records = evidence.records.map((each) => ({
    ...each,
    received_at: new Date(Date.parse(each.received_at) + 20 * minute).toISOString(),
  }));
  return { ...evidence, records };
}

function results(documents: ReturnType<typeof documentsOf>, evidence: Evidence): string[] {
  const found = soakOf(documents, evidence).get(repoId("a"));
  return (found?.decided ?? []).map(({ cycle }) => cycle.result);
}

const closing = (id: string, deadline: string, more: object = {}) =>
  activity(id, "metrics", "0 * * * *", { policy: { close_deadline: deadline }, ...more });
const noExit = policy({ phases: phases({ exit: undefined }) });

describe("soakOf", () => {
  it.each<[string, Scene, string]>([
    [
      "its exit criterion",
      { policy: policy({ analyses: [strict, lenient], phases: phases({ exit: ["lenient"] }) }) },
      "success",
    ],
    [
      "the first of two",
      { policy: policy({ analyses: [lenient, strict], phases: phases({ exit: ["strict", "lenient"] }) }) },
      "inconclusive",
    ],
    [
      "none of another phase",
      {
        policy: policy({ analyses: [strict], phases: phases({ exit: undefined }, { exit: ["strict"] }) }),
        definitions: [closing("x", "PT25M")],
      },
      "success",
    ],
    [
      "the time of its definitions where it has none",
      { policy: noExit, definitions: [closing("x", "PT25M")] },
      "success",
    ],
    [
      "the time of its definitions, which is short",
      { policy: noExit, definitions: [closing("x", "PT10M")] },
      "inconclusive",
    ],
    [
      "the longest time of several",
      { policy: noExit, definitions: [closing("x", "PT25M"), closing("y", "PT10M")] },
      "success",
    ],
    [
      "no time of another phase",
      { policy: noExit, definitions: [closing("x", "PT10M"), closing("y", "PT25M", { phase: "stabilize" })] },
      "inconclusive",
    ],
    [
      "no time of another loop",
      { policy: noExit, definitions: [closing("x", "PT10M"), closing("y", "PT25M", { loop: "other" })] },
      "inconclusive",
    ],
    [
      "no time where no definition gives one",
      { policy: noExit, definitions: [definition({ policy: undefined })] },
      "inconclusive",
    ],
    [
      "a criterion that is not there: as without one",
      {
        policy: policy({ analyses: [strict], phases: phases({ exit: ["gone"] }) }),
        definitions: [closing("x", "PT25M")],
      },
      "success",
    ],
    [
      "definitions alone where the policy has no criteria",
      {
        policy: policy({ analyses: undefined, phases: phases({ exit: ["gone"] }) }),
        definitions: [closing("x", "PT25M")],
      },
      "success",
    ],
  ])("judges a phase by %s", (_what, scene, expected) => {
    expect(results(documentsOf(scene), slow("ss"))).toEqual([expected, expected]);
  });

  it("judges a loop by its own policy", () => {
    const other = {
      ...loop({
        roster: roster({ loop: "other", active: [] }),
        cadence: policy({ loop: "other", analyses: [strict], phases: phases({ exit: ["strict"] }) }),
      }),
      folder: "loops/other",
    };
    const own = loop({ cadence: policy({ analyses: [lenient], phases: phases({ exit: ["lenient"] }) }) });
    const documents = opsDocuments({ loops: [other, own], definitions: ramp() });
    expect(results(documents, slow("ss"))).toEqual(["success", "success"]);
    expect(results(documents, { ...slow("ss"), loop: "other" })).toEqual(["inconclusive", "inconclusive"]);
  });

  it("holds what is missing, and fails what failed", () => {
    const missing = { ...shown({ a: "s-" }), records: [] };
    expect(results(documentsOf({ policy: noExit }), missing)).toEqual(["inconclusive"]);
    expect(results(documentsOf({ policy: noExit }), shown({ a: "f" }))).toEqual(["failure"]);
  });

  it("knows every repo of the phase, also one without a cycle", () => {
    const found = soakOf(documentsOf(), shown({ a: "sfss", b: "" }));
    expect([...found.keys()]).toEqual([repoId("a"), repoId("b")]);
    expect(found.get(repoId("b"))).toEqual({ decided: [], successes: 0 });
    expect(found.get(repoId("a"))?.successes).toBe(2);
    expect(found.get(repoId("a"))?.decided.map(({ id }) => id.slice(-20))).toEqual([
      "2026-06-18T12:00:00Z",
      "2026-06-18T13:00:00Z",
      "2026-06-18T14:00:00Z",
      "2026-06-18T15:00:00Z",
    ]);
  });

  it.each([
    ["out of sync at first only", "nnss", 2, 2],
    ["out of sync again", "nsns", 3, 1],
    ["out of sync all the time", "nn", 0, 0],
  ])("counts cycles that are %s", (_what, letters, decided, successes) => {
    const found = soakOf(documentsOf(), shown({ a: letters })).get(repoId("a"));
    expect([found?.decided.length, found?.successes]).toEqual([decided, successes]);
  });
});
