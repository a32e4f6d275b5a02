import { branchRef } from "../git/mapping.ts";
import { isAs } from "../is-as.ts";
import { isBranchName } from "../names.ts";
import type { ProposalDraft, ProposalPatch, ProposalRef, ProposalSummary, WriteResult } from "../port.ts";
import { inTurn, refusal } from "../problem.ts";
import { readShape, repoPath, writeFailure } from "./client.ts";
import { labelIds } from "./labels.ts";
import { readPull, titleOf } from "./mapping.ts";
import { readOne, readProposals } from "./pulls.ts";
import { readRefs } from "./refs.ts";
import { branchKey, type GiteaSession } from "./session.ts";
import { addComment, setStatus } from "./talk.ts";

const done: WriteResult<void> = { kind: "done", value: undefined };

/** Opens a proposal; see `Forge.openProposal`. */
export async function openProposal(
  session: GiteaSession,
  draft: ProposalDraft,
): Promise<WriteResult<ProposalRef>> {
  const { repo, branch, base, head } = draft;
  if (![branch, base].every(isBranchName))
    return {
      kind: "rejected",
      reason: "unsupported",
      hint: `"${branch}" or "${base}" is no name of a branch`,
    };
  const { memory } = session;
  const key = branchKey(repo, branch);
  // What we pushed ourselves a moment ago need not be looked at: the answer tells the head that was taken.
  const isPushed = memory.pushed.get(key) === head;
  memory.pushed.delete(key);
  const obstacle = isPushed ? undefined : await obstacleTo(session, draft);
  if (obstacle !== undefined) return obstacle;
  const made = await create(session, draft);
  if (made.kind === "rejected" && isPushed) return (await obstacleTo(session, draft)) ?? made;
  if (made.kind !== "done") return made;
  const { ref } = made.value;
  memory.numbers.set(key, ref.number);
  if (made.value.head !== head) return { kind: "lost_race" };
  if (isAs(made.value, draft)) memory.opened.set(key, made.value);
  return { kind: "done", value: ref };
}

/** Makes the pull request. One that is open already is ours when it says what is asked for. */
async function create(session: GiteaSession, draft: ProposalDraft): Promise<WriteResult<ProposalSummary>> {
  const { repo, branch, base } = draft;
  const labels = await labelIds(session, repo, draft.labels);
  if (labels.kind !== "done") return labels;
  const result = await session.client.call("POST", `${repoPath(repo)}/pulls`, {
    title: titleOf(draft.title, draft.draft),
    body: draft.body,
    head: branch,
    base,
    ...(labels.value.length === 0 ? {} : { labels: labels.value }),
  });
  if (result.kind !== "answer") return writeFailure(result, session.now());
  if (result.answer.status === 409) return sameOrLost(session, draft);
  if (result.answer.status !== 201) return whyNot(session, draft, writeFailure(result, session.now()));
  const made = readShape("pulls", () => readPull(repo, result.answer.data));
  return made.ok
    ? { kind: "done", value: made.value.summary }
    : { kind: "unclear", message: made.problem.message };
}

/** Why a proposal cannot be opened as things are; `undefined` when nothing speaks against it. */
async function obstacleTo(
  session: GiteaSession,
  { repo, branch, base, head }: ProposalDraft,
): Promise<WriteResult<never> | undefined> {
  const refs = await readRefs(session, repo, [branch, base]);
  if (!refs.ok) return refusal(refs.problem, session.now());
  if (refs.value.oids.get(branchRef(branch)) !== head) return { kind: "lost_race" };
  const into = refs.value.oids.get(branchRef(base));
  if (into === undefined)
    return { kind: "rejected", reason: "not_found", hint: `there is no branch ${base} to merge into` };
  return into === head
    ? { kind: "rejected", reason: "ineligible", hint: `${base} has all of it already` }
    : undefined;
}

/** A server that knows no such branch, or nothing to merge, may have seen that somebody moved it. */
async function whyNot(
  session: GiteaSession,
  { repo, branch, head }: ProposalDraft,
  failure: Exclude<WriteResult<never>, { kind: "done" }>,
): Promise<WriteResult<never>> {
  if (failure.kind !== "rejected" || (failure.reason !== "not_found" && failure.reason !== "conflict"))
    return failure;
  const refs = await readRefs(session, repo, [branch]);
  const isMoved = refs.ok && refs.value.oids.get(branchRef(branch)) !== head;
  return isMoved ? { kind: "lost_race" } : failure;
}

/** One is open already: ours, when it says what is asked for. */
async function sameOrLost(
  session: GiteaSession,
  draft: ProposalDraft,
): Promise<WriteResult<ProposalSummary>> {
  const found = await readProposals(session, draft.repo, [draft.branch], new Set());
  if (!found.ok) return { kind: "unclear", message: found.problem.message };
  const open = found.value.get(draft.branch)?.find(({ state }) => state === "open");
  return open !== undefined && open.head === draft.head && isAs(open, draft)
    ? { kind: "done", value: open }
    : { kind: "lost_race" };
}

/**
 * Changes a proposal; see `Forge.updateProposal`. Text, state and labels are one request, after any comment: a caller knows
 * by the body what was done, so what is cut off before it is done again.
 */
export async function updateProposal(
  session: GiteaSession,
  ref: ProposalRef,
  patch: ProposalPatch,
): Promise<WriteResult<void>> {
  session.memory.opened.delete(branchKey(ref.repo, ref.branch));
  const pull = await readOne(session, ref.repo, ref.number);
  if (!pull.ok) return refusal(pull.problem, session.now());
  const { summary, headBranch } = pull.value;
  if (headBranch !== ref.branch)
    return { kind: "rejected", reason: "not_found", hint: `proposal ${ref.number} is not of ${ref.branch}` };
  if (patch.head !== undefined && patch.head !== summary.head) return { kind: "lost_race" };
  const isDone = isAs(summary, patch) && (patch.state === undefined || patch.state === summary.state);
  if (!isDone) {
    const refused = await mayReopen(session, ref, summary, patch);
    if (refused !== undefined) return refused;
    if (ref.revision !== undefined && ref.revision !== summary.ref.revision) return { kind: "lost_race" };
  }
  const { status } = patch;
  const told = patch.comment ?? (patch.state === "closed" ? patch.reason : undefined);
  return inTurn([
    ...(told === undefined ? [] : [() => addComment(session, ref.repo, ref.number, told)]),
    ...(isDone ? [] : [() => patchPull(session, ref, summary, patch)]),
    ...(status === undefined ? [] : [() => setStatus(session, ref.repo, status)]),
  ]);
}

/** Why a closed proposal cannot be opened again; `undefined` when it can, or need not. */
async function mayReopen(
  session: GiteaSession,
  { repo, branch }: ProposalRef,
  summary: ProposalSummary,
  { state }: ProposalPatch,
): Promise<WriteResult<never> | undefined> {
  if (state !== "open" || summary.state !== "closed") return undefined;
  const refs = await readRefs(session, repo, [branch]);
  if (!refs.ok) return refusal(refs.problem, session.now());
  if (refs.value.oids.has(branchRef(branch))) return undefined;
  return { kind: "rejected", reason: "not_found", hint: `its branch ${branch} is gone` };
}

async function patchPull(
  session: GiteaSession,
  { repo, number }: ProposalRef,
  summary: ProposalSummary,
  patch: ProposalPatch,
): Promise<WriteResult<void>> {
  if (patch.state !== undefined && summary.state === "merged") return { kind: "lost_race" };
  const labels = patch.labels === undefined ? undefined : await labelIds(session, repo, patch.labels);
  if (labels !== undefined && labels.kind !== "done") return labels;
  const title = titleOf(patch.title ?? summary.title, patch.draft ?? summary.draft);
  const result = await session.client.call("PATCH", `${repoPath(repo)}/pulls/${number}`, {
    ...(title === titleOf(summary.title, summary.draft) ? {} : { title }),
    ...(patch.body === undefined ? {} : { body: patch.body }),
    ...(patch.state === undefined || patch.state === summary.state ? {} : { state: patch.state }),
    ...(labels === undefined ? {} : { labels: labels.value }),
  });
  // The server answers 201 to a change, newer ones 200.
  return result.kind === "answer" && (result.answer.status === 201 || result.answer.status === 200)
    ? done
    : writeFailure(result, session.now());
}
