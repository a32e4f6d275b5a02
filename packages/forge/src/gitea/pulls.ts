import { list as listOf } from "../http/fields.ts";
import { listRefs } from "../http/ls-refs.ts";
import { inOrder } from "../in-order.ts";
import type { Oid, ProposalSummary, RepoName } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import { readData, repoPath } from "./client.ts";
import { type Pull, readPull } from "./mapping.ts";
import { branchKey, type GiteaSession, keyOf } from "./session.ts";

/** Pull requests a page; the most that servers give. */
const pageSize = 50;
/** Pages of open pull requests looked through: a repository with more is not read to its end. */
const mostPages = 20;

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
  const listing = await listRefs(
    session.client.send,
    session.client.cloneUrl(repo),
    finished.map(({ ref }) => pullRef(ref.number)),
    session.client.gitHeaders,
  );
  if (listing.kind === "listed") return ok(listing.refs.oids);
  return failed("incomplete", `${keyOf(repo)}: the heads of finished proposals were not listed`);
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
  const open = await readOpen(session, repo);
  if (!open.ok) return open;
  const recent = await readPage(session, repo, "state=all&sort=recentupdate", 1);
  if (!recent.ok) return recent;
  const all = new Map([...open.value, ...recent.value.pulls].map((pull) => [pull.summary.ref.number, pull]));
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

async function readOpen(session: GiteaSession, repo: RepoName): Promise<Result<readonly Pull[]>> {
  const pulls: Pull[] = [];
  let total = Number.POSITIVE_INFINITY;
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await readPage(session, repo, "state=open", page);
    if (!found.ok) return found;
    pulls.push(...found.value.pulls);
    total = found.value.total ?? total;
    if (pulls.length >= total) return ok(pulls);
    // Without a count, a page that is not full is the last one.
    if (found.value.pulls.length < found.value.size) {
      if (found.value.total === undefined) return ok(pulls);
      return failed(
        "incomplete",
        `${keyOf(repo)}: ${pulls.length} of ${total} open pull requests were listed`,
      );
    }
  }
  return failed("incomplete", `${keyOf(repo)} has more open pull requests than are looked through`);
}

interface Page {
  readonly pulls: readonly Pull[];
  /** How many there are on all pages, where the server tells. */
  readonly total: number | undefined;
  /** How many a full page has. */
  readonly size: number;
}

function readPage(session: GiteaSession, repo: RepoName, query: string, page: number): Promise<Result<Page>> {
  const path = `${repoPath(repo)}/pulls?${query}&page=${page}&limit=${pageSize}`;
  return readData(session.client, path, (data, headers) => {
    const pulls = listOf(data, "pull requests").map((each) => readPull(repo, each));
    const count = headers.get("x-total-count") ?? "";
    const hasNext = /rel="next"/.test(headers.get("link") ?? "");
    return {
      pulls,
      total: /^\d+$/.test(count) ? Number(count) : undefined,
      // A server may give fewer a page than was asked for: then it names a next one.
      size: hasNext ? pulls.length : pageSize,
    };
  });
}
