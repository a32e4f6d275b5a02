import type { CountedResponse, PromotionDecision } from "@coulomb-loop/cadence";
import type { Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import type { EventFacts } from "./promotion-events.ts";

/** The time of the run. */
export const now = Date.parse("2026-07-06T12:00:00Z");
export const head = "a".repeat(40);
export const older = "b".repeat(40);

/** A record of a loop with one target; its number says the hour it was written. */
export function record(number: number, more: Partial<Promotion> = {}): Promotion {
  return {
    schema_version: "promotion/v1",
    id: `PROM-000${number}`,
    loop: "upkeep",
    direction: "promote",
    from: "bootstrap",
    to: "stabilize",
    trigger: "evidence",
    proposed_at: `2026-07-06T0${number}:00:00.000Z`,
    proposed_by: "ops",
    policy_digest: "0".repeat(64),
    prev_record_digest: null,
    gates: [],
    targets: [{ repo: "local/acme/shop", from: "bootstrap", to: "stabilize" }],
    responses: [],
    result: "proposed",
    ...more,
  };
}

/** The seal of the first: ada agreed, and bob refused. */
export const seal: PromotionSeal = {
  schema_version: "promotion-seal/v1",
  record: "PROM-0001",
  record_digest: "0".repeat(64),
  merge_commit: "c".repeat(40),
  head,
  merged_by: "owner",
  sealed_at: "2026-07-06T03:00:00.000Z",
  responses: [
    {
      user: "ada",
      action: "approve",
      time: "2026-07-06T01:30:00.000Z",
      message: "three clean cycles",
      head,
      proof: "forge",
    },
    { user: "bob", action: "reject", time: "2026-07-06T01:31:00.000Z", message: "", head, proof: "forge" },
  ],
  targets: [{ repo: "local/acme/shop", state: "in_sync" }],
  result: "merged",
};

/** A decision that nothing can be done. */
export function decision(more: Partial<PromotionDecision> = {}): PromotionDecision {
  return {
    action: "none",
    attempt: undefined,
    gates: [],
    result: "pending",
    approval: undefined,
    candidates: [],
    earliest: undefined,
    ...more,
  };
}

/** An approval by ada, which counts unless there is a reason. */
export function answer(more: Partial<CountedResponse["response"]> = {}, because?: string): CountedResponse {
  const response = {
    login: "ada-l",
    action: "approve",
    at: now - 1,
    message: "good",
    head,
    proof: "forge",
  } as const;
  return { response: { ...response, ...more }, user: "ada", because };
}

/** What answers come to. */
export const approval = (...responses: readonly CountedResponse[]) => ({
  result: "pending" as const,
  description: "1 of 2 approvals; wanted: bob",
  responses,
  missing: ["bob"],
  needsEach: false,
});

/** A promotion that is open, and what was decided of it. */
export const open = (found: PromotionDecision, at = head, shown = record(1)): Partial<EventFacts> => ({
  views: [{ promote: { head: at, record: shown }, decision: found, demote: undefined }],
});

/** The merged proposal of a record. */
export const merged = { head, closedAt: Date.parse("2026-07-06T02:00:00Z"), closedBy: "owner" };

/** A gate that fails. */
export const gate = (key: string, more = {}) => ({
  key,
  result: "failure" as const,
  description: `${key} is bad`,
  enforced: true,
  ...more,
});
