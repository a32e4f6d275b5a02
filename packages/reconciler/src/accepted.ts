import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import { branchName, ownMarker } from "@coulomb-loop/proposals";
import type { BaseSubject } from "./base.ts";
import { proposalsOf } from "./base.ts";
import { orderKey } from "./order-key.ts";
import { subjectOf } from "./plan-repo.ts";
import type { BaseRecord } from "./state.ts";

/**
 * Numbers of proposals that read as closed, and whose content the default branch has all the same: somebody squashed it
 * or wrote it by hand. Known once it was seen so, also when the repo changes later. Pure.
 */
function acceptedNumbers(
  subject: BaseSubject,
  record: Pick<BaseRecord, "accepted"> | undefined,
  observation: RepoObservation,
): ReadonlySet<number> {
  const file = observation.files.get(subject.file);
  const known = record?.accepted ?? [];
  if (file?.kind !== "known" || file.value.kind === "other") return new Set(known);
  const blob = file.value.kind === "file" ? file.value.blob : null;
  const taken = proposalsOf(subject, observation).filter(({ state, body }) => {
    const marker = state === "closed" ? ownMarker(subject, body) : undefined;
    return marker !== undefined && marker.closed_by === undefined && marker.files[subject.file]?.[1] === blob;
  });
  return new Set([...known, ...taken.map(({ ref }) => ref.number)]);
}

/** The accepted proposals of every repo of a fleet, by `orderKey`. */
export function acceptedIn(
  installation: string,
  fleet: readonly DesiredRepo[],
  base: readonly BaseRecord[],
  observations: ReadonlyMap<string, RepoObservation>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const records = new Map(base.map((record) => [`${record.repo_id} ${record.file} ${record.loop}`, record]));
  return new Map(
    fleet.flatMap((desired) => {
      const observation = observations.get(desired.id);
      if (observation === undefined) return [];
      const subject = subjectOf(installation, desired);
      const record = records.get(`${desired.id} ${desired.file} ${desired.loop}`);
      const name = orderKey({ repo_id: desired.id, key: subject.key });
      return [[name, acceptedNumbers(subject, record, observation)] as const];
    }),
  );
}

/** What was seen of a fleet, with the accepted proposals as what they are: merged. */
export function withAccepted(
  installation: string,
  fleet: readonly DesiredRepo[],
  accepted: ReadonlyMap<string, ReadonlySet<number>>,
  observations: ReadonlyMap<string, RepoObservation>,
): ReadonlyMap<string, RepoObservation> {
  const mapped = new Map(observations);
  for (const desired of fleet) {
    const { key } = subjectOf(installation, desired);
    const numbers = accepted.get(orderKey({ repo_id: desired.id, key }));
    const observation = mapped.get(desired.id);
    if (numbers === undefined || observation === undefined) continue;
    mapped.set(desired.id, asMerged(observation, branchName({ installation, key }), numbers));
  }
  return mapped;
}

function asMerged(observation: RepoObservation, name: string, numbers: ReadonlySet<number>): RepoObservation {
  const listed = observation.proposals.get(name);
  if (numbers.size === 0 || listed?.kind !== "known") return observation;
  const merged = (each: ProposalSummary): ProposalSummary =>
    each.state === "closed" && numbers.has(each.ref.number) ? { ...each, state: "merged" } : each;
  const proposals = new Map(observation.proposals).set(name, { ...listed, value: listed.value.map(merged) });
  return { ...observation, proposals };
}
