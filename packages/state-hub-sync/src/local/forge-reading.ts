import type {
  BlobCache,
  Forge,
  Observed,
  RepoFacts,
  RepoName,
  RepoObservation,
  RepoQuery,
} from "@coulomb-loop/forge";
import { CoulombError } from "@coulomb-loop/schemas";

/** Where the workplans are. */
export interface Reading {
  readonly forge: Forge;
  readonly cache: BlobCache;
  readonly repo: RepoName;
  /** `<forge>/<owner>/<repo>`. */
  readonly repoId: string;
}

/** What to read, of the repo that a reading is of. */
export type Asked = Omit<RepoQuery, "repo" | "files" | "branches"> &
  Partial<Pick<RepoQuery, "files" | "branches">>;

/** Reads the repo once. */
export async function look({ forge, cache, repo, repoId }: Reading, asked: Asked): Promise<RepoObservation> {
  for await (const found of forge.observe([{ repo, files: [], branches: [], ...asked }], cache)) return found;
  throw unread(repoId, "the forge answered nothing");
}

/** Reads the repo several times at once; answers in the order of what is asked. */
export async function lookAll(
  { forge, cache, repo, repoId }: Reading,
  asked: readonly Asked[],
): Promise<readonly RepoObservation[]> {
  // Answers come in any order, and are told apart by the name they are about.
  const names = asked.map((): RepoName => ({ ...repo }));
  const queries = asked.map((each, at) => ({ files: [], branches: [], ...each, repo: names[at] ?? repo }));
  const found = new Map<RepoName, RepoObservation>();
  for await (const each of forge.observe(queries, cache)) found.set(each.repo, each);
  return names.map((name) => {
    const observation = found.get(name);
    if (observation === undefined) throw unread(repoId, "the forge answered nothing");
    return observation;
  });
}

/** The facts of a repo that has a commit to read. Throws `sync_repo_unread`. */
export function headOf(repoId: string, { facts }: RepoObservation): RepoFacts & { readonly head: string } {
  const { head, ...value } = must(repoId, facts);
  if (head === null) throw unread(repoId, "its default branch has no commit");
  return { ...value, head };
}

/** The value of a fact without which nothing can be said. Throws `sync_repo_unread`. */
export function must<T>(repoId: string, fact: Observed<T> | undefined): T {
  if (fact?.kind === "known") return fact.value;
  throw unread(repoId, fact?.message ?? "the forge told only a part of what was asked");
}

function unread(repoId: string, why: string): CoulombError {
  return new CoulombError("sync_repo_unread", `${repoId}: ${why}`, {
    hint: "nothing was written; coulomb doctor tells what the forge answers, then run again",
  });
}
