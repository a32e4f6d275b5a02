import type { Analysis } from "@coulomb-loop/schemas";
import {
  analysis,
  dispatched,
  factsOfStory,
  retried,
  type Sent,
  type Story,
  start,
} from "./evidence.fixture.ts";
import { criteriaOf, judgeSlot } from "./judge-slot.ts";
import { textOf } from "./slot-facts.ts";
import type { Verdict } from "./verdict.ts";

/** Seconds from due to when the time to close a slot of these tests is over. */
export const close = 3300;
/** Seconds from due, within the time to close. */
export const open = 900;
/** Seconds from due, beyond it. */
export const over = 7200;

/** Judges a slot at so many seconds from due, in a cycle whose first dispatch was as another story tells. */
export function judge(
  story: Story,
  more: Partial<Analysis> = {},
  asOf = over,
  cycle: Story = { events: [went] },
): Verdict {
  const criteria = criteriaOf(analysis({ close_deadline: "PT55M", ...more }));
  const { policy_digest: policy, schedule_digest: schedule } = factsOfStory(cycle).events[0]?.data ?? {};
  const digests = { policy: textOf(policy), schedule: textOf(schedule) };
  return judgeSlot(factsOfStory(story), criteria, { cycle: digests, asOf: start + asOf * 1000 });
}

/** Row, result and reason. */
export function brief({ row, result, reason }: Verdict): string {
  return `${row} ${result}: ${reason}`;
}

/** The first dispatch, in time. */
export const went = dispatched();

/** Sent out once, with these records. */
export function closed(...records: readonly Sent[]): Story {
  return { events: [went], records };
}

/** Sent out twice, with these records. */
export function again(...records: readonly Sent[]): Story {
  return { events: [went, retried(700)], records };
}
