import type { BlobCache, RepoObservation } from "@coulomb-loop/forge";
import type { ProposalTarget, Settled, Wanted, Write } from "@coulomb-loop/proposals";
import { branchName, labels, parseMarker, settleProposal } from "@coulomb-loop/proposals";
import type { Cadence, Plan, RepoPlan } from "@coulomb-loop/schemas";
import pLimit from "p-limit";
import { sameValue, worst } from "./classify.ts";
import type { Forges } from "./observe.ts";
import { proposalText } from "./proposal-text.ts";
import { plannedBytes, readScheduleFile, valueAt } from "./schedule-file.ts";

/** What became of one repo in a run. */
export interface RepoResult {
  readonly plan: RepoPlan;
  readonly outcome: Settled["rest"] | "cancelled";
  readonly message: string;
  readonly writes: readonly Write[];
  readonly number?: number;
  readonly url?: string;
}

/** What applying a plan needs. */
export interface ApplyOptions {
  readonly plan: Plan;
  /** A fresh observation of every repo of the plan, by id. */
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly forges: Forges;
  readonly cache: BlobCache;
  /** Repos worked on at once. */
  readonly concurrency: number;
  /** Policy of a repo's loop, for `suspend`. */
  readonly policy: (plan: RepoPlan) => Pick<Cadence, "suspend">;
  /** Why a repo's plan no longer holds; `undefined` when it does. */
  readonly staleness: (plan: RepoPlan) => string | undefined;
  readonly now: number;
  readonly signal?: AbortSignal;
  readonly onRepo?: (result: RepoResult) => void;
  readonly onWrite?: (plan: RepoPlan, write: Write) => void;
}

/**
 * Carries out a plan, repo by repo, each on its own: one that cannot be written does not stop the others. Results are
 * in the order of the plan. After `signal` no further repo is begun; the step under way is finished.
 */
export async function applyPlan(options: ApplyOptions): Promise<RepoResult[]> {
  const limit = pLimit(options.concurrency);
  const work = options.plan.repos.map((plan) =>
    limit(async () => {
      const result =
        options.signal?.aborted === true
          ? { plan, outcome: "cancelled" as const, message: "interrupted before this repo", writes: [] }
          : await applyRepo(options, plan);
      options.onRepo?.(result);
      return result;
    }),
  );
  return Promise.all(work);
}

async function applyRepo(options: ApplyOptions, plan: RepoPlan): Promise<RepoResult> {
  const observation = options.observations.get(plan.repo_id);
  const forge = options.forges.get(plan.forge);
  const halt = (outcome: RepoResult["outcome"], message: string): RepoResult => ({
    plan,
    outcome,
    message,
    writes: [],
  });
  // First of all: a repo that left the roster was not observed either.
  const outdated = options.staleness(plan);
  if (outdated !== undefined) return halt("stale", outdated);
  if (observation === undefined || forge === undefined)
    return halt("blocked", `coulomb.yaml declares no forge "${plan.forge}"`);
  // These say nothing about the file, so an open proposal stays as it is.
  if (plan.class === "unknown" || plan.class === "unsupported" || plan.class === "ineligible")
    return halt("blocked", plan.reason);
  const stale = staleFacts(options, plan, observation);
  if (stale !== undefined) return halt("stale", stale);
  const wanted = wantedProposal(options.plan, plan, observation);
  if (wanted === "stale") return halt("stale", `the edits no longer give the planned bytes of ${plan.file}`);
  const target = targetOf(options.plan.installation, plan);
  const settled = await settleProposal({
    forge,
    target,
    wanted,
    switches: { suspended: isSuspended(options.policy(plan).suspend, options.now), gate: { open: true } },
    cache: options.cache,
    time: Date.parse(options.plan.created_at),
    observation,
    ...(options.onWrite === undefined ? {} : { onWrite: (write: Write) => options.onWrite?.(plan, write) }),
  });
  const { rest, row: _row, ...result } = settled;
  return { plan, outcome: rest, ...result };
}

/** The managed proposal of a repo's schedule. */
export function targetOf(
  installation: string,
  plan: Pick<RepoPlan, "owner" | "repo" | "repo_id" | "key">,
): ProposalTarget {
  return { installation, repo: { owner: plan.owner, repo: plan.repo }, repoId: plan.repo_id, key: plan.key };
}

/** A plan holds for the blob it was made from, and once. */
function staleFacts(options: ApplyOptions, plan: RepoPlan, observation: RepoObservation): string | undefined {
  const file = observation.files.get(plan.file);
  if (observation.facts.kind === "unknown") return observation.facts.message;
  if (file?.kind !== "known") return file?.message ?? `${plan.file} was not read`;
  const blob = file.value.kind === "file" ? file.value.blob : null;
  if (file.value.kind === "other" || blob !== plan.blob)
    return `${plan.file} changed since the plan was made`;
  const listed = observation.proposals.get(
    branchName({ installation: options.plan.installation, key: plan.key }),
  );
  const newest = listed?.kind === "known" ? listed.value[0] : undefined;
  const used =
    newest !== undefined &&
    newest.state !== "open" &&
    parseMarker(newest.body)?.plan === options.plan.plan_digest;
  return used ? `proposal ${newest.ref.number} was made from this plan and is ${newest.state}` : undefined;
}

function wantedProposal(plan: Plan, repo: RepoPlan, observation: RepoObservation): Wanted | null | "stale" {
  if (repo.change === null || repo.result_blob === null) return null;
  const file = observation.files.get(repo.file);
  const live = file?.kind === "known" && file.value.kind === "file" ? file.value.bytes : new Uint8Array();
  const content = plannedBytes(repo, live, repo.result_blob.length === 64 ? "sha256" : "sha1");
  if (content === undefined) return "stale";
  const offered = offeredPart(repo, content);
  const { title, body } = proposalText(offered);
  return {
    plan: plan.plan_digest,
    change: repo.change,
    class: offered.class,
    values: Object.fromEntries(offered.paths.map((path) => [path.pointer, path.desired])),
    files: [{ path: repo.file, base: repo.blob ?? null, result: repo.result_blob, content }],
    title,
    text: body,
    labels: offered.class === "adoption" ? [labels.adoption] : [],
    draft: offered.class === "conflict",
  };
}

/**
 * A repo's plan with nothing but the paths that its bytes set. A policy may only show the others (`on_drift: show`,
 * `adoption: refuse`): a merge says nothing about them, so they must not become a base.
 */
function offeredPart(repo: RepoPlan, content: Uint8Array): RepoPlan {
  const schedule = readScheduleFile({ kind: "file", blob: "", bytes: content }, repo.file);
  const raw = "refused" in schedule ? undefined : schedule.read?.raw;
  const paths = repo.paths.filter(
    (path) => path.class !== "in_sync" && sameValue(path.pointer, path.desired, valueAt(raw, path.pointer)),
  );
  return { ...repo, paths, class: worst(paths.map((path) => path.class)) };
}

/** Whether a suspension holds at an instant (epoch milliseconds). */
export function isSuspended(suspend: Cadence["suspend"], now: number): boolean {
  if (suspend === undefined || typeof suspend === "boolean") return suspend === true;
  return suspend.until === undefined || Date.parse(suspend.until) > now;
}
