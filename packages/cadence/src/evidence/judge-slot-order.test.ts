import type { Analysis } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { digest, dispatched, failed, prepared, told, type Story } from "./evidence.fixture.ts";
import { brief, close, closed, judge, open, went } from "./judge-slot.fixture.ts";

const answered = { interventions: [{ kind: "answered" }] };

describe("judgeSlot, by preparation", () => {
  const byBundle = { complete_when: "prepared" } as const;
  it.each<[string, Story, string, number?]>([
    ["prepared", { events: [prepared(3), went] }, "11 success: prepared"],
    [
      "prepared, whatever its records say",
      { events: [prepared(3), went], records: [failed] },
      "11 success: prepared",
    ],
    ["prepared 2 s early", { events: [prepared(-2)] }, "11 success: prepared"],
    ["prepared earlier", { events: [prepared(-2.001)] }, "6 inconclusive: missed"],
    ["prepared 2 s after its time", { events: [prepared(close + 2)] }, "11 success: prepared"],
    ["prepared later", { events: [prepared(close + 2.001)] }, "6 inconclusive: missed"],
    ["prepared early and again in time", { events: [prepared(-60), prepared(3)] }, "11 success: prepared"],
    ["not prepared yet", { events: [went], records: [{}] }, "6 pending: open", open],
    ["prepared, and dispatched late", { events: [prepared(3), dispatched(301)] }, "8 failure: late"],
    [
      "prepared, in spite of an intervention",
      { events: [prepared(3)], records: [answered] },
      "3 failure: intervention",
    ],
    [
      "prepared by a repo that opted out",
      { events: [told("opted_out"), prepared(5)] },
      "1 inconclusive: opted_out",
    ],
  ])("judges a slot that is %s", (_, story, expected, asOf) => {
    expect(brief(judge(story, byBundle, asOf))).toBe(expected);
  });
});

describe("judgeSlot, where two rows match", () => {
  const optedOut = told("opted_out", 1);
  const changed = told("config_changed", 2);
  const stepped = told("intervention", 3, { kind: "forced" });
  const skipped = told("skipped", 4, { reason: "overlap" });
  const late = dispatched(400);
  const foreign = { provenance: { definition: digest.other } };
  const strict = { min_quality: 0.5, evidence: { accept: ["verified"] } } satisfies Partial<Analysis>;
  it.each<[string, Story, string, Partial<Analysis>?, number?]>([
    ["1 before 2", { events: [changed, optedOut] }, "1 inconclusive: opted_out"],
    ["1 before 3", { events: [stepped, optedOut] }, "1 inconclusive: opted_out"],
    ["2 before 3", { events: [stepped, changed] }, "2 inconclusive: config_changed"],
    ["3 before 4", { events: [skipped, stepped] }, "3 failure: intervention"],
    ["4 before 5", { events: [skipped], records: [{}, failed] }, "4 failure: overlap"],
    ["4 before 6", { events: [skipped] }, "4 failure: overlap", {}, open],
    ["4 before 11", { events: [went, skipped], records: [{}] }, "4 failure: overlap"],
    [
      "8 before 7, of the better record of those that disagree",
      { events: [late], records: [failed, {}] },
      "8 failure: late",
    ],
    ["8 before 5, where the success is late", { events: [late], records: [{}, failed] }, "8 failure: late"],
    [
      "10 before 5, where the success is poor",
      closed({ quality: 0.1 }, failed),
      "10 failure: low_quality",
      { min_quality: 0.5 },
    ],
    [
      "5 before 9, where the success proves nothing",
      closed(foreign, failed),
      "5 inconclusive: conflicting_records",
    ],
    ["7 before 8", { events: [late], records: [failed] }, "7 failure: failed"],
    ["7 before 8, with time left", { events: [late], records: [failed] }, "7 failure: failed", {}, open],
    ["7 before 9", closed({ ...failed, ...foreign }), "7 failure: failed"],
    ["8 before 9", { events: [late], records: [foreign] }, "8 failure: late"],
    ["8 before 10", { events: [late], records: [{ quality: 0 }] }, "8 failure: late", { min_quality: 0.5 }],
    ["provenance before class", closed(foreign), "9 inconclusive: provenance", strict],
    ["class before quality", closed({ quality: 0.1 }), "9 inconclusive: evidence_class", strict],
  ])("takes %s", (_, story, expected, more, asOf) => {
    expect(brief(judge(story, more, asOf))).toBe(expected);
  });
});
