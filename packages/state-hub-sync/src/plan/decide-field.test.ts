import { describe, expect, it } from "vitest";
import type { ConflictRecord, LocalVersion, Loser } from "../model.ts";
import type { FieldDecision, FieldFacts } from "./decide-field.ts";
import { decideField } from "./decide-field.ts";

const c1: LocalVersion = { kind: "commit", commit: "c1" };

function facts(more: Partial<FieldFacts>): FieldFacts {
  return {
    key: "W-1-T1",
    field: "status",
    local: "todo",
    remote: "todo",
    base: "todo",
    hasBase: true,
    rev: 1,
    baseRev: 1,
    version: undefined,
    conflicts: [],
    ...more,
  };
}

function record(local: string, remote: string, loser: Loser): ConflictRecord {
  return {
    taskId: "t",
    taskKey: "W-1-T1",
    field: "status",
    local: { value: "x", version: local },
    remote: { value: "y", version: remote },
    base: null,
    loser,
  };
}

/** Both sides changed: to blocked in the file, to in_progress at revision 5 in the hub. */
const both = { local: "blocked", remote: "in_progress", rev: 5 };

const rows: readonly (readonly [name: string, facts: Partial<FieldFacts>, decision: FieldDecision])[] = [
  ["nothing changed", {}, { row: "equal" }],
  ["both sides say the same, the base not", { base: "done", rev: 5 }, { row: "equal" }],
  ["both are absent", { local: undefined, remote: undefined }, { row: "equal" }],
  ["only the file changed", { local: "done" }, { row: "push" }],
  ["the file lost its value", { local: undefined }, { row: "push" }],
  ["only the hub changed", { remote: "done", rev: 5 }, { row: "propose" }],
  ["the hub lost its value", { remote: undefined, rev: 5 }, { row: "propose" }],
  ["no base, only the file has it", { hasBase: false, base: undefined, remote: undefined }, { row: "push" }],
  ["no base, only the hub has it", { hasBase: false, base: undefined, local: undefined }, { row: "propose" }],
  [
    "no base, the hub had it once",
    { hasBase: false, base: undefined, remote: undefined, rev: 3, baseRev: 0 },
    { row: "push" },
  ],
  ["both changed, and the version is not known", both, { row: "ask" }],
  [
    "the hub is back at the base by a later revision",
    { local: "done", remote: "todo", rev: 6 },
    { row: "ask" },
  ],
  ["no base, and both have something else", { ...both, hasBase: false, base: undefined }, { row: "ask" }],
  ["the file has what it copied", { ...both, version: { kind: "copied", rev: 4 } }, { row: "copied" }],
  [
    "the copy is older than the hub's way back to the base",
    { local: "done", remote: "todo", rev: 6, version: { kind: "copied", rev: 5 } },
    { row: "copied" },
  ],
  [
    "the file's version lost, whatever it lost to",
    { ...both, version: c1, conflicts: [record("commit:c1", "rev:2", "local")] },
    { row: "local_lost" },
  ],
  [
    "the hub's version lost, whatever it lost to",
    { ...both, version: c1, conflicts: [record("commit:c0", "rev:5", "remote")] },
    { row: "remote_lost" },
  ],
  [
    "an older version of each lost",
    {
      ...both,
      version: c1,
      conflicts: [record("commit:c0", "rev:5", "local"), record("commit:c1", "rev:4", "remote")],
    },
    { row: "conflict", loser: "local" },
  ],
  [
    "a copied version has the number of a commit's record",
    { ...both, version: c1, conflicts: [record("rev:1", "rev:4", "local")] },
    { row: "conflict", loser: "local" },
  ],
  ["status: the hub wins among open states", { ...both, version: c1 }, { row: "conflict", loser: "local" }],
  [
    "status: done of the file beats open",
    { ...both, local: "done", version: c1 },
    { row: "conflict", loser: "remote" },
  ],
  [
    "status: cancelled of the file beats open",
    { ...both, local: "cancelled", version: c1 },
    { row: "conflict", loser: "remote" },
  ],
  [
    "status: done of the hub beats open",
    { ...both, remote: "done", version: c1 },
    { row: "conflict", loser: "local" },
  ],
  [
    "status: done against cancelled",
    { ...both, local: "done", remote: "cancelled", version: c1 },
    { row: "manual", isNew: true },
  ],
  [
    "status: cancelled against done, recorded",
    {
      ...both,
      local: "cancelled",
      remote: "done",
      version: c1,
      conflicts: [record("commit:c1", "rev:5", null)],
    },
    { row: "manual", isNew: false },
  ],
  [
    "status: done against cancelled, recorded of another revision",
    {
      ...both,
      local: "done",
      remote: "cancelled",
      version: c1,
      conflicts: [record("commit:c1", "rev:4", null)],
    },
    { row: "manual", isNew: true },
  ],
  [
    "a person kept the file's",
    {
      ...both,
      local: "done",
      remote: "cancelled",
      version: c1,
      conflicts: [record("commit:c1", "rev:5", "remote")],
    },
    { row: "remote_lost" },
  ],
  [
    "a person kept the hub's",
    {
      ...both,
      local: "done",
      remote: "cancelled",
      version: c1,
      conflicts: [record("commit:c1", "rev:5", "local")],
    },
    { row: "local_lost" },
  ],
  ["title: the file wins", { ...both, field: "title", version: c1 }, { row: "conflict", loser: "remote" }],
  [
    "priority: the file wins",
    { ...both, field: "priority", version: c1 },
    { row: "conflict", loser: "remote" },
  ],
  [
    "title: words of a status are none",
    { ...both, field: "title", local: "done", remote: "cancelled", version: c1 },
    { row: "conflict", loser: "remote" },
  ],
];

describe("decideField", () => {
  it.each(rows)("%s", (_name, given, decision) => {
    expect(decideField(facts(given))).toEqual(decision);
  });

  it("asks for a version only where both sides changed", () => {
    const asked = rows.filter(
      ([, given]) => decideField({ ...facts(given), version: undefined }).row === "ask",
    );
    const needless = asked.filter(([, given]) => {
      const { local, remote, base, rev, baseRev } = facts(given);
      return local === base || (remote === base && rev === baseRev);
    });
    expect(needless).toEqual([]);
    expect(asked.length).toBeGreaterThan(10);
  });
});
