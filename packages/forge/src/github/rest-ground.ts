import { type Json, json, text } from "../http/fields.ts";
import type { Oid, RepoName } from "../port.ts";
import { ok, type Result } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { readHead, readRest } from "./rest.ts";
import { commitByRest } from "./rest-tree.ts";
import { repoPath } from "./session.ts";

/**
 * Facts of a repository as REST answers them, in the shape of GraphQL; its default branch is a name alone, there may be no
 * such branch. Throws AnswerError.
 */
export function repositoryNode(data: unknown): Json {
  const facts = json(data, "a repository");
  return {
    id: text(facts, "node_id"),
    nameWithOwner: text(facts, "full_name"),
    isArchived: facts["archived"] === true,
    isDisabled: facts["disabled"] === true,
    isMirror: typeof facts["mirror_url"] === "string",
    defaultBranchRef: { name: text(facts, "default_branch") },
  };
}

/** A repository before a write, as `commitDocument` asks for it, without its branch. */
export async function groundByRest(
  client: GithubClient,
  repo: RepoName,
  commit: Oid | null,
  paths: readonly string[],
): Promise<Result<Json>> {
  const facts = await readRest(client, repoPath(repo), repositoryNode);
  if (!facts.ok || commit === null) return facts;
  const found = await commitByRest(client, repo, commit, paths);
  if (found.ok) return ok({ ...facts.value, commit: found.value });
  // The repository itself was told: the commit is not in it.
  return found.problem.reason === "not_found" ? ok({ ...facts.value, commit: null }) : found;
}

/** A branch with its head commit, as `commitDocument` asks for it. */
export async function branchByRest(
  client: GithubClient,
  repo: RepoName,
  branch: string,
): Promise<Result<Json>> {
  const nameWithOwner = `${repo.owner}/${repo.repo}`;
  const head = await readHead(client, repo, branch);
  if (!head.ok) return head;
  if (head.value === null) return ok({ nameWithOwner, branch: null });
  const commit = await commitByRest(client, repo, head.value, []);
  return commit.ok ? ok({ nameWithOwner, branch: { target: commit.value } }) : commit;
}
