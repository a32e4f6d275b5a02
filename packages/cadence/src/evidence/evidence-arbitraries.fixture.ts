import type { Analysis } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import {
  analysis,
  digest,
  dispatched,
  prepared,
  type Sent,
  type Story,
  type Told,
  told,
} from "./evidence.fixture.ts";

/** Seconds from due: around every bound of a slot that is to start in 5 minutes and to be closed in 55. */
export const seconds = fc.constantFrom(-60, -2, 0, 5, 300, 301, 600, 650, 700, 1200, 3302, 3303, 5000);

const triggers = fc.constantFrom("schedule", "schedule", "retry", "retry", "catch_up");
const attempts = fc.constantFrom(1, 1, 1, 2, 2, 3);
const bundles = fc.constantFrom(digest.bundle, digest.bundle, digest.other);

const dispatches = fc
  .tuple(seconds, attempts, triggers, fc.constantFrom(digest.policy, digest.policy, digest.other))
  .map(([after, attempt, trigger, policy]) =>
    dispatched(after, { attempt, trigger, ...(attempt > 1 ? { policy_digest: policy } : {}) }),
  );
const preparations = fc.tuple(seconds, bundles).map(([after, bundle]) => prepared(after, { digest: bundle }));
const others = fc
  .tuple(
    seconds,
    fc.constantFrom(
      "opted_out",
      "unreadable",
      "config_changed",
      "skipped",
      "intervention",
      "released",
      "note",
    ),
  )
  .map(([after, type]) => told(type, after));

const events: fc.Arbitrary<Told> = fc.oneof(
  { weight: 6, arbitrary: dispatches },
  { weight: 4, arbitrary: preparations },
  { weight: 2, arbitrary: seconds.map((after) => told("settled", after)) },
  { weight: 1, arbitrary: others },
);

const quiet = fc.record(
  {
    began: fc.constantFrom(-3, -2, 0, 60, 60, 60),
    after: seconds,
    attempt: attempts,
    trigger: triggers,
    success: fc.boolean(),
    quality: fc.constantFrom(0, 0.4, 0.6),
    sentBy: fc.constantFrom("ci", "pilot-token"),
    corrects: fc.integer({ min: 2, max: 5 }),
    provenance: bundles.map((bundle) => ({ bundle, head: digest.head })),
  },
  { requiredKeys: ["began", "after", "attempt", "trigger", "success"] },
);
const byHand = fc.oneof(
  { weight: 10, arbitrary: fc.constant<Partial<Sent>>({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Partial<Sent>>(
      { trigger: "manual" },
      { interventions: [{ kind: "answered" }] },
    ),
  },
);

/** A record of a slot. */
export const records: fc.Arbitrary<Sent> = fc
  .tuple(quiet, byHand)
  .map(([record, more]) => ({ ...record, ...more }))
  .map((record) => (record.success ? record : asFailure(record)));

/** The same of a run that failed. */
export function asFailure(record: Sent): Sent {
  return { ...record, success: false, outcome: "failed", reason: "no network" };
}

/** What may happen to one slot. Its records have the ids 2 to 5, so that others come before and after them. */
export const stories: fc.Arbitrary<Story> = fc
  .tuple(fc.boolean(), fc.array(events, { maxLength: 4 }), fc.array(records, { maxLength: 4 }))
  .map(([goesOut, more, sent]) => ({
    events: [...(goesOut ? [dispatched()] : []), ...more],
    records: sent.map((record, index) => ({ ...record, id: index + 2 })),
  }));

/** An analysis of one cycle. */
export const analyses: fc.Arbitrary<Analysis> = fc
  .record(
    {
      on_missing: fc.constantFrom("hold", "fail"),
      complete_when: fc.constantFrom("closed", "closed", "closed", "prepared"),
      min_quality: fc.constantFrom(0, 0, 0.5),
      evidence: fc.constantFrom<NonNullable<Analysis["evidence"]>>(
        { accept: ["verified"] },
        { accept: ["ci", "self"] },
        { accept: ["verified", "ci", "human", "self"] },
      ),
      consecutive_success_limit: fc.integer({ min: 1, max: 3 }),
      scope: fc.constantFrom("fleet", "per_repo"),
      availability: fc.constantFrom<Analysis["availability"]>(
        "all",
        { minimum_repos: 1 },
        { minimum_repos: 2 },
      ),
      max_age: fc.constantFrom("PT1H", "PT50M", "PT3H"),
    },
    { requiredKeys: ["on_missing", "consecutive_success_limit", "scope", "availability"] },
  )
  .map((more) => analysis({ close_deadline: "PT55M", ...more }));
