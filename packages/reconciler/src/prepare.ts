import { valueAt } from "@coulomb-loop/cadence";
import type { Forge, RepoObservation } from "@coulomb-loop/forge";
import type { ProposalTarget, Settled, Switches, Wanted, Write } from "@coulomb-loop/proposals";
import { branchName, labels, parseMarker } from "@coulomb-loop/proposals";
import type { Cadence, Plan, RepoPlan } from "@coulomb-loop/schemas";
import { sameValue, worst } from "./classify.ts";
import { suspensionOf } from "./gates.ts";
import type { Forges } from "./observe.ts";
import { orderKey } from "./order-key.ts";
import { proposalText } from "./proposal-text.ts";
import { plannedBytes, readScheduleFile } from "./schedule-file.ts";
import type { DeclinedRecord } from "./state.ts";

/** What became of one repo in a run, or would become of it (`planned`). */
export interface RepoResult {
  readonly plan: RepoPlan;
  readonly outcome: Settled["rest"] | "cancelled" | "planned";
  readonly message: string;
  readonly writes: readonly Write[];
  /** What a queued proposal waits for. */
  readonly gate?: "wave" | "window" | "guard" | "pace";
  readonly number?: number;
  readonly url?: string;
}

/** What carrying out a plan rests on. */
export interface PlanFacts {
  readonly plan: Plan;
  /** A fresh observation of every repo of the plan, by id. */
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly forges: Forges;
  /** Policy of a repo's loop, for `suspend` and `adoption`. */
  readonly policy: (plan: RepoPlan) => Pick<Cadence, "suspend" | "adoption">;
  /** What people declined, as far as earlier runs and this one know. */
  readonly declined: readonly DeclinedRecord[];
  /** Proposals, as `orderKey` names them, for which somebody asks to be offered again what was declined, or to rebuild what was edited. */
  readonly reopen: ReadonlySet<string>;
  readonly rebuild: ReadonlySet<string>;
  /** Files that the loop left for others in the same repos, as `<repo id> <file>`: the proposals are those others'. */
  readonly formerFiles: ReadonlySet<string>;
  /** What a forge refused for good, until what is wanted or the repo changes; `undefined` when nothing was. */
  readonly refused: (plan: RepoPlan) => string | undefined;
  /** Ids of a repo before it moved, by its id now. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
  /** Proposals, as `orderKey` names them, whose numbers stand for closed ones that were taken in by other means. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<number>>;
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
  // A repo that vanished from the roster is shown, and nothing of it is touched before somebody says what shall be.
  if (left.has(plan.class) || plan.mode === "undeclared") return halt(plan, "blocked", plan.reason);
  if (facts.formerFiles.has(`${plan.repo_id} ${plan.file}`)) return halt(plan, "clean", plan.reason);
  // What is let go may be gone, or closed to every write.
  if (plan.class === "released" && !isWritable(observation)) return halt(plan, "clean", plan.reason);
  const hidden = unknownFact(plan, observation);
  if (hidden !== undefined) return unknown(plan, hidden);
  const stale = staleFact(facts, plan, observation);
  if (stale !== undefined) return halt(plan, "stale", stale);
  const refused = facts.refused(plan);
  if (refused !== undefined) return halt(plan, "rejected", refused);
  const wanted = wantedProposal(facts, plan, observation);
  if (wanted === "stale")
    return halt(plan, "stale", `the edits no longer give the planned bytes of ${plan.file}`);
  const target = targetOf(facts, plan);
  return { forge, target, wanted, switches: switchesOf(facts, plan), observation };
}

function isWritable({ facts }: RepoObservation): boolean {
  return facts.kind === "known" && facts.value.eligible.ok;
}

/** Classes in which an open proposal stays as it is, since nobody can say what it should be. */
const left: ReadonlySet<RepoPlan["class"]> = new Set<RepoPlan["class"]>([
  "unsupported",
  "ineligible",
  "foreign_owner",
  "moved",
]);

function switchesOf(facts: PlanFacts, plan: RepoPlan): Switches {
  const { gate } = plan;
  const until = gate.opens_at === undefined ? "" : `, opens at ${gate.opens_at}`;
  return {
    suspended: suspensionOf(facts.policy(plan).suspend, facts.now) !== undefined,
    gate: gate.open
      ? { open: true }
      : { open: false, message: `${gate.message ?? "a gate is shut"}${until}` },
    declined: new Set(
      facts.declined
        .filter(({ repo_id, key }) => repo_id === plan.repo_id && key === plan.key)
        .map(({ change }) => change),
    ),
    reopen: facts.reopen.has(orderKey(plan)),
    rebuild: facts.rebuild.has(orderKey(plan)),
    accepted: facts.accepted.get(orderKey(plan)) ?? new Set(),
  };
}

/** The managed proposal of a repo's schedule. */
function targetOf(facts: PlanFacts, { owner, repo, repo_id, key }: RepoPlan): ProposalTarget {
  const former = facts.moved.get(repo_id);
  return {
    installation: facts.plan.installation,
    repo: { owner, repo },
    repoId: repo_id,
    ...(former === undefined ? {} : { formerIds: former }),
    key,
  };
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

function wantedProposal(
  facts: PlanFacts,
  repo: RepoPlan,
  observation: RepoObservation,
): Wanted | null | "stale" {
  if (repo.change === null) return null;
  const file = observation.files.get(repo.file);
  const live = file?.kind === "known" && file.value.kind === "file" ? file.value.bytes : new Uint8Array();
  const format = (repo.result_blob ?? repo.blob ?? "").length === 64 ? "sha256" : "sha1";
  const content = plannedBytes(repo, live, format);
  if (content === undefined) return "stale";
  const offered = offeredPart(repo, content);
  const { title, body } = proposalText(offered, facts.plan.created_at, {
    paths: repo.paths,
    raw: rawOf(repo, live),
    byCommand: facts.forges.get(repo.forge)?.capabilities.mergeByTool === true,
  });
  const isQuestion = offered.class === "adoption" && facts.policy(repo).adoption !== "takeover";
  return {
    plan: facts.plan.plan_digest,
    inputs: repo.inputs_digest,
    change: repo.change,
    class: offered.class,
    values: Object.fromEntries(offered.paths.map((path) => [path.pointer, path.desired ?? null])),
    files: [{ path: repo.file, base: repo.blob ?? null, result: repo.result_blob, content }],
    title,
    text: body,
    labels: isQuestion ? [labels.adoption] : [],
    draft: offered.class === "conflict",
  };
}

/**
 * A repo's plan with nothing but the paths that its bytes set. A policy may only show the others (`on_drift: show`,
 * `adoption: refuse`): a merge says nothing about them, so they must not become a base.
 */
function offeredPart(repo: RepoPlan, content: Uint8Array | null): RepoPlan {
  const raw = content === null ? undefined : rawOf(repo, content);
  const paths = repo.paths.filter(
    (path) =>
      path.class !== "in_sync" &&
      path.class !== "overridden" &&
      path.class !== "released" &&
      sameValue(path.pointer, path.desired, valueAt(raw, path.pointer)),
  );
  return { ...repo, paths, class: worst(paths.map((path) => path.class)) };
}

function rawOf(repo: RepoPlan, content: Uint8Array): unknown {
  const schedule = readScheduleFile({ kind: "file", blob: "", bytes: content }, repo.file);
  return "refused" in schedule ? undefined : schedule.read?.raw;
}
