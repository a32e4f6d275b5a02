import { describe, expect, it } from "vitest";
import { digest, dispatched, retried, type Story } from "./evidence.fixture.ts";
import { brief, closed, judge, over, went } from "./judge-slot.fixture.ts";

const other = (name: "definition" | "policy" | "schedule") => ({ [`${name}_digest`]: digest.other });
const untold = { definition_digest: null, policy_digest: null, schedule_digest: null };

describe("judgeSlot, where files changed within the cycle", () => {
  it.each<[string, Story["events"], string, Story?]>([
    [
      "the policy, since the cycle's first dispatch",
      [dispatched(5, other("policy"))],
      "2 inconclusive: config_changed",
    ],
    [
      "the schedule, since the cycle's first dispatch",
      [dispatched(5, other("schedule"))],
      "2 inconclusive: config_changed",
    ],
    [
      "the definition, between two attempts",
      [went, retried(700, other("definition"))],
      "2 inconclusive: config_changed",
    ],
    [
      "the policy, between two attempts",
      [went, retried(700, other("policy"))],
      "2 inconclusive: config_changed",
    ],
    [
      "nothing: all were others from the first dispatch on",
      [dispatched(5, other("policy"))],
      "11 success: on_time",
      { events: [dispatched(5, other("policy"))] },
    ],
    [
      "nothing: the definition before it went out",
      [dispatched(5, other("definition"))],
      "11 success: on_time",
    ],
    [
      "the definition, which changed back",
      [went, retried(700, other("definition")), retried(900)],
      "2 inconclusive: config_changed",
    ],
    [
      "nothing: the first attempt tells no digests",
      [dispatched(5, untold), retried(700, other("definition"))],
      "11 success: on_time",
    ],
    ["nothing: no later attempt tells digests", [went, retried(700, untold)], "11 success: on_time"],
    [
      "nothing: the cycle's first dispatch tells no digests",
      [dispatched(5, { ...other("policy"), ...other("schedule") })],
      "11 success: on_time",
      { events: [dispatched(5, untold)] },
    ],
  ])("sees that it was %s", (_, events, expected, cycle) => {
    const story = { events: events ?? [], records: [{ attempt: 2 }] };
    expect(brief(judge(story, {}, over, cycle))).toBe(expected);
  });

  it("cannot see it where nothing went out, or no digest is known", () => {
    const unknown = { slot: { policy_digest: digest.other } };
    expect(brief(judge({ ...unknown, records: [{}] }))).toBe("11 success: on_time");
    expect(brief(judge({ ...unknown, ...closed({}) }))).toBe("11 success: on_time");
  });
});
