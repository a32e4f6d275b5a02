import type { DesiredRepo, DesiredSource, OpsDocuments } from "@coulomb-loop/cadence";
import { resolveFleet } from "@coulomb-loop/cadence";
import type { Place } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import { branchName, parseTrailers } from "@coulomb-loop/proposals";
import { digestOfList } from "@coulomb-loop/schemas/digest";
import type { Cadence, Path, Plan, RepoPlan } from "@coulomb-loop/schemas";
import { acceptedIn, withAccepted } from "./accepted.ts";
import type { BaseSubject } from "./base.ts";
import { emptyRecord, proposalsOf } from "./base.ts";
import { isDeclinedPlan } from "./declined-plan.ts";
import { gatePlans } from "./gates.ts";
import { orderKey } from "./order-key.ts";
import type { PlannedRepo } from "./plan-repo.ts";
import { subjectOf } from "./plan-repo.ts";
import { rememberDeclined, standingRefusal } from "./remember.ts";
import type { ReadingMemo } from "./schedule-file.ts";
import { scheduleKey } from "./schedule-key.ts";
import type { BaseRecord, DeclinedRecord, Memory } from "./state.ts";
import { createRepoPlanner } from "./twins.ts";

/** Everything a plan rests on; nothing else is read. */
export interface PlanInputs {
  readonly documents: OpsDocuments;
  readonly locate: (file: string, path: Path) => Place | undefined;
  readonly inputsDigest: string;
  readonly installation: string;
  readonly toolVersion: string;
  /** Observation of every repo of `fleetOf`, by repo id. */
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly memory: Pick<Memory, "base" | "declined">;
  /** What `fleetOf` gives, where it is known already. */
  readonly fleet?: readonly DesiredRepo[];
  /** Epoch milliseconds: time of the plan, and the instant at which overrides, pauses and gates are judged. */
  readonly now: number;
  readonly readings?: ReadingMemo;
}

/** A plan, and what the next run must remember. */
export interface PlannedFleet {
  readonly plan: Plan;
  readonly base: readonly BaseRecord[];
  readonly declined: readonly DeclinedRecord[];
}

/**
 * Every repo that a plan is about, ascending by id: those that the rosters name, and those that an earlier run owned
 * and no roster names any more.
 */
export function fleetOf(
  documents: OpsDocuments,
  memory: Pick<Memory, "base">,
  now: number,
): readonly DesiredRepo[] {
  const records = recordsByKey(memory.base);
  const named = resolveFleet(documents, now).map((desired) => withFormerIds(desired, records));
  const known = new Set<string>();
  for (const { id, movedFrom, file } of named) {
    known.add(baseKey(id, file));
    if (movedFrom !== undefined) known.add(baseKey(movedFrom, file));
  }
  const left = [...records].flatMap(([key, record]) => (known.has(key) || !isKept(record) ? [] : [record]));
  const orphans = left.flatMap((record) => orphanOf(documents, record, named) ?? []);
  const formerLoops = named.flatMap((desired) => formerLoopsOf(documents, desired, records));
  return [...named, ...formerLoops, ...orphans].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Whether a record is more than numbers: then a repo that no roster names is still to be spoken of. */
function isKept({ values, offered }: BaseRecord): boolean {
  return Object.keys(values).length > 0 || offered === true;
}

type Records = ReadonlyMap<string, BaseRecord>;

function recordsByKey(base: readonly BaseRecord[]): Records {
  return new Map(base.map((record) => [baseKey(record.repo_id, record.file), record]));
}

/** What was learned under a former name holds as long as the repo does, also when the roster's word of the move is gone. */
function withFormerIds(desired: DesiredRepo, records: Records): DesiredRepo {
  const idsOf = (id: string) => records.get(baseKey(id, desired.file))?.former_ids;
  const [said] = desired.formerIds ?? [];
  const ids = said === undefined ? (idsOf(desired.id) ?? []) : [...(idsOf(said) ?? []), said];
  return ids.length === 0 ? desired : { ...desired, formerIds: ids };
}

/** Loops that had a file of this repo before: each clears away the proposal that it left open. */
function formerLoopsOf(
  documents: OpsDocuments,
  desired: DesiredRepo,
  records: Records,
): readonly DesiredRepo[] {
  const { id, movedFrom, file, formerIds } = desired;
  const found = records.get(baseKey(id, file)) ?? records.get(baseKey(movedFrom ?? id, file));
  if (found === undefined || (found.former_loops === undefined && found.loop === desired.loop)) return [];
  const record = { ...found, repo_id: id, ...(formerIds === undefined ? {} : { former_ids: formerIds }) };
  const loops = new Set([...(record.former_loops ?? []), record.loop]);
  loops.delete(desired.loop);
  return [...loops].sort().map((loop) => ({
    ...bare({ ...record, loop }, desired, documents),
    mode: "release" as const,
    isFormerLoop: true as const,
    source: { ...desired.source, what: `the loop ${desired.loop} runs it now` },
  }));
}

/**
 * A repo that vanished from its roster, as the state remembers it. A file of a repo that the loop now keeps elsewhere is
 * let go: who changed `schedule_path` said so.
 */
function orphanOf(
  documents: OpsDocuments,
  record: BaseRecord,
  named: readonly DesiredRepo[],
): DesiredRepo | undefined {
  const elsewhere = named.find(({ id, loop }) => id === record.repo_id && loop === record.loop);
  const [forge, owner, repo, ...more] = record.repo_id.split("/");
  if (forge === undefined || owner === undefined || repo === undefined || more.length > 0) return undefined;
  const loop = documents.loops.find(({ roster }) => roster?.value.loop === record.loop);
  return {
    ...bare(record, { forge, owner, repo }, documents),
    mode: elsewhere === undefined ? "undeclared" : "release",
    ...(elsewhere === undefined ? {} : { isFormerFile: true as const }),
    source: {
      file: loop?.roster?.file ?? "coulomb.yaml",
      path: [],
      what:
        elsewhere === undefined
          ? `no roster of ${record.loop} names it any more`
          : `the loop keeps ${elsewhere.file} there now`,
    },
  };
}

/** A repo of which nothing is wanted. */
function bare(
  { repo_id, loop: name, file, former_ids: formerIds }: BaseRecord,
  { forge, owner, repo }: Pick<DesiredRepo, "forge" | "owner" | "repo">,
  documents: OpsDocuments,
): Omit<DesiredRepo, "mode" | "source"> {
  const loop = documents.loops.find(({ roster }) => roster?.value.loop === name);
  return {
    id: repo_id,
    forge,
    owner,
    repo,
    loop: name,
    phase: "none",
    wave: 0,
    file,
    ...(formerIds === undefined ? {} : { formerIds }),
    timezone: loop?.cadence?.value.timezone ?? "UTC",
    paths: [],
    freed: [],
    overrides: [],
    removedAgents: [],
  };
}

/** Plans every repo of the fleet, ascending by id. Pure: the same inputs give the same bytes. */
export function planFleet(seen: PlanInputs): PlannedFleet {
  const { installation, memory } = seen;
  const fleet = seen.fleet ?? fleetOf(seen.documents, memory, seen.now);
  const accepted = acceptedIn(installation, fleet, memory.base, seen.observations);
  const observations = withAccepted(installation, fleet, accepted, seen.observations);
  const inputs: PlanInputs = { ...seen, observations };
  const known = new Map(recordsByKey(memory.base));
  const planRepo = createRepoPlanner();
  const classified = fleet.map((desired) => {
    // Only while the roster says so: the name may be another repo's by now.
    const former = desired.movedFrom === undefined ? undefined : baseKey(desired.movedFrom, desired.file);
    const key = baseKey(desired.id, desired.file);
    const planned = planRepo({
      installation: inputs.installation,
      desired,
      observation: observed(inputs, desired.id),
      // What a loop left behind rests on nothing: the values are the next loop's.
      base: desired.isFormerLoop === true ? undefined : (known.get(key) ?? known.get(former ?? "")),
      policy: policyOf(inputs.documents, desired),
      locate: (source: DesiredSource) => inputs.locate(source.file, source.path),
      asOf: inputs.now,
      ...(inputs.readings === undefined ? {} : { readings: inputs.readings }),
    });
    if (former !== undefined && planned.base !== undefined) known.delete(former);
    // A line stays when the repo is gone from the roster, until it is released (page 03 R6).
    const base = desired.isFormerLoop === true ? undefined : withTraces(planned, inputs, desired, accepted);
    if (base !== undefined) known.set(key, base);
    return planned.plan;
  });
  const declined = rememberDeclined(inputs, fleet);
  const repos = gatePlans(classified, {
    documents: inputs.documents,
    base: (plan) => known.get(baseKey(plan.repo_id, plan.file)),
    proposals: (plan) => proposalsOf({ ...inputs, key: plan.key }, inputs.observations.get(plan.repo_id)),
    declined: (plan) =>
      isDeclinedPlan(inputs, declined, plan) ||
      isBranchTaken(inputs, plan) ||
      standingRefusal(known.get(baseKey(plan.repo_id, plan.file)), plan) !== undefined,
    now: inputs.now,
  });
  const plan = {
    format_version: "1.0",
    kind: "plan" as const,
    installation: inputs.installation,
    tool_version: inputs.toolVersion,
    created_at: new Date(inputs.now).toISOString(),
    ops_inputs_digest: inputs.inputsDigest,
    repos,
  };
  return { plan: sealed(plan), base: [...known.values()], declined };
}

/** A plan with its digest, worked out when somebody asks for it: most runs find nothing to do and print none. */
function sealed(plan: Omit<Plan, "plan_digest">): Plan {
  let digest: string | undefined;
  return {
    ...plan,
    get plan_digest() {
      digest ??= planDigest(plan);
      return digest;
    },
  };
}

/** Adds to the record which proposals were taken in by other means. */
function withTraces(
  { base }: PlannedRepo,
  { installation }: PlanInputs,
  desired: DesiredRepo,
  accepted: ReadonlyMap<string, ReadonlySet<number>>,
): BaseRecord | undefined {
  const name = orderKey({ repo_id: desired.id, key: subjectOf(installation, desired).key });
  const numbers = [...(accepted.get(name) ?? [])].slice(-mostAccepted);
  if (base === undefined || (numbers.length === 0 && base.accepted === undefined)) return base;
  const { accepted: _accepted, ...rest } = base;
  return numbers.length === 0 ? rest : { ...rest, accepted: numbers };
}

/**
 * Adds what was seen last: a repo of which nothing else is known may have a proposal of ours open, and its entry may go
 * before anybody merged it; and loops that have nothing open in a file any more are forgotten, so that a later run has
 * nothing to clear away.
 */
export function withOpenProposals(
  installation: string,
  fleet: readonly DesiredRepo[],
  base: readonly BaseRecord[],
  observations: ReadonlyMap<string, RepoObservation>,
): readonly BaseRecord[] {
  const next = new Map(recordsByKey(base));
  for (const desired of fleet) {
    const observation = observations.get(desired.id);
    if (observation === undefined || desired.isFormerLoop === true || desired.isFormerFile === true) continue;
    const key = baseKey(desired.id, desired.file);
    const record = withOffer(next.get(key), subjectOf(installation, desired), observation);
    if (record !== undefined) next.set(key, withoutClearedLoops(installation, record, observation));
  }
  return [...next.values()];
}

function withOffer(
  record: BaseRecord | undefined,
  subject: BaseSubject,
  observation: RepoObservation,
): BaseRecord | undefined {
  const open = openness(observation, branchName(subject));
  const isOffered = open === "yes" || (open === "unknown" && record?.offered === true);
  if (record === undefined) return isOffered ? { ...emptyRecord(subject), offered: true } : undefined;
  if (!isOffered && record.offered === undefined) return record;
  const { offered: _offered, ...rest } = record;
  return isOffered && Object.keys(rest.values).length === 0 ? { ...rest, offered: true } : rest;
}

function withoutClearedLoops(
  installation: string,
  record: BaseRecord,
  observation: RepoObservation,
): BaseRecord {
  if (record.former_loops === undefined) return record;
  const { former_loops: loops, ...rest } = record;
  const left = loops.filter(
    (loop) => openness(observation, branchName({ installation, key: scheduleKey(loop) })) !== "no",
  );
  return left.length === 0 ? rest : { ...rest, former_loops: left };
}

/** Forges list fewer of a branch. */
const mostAccepted = 20;

/** Whether something of ours is open on a branch, as far as was read. */
function openness({ branches, proposals }: RepoObservation, name: string): "yes" | "no" | "unknown" {
  const [branch, listed] = [branches.get(name), proposals.get(name)];
  if (branch?.kind !== "known" || listed?.kind !== "known") return "unknown";
  const isThere = branch.value.kind === "present" || listed.value.some(({ state }) => state === "open");
  return isThere ? "yes" : "no";
}

function observed(inputs: PlanInputs, id: string): RepoObservation {
  const observation = inputs.observations.get(id);
  if (observation === undefined) throw new Error(`${id} was not observed`);
  return observation;
}

/** Whether a branch of the proposal's name is somebody else's. */
function isBranchTaken(
  { installation, observations }: Pick<PlanInputs, "installation" | "observations">,
  { repo_id, key }: RepoPlan,
): boolean {
  const branch = observations.get(repo_id)?.branches.get(branchName({ installation, key }));
  if (branch?.kind !== "known" || branch.value.kind !== "present") return false;
  const { head, message } = branch.value;
  const known = proposalsOf({ installation, key }, observations.get(repo_id)).some(
    (each) => each.head === head,
  );
  return parseTrailers(message) === undefined && !known;
}

/** SHA-256 over a plan without its own digest. */
export function planDigest(plan: Omit<Plan, "plan_digest"> & { readonly plan_digest?: string }): string {
  const { plan_digest: _own, repos, ...rest } = plan;
  return digestOfList(rest, "repos", repos);
}

/** The cadence policy of a repo's loop. */
export function policyOf(
  documents: OpsDocuments,
  desired: Pick<DesiredRepo, "loop">,
): Pick<Cadence, "adoption" | "on_drift" | "suspend"> {
  return documents.loops.find((loop) => loop.cadence?.value.loop === desired.loop)?.cadence?.value ?? {};
}

function baseKey(repoId: string, file: string): string {
  return `${repoId} ${file}`;
}
