import { inOrder } from "../in-order.ts";
import type { Oid, ProposalSummary, RepoName } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import { readData, repoPath } from "./client.ts";
import { readAll, readPage } from "./lists.ts";
import { type Pull, readPull } from "./mapping.ts";
import { readNamed } from "./refs.ts";
import { branchKey, type GiteaSession, keyOf } from "./session.ts";

/** Reads one pull request. Of one that is no longer open, `head` is not to be relied on. */
export function readOne(session: GiteaSession, repo: RepoName, number: number): Promise<Result<Pull>> {
  return readData(session.client, `${repoPath(repo)}/pulls/${number}`, (data) => readPull(repo, data));
}

/** Reads one pull request with the head it has, or had last. */
export async function readOneExact(
  session: GiteaSession,
  repo: RepoName,
  number: number,
): Promise<Result<Pull>> {
  const pull = await readOne(session, repo, number);
  if (!pull.ok) return pull;
  const heads = await lastHeads(session, repo, [pull.value.summary]);
  return heads.ok ? ok({ ...pull.value, summary: withHead(pull.value.summary, heads.value) }) : heads;
}

/**
 * The heads that finished proposals had last. The API tells the present head of their branch, which may have gone on
 * since; the server keeps the true one under `refs/pull/`.
 */
async function lastHeads(
  session: GiteaSession,
  repo: RepoName,
  proposals: readonly ProposalSummary[],
): Promise<Result<ReadonlyMap<string, Oid>>> {
  const finished = proposals.filter(({ state }) => state !== "open");
  if (finished.length === 0) return ok(new Map());
  const names = finished.map(({ ref }) => pullRef(ref.number));
  const refs = await readNamed(session, repo, names);
  if (!refs.ok) return refs;
  const lacking = names.find((name) => !refs.value.oids.has(name));
  return lacking === undefined
    ? ok(refs.value.oids)
    : failed("incomplete", `${keyOf(repo)}: ${lacking} was not listed`);
}

function withHead(summary: ProposalSummary, heads: ReadonlyMap<string, Oid>): ProposalSummary {
  return { ...summary, head: heads.get(pullRef(summary.ref.number)) ?? summary.head };
}

function pullRef(number: number): string {
  return `refs/pull/${number}/head`;
}

/**
 * The proposals of branches, newest first, open ones before others: every open one, and of the rest those among the
 * newest changed. `present` names the branches that exist. The API cannot be asked for a branch, and never are all pages read (go-gitea/gitea#30483); an open
 * list that lacks a page is unknown (F5).
 */
export async function readProposals(
  session: GiteaSession,
  repo: RepoName,
  branches: readonly string[],
  present: ReadonlySet<string>,
): Promise<Result<Map<string, readonly ProposalSummary[]>>> {
  const path = `${repoPath(repo)}/pulls`;
  const pulls = { what: "pull requests", read: (each: unknown) => readPull(repo, each) };
  const open = await readAll(session.client, `${path}?state=open`, pulls);
  if (!open.ok) return open;
  const recent = await readPage(session.client, `${path}?state=all&sort=recentupdate`, pulls, 1);
  if (!recent.ok) return recent;
  const { items, total } = recent.value;
  if (items.length === 0 && total !== undefined && total > 0)
    return failed("incomplete", `${path}: none of ${total} pull requests was listed`);
  const all = new Map([...open.value, ...items].map((pull) => [pull.summary.ref.number, pull]));
  const known = await readKnown(session, repo, branches, all);
  if (!known.ok) return known;
  for (const pull of known.value) all.set(pull.summary.ref.number, pull);
  const found = new Map(
    branches.map((branch) => {
      const own = [...all.values()].filter((pull) => pull.isOwn && pull.headBranch === branch);
      return [branch, inOrder(own.map(({ summary }) => summary))] as const;
    }),
  );
  for (const [branch, [newest]] of found)
    if (newest !== undefined) session.memory.numbers.set(branchKey(repo, branch), newest.ref.number);
  // Without its branch a proposal's head is told right.
  const doubtful = [...found].flatMap(([branch, list]) => (present.has(branch) ? list : []));
  const heads = await lastHeads(session, repo, doubtful);
  if (!heads.ok) return heads;
  const listed = new Map(
    [...found].map(([branch, list]) => [branch, list.map((each) => withHead(each, heads.value))] as const),
  );
  for (const [branch, list] of listed) session.memory.listed.set(branchKey(repo, branch), list);
  return ok(listed);
}

/**
 * The proposals of a branch right after one was opened there, as the server answered it, before those that were listed
 * last. It serves one look, of the head it was opened at; `undefined` when the server must be asked.
 */
export function takeOpened(
  { memory }: Pick<GiteaSession, "memory">,
  repo: RepoName,
  branch: string,
  head: Oid | undefined,
): readonly ProposalSummary[] | undefined {
  const key = branchKey(repo, branch);
  const opened = memory.opened.get(key);
  memory.opened.delete(key);
  const others = memory.listed.get(key);
  if (opened === undefined || others === undefined || opened.head !== head) return undefined;
  return inOrder([opened, ...others.filter(({ ref }) => ref.number !== opened.ref.number)]);
}

/** Proposals that were seen before and are on no page: what was there once is there for ever. */
async function readKnown(
  session: GiteaSession,
  repo: RepoName,
  branches: readonly string[],
  listed: ReadonlyMap<number, Pull>,
): Promise<Result<readonly Pull[]>> {
  const pulls: Pull[] = [];
  for (const branch of branches) {
    const number = session.memory.numbers.get(branchKey(repo, branch));
    if (number === undefined || listed.has(number)) continue;
    const pull = await readOne(session, repo, number);
    if (!pull.ok) return pull;
    pulls.push(pull.value);
  }
  return ok(pulls);
}
