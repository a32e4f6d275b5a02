import { isPrefix, type ListedRefs } from "../http/ls-refs.ts";
import { isOid } from "../names.ts";
import type { Instant, Oid, RepoName, UnknownReason } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { GitClient } from "./client.ts";
import { type Folder, listRefFiles, openFolder, readHead, readRefFiles, readShallow } from "./folder.ts";
import type { Location } from "./location.ts";
import { createScratch, type Scratch } from "./scratch.ts";

/** One repository to read or write. */
export interface Target {
  readonly repo: RepoName;
  /** What git gets as the other side: an absolute path or a URL. */
  readonly url: string;
  /** There when its files may be read without git. */
  readonly folder: Folder | undefined;
  /** Whether whatever answers a push has ended when the push has: it runs on this machine, as its child. */
  readonly local: boolean;
  readonly mirror: boolean;
}

/** Refs of one repository, read together. */
export interface Refs {
  /** Branch that HEAD names; `undefined` when HEAD is detached or a server does not tell. It need not exist. */
  readonly headBranch: string | undefined;
  /** HEAD holds a commit and names no branch. */
  readonly detached: boolean;
  /**
   * Object of each ref asked for, and of `refs/heads/<headBranch>`; `null` when it does not exist. Of a name that ends in
   * `/` the refs below it, which do exist.
   */
  readonly oids: ReadonlyMap<string, Oid | null>;
  /** What those of them are of that are tag objects, where a server tells: below names that end in `/`. */
  readonly peeled: ReadonlyMap<string, Oid>;
}

/** What reading and writing share: processes, places, temporary folders. */
export interface GitContext {
  readonly client: GitClient;
  readonly tempDir: string | undefined;
  readonly locate: (repo: RepoName) => Result<Location>;
  /** Lists refs of an HTTP address by one request, where that is possible; the rest is for `ls-remote`. */
  readonly lister?: RefLister;
  /** Epoch milliseconds; without it a limit is told without a time. */
  readonly now?: () => Instant;
}

/** Answers with the refs of a repository at an HTTP address; `undefined` where git itself has to ask. */
export type RefLister = (url: string, names: readonly string[]) => Promise<ListedRefs | undefined>;

/** Finds a repository. A folder that is not stored the common way is spoken to like a URL. */
export function openTarget(context: GitContext, repo: RepoName): Result<Target> {
  const location = context.locate(repo);
  if (!location.ok) return location;
  const { kind, url } = location.value;
  if (kind === "url") {
    return ok({ repo, url, folder: undefined, local: url.startsWith("file:"), mirror: false });
  }
  const folder = openFolder(url);
  if (!folder.ok) return folder;
  const { unusual, mirror } = folder.value;
  return ok({ repo, url, folder: unusual ? undefined : folder.value, local: true, mirror });
}

/**
 * Reads HEAD and the given refs: files for a folder, else one `ls-remote`. `names` are full and valid ref names; one that
 * ends in `/` stands for all refs below it.
 */
export async function readRefs(
  context: GitContext,
  target: Target,
  names: readonly string[],
): Promise<Result<Refs>> {
  return target.folder === undefined
    ? listRemote(context, target, names)
    : readFolderRefs(target.folder, names);
}

/** The same of a folder, at once. */
export function readFolderRefs(folder: Folder, names: readonly string[]): Result<Refs> {
  const head = readHead(folder);
  if (!head.ok) return head;
  const branch = head.value.startsWith("refs/heads/") ? head.value : undefined;
  const asked = names.filter((name) => !isPrefix(name));
  for (const prefix of names.filter(isPrefix)) {
    const listed = listRefFiles(folder, prefix);
    if (!listed.ok) return listed;
    asked.push(...listed.value);
  }
  const oids = readRefFiles(folder, asked);
  if (!oids.ok) return oids;
  // The default branch last, whole: a branch that a merge took away in between is then seen to be in it.
  const standard = readRefFiles(folder, branch === undefined ? [] : [branch]);
  if (!standard.ok) return standard;
  const headBranch = branch?.slice("refs/heads/".length);
  return ok({
    headBranch,
    detached: branch === undefined,
    oids: new Map([...oids.value, ...standard.value]),
    peeled: new Map(),
  });
}

async function listRemote(
  context: GitContext,
  target: Target,
  names: readonly string[],
): Promise<Result<Refs>> {
  const listed = /^https?:/i.test(target.url) ? await context.lister?.(target.url, names) : undefined;
  if (listed !== undefined) return ok(refsOf(listed, names));
  const patterns = names.map((name) => (isPrefix(name) ? `${name}*` : name));
  const args = ["ls-remote", "--symref", "--end-of-options", target.url, "HEAD", ...patterns];
  const result = await withScratch(context, { alternates: [], oidLength: 40 }, ({ gitDir }) =>
    context.client.listRemote(args, { gitDir }),
  );
  if (result.ended !== "exit")
    return failed("unreachable", `${context.client.redact(target.url)}: ${result.ended}`);
  if (result.code !== 0) return failure(context, reasonOf(result.stderr, target), result.stderr);
  return ok(parseRemote(result.stdout.toString("utf8"), names));
}

/** How long to stay away from a server that limits: git does not tell what the server says of that. */
const pauseMs = 60_000;

function failure({ now }: GitContext, reason: UnknownReason, stderr: string): Result<never> {
  const problem = { reason, message: firstLine(stderr) };
  if (reason !== "rate_limited") return { ok: false, problem };
  const time = now === undefined ? {} : { retryAt: now() + pauseMs };
  return { ok: false, problem: { ...problem, tooFast: "at_least", ...time } };
}

function refsOf({ headBranch, head, oids, peeled }: ListedRefs, names: readonly string[]): Refs {
  const found = selected(oids, names);
  if (headBranch !== undefined && head !== undefined) found.set(`refs/heads/${headBranch}`, head);
  return { headBranch, detached: headBranch === undefined && head !== undefined, oids: found, peeled };
}

/** Of a listing the refs that were asked for; a server or a pattern may tell of more. */
function selected(oids: ReadonlyMap<string, Oid>, names: readonly string[]): Map<string, Oid | null> {
  const exact = names
    .filter((name) => !isPrefix(name))
    .map((name) => [name, oids.get(name) ?? null] as const);
  const below = [...oids].filter(([ref]) => names.some((name) => isPrefix(name) && ref.startsWith(name)));
  return new Map([...exact, ...below]);
}

/** Reads the output of `ls-remote --symref`. A pattern also finds longer names that end in it: those are dropped. */
export function parseRemote(output: string, names: readonly string[]): Refs {
  const found = new Map<string, Oid>();
  const peeled = new Map<string, Oid>();
  let headBranch: string | undefined;
  for (const line of output.split("\n")) {
    const [value = "", name = ""] = line.split("\t");
    const symbolic = /^ref: refs\/heads\/(.+)$/.exec(value)?.[1];
    if (symbolic !== undefined && name === "HEAD") headBranch = symbolic;
    else if (isOid(value) && name.endsWith("^{}")) peeled.set(name.slice(0, -"^{}".length), value);
    else if (isOid(value)) found.set(name, value);
  }
  return refsOf({ headBranch, head: found.get("HEAD"), oids: found, peeled }, names);
}

/** Why a read failed, for people and for who must act; a wrong guess still is unknown, and never a write's outcome. */
function reasonOf(stderr: string, target: Target) {
  if (/unknown repository extension|unknown index entry|repo version/i.test(stderr)) return "unsupported";
  const status = statusIn(stderr);
  if (status >= 300 && status < 400) return "moved";
  if (status === 429) return "rate_limited";
  if (status === 410 || /does not appear to be a git repository|not found|does not exist/i.test(stderr))
    return "not_found";
  if (
    /authentication failed|could not read (?:username|password)|permission denied|returned error: 40[13]/i.test(
      stderr,
    )
  ) {
    return "no_access";
  }
  return target.local ? "unsupported" : "unreachable";
}

/** Status of an HTTP server that git tells of; 0 when it tells of none. */
export function statusIn(stderr: string): number {
  return Number(/returned error: (\d{3})\b/.exec(stderr)?.[1] ?? 0);
}

/** The line of git's messages that says most. */
export function firstLine(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /^(?:fatal|error|remote):/.test(line)) ?? lines[0] ?? "git said nothing";
}

/** Runs work in a scratch repository and removes it. */
async function withScratch<T>(
  context: GitContext,
  options: { alternates: readonly string[]; oidLength: number; shallow?: string | undefined },
  work: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const scratch = await createScratch({ ...options, tempDir: context.tempDir });
  try {
    return await work(scratch);
  } finally {
    await scratch.remove();
  }
}

/**
 * Runs work in a scratch repository in which the given commits and their files can be read: borrowed from a folder,
 * fetched from anything else at the given depth. Answers with the problem when they cannot be had.
 */
export async function withObjects<T>(
  context: GitContext,
  target: Target,
  commits: readonly Oid[],
  depth: number,
  work: (scratch: Scratch) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { folder } = target;
  const shallow = folder === undefined ? ok(undefined) : readShallow(folder);
  if (!shallow.ok) return shallow;
  const options = {
    alternates: folder === undefined ? [] : [folder.objectsDir],
    oidLength: commits[0]?.length ?? 40,
    shallow: shallow.value,
  };
  return withScratch(context, options, async (scratch) => {
    const fetched =
      folder === undefined ? await fetchCommits(context, target, scratch, commits, depth) : ok(null);
    return fetched.ok ? work(scratch) : fetched;
  });
}

/**
 * Fetches commits by id, so that what arrives is what the refs were read to hold. Protocol v2 serves every id, older
 * servers only the present heads.
 */
export async function fetchCommits(
  context: GitContext,
  target: Target,
  scratch: Scratch,
  commits: readonly Oid[],
  depth: number,
): Promise<Result<null>> {
  const wanted = [...new Set(commits)];
  if (wanted.length === 0) return ok(null);
  const specs = wanted.map((oid) => `${oid}:refs/fetched/${oid}`);
  const options = ["--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
  const how = depth === Number.POSITIVE_INFINITY ? "--depth=2147483647" : `--depth=${depth}`;
  const result = await context.client.run(
    ["fetch", ...options, how, "--end-of-options", target.url, ...specs],
    scratch,
  );
  if (result.ended !== "exit") return failed("unreachable", `fetch: ${result.ended}`);
  if (result.code === 0) return ok(null);
  // The repository answered a moment ago: it lacks a commit, or it went away, unless its server says more.
  const reason = reasonOf(result.stderr, target);
  const isTold = ["moved", "rate_limited", "no_access"].includes(reason) || statusIn(result.stderr) === 410;
  return failure(context, isTold ? reason : "incomplete", result.stderr);
}
