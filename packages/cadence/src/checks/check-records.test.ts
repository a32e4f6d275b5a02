import { describe, expect, it } from "vitest";
import type { OpsFiles } from "../ops-documents.fixture.ts";
import { brief, decision, loop, opsDocuments, workplan } from "../ops-documents.fixture.ts";
import { checkOpsDocuments } from "./check-ops-documents.ts";

const asOf = Date.UTC(2026, 7, 1);

function checkWorkplans(...more: OpsFiles["workplans"]): string[] {
  const workplans: OpsFiles["workplans"] = [["workplans/LOOP-WP-0001.md", workplan()], ...more];
  return brief(checkOpsDocuments(opsDocuments({ workplans }), asOf));
}

function checkDecisions(...decisions: object[]): string[] {
  return brief(checkOpsDocuments(opsDocuments({ loops: [loop({ decisions })] }), asOf));
}

const plan = (id: string, more: object = {}) => workplan({ id, ...more });

describe("checkOpsDocuments on workplans", () => {
  it.each([
    ["a second one", "LOOP-WP-0002-title.md", plan("LOOP-WP-0002", { depends_on: ["LOOP-WP-0001"] }), []],
    [
      "an id that stands twice",
      "LOOP-WP-0001-copy.md",
      plan("LOOP-WP-0001"),
      ["duplicate_id workplans/LOOP-WP-0001-copy.md/id"],
    ],
    ["a file of another name", "notes.md", plan("LOOP-WP-0002"), ["warning id_file workplans/notes.md/id"]],
    [
      "a dependency that does not exist",
      "A-WP-0002.md",
      plan("A-WP-0002", { depends_on: ["LOOP-WP-0001", "LOOP-WP-0003"] }),
      ["workplan_missing workplans/A-WP-0002.md/depends_on/1"],
    ],
    [
      "a dependency after a flawed one",
      "A-WP-0002.md",
      plan("A-WP-0002", { depends_on: [1, "LOOP-WP-0001", "x", "LOOP-WP-0003"] }),
      ["workplan_missing workplans/A-WP-0002.md/depends_on/3"],
    ],
    [
      "a dependency on itself",
      "A-WP-0002.md",
      plan("A-WP-0002", { depends_on: ["A-WP-0002"] }),
      ["dependency_cycle workplans/A-WP-0002.md/depends_on"],
    ],
  ])("finds what is wrong with %s", (_what, name, value, expected) => {
    expect(checkWorkplans([`workplans/${name}`, value])).toEqual(expected);
  });

  it("finds a cycle of two", () => {
    const found = checkWorkplans(
      ["workplans/A-WP-0001.md", plan("A-WP-0001", { depends_on: ["A-WP-0002"] })],
      ["workplans/A-WP-0002.md", plan("A-WP-0002", { depends_on: ["A-WP-0001"] })],
    );
    expect(found).toEqual(["dependency_cycle workplans/A-WP-0001.md/depends_on"]);
  });
});

describe("checkOpsDocuments on decisions", () => {
  const file = "loops/kaizen-stack/decisions/DEC-001.yaml";
  const second = "loops/kaizen-stack/decisions/DEC-002-more.yaml";
  it.each([
    ["a second one", [decision(), decision({ id: "DEC-002", supersedes: "DEC-001" })], []],
    [
      "an id that stands twice",
      [decision(), decision()],
      [`duplicate_id ${second}/id`, `warning id_file ${second}/id`],
    ],
    ["an option that does not exist", [decision({ chosen: "C" })], [`option_unknown ${file}/chosen`]],
    ["nothing chosen", [decision({ chosen: undefined })], [`decision_incomplete ${file}/status`]],
    [
      "nobody who decided, and no time",
      [decision({ decided_by: undefined, decided_at: undefined })],
      Array.from({ length: 2 }, () => `decision_incomplete ${file}/status`),
    ],
    [
      "an open question",
      [
        decision(),
        decision({
          id: "DEC-002",
          status: "proposed",
          chosen: undefined,
          decided_by: undefined,
          decided_at: undefined,
        }),
      ],
      [],
    ],
    [
      "one that does not exist to supersede",
      [decision({ supersedes: "DEC-009" })],
      [`decision_missing ${file}/supersedes`],
    ],
  ])("finds what is wrong with %s", (_what, decisions, expected) => {
    expect(checkDecisions(...decisions)).toEqual(expected);
  });
});
