import type { Instant, Oid, RejectReason, UnknownReason, WriteResult } from "../port.ts";
import { refusal } from "../problem.ts";
import type { GitResult } from "./client.ts";
import type { Scratch } from "./scratch.ts";
import { firstLine, type GitContext, readRefs, statusIn, type Target } from "./target.ts";

/** One ref to move. `from` is what it must hold (`null`: it must not exist), `to` what it shall (`null`: deleted). */
export interface RefUpdate {
  readonly ref: string;
  readonly from: Oid | null;
  readonly to: Oid | null;
}

/** What became of a push of all updates together. */
export type PushResult = Exclude<WriteResult<unknown>, { kind: "done" }> | { readonly kind: "done" };

/**
 * Pushes commits of a scratch repository. All refs move or none, each only from what it must hold; a server without
 * atomic pushes gets them one after the other, in the order given. Whatever git says, the outcome of a push that did
 * not succeed is read from the refs (F3). A plan that moves a ref to where it is pushes nothing.
 */
export async function push(
  context: GitContext,
  target: Target,
  scratch: Scratch,
  updates: readonly RefUpdate[],
  time?: Instant,
): Promise<PushResult> {
  const together = await pushOnce(context, target, scratch, updates);
  if (together.code === 0) return { kind: "done" };
  const outcome = await readOutcome(context, target, updates, together, time);
  const alone = updates.length > 1 && outcome.kind !== "done" && /not support --atomic/.test(together.stderr);
  return alone ? pushEach(context, target, scratch, updates, time) : outcome;
}

async function pushEach(
  context: GitContext,
  target: Target,
  scratch: Scratch,
  updates: readonly RefUpdate[],
  time: Instant | undefined,
): Promise<PushResult> {
  for (const [index, update] of updates.entries()) {
    const result = await pushOnce(context, target, scratch, [update]);
    if (result.code === 0) continue;
    const outcome = await readOutcome(context, target, [update], result, time);
    if (outcome.kind === "done") continue;
    // Half of the plan has happened: only a fresh read can tell what is left to do.
    if (index > 0) return { kind: "unclear", message: `only ${index} of ${updates.length} refs were moved` };
    return outcome;
  }
  return { kind: "done" };
}

function pushOnce(
  context: GitContext,
  target: Target,
  scratch: Scratch,
  updates: readonly RefUpdate[],
): Promise<GitResult> {
  return context.client.run(
    [
      "push",
      "--porcelain",
      ...(updates.length > 1 ? ["--atomic"] : []),
      ...updates.map(({ ref, from }) => `--force-with-lease=${ref}:${from ?? ""}`),
      "--end-of-options",
      target.url,
      ...updates.map(({ ref, to }) => `${to ?? ""}:${ref}`),
    ],
    { gitDir: scratch.gitDir },
  );
}

async function readOutcome(
  context: GitContext,
  target: Target,
  updates: readonly RefUpdate[],
  result: GitResult,
  time: Instant | undefined,
): Promise<PushResult> {
  const said = firstLine(result.stderr);
  const refs = await readRefs(
    context,
    target,
    updates.map(({ ref }) => ref),
  );
  if (!refs.ok) return { kind: "unclear", message: `${said}; then: ${refs.problem.message}` };
  const now = updates.map((update) => ({ ...update, oid: refs.value.oids.get(update.ref) ?? null }));
  if (now.every(({ oid, to }) => oid === to)) return { kind: "done" };
  if (now.some(({ oid, from, to }) => oid !== from && oid !== to)) return { kind: "lost_race" };
  // Some landed and some did not: nothing of ours does that, so somebody else is at work.
  if (now.some(({ oid, from }) => oid !== from)) return { kind: "unclear", message: said };
  const refused = readRefused(result.stdout.toString("utf8"));
  // The refs hold what the lease says, yet the server showed something else: it hides them from writers.
  if (refused.some((line) => line.startsWith("[rejected]"))) {
    const hint = `the repository does not let this ref be seen by writers (hideRefs): ${refused.join("; ")}`;
    return { kind: "rejected", reason: "protected", hint };
  }
  if (refused.length > 0) return { kind: "rejected", ...explain(refused, result.stderr) };
  if (result.ended !== "exit") return { kind: "unclear", message: `git push: ${result.ended}` };
  const refusedBy = refusedByServer(result.stderr);
  if (refusedBy === "rate_limited")
    return refusal({ reason: refusedBy, message: said, tooFast: "at_least" }, time);
  if (refusedBy !== undefined) return refusal({ reason: refusedBy, message: said }, time);
  // On this machine the other side has ended too, so what is not there will not come.
  if (target.local) return { kind: "rejected", reason: "storage", hint: said };
  return { kind: "unclear", message: said };
}

/** Why a server took nothing of a push, as the status of its answer or its asking for a login tells. */
function refusedByServer(stderr: string): UnknownReason | undefined {
  const status = statusIn(stderr);
  if (status === 401 || status === 403) return "no_access";
  // "Could not read from remote repository" is said of every connection that ends early.
  if (/authentication failed|permission denied|could not read (?:username|password)/i.test(stderr))
    return "no_access";
  if (status >= 300 && status < 400) return "moved";
  if (status === 404 || status === 410 || /repository '.*' not found/.test(stderr)) return "not_found";
  return status === 429 ? "rate_limited" : undefined;
}

/** Summaries of the refs that `git push --porcelain` marks with `!`. */
function readRefused(stdout: string): string[] {
  return stdout.split("\n").flatMap((line) => /^!\t[^\t]*\t(.+)$/.exec(line)?.[1] ?? []);
}

const reasons: readonly (readonly [RegExp, RejectReason, string])[] = [
  [
    /checked out|deletion of the current branch/,
    "checked_out",
    "check out another branch there, or use a bare repository",
  ],
  [/protected/, "protected", "the branch is protected on the server"],
  [/hook declined/, "hook_declined", "a hook of the repository declined it"],
  [
    /prohibited|denied|deny|not allowed|hidden ref|shallow/,
    "protected",
    "a setting of the repository forbids it",
  ],
];

/** The reason and a hint, from what the server said of each ref. Only words depend on it, never whether it happened. */
function explain(refused: readonly string[], stderr: string): { reason: RejectReason; hint: string } {
  // A ref that only shares the fate of another one has nothing to say.
  const own = refused.filter((line) => !/atomic/.test(line));
  const said = own.length > 0 ? own : refused;
  const details = stderr
    .split("\n")
    .filter((line) => /^(?:remote|error):/.test(line) && !/failed to push some refs/.test(line))
    .map((line) => line.replace(/\s+$/, ""));
  const words = [...new Set([...said, ...details])].slice(0, 6).join("; ");
  for (const [pattern, reason, hint] of reasons) {
    if (said.some((line) => pattern.test(line))) return { reason, hint: `${hint}: ${words}` };
  }
  return { reason: "storage", hint: `the repository could not store it: ${words}` };
}
