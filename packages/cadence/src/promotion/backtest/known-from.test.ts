import { describe, expect, it } from "vitest";
import {
  analysis,
  dispatched,
  failed,
  factsOfStory,
  retried,
  type Story,
  start,
  told,
} from "../../evidence/evidence.fixture.ts";
import { criteriaOf, judgeSlot } from "../../evidence/judge-slot.ts";
import { knownFrom } from "./known-from.ts";

const criteria = criteriaOf(analysis({ close_deadline: "PT55M" }));
const cycle = { policy: undefined, schedule: undefined };
const over = 55 * 60 + 2;

/** Seconds after due at which a slot's verdict at the end was known. */
function known(story: Story, asOf = 7200): number {
  const facts = factsOfStory(story);
  const verdict = judgeSlot(facts, criteria, { cycle, asOf: start + asOf * 1000 });
  return (knownFrom({ facts, verdict }, criteria, cycle) - start) / 1000;
}

describe("knownFrom", () => {
  it.each<[string, Story, number]>([
    ["a success with its record", { events: [dispatched()], records: [{ after: 600 }] }, 600],
    ["what is missed right after the last moment", { events: [dispatched()] }, over + 0.001],
    ["a failure once nobody can try again", { events: [dispatched()], records: [failed] }, over + 0.001],
    [
      "a failure once its task is settled",
      { events: [dispatched(), told("settled", 700)], records: [failed] },
      700,
    ],
    [
      "a failure at once where its task was settled before",
      { events: [dispatched(), told("settled", 500)], records: [{ ...failed, after: 600 }] },
      600,
    ],
    [
      "a failure at once where it was late, so that nothing may follow",
      { events: [dispatched(900)], records: [{ ...failed, began: 960, after: 1200 }] },
      1200,
    ],
    [
      "a retry with its own record",
      {
        events: [dispatched(), retried(700)],
        records: [failed, { attempt: 2, trigger: "retry", began: 760, after: 1500 }],
      },
      1500,
    ],
    ["a word of somebody when it was told", { events: [told("opted_out", -60)] }, -60],
  ])("knows %s", (_, story, expected) => {
    expect(known(story)).toBe(expected);
  });

  it("knows nothing of what is pending at the end", () => {
    expect(known({ events: [dispatched()] }, 600)).toBe(Number.POSITIVE_INFINITY);
  });
});
