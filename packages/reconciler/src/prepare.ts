import type { Forge, RepoObservation } from "@coulomb-loop/forge";
import type { ProposalTarget, Settled, Switches, Wanted, Write } from "@coulomb-loop/proposals";
import { branchName, labels, parseMarker } from "@coulomb-loop/proposals";
import type { Cadence, Plan, RepoPlan } from "@coulomb-loop/schemas";
import { sameValue, worst } from "./classify.ts";
import type { Forges } from "./observe.ts";
import { proposalText } from "./proposal-text.ts";
import { plannedBytes, readScheduleFile, valueAt } from "./schedule-file.ts";

/** What became of one repo in a run, or would become of it (`planned`). */
export interface RepoResult {
  readonly plan: RepoPlan;
  readonly outcome: Settled["rest"] | "cancelled" | "planned";
  readonly message: string;
  readonly writes: readonly Write[];
  readonly number?: number;
  readonly url?: string;
}

/** What carrying out a plan rests on. */
export interface PlanFacts {
  readonly plan: Plan;
  /** A fresh observation of every repo of the plan, by id. */
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly forges: Forges;
  /** Policy of a repo's loop, for `suspend`. */
  readonly policy: (plan: RepoPlan) => Pick<Cadence, "suspend">;
  /** For a saved plan: why a repo's part no longer holds; `undefined` when it does. */
  readonly staleness?: (plan: RepoPlan) => string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One repo whose plan holds, ready to be settled. */
export interface PreparedRepo {
  readonly forge: Forge;
  readonly target: ProposalTarget;
  readonly wanted: Wanted | null;
  readonly switches: Switches;
  readonly observation: RepoObservation;
}

/**
 * Compares a repo's plan with fresh facts: what is to be settled, or where it ends without a write. Pure. Anything
 * that cannot be known ends as such, and is never taken for absent or for stale.
 */
export function prepareRepo(facts: PlanFacts, plan: RepoPlan): PreparedRepo | RepoResult {
  const observation = facts.observations.get(plan.repo_id);
  const forge = facts.forges.get(plan.forge);
  // First of all: a repo that left the roster was not observed either.
  const outdated = facts.staleness?.(plan);
  if (outdated !== undefined) return halt(plan, "stale", outdated);
  if (observation === undefined || forge === undefined)
    return unknown(plan, `coulomb.yaml declares no forge "${plan.forge}"`);
  // These say nothing about the file, so an open proposal stays as it is.
  if (plan.class === "unknown") return unknown(plan, plan.reason);
  if (plan.class === "unsupported" || plan.class === "ineligible") return halt(plan, "blocked", plan.reason);
  const hidden = unknownFact(plan, observation);
  if (hidden !== undefined) return unknown(plan, hidden);
  const stale = staleFact(facts, plan, observation);
  if (stale !== undefined) return halt(plan, "stale", stale);
  const wanted = wantedProposal(facts.plan, plan, observation);
  if (wanted === "stale")
    return halt(plan, "stale", `the edits no longer give the planned bytes of ${plan.file}`);
  const switches: Switches = {
    suspended: isSuspended(facts.policy(plan).suspend, facts.now),
    gate: { open: true },
  };
  return { forge, target: targetOf(facts.plan.installation, plan), wanted, switches, observation };
}

/** The managed proposal of a repo's schedule. */
function targetOf(installation: string, plan: RepoPlan): ProposalTarget {
  return { installation, repo: { owner: plan.owner, repo: plan.repo }, repoId: plan.repo_id, key: plan.key };
}

function halt(plan: RepoPlan, outcome: RepoResult["outcome"], message: string): RepoResult {
  return { plan, outcome, message, writes: [] };
}

/** A repo that cannot be known shows as such, also when its plan was made while it could. */
function unknown(plan: RepoPlan, message: string): RepoResult {
  return halt({ ...plan, class: "unknown", reason: message }, "unknown", message);
}

function unknownFact(plan: RepoPlan, { facts, files }: RepoObservation): string | undefined {
  if (facts.kind === "unknown") return facts.message;
  const file = files.get(plan.file);
  return file?.kind === "known" ? undefined : (file?.message ?? `${plan.file} was not read`);
}

/** A plan holds for the blob it was made from, and a saved one once. */
function staleFact(facts: PlanFacts, plan: RepoPlan, observation: RepoObservation): string | undefined {
  const file = observation.files.get(plan.file);
  const state = file?.kind === "known" ? file.value : undefined;
  const blob = state?.kind === "file" ? state.blob : null;
  if (state?.kind === "other" || blob !== plan.blob) return `${plan.file} changed since the plan was made`;
  if (facts.staleness === undefined) return undefined;
  const listed = observation.proposals.get(
    branchName({ installation: facts.plan.installation, key: plan.key }),
  );
  const newest = listed?.kind === "known" ? listed.value[0] : undefined;
  const isUsed =
    newest !== undefined &&
    newest.state !== "open" &&
    parseMarker(newest.body)?.plan === facts.plan.plan_digest;
  return isUsed ? `proposal ${newest.ref.number} was made from this plan and is ${newest.state}` : undefined;
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
function isSuspended(suspend: Cadence["suspend"], now: number): boolean {
  if (suspend === undefined || typeof suspend === "boolean") return suspend === true;
  return suspend.until === undefined || Date.parse(suspend.until) > now;
}
