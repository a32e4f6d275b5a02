import type { Analysis } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import {
  digest,
  dispatched,
  factsOfStory,
  failed,
  prepared,
  recordId,
  retried,
  start,
  told,
  type Story,
} from "./evidence.fixture.ts";
import { again, brief, close, closed, judge, open, went } from "./judge-slot.fixture.ts";

describe("judgeSlot, of several records", () => {
  const second = { attempt: 2, trigger: "retry", after: 1200 } as const;
  it.each<[string, Story, string, number?]>([
    ["takes the last attempt, also when it failed", again({}, { ...second, ...failed }), "7 failure: failed"],
    ["grants no retry after a success", again({}, { ...second, ...failed }), "7 failure: failed", open],
    ["grants one after two failures", again(failed, { ...second, ...failed }), "7 pending: retry_left", open],
    [
      "takes an attempt that was never sent out for the last one that was",
      closed(failed, { attempt: 7 }),
      "5 inconclusive: conflicting_records",
    ],
    [
      "takes attempts for the first where nothing was sent out",
      { records: [failed, { attempt: 2 }] },
      "5 inconclusive: conflicting_records",
    ],
    [
      "takes an attempt that catch-up sent out for none",
      { events: [went, dispatched(800, { trigger: "catch_up" })], records: [failed, { attempt: 2 }] },
      "5 inconclusive: conflicting_records",
    ],
    ["leaves out what is corrected", closed(failed, { corrects: 1, after: 700 }), "11 success: on_time"],
    [
      "leaves out a success that is corrected",
      closed({}, { ...failed, corrects: 1, after: 700 }),
      "7 failure: failed",
    ],
    [
      "hears no correction that came before",
      closed({ after: 700 }, { ...failed, corrects: 1 }),
      "5 inconclusive: conflicting_records",
    ],
    ["orders what came at once by id", closed({}, { ...failed, corrects: 1 }), "7 failure: failed"],
    [
      "hears no correction by a lower id that came at once",
      closed({ id: 2 }, { ...failed, id: 1, corrects: 2 }),
      "5 inconclusive: conflicting_records",
    ],
    [
      "hears no correction by another attempt",
      again({ attempt: 2 }, { ...failed, corrects: 1, after: 700 }),
      "11 success: on_time",
    ],
    [
      "hears no correction that came too late",
      closed(failed, { corrects: 1, after: close + 3 }),
      "7 failure: failed",
    ],
    [
      "hears a correction of a correction",
      closed(failed, { corrects: 1, after: 700 }, { ...failed, corrects: 2, after: 800 }),
      "7 failure: failed",
    ],
    [
      "grants no retry where a success was corrected",
      closed({}, { ...failed, corrects: 1, after: 700 }),
      "7 failure: failed",
      open,
    ],
    ["hears no record that corrects itself", closed({ corrects: 1 }), "11 success: on_time"],
  ])("%s", (_, story, expected, asOf) => {
    expect(brief(judge(story, {}, asOf))).toBe(expected);
  });

  it("counts the best of several that agree, and of equals the first that came", () => {
    const story = closed({ quality: 0.1 }, { quality: 0.9, after: 800 }, { quality: 0.8, after: 700 });
    const verdict = judge(story, { min_quality: 0.5 });
    expect(verdict).toMatchObject({ result: "success", decidedAt: start + 700_000 });
    expect(verdict.record).toBe(recordId(factsOfStory({}).slot.key, 3));
  });

  it.each<[string, Story, Partial<Analysis>, number | undefined]>([
    ["an event", { events: [told("opted_out", 7)] }, {}, 7],
    ["a record", closed({ after: 650 }), {}, 650],
    ["the last of those that disagree", closed(failed, { after: 800 }), {}, 800],
    ["the end of its time", {}, {}, close + 2],
    ["its preparation", { events: [prepared(3)] }, { complete_when: "prepared" }, 3],
    [
      "the second of two dispatches that differ",
      { events: [went, retried(700, { policy_digest: digest.other })] },
      {},
      700,
    ],
    [
      "the first of two dispatches that differ, each in something else",
      {
        events: [
          went,
          retried(700, { definition_digest: digest.other }),
          retried(900, { policy_digest: digest.other }),
        ],
      },
      {},
      700,
    ],
    [
      "the first of two dispatches that differ, the policy first",
      {
        events: [
          went,
          retried(700, { policy_digest: digest.other }),
          retried(900, { policy_digest: digest.other, definition_digest: digest.other }),
        ],
      },
      {},
      700,
    ],
  ])("is decided by %s", (_, story, more, seconds) => {
    expect(judge(story, more).decidedAt).toBe(start + (seconds ?? 0) * 1000);
  });

  it.each([[closed()], [closed(failed)]])("is not decided while it is pending", (story) => {
    expect(judge(story, {}, open)).not.toHaveProperty("decidedAt");
  });
});
