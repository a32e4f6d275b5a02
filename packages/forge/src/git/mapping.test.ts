import { describe, expect, it } from "vitest";
import {
  type Actual,
  actualState,
  type Facts,
  markerOf,
  recordRef,
  settle,
  toPrevious,
  toSummaries,
} from "./mapping.ts";
import type { ProposalRecord } from "./record.ts";

const [head, other, merge] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];
const opened = { by: "Coulomb <c@x>", at: 1000, reason: "" };
const closed = { by: "Pat <p@x>", at: 2000, reason: "no" };
const open: ProposalRecord = {
  number: 3,
  state: "open",
  title: "T",
  draft: false,
  labels: [],
  base: "main",
  branch: "coulomb/pilot/schedule",
  head,
  base_oid: other,
  opened,
  closed: null,
  merged_oid: null,
  statuses: [],
  comments: [],
  previous: [],
};

describe("recordRef", () => {
  it.each([
    ["coulomb/pilot/schedule", "refs/coulomb/proposals/pilot/schedule"],
    ["coulomb/p-1/a-b", "refs/coulomb/proposals/p-1/a-b"],
    ["coulomb-state/pilot", undefined],
    ["coulomb/pilot", undefined],
    ["coulomb/pilot/a/b", undefined],
    ["coulomb/Pilot/a", undefined],
    ["coulomb/pilot/a.b", undefined],
    ["main", undefined],
  ])("%s: %s", (branch, ref) => {
    expect(recordRef(branch)).toBe(ref);
  });
});

describe("actualState", () => {
  const close: ProposalRecord = { ...open, state: "closed", closed };
  it.each<[string, ProposalRecord, Facts | undefined, Actual]>([
    [
      "open, branch at its head",
      open,
      { merged: false, branchHead: head },
      { state: "open", head, mergedOid: null },
    ],
    [
      "open, branch elsewhere",
      open,
      { merged: false, branchHead: other },
      { state: "open", head: other, mergedOid: null },
    ],
    [
      "open, branch gone",
      open,
      { merged: false, branchHead: null },
      { state: "closed", head, mergedOid: null },
    ],
    [
      "open, merged by hand",
      open,
      { merged: true, head: other, mergedOid: merge },
      { state: "merged", head: other, mergedOid: merge },
    ],
    ["closed, whatever the branch", close, undefined, { state: "closed", head, mergedOid: null }],
  ])("%s", (_what, record, facts, expected) => {
    expect(actualState(record, facts)).toEqual(expected);
  });
});

describe("settle", () => {
  it("writes down what people did, and nobody's name", () => {
    const actual: Actual = { state: "merged", head: other, mergedOid: merge };
    expect(settle(open, actual, 5000)).toEqual({
      ...open,
      state: "merged",
      head: other,
      merged_oid: merge,
      closed: { by: "", at: 5000, reason: "merged by hand" },
    });
  });

  it.each<[string, ProposalRecord, Actual]>([
    ["an open one that is open", open, { state: "open", head: other, mergedOid: null }],
    ["a closed one", { ...open, state: "closed", closed }, { state: "closed", head, mergedOid: null }],
  ])("leaves %s as it is", (_what, record, actual) => {
    expect(settle(record, actual, 5000)).toBe(record);
  });
});

describe("toPrevious", () => {
  it("puts the settled one first and keeps twenty", () => {
    const one = toPrevious({ ...open, state: "closed", closed }, "x <!-- coulomb:v1 {} --> y");
    expect(one).toMatchObject([{ number: 3, marker: "<!-- coulomb:v1 {} -->", state: "closed", closed }]);
    const many = Array.from({ length: 20 }, () => one).flat();
    const next = toPrevious({ ...open, number: 4, state: "closed", closed, previous: many }, "");
    expect(next).toHaveLength(20);
    expect(next[0]).toMatchObject({ number: 4, marker: "" });
  });
});

describe("toSummaries", () => {
  it("lists the newest five, the newest first, with what each still has", () => {
    const old = toPrevious({ ...open, state: "merged", closed, merged_oid: merge }, "<!-- coulomb:v1 {} -->");
    const previous = Array.from({ length: 7 }, () => old).flat();
    const actual: Actual = { state: "open", head: other, mergedOid: null };
    const found = toSummaries({ owner: "a", repo: "b" }, { ...open, previous }, "body", merge, actual);
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({ ref: { number: 3, revision: merge }, head: other, body: "body" });
    expect(found[0]).not.toHaveProperty("closedAt");
    expect(found[1]).toMatchObject({
      state: "merged",
      body: "<!-- coulomb:v1 {} -->",
      mergedOid: merge,
      closedBy: "Pat <p@x>",
    });
    expect(found[1]?.ref).not.toHaveProperty("revision");
  });

  it("names nobody when nobody is known", () => {
    const record = settle(open, { state: "closed", head, mergedOid: null }, 5000);
    const [found] = toSummaries({ owner: "a", repo: "b" }, record, "", merge, {
      state: "closed",
      head,
      mergedOid: null,
    });
    expect(found).toMatchObject({ closedAt: 5000 });
    expect(found).not.toHaveProperty("closedBy");
  });
});

describe("markerOf", () => {
  it.each([
    ["text", ""],
    ["a\n<!-- coulomb:v1 {\n} -->\nb", "<!-- coulomb:v1 {\n} -->"],
    ["<!-- other --><!-- coulomb:v1 {} --><!-- coulomb:v1 2 -->", "<!-- coulomb:v1 {} -->"],
  ])("%j: %j", (body, marker) => {
    expect(markerOf(body)).toBe(marker);
  });
});
