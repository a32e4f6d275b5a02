import { json, number, text } from "../http/fields.ts";
import type { RepoName, WriteResult } from "../port.ts";
import { ok, type Result, refusal } from "../problem.ts";
import { readShape, repoPath, writeFailure } from "./client.ts";
import { readAll } from "./lists.ts";
import { type GiteaSession, keyOf } from "./session.ts";

/** Colour of a label that we make. */
const color = "#6b7280";

/** Ids of labels by name; those that the repository and its owner lack are made in the repository. */
export async function labelIds(
  session: GiteaSession,
  repo: RepoName,
  names: readonly string[],
): Promise<WriteResult<readonly number[]>> {
  if (names.length === 0) return { kind: "done", value: [] };
  const { client, memory } = session;
  let known = memory.labels.get(keyOf(repo));
  if (known === undefined || names.some((name) => known?.has(name) !== true)) {
    const found = await readLabels(session, repo);
    if (!found.ok) return refusal(found.problem, client.now());
    known = found.value;
  }
  const ids = new Map(known);
  for (const name of names.filter((each) => !ids.has(each))) {
    const result = await client.call("POST", `${repoPath(repo)}/labels`, { name, color, description: "" });
    if (result.kind !== "answer" || result.answer.status !== 201) return writeFailure(result, client.now());
    const made = readShape("labels", () => number(json(result.answer.data, "a label"), "id"));
    if (!made.ok) return { kind: "unclear", message: made.problem.message };
    ids.set(name, made.value);
  }
  memory.labels.set(keyOf(repo), ids);
  return { kind: "done", value: names.flatMap((name) => ids.get(name) ?? []) };
}

/** Labels of the repository, then of the organisation that owns it; a user has none. */
async function readLabels(
  session: GiteaSession,
  repo: RepoName,
): Promise<Result<ReadonlyMap<string, number>>> {
  const own = await readNamed(session, `${repoPath(repo)}/labels`);
  if (!own.ok) return own;
  const shared = await readShared(session, repo.owner);
  return shared.ok ? ok(new Map([...shared.value, ...own.value])) : shared;
}

/** Labels of an owner, for all its repositories: asked for once, also by several at the same time. */
async function readShared(
  session: GiteaSession,
  owner: string,
): Promise<Result<ReadonlyMap<string, number>>> {
  const { owners } = session.memory;
  const asked = owners.get(owner) ?? readOwner(session, owner);
  owners.set(owner, asked);
  const found = await asked;
  // What failed is asked again by whoever comes next.
  if (!found.ok) owners.delete(owner);
  return found;
}

async function readOwner(session: GiteaSession, owner: string): Promise<Result<ReadonlyMap<string, number>>> {
  const found = await readNamed(session, `/orgs/${encodeURIComponent(owner)}/labels`);
  if (!found.ok && found.problem.reason !== "not_found") return found;
  return ok(new Map(found.ok ? found.value : []));
}

function readNamed(
  session: GiteaSession,
  path: string,
): Promise<Result<readonly (readonly [string, number])[]>> {
  return readAll(session.client, `${path}?`, {
    what: "labels",
    read(each) {
      const label = json(each, "a label");
      return [text(label, "name"), number(label, "id")] as const;
    },
  });
}
