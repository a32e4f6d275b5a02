import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import type { Marker } from "@coulomb-loop/proposals";
import { labels, ownMarker } from "@coulomb-loop/proposals";
import type { RepoPlan } from "@coulomb-loop/schemas";
import { hasProposals, proposalsOf } from "./base.ts";
import { subjectOf } from "./plan-repo.ts";
import type { RepoResult } from "./prepare.ts";
import type { BaseRecord, DeclinedRecord, Memory } from "./state.ts";

/** What the memory of proposals is made from. */
export interface RememberInputs {
  readonly installation: string;
  readonly observations: ReadonlyMap<string, RepoObservation>;
  readonly memory: Pick<Memory, "declined">;
}

/** One finished proposal, for the audit (page 03 R3). */
export interface AuditRecord {
  readonly repo_id: string;
  readonly key: string;
  readonly number: number;
  /** Digests of the plan, of what was wanted, and of what it meant. */
  readonly plan: string;
  readonly inputs: string;
  readonly change: string;
  readonly class: string;
  /** Who merged or closed it, as the forge says; absent where it does not. */
  readonly approver?: string;
  readonly finished_at?: string;
  readonly merged_oid?: string;
  readonly verdict: "merged" | "merged_with_edits" | "declined" | "closed";
  /** Why the tool closed it. */
  readonly reason?: string;
}

/**
 * Adds what people declined to what was known: the forge lists the newest proposals only, and a no holds for ever. A
 * label that asks for it again takes it away, as does an open proposal that offers it. So does the declined proposal
 * itself when it is anything but declined by now: people reopened it, whether or not a run lived to remember that.
 */
export function rememberDeclined(
  { installation, observations, memory }: RememberInputs,
  fleet: readonly DesiredRepo[],
): readonly DeclinedRecord[] {
  const moved = new Map(
    fleet.flatMap(({ id, movedFrom }) => (movedFrom === undefined ? [] : [[movedFrom, id] as const])),
  );
  const records = new Map(
    memory.declined.map((before) => {
      const record = { ...before, repo_id: moved.get(before.repo_id) ?? before.repo_id };
      return [keyOf(record), record];
    }),
  );
  for (const desired of fleet) {
    const observation = observations.get(desired.id);
    if (observation === undefined || !hasProposals(observation)) continue;
    const subject = subjectOf(installation, desired);
    for (const summary of proposalsOf(subject, observation).toReversed()) {
      const marker = ownMarker(subject, summary.body);
      if (marker === undefined || marker.change === "") continue;
      const record = {
        repo_id: desired.id,
        key: subject.key,
        change: marker.change,
        number: summary.ref.number,
      };
      for (const [key, known] of records) if (isSameProposal(known, record)) records.delete(key);
      if (summary.state === "open" || summary.labels.includes(labels.reopen)) records.delete(keyOf(record));
      else if (summary.state === "closed" && marker.closed_by === undefined)
        records.set(keyOf(record), record);
    }
  }
  return [...records.values()];
}

function isSameProposal(a: DeclinedRecord, b: DeclinedRecord): boolean {
  return a.repo_id === b.repo_id && a.key === b.key && a.number === b.number;
}

function keyOf({ repo_id, key, change }: DeclinedRecord): string {
  return `${repo_id} ${key} ${change}`;
}

/**
 * Keeps what a forge refused for good, and forgets it when a run did not meet it again: a refusal is tried anew only
 * when what is wanted, or the repo, differs (page 03 R14), or by order.
 */
export function rememberRefused(
  base: readonly BaseRecord[],
  results: readonly Pick<RepoResult, "plan" | "outcome" | "message">[],
): readonly BaseRecord[] {
  const isRefused = results.some(({ outcome }) => outcome === "rejected");
  if (!isRefused && base.every(({ refused }) => refused === undefined)) return base;
  const next = new Map(base.map((record) => [`${record.repo_id} ${record.file}`, record]));
  for (const { plan, outcome, message } of results) {
    const key = `${plan.repo_id} ${plan.file}`;
    const before = next.get(key);
    // What was halted by a refusal that stands is no new refusal.
    if (outcome === "rejected" && standingRefusal(before, plan) === undefined)
      next.set(key, {
        ...(before ?? {
          repo_id: plan.repo_id,
          loop: plan.loop,
          file: plan.file,
          values: {},
          merged: 0,
          audited: 0,
        }),
        refused: { digest: plan.change ?? plan.inputs_digest, head: plan.head ?? "", message },
      });
    else if (before?.refused !== undefined && outcome !== "rejected" && outcome !== "unknown") {
      const { refused: _over, ...rest } = before;
      if (Object.keys(rest.values).length === 0 && rest.merged === 0 && rest.audited === 0) next.delete(key);
      else next.set(key, rest);
    }
  }
  return [...next.values()];
}

/** The refusal that still stands for a plan; `undefined` when there is none. */
export function standingRefusal(record: BaseRecord | undefined, plan: RepoPlan): string | undefined {
  const refused = record?.refused;
  const isSame =
    refused?.digest === (plan.change ?? plan.inputs_digest) && refused.head === (plan.head ?? "");
  if (!isSame) return undefined;
  return `${refused.message}; not tried again before the repo or what is wanted changes, or with --retry ${plan.repo}`;
}

/** What the audit gains: every finished proposal once, in order. The base records say how far it has come. */
export function auditProposals(
  { installation, observations }: Omit<RememberInputs, "memory">,
  fleet: readonly DesiredRepo[],
  base: readonly BaseRecord[],
): { readonly base: readonly BaseRecord[]; readonly audit: readonly AuditRecord[] } {
  if (![...observations.values()].some(hasProposals)) return { base, audit: [] };
  const next = new Map(base.map((record) => [`${record.repo_id} ${record.file}`, record]));
  const furthest = new Map<string, number>();
  for (const { repo_id, loop, audited } of base)
    furthest.set(`${repo_id} ${loop}`, Math.max(audited, furthest.get(`${repo_id} ${loop}`) ?? 0));
  // What vanished from the roster, or left another file behind, has no proposals of its own.
  const audit = fleet.flatMap((desired) => {
    if (desired.mode === "undeclared" || desired.isFormerFile === true || desired.isFormerLoop === true)
      return [];
    const observation = observations.get(desired.id);
    if (observation === undefined || !hasProposals(observation)) return [];
    const subject = subjectOf(installation, desired);
    const key = `${desired.id} ${desired.file}`;
    // Proposals belong to repo and loop, whichever file they were for.
    const audited = furthest.get(`${desired.id} ${desired.loop}`) ?? 0;
    const finished = proposalsOf(subject, observation)
      .filter(({ state, ref }) => state !== "open" && ref.number > audited)
      .sort((a, b) => a.ref.number - b.ref.number);
    const newest = finished.at(-1);
    if (newest === undefined) return [];
    next.set(key, {
      ...(next.get(key) ?? {
        repo_id: desired.id,
        loop: desired.loop,
        file: desired.file,
        values: {},
        merged: 0,
      }),
      audited: newest.ref.number,
    });
    return finished.flatMap((summary) => auditRecord(desired.id, subject, summary) ?? []);
  });
  return { base: [...next.values()], audit };
}

function auditRecord(
  repoId: string,
  subject: { readonly installation: string; readonly key: string },
  summary: ProposalSummary,
): AuditRecord | undefined {
  const marker = ownMarker(subject, summary.body);
  if (marker === undefined) return undefined;
  const { closedBy, closedAt, mergedOid } = summary;
  return {
    repo_id: repoId,
    key: subject.key,
    number: summary.ref.number,
    plan: marker.plan,
    inputs: marker.inputs,
    change: marker.change,
    class: marker.class,
    ...(closedBy === undefined ? {} : { approver: closedBy }),
    ...(closedAt === undefined ? {} : { finished_at: new Date(closedAt).toISOString() }),
    ...(mergedOid === undefined ? {} : { merged_oid: mergedOid }),
    verdict: verdictOf(marker, summary),
    ...(marker.closed_by === undefined ? {} : { reason: marker.closed_by }),
  };
}

function verdictOf(marker: Marker, summary: ProposalSummary): AuditRecord["verdict"] {
  if (summary.state === "merged") return marker.head === summary.head ? "merged" : "merged_with_edits";
  return marker.closed_by === undefined ? "declined" : "closed";
}
