import type { DesiredRepo } from "@coulomb-loop/cadence";
import type { ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import { branchName, ownMarker } from "@coulomb-loop/proposals";
import type { BaseSubject } from "./base.ts";
import { hasProposals, proposalsOf } from "./base.ts";
import { orderKey } from "./order-key.ts";
import { subjectOf } from "./plan-repo.ts";
import type { BaseRecord } from "./state.ts";

/**
 * Numbers of proposals whose branch vanished, and whose content the default branch has all the same, or had since: somebody
 * squashed it or wrote it by hand. A no that somebody said holds whatever the file became. Known once it was seen so, also
 * when the repo changes later; without the state, from the history of the file where that was read. Pure.
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
  const history = observation.lastChanges?.get(subject.file);
  const changes = history?.kind === "known" ? history.value : [];
  const taken = proposalsOf(subject, observation).filter(({ state, vanished, body, openedAt }) => {
    const marker = state === "closed" && vanished === true ? ownMarker(subject, body) : undefined;
    if (marker === undefined || marker.closed_by !== undefined) return false;
    const result = marker.files[subject.file]?.[1];
    return (
      result !== undefined &&
      (result === blob || changes.some((change) => change.at > openedAt && change.blob === result))
    );
  });
  return new Set([...known, ...taken.map(({ ref }) => ref.number)]);
}

/** The accepted proposals of a fleet, by `orderKey`; repos that have none are left out. */
export function acceptedIn(
  installation: string,
  fleet: readonly DesiredRepo[],
  base: readonly BaseRecord[],
  observations: ReadonlyMap<string, RepoObservation>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const isNothing = !base.some(({ accepted }) => accepted !== undefined);
  if (isNothing && ![...observations.values()].some(hasProposals)) return new Map();
  const records = new Map(base.map((record) => [`${record.repo_id} ${record.file} ${record.loop}`, record]));
  return new Map(
    fleet.flatMap((desired) => {
      const observation = observations.get(desired.id);
      if (observation === undefined) return [];
      const record = [desired.id, desired.movedFrom ?? desired.id]
        .map((id) => records.get(`${id} ${desired.file} ${desired.loop}`))
        .find((each) => each !== undefined);
      if (record?.accepted === undefined && !hasProposals(observation)) return [];
      const subject = subjectOf(installation, desired);
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
  if (accepted.size === 0) return observations;
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
