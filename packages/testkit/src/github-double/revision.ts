import type { CommitObject, HostedRepo } from "../hosting/index.ts";

/**
 * The object id a name leads to: `HEAD`, a full or short ref name (`main`, `heads/main`, `refs/heads/main`), or an id.
 * `null` when it leads nowhere.
 */
async function resolveRevision(repo: HostedRepo, name: string): Promise<string | null> {
  if (/^[0-9a-f]{40}$/.test(name)) return (await repo.objects.kind(name)) === null ? null : name;
  if (name === "HEAD") return repo.refs.read(await repo.refs.headRef());
  for (const ref of [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`]) {
    const oid = ref.startsWith("refs/") ? await repo.refs.read(ref) : null;
    if (oid !== null) return oid;
  }
  return null;
}

/** Leads names to object ids as `resolveRevision` does. */
export type Revisions = (name: string) => Promise<string | null>;

/** Looks each name up once: all parts of one answer speak of the same moment, and of one look at the files. */
export function revisionsOf(repo: HostedRepo): Revisions {
  const found = new Map<string, Promise<string | null>>();
  return (name) => {
    const known = found.get(name) ?? resolveRevision(repo, name);
    found.set(name, known);
    return known;
  };
}

/** The commit a name leads to, or `null`. */
export async function commitAt(repo: HostedRepo, name: string): Promise<CommitObject | null> {
  const oid = await resolveRevision(repo, name);
  return oid === null ? null : repo.objects.commit(oid);
}

/** The tree a name leads to, also through a commit, or `null`. */
export async function treeAt(repo: HostedRepo, name: string): Promise<string | null> {
  const oid = await resolveRevision(repo, name);
  if (oid === null) return null;
  const commit = await repo.objects.commit(oid);
  if (commit !== null) return commit.tree;
  return (await repo.objects.tree(oid)) === null ? null : oid;
}
