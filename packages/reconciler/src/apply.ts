import type { BlobCache, RepoObservation } from "@coulomb-loop/forge";
import type { RetryPolicy, Step, Write } from "@coulomb-loop/proposals";
import { decide, gatherFacts, settleProposal } from "@coulomb-loop/proposals";
import type { RepoPlan } from "@coulomb-loop/schemas";
import pLimit from "p-limit";
import { suspensionOf } from "./gates.ts";
import type { Pace } from "./pace.ts";
import { pauseOf, untilOpen } from "./pause.ts";
import type { PlanFacts, RepoResult } from "./prepare.ts";
import { prepareRepo } from "./prepare.ts";

/** What applying a plan needs beside its facts. */
export interface ApplyOptions extends PlanFacts {
  readonly cache: BlobCache;
  /** Repos worked on at once. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  readonly onRepo?: (result: RepoResult) => void;
  readonly onWrite?: (plan: RepoPlan, write: Write) => void;
  /** Given what was read of a repo after writes. */
  readonly onObserved: (plan: RepoPlan, observation: RepoObservation) => void;
  /** Asked before the first write of each repo; why nothing may be written, or `undefined`. */
  readonly beforeWrite: () => Promise<string | undefined>;
  readonly pace: Pick<Pace, "admit" | "shutUntil" | "learn">;
  readonly retry: RetryPolicy;
}

/**
 * Carries out a plan, repo by repo, each on its own: one that cannot be written does not stop the others. Results are
 * in the order of the plan. After `signal` no further repo is begun; the step under way is finished.
 */
export async function applyPlan(options: ApplyOptions): Promise<RepoResult[]> {
  return each(options, async (plan) => {
    if (options.signal?.aborted === true)
      return { plan, outcome: "cancelled", message: "interrupted before this repo", writes: [] };
    const prepared = prepareRepo(options, plan);
    if ("outcome" in prepared) return prepared;
    let paced = false;
    const {
      rest,
      row: _row,
      ...result
    } = await settleProposal({
      ...prepared,
      cache: options.cache,
      time: Date.parse(options.plan.created_at),
      ...(options.onWrite === undefined ? {} : { onWrite: (write: Write) => options.onWrite?.(plan, write) }),
      onObserved: (observation) => options.onObserved(plan, observation),
      hold: async () => {
        const wait = await untilOpen(options.pace, options.retry, plan.forge);
        paced = wait !== undefined;
        return wait;
      },
      onRetryAt: (putOff) => options.pace.learn(plan.forge, putOff),
      beforeWrite: options.beforeWrite,
      admit: () => {
        const wait = options.pace.admit(plan.forge);
        paced = wait !== undefined;
        return wait;
      },
      retry: options.retry,
    });
    return { plan, outcome: rest, ...result, ...gateOf(plan, rest, paced) };
  });
}

/** What a queued proposal waits for. */
function gateOf(plan: RepoPlan, outcome: RepoResult["outcome"], paced: boolean): Pick<RepoResult, "gate"> {
  if (outcome !== "queued") return {};
  if (paced) return { gate: "pace" };
  const { kind } = plan.gate;
  return kind === "wave" || kind === "window" || kind === "guard" ? { gate: kind } : {};
}

/**
 * Says what carrying out a plan would do in each repo now, in the order of the plan. Writes nothing; the first step is
 * foreseen, and what follows from it is left out.
 */
export async function foreseePlan(
  options: Pick<ApplyOptions, keyof PlanFacts | "concurrency" | "onRepo"> & {
    readonly pace: Pick<Pace, "admit" | "shutUntil">;
  },
): Promise<RepoResult[]> {
  return each(options, async (plan) => {
    const prepared = prepareRepo(options, plan);
    if ("outcome" in prepared) return prepared;
    const { forge, target, wanted, observation, switches } = prepared;
    const step = decide(await gatherFacts(forge, target, wanted, observation, switches), wanted);
    const wait = step.do === "rest" ? undefined : waitOf(options.pace, plan.forge, step.do === "open");
    if (wait !== undefined) return { plan, outcome: "queued", message: wait, writes: [], gate: "pace" };
    const result = foreseen(plan, step);
    return { ...result, ...gateOf(plan, result.outcome, false) };
  });
}

function waitOf(pace: Pick<Pace, "admit" | "shutUntil">, forge: string, isNew: boolean): string | undefined {
  const at = pace.shutUntil(forge);
  if (at !== undefined) return pauseOf(forge, at);
  return isNew ? pace.admit(forge) : undefined;
}

async function each(
  options: Pick<ApplyOptions, "plan" | "concurrency" | "onRepo" | "policy" | "now">,
  work: (plan: RepoPlan) => Promise<RepoResult>,
): Promise<RepoResult[]> {
  const limit = pLimit(options.concurrency);
  const results = options.plan.repos.map((plan) =>
    limit(async () => {
      const result = tellSuspension(options, await work(plan));
      options.onRepo?.(result);
      return result;
    }),
  );
  return Promise.all(results);
}

/** A loop that stands still says why, and until when, to whoever looks at one repo only. */
function tellSuspension({ policy, now }: Pick<PlanFacts, "policy" | "now">, result: RepoResult): RepoResult {
  const gate = result.outcome === "suspended" ? suspensionOf(policy(result.plan).suspend, now) : undefined;
  if (gate?.message === undefined) return result;
  const until = gate.opens_at === undefined ? "" : `, until ${gate.opens_at}`;
  return { ...result, message: `${gate.message}${until}` };
}

function foreseen(plan: RepoPlan, step: Step): RepoResult {
  const planned = (message: string, number?: number): RepoResult => ({
    plan,
    outcome: "planned",
    message,
    writes: [],
    ...(number === undefined ? {} : { number }),
  });
  switch (step.do) {
    case "rest": {
      const { summary } = step.proposal ?? {};
      const place = summary === undefined ? {} : { number: summary.ref.number };
      return { plan, outcome: step.rest, message: step.message, writes: [], ...place };
    }
    case "open":
      return planned("a proposal would be opened");
    case "update":
      return planned("the open proposal would be updated", step.proposal.summary.ref.number);
    case "tell":
      return {
        ...planned("its editors would be told that the branch is theirs", step.proposal.summary.ref.number),
        outcome: "edited",
      };
    case "close":
      return planned("the open proposal would be closed", step.proposals[0]?.summary.ref.number);
    case "delete_branch":
      // Row 9: only the branch of what people declined is still there.
      if (step.row === 9)
        return { ...planned("people closed this change; it is not offered again"), outcome: "declined" };
      return planned("the left-over branch of a proposal would be deleted");
  }
}
