import type { BlobCache, Forge, Oid, RepoObservation, RepoQuery } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import { scheduleKey } from "./schedule-key.ts";

/** What to observe of one pilot repo. */
export interface Observable {
  readonly id: string;
  readonly forge: string;
  readonly owner: string;
  readonly repo: string;
  readonly loop: string;
  readonly file: string;
  /** Whether to look up who changed the file last. */
  readonly lastChange?: boolean;
  /** The head under which all of it is remembered: see `RepoQuery.sparing`. */
  readonly sparing?: Oid;
}

/** The forges of an ops repo, by the name coulomb.yaml gives them. */
export type Forges = ReadonlyMap<string, Forge>;

/** A cache of blobs that lives as long as one run. */
export function memoryCache(): BlobCache {
  const blobs = new Map<string, Uint8Array>();
  return { get: (blob) => blobs.get(blob), put: (blob, bytes) => void blobs.set(blob, bytes) };
}

/**
 * Reads every repo once: its schedule file and the branch and proposals of ours. Each forge reads in its own batches,
 * all forges at once. A repo whose forge is not there is unknown. `onRepo` is told of each answer, for progress.
 */
export async function observeFleet(
  repos: readonly Observable[],
  forges: Forges,
  installation: string,
  cache: BlobCache,
  onRepo?: (id: string) => void,
): Promise<Map<string, RepoObservation>> {
  const found = new Map<string, RepoObservation>();
  const byForge = Map.groupBy(repos, (repo) => repo.forge);
  await Promise.all(
    [...byForge].map(async ([name, members]) => {
      const forge = forges.get(name);
      const ids = new Map(members.map((member) => [`${member.owner}/${member.repo}`, member.id]));
      const queries = new Map<string, RepoQuery>();
      for (const member of members)
        queries.set(member.id, joined(queries.get(member.id), queryOf(member, installation)));
      const note = (observation: RepoObservation) => {
        const id = ids.get(`${observation.repo.owner}/${observation.repo.repo}`);
        if (id === undefined) return;
        found.set(id, observation);
        onRepo?.(id);
      };
      if (forge === undefined) {
        for (const member of members) note(unknownRepo(member, `coulomb.yaml declares no forge "${name}"`));
        return;
      }
      for await (const observation of forge.observe([...queries.values()], cache)) note(observation);
    }),
  );
  for (const repo of repos)
    if (!found.has(repo.id)) found.set(repo.id, unknownRepo(repo, "the forge did not answer for it"));
  return found;
}

/** Several loops may run in one repo, each with a schedule file of its own: it is read once for all of them. */
function joined(one: RepoQuery | undefined, other: RepoQuery): RepoQuery {
  if (one === undefined) return other;
  const { sparing: _sparing, ...rest } = one;
  return {
    ...rest,
    files: [...new Set([...one.files, ...other.files])],
    branches: [...new Set([...one.branches, ...other.branches])],
    ...(one.sparing === undefined || one.sparing !== other.sparing ? {} : { sparing: one.sparing }),
    ...(one.lastChanges === undefined && other.lastChanges === undefined
      ? {}
      : { lastChanges: [...new Set([...(one.lastChanges ?? []), ...(other.lastChanges ?? [])])] }),
  };
}

/** The query of one repo for one loop. */
function queryOf(repo: Observable, installation: string): RepoQuery {
  return {
    repo: { owner: repo.owner, repo: repo.repo },
    files: [repo.file],
    branches: [branchName({ installation, key: scheduleKey(repo.loop) })],
    ...(repo.lastChange === true ? { lastChanges: [repo.file] } : {}),
    ...(repo.sparing === undefined ? {} : { sparing: repo.sparing }),
  };
}

/**
 * What an idle repo comes to: nothing of ours is open there, and nothing was finished since it was read in full. Only a
 * repo that needs no write may rest on that; any other is read in full first.
 */
export function asIdle(observation: RepoObservation): RepoObservation {
  if (observation.idle !== true || observation.facts.kind !== "known") return observation;
  const { proof } = observation.facts;
  const none = [...observation.branches.keys()].map(
    (branch) => [branch, { kind: "known", value: [], proof }] as const,
  );
  return { ...observation, proposals: new Map(none) };
}

function unknownRepo(repo: Observable, message: string): RepoObservation {
  return {
    repo: { owner: repo.owner, repo: repo.repo },
    facts: { kind: "unknown", reason: "unreachable", message },
    files: new Map(),
    branches: new Map(),
    proposals: new Map(),
  };
}
