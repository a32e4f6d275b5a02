import type { Analysis } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import {
  analysis,
  digest,
  dispatched,
  factsOfStory,
  failed,
  prepared,
  retried,
  start,
  told,
  type Story,
} from "./evidence.fixture.ts";
import { again, brief, close, closed, judge, open, went } from "./judge-slot.fixture.ts";
import { criteriaOf, judgeSlot } from "./judge-slot.ts";

const answered = { interventions: [{ kind: "answered" }] };

describe("judgeSlot", () => {
  it.each<[string, Story, string, Partial<Analysis>?, number?]>([
    [
      "consent withdrawn before it was due",
      { events: [told("opted_out", -60)] },
      "1 inconclusive: opted_out",
    ],
    ["another schedule", { events: [told("not_in_sync")] }, "1 inconclusive: not_in_sync"],
    ["a repo that cannot be read", { events: [told("unreadable", 300)] }, "1 inconclusive: unreadable"],
    ["what is told before the dispatch", { events: [told("opted_out"), went] }, "1 inconclusive: opted_out"],
    [
      "what is told after the dispatch",
      { ...closed({}), events: [went, told("opted_out")] },
      "11 success: on_time",
    ],
    [
      "changed files",
      { ...closed({}), events: [told("config_changed"), went] },
      "2 inconclusive: config_changed",
    ],
    [
      "an intervention",
      { ...closed({}), events: [went, told("intervention", 9, { kind: "reopened" })] },
      "3 failure: intervention",
    ],
    ["an intervention of no kind", { events: [told("intervention", 9)] }, "3 failure: intervention"],
    ["a run by hand", closed({ trigger: "manual" }), "3 failure: intervention"],
    [
      "a run by hand, beside one that closed it",
      closed({}, { trigger: "manual", after: 9000 }),
      "3 failure: intervention",
    ],
    ["an answer in the middle of a run", closed(answered), "3 failure: intervention"],
    [
      "an answer in a run before the last",
      again({ ...failed, ...answered }, { attempt: 2, trigger: "retry" }),
      "3 failure: intervention",
    ],
    ["an overlap", { events: [told("skipped", 5, { reason: "overlap" })] }, "4 failure: overlap"],
    [
      "an upstream that failed",
      { events: [told("skipped", 5, { reason: "upstream_failed" })] },
      "4 failure: upstream_failed",
    ],
    ["a skip that says nothing more", { events: [told("skipped")] }, "4 failure: skipped"],
    ["records that disagree", closed({}, failed), "5 inconclusive: conflicting_records"],
    [
      "records that disagree while it is open",
      closed(failed, {}),
      "5 inconclusive: conflicting_records",
      {},
      open,
    ],
    ["no record yet", closed(), "6 pending: open", {}, open],
    ["no record, before it is due", {}, "6 pending: open", {}, -60],
    ["no record", closed(), "6 inconclusive: missed"],
    ["no record, where that is a failure", closed(), "6 failure: missed", { on_missing: "fail" }],
    ["no slot in the ledger", { slot: { unwritten: true } }, "6 failure: missed", { on_missing: "fail" }],
    ["a failed attempt with time left", closed(failed), "7 pending: retry_left", {}, open],
    [
      "a failed attempt of a settled slot",
      { ...closed(failed), events: [went, told("settled", 700)] },
      "7 failure: failed",
      {},
      open,
    ],
    ["a failed attempt after its time", closed(failed), "7 failure: failed"],
    ["a run out of time", closed({ ...failed, outcome: "timeout" }), "7 failure: timeout"],
    ["a run that was stopped", closed({ ...failed, outcome: "cancelled" }), "7 failure: cancelled"],
    ["a late dispatch", { ...closed({}), events: [dispatched(301)] }, "8 failure: late"],
    [
      "a late second dispatch",
      {
        ...again(failed, { attempt: 2 }),
        events: [went, retried(1801, { ready_at: "2026-07-06T10:25:00Z" })],
      },
      "8 failure: late",
    ],
    [
      "another bundle than its own",
      { events: [prepared(), went], records: [{ provenance: { bundle: digest.other } }] },
      "9 inconclusive: provenance",
    ],
    [
      "another definition than its own",
      closed({ provenance: { definition: digest.other } }),
      "9 inconclusive: provenance",
    ],
    [
      "a class that is not accepted",
      closed({}),
      "9 inconclusive: evidence_class",
      { evidence: { accept: ["verified", "ci", "human"] } },
    ],
    ["no quality, where one is asked for", closed({}), "9 inconclusive: no_quality", { min_quality: 0.1 }],
    ["too little quality", closed({ quality: 0.49 }), "10 failure: low_quality", { min_quality: 0.5 }],
    ["just enough quality", closed({ quality: 0.5 }), "11 success: on_time", { min_quality: 0.5 }],
    ["a quality of 0, where none is asked for", closed({ quality: 0 }), "11 success: on_time"],
    ["nothing to do", closed({ outcome: "noop" }), "11 success: noop"],
    ["a record in time", closed({}), "11 success: on_time"],
    [
      "a second attempt that succeeds",
      again(failed, { attempt: 2, trigger: "retry", after: 1200 }),
      "11 success: on_time",
    ],
  ])("judges %s", (_, story, expected, more, asOf) => {
    expect(brief(judge(story, more, asOf))).toBe(expected);
  });

  it.each<[string, Story, string]>([
    ["began 2 s before it was due", closed({ began: -2 }), "11 success: on_time"],
    ["began earlier", closed({ began: -2.001 }), "6 inconclusive: missed"],
    ["came 2 s after its time", closed({ after: close + 2 }), "11 success: on_time"],
    ["came later", closed({ after: close + 2.001 }), "6 inconclusive: missed"],
    ["is caught up with", closed({ trigger: "catch_up" }), "6 inconclusive: missed"],
    ["is filled in", closed({ trigger: "backfill" }), "6 inconclusive: missed"],
    [
      "failed while it was caught up with",
      closed({}, { ...failed, trigger: "catch_up" }),
      "11 success: on_time",
    ],
    ["was told to start at start_by", { ...closed({}), events: [dispatched(300)] }, "11 success: on_time"],
    ["was told to start 1 ms later", { ...closed({}), events: [dispatched(300.001)] }, "8 failure: late"],
    [
      "was sent out by catch-up, late",
      { ...closed({}), events: [dispatched(400, { trigger: "catch_up" })] },
      "11 success: on_time",
    ],
  ])("closes or does not close with a record that %s", (_, story, expected) => {
    expect(brief(judge(story))).toBe(expected);
  });

  it.each([
    ["is open", close + 2, "6 pending: open", "7 pending: retry_left"],
    ["is over", close + 2.001, "6 inconclusive: missed", "7 failure: failed"],
  ])("takes 2 s of slack for whether its time %s", (_, asOf, missing, tried) => {
    expect([brief(judge(closed(), {}, asOf)), brief(judge(closed(failed), {}, asOf))]).toEqual([
      missing,
      tried,
    ]);
  });

  it.each([
    ["its jitter", { slot: { ready_at: "2026-07-06T10:02:00Z" } }, dispatched(420), dispatched(420.001)],
    [
      "its upstream",
      {},
      dispatched(900, { ready_at: "2026-07-06T10:10:00Z" }),
      dispatched(900.001, { ready_at: "2026-07-06T10:10:00Z" }),
    ],
  ])("counts the time to start from when it is ready: %s", (_, slot, inTime, late) => {
    const found = [inTime, late].map((event) => brief(judge({ ...closed({}), ...slot, events: [event] })));
    expect(found).toEqual(["11 success: on_time", "8 failure: late"]);
  });

  it("takes any time to start where the analysis names none", () => {
    const { start_deadline: _none, ...rest } = analysis({ close_deadline: "PT55M" });
    const facts = factsOfStory({ ...closed({}), events: [dispatched(3000)] });
    const context = { cycle: { policy: undefined, schedule: undefined }, asOf: start };
    expect(brief(judgeSlot(facts, criteriaOf(rest), context))).toBe("11 success: on_time");
  });

  it.each(["opened", "review", "merge", "sign_off"])("takes no offence at %s", (kind) => {
    const story = {
      events: [went, told("intervention", 9, { kind })],
      records: [{ interventions: [{ kind }] }],
    };
    expect(brief(judge(story))).toBe("11 success: on_time");
  });
});
