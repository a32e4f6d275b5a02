import { json, list, number, text } from "../http/fields.ts";
import type { RepoName, WriteResult } from "../port.ts";
import { ok, type Result } from "../problem.ts";
import { readData, readShape, repoPath, writeFailure } from "./client.ts";
import { type GiteaSession, keyOf } from "./session.ts";

const pageSize = 50;
const mostPages = 20;

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
    if (!found.ok) return { kind: "retry_at", at: client.now() + 30_000, message: found.problem.message };
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
  const own = await readAll(session, `${repoPath(repo)}/labels`);
  if (!own.ok) return own;
  const shared = await readAll(session, `/orgs/${encodeURIComponent(repo.owner)}/labels`);
  if (!shared.ok && shared.problem.reason !== "not_found") return shared;
  return ok(new Map([...(shared.ok ? shared.value : []), ...own.value]));
}

async function readAll(
  session: GiteaSession,
  path: string,
): Promise<Result<readonly (readonly [string, number])[]>> {
  const labels: (readonly [string, number])[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await readData(session.client, `${path}?page=${page}&limit=${pageSize}`, (data) =>
      list(data, "labels").map((each) => {
        const label = json(each, "a label");
        return [text(label, "name"), number(label, "id")] as const;
      }),
    );
    if (!found.ok) return found;
    labels.push(...found.value);
    if (found.value.length === 0) break;
  }
  return ok(labels);
}
