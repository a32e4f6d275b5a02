import type { Json } from "../http/fields.ts";
import { json, list, maybeJson, text } from "../http/fields.ts";
import type { BranchWrite, Oid, RepoName, WriteResult } from "../port.ts";
import { refusal } from "../problem.ts";
import { readOne } from "./ask.ts";
import type { GithubClient } from "./client.ts";
import { oidOf } from "./mapping.ts";
import { keepCommit } from "./observe.ts";
import { commitDocument, pathsOf } from "./query.ts";
import { branchByRest, groundByRest } from "./rest-ground.ts";
import { type GithubSession, keepName, keyOf } from "./session.ts";

/** A branch as it is, with what its head commit is made of. */
export interface Present {
  readonly head: Oid;
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  readonly message: string;
}

/** What is known before a write. */
export interface Ground {
  readonly repositoryId: string;
  readonly defaultBranch: string | undefined;
}

/** Looks at the base commit where it was not read before: its tree, and what is in the way of the files. */
export async function readGround(
  session: GithubSession,
  client: GithubClient,
  { repo, base, files, branch }: BranchWrite,
): Promise<Ground | WriteResult<never>> {
  const { memory } = session;
  const paths = pathsOf({ files: files.map(({ path }) => path) });
  const known = memory.ids.get(keyOf(repo));
  const isRead =
    base === null || (memory.trees.has(base) && paths.every((path) => memory.entries.has(`${base} ${path}`)));
  // A branch of our own naming is never the default one.
  if (known !== undefined && isRead && branch.startsWith("coulomb"))
    return { repositoryId: known, defaultBranch: undefined };
  const document = commitDocument(repo, base, paths, branch);
  const rest = () => groundByRest(client, repo, base, paths);
  const read = (node: Json) => {
    if (base !== null && node["commit"] !== null) keepCommit(memory, json(node["commit"], "a commit"), paths);
    memory.ids.set(keyOf(repo), text(node, "id"));
    keepName(memory, repo, text(node, "nameWithOwner"));
    const standard = maybeJson(node["defaultBranchRef"]);
    return {
      repositoryId: text(node, "id"),
      defaultBranch: standard === undefined ? undefined : text(standard, "name"),
      isMissing: base !== null && node["commit"] === null,
      isArchived: node["isArchived"] === true,
    };
  };
  const found = await readOne(session, client, repo, { document, rest, read });
  if (!found.ok) return refusal(found.problem, session.now());
  if (found.value.isArchived)
    return { kind: "rejected", reason: "ineligible", hint: `${keyOf(repo)} is archived` };
  return found.value.isMissing ? { kind: "lost_race" } : found.value;
}

/** A branch as it is now; `undefined` when there is none. */
export async function readBranch(
  session: GithubSession,
  client: GithubClient,
  repo: RepoName,
  branch: string,
): Promise<Present | undefined | "unknown"> {
  const found = await readOne(session, client, repo, {
    document: commitDocument(repo, null, [], branch),
    rest: () => branchByRest(client, repo, branch),
    read(node): { ref?: Present } {
      const ref = node["branch"];
      return ref === null ? {} : { ref: presentOf(json(ref, "a ref")) };
    },
  });
  return found.ok ? found.value.ref : "unknown";
}

function presentOf(ref: Json): Present {
  const target = json(ref["target"], "a commit");
  const parents = list(json(target["parents"], "parents")["nodes"], "parents");
  return {
    head: oidOf(target, "oid"),
    tree: oidOf(json(target["tree"], "a tree"), "oid"),
    parents: parents.map((parent) => oidOf(json(parent, "a commit"), "oid")),
    message: text(target, "message"),
  };
}
