import { branchRef } from "../git/mapping.ts";
import { isAs, labelChanges, sameText } from "../is-as.ts";
import { isBranchName } from "../names.ts";
import type { ProposalDraft, ProposalPatch, ProposalRef, ProposalSummary, WriteResult } from "../port.ts";
import { inTurn, refusal, type Step } from "../problem.ts";
import { readShape, repoPath, writeFailure } from "./client.ts";
import { labelIds } from "./labels.ts";
import { readPull, titleOf } from "./mapping.ts";
import { readOne, readProposals } from "./pulls.ts";
import { readRefs } from "./refs.ts";
import { giveResponse, obstacleTo } from "./responses.ts";
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
  const obstacle = isPushed ? undefined : await obstacleToOpening(session, draft);
  if (obstacle !== undefined) return obstacle;
  const made = await create(session, draft);
  if (made.kind === "rejected" && isPushed) return (await obstacleToOpening(session, draft)) ?? made;
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
async function obstacleToOpening(
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
 * Changes a proposal; see `Forge.updateProposal`. Text and state are one request, after comment and labels: a caller knows
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
  const { status, response } = patch;
  const obstacle = response === undefined ? undefined : obstacleTo(summary, response);
  if (obstacle !== undefined) return obstacle;
  const isDone = isAs(summary, patch) && (patch.state === undefined || patch.state === summary.state);
  if (!isDone) {
    const refused = await mayReopen(session, ref, summary, patch);
    if (refused !== undefined) return refused;
    if (ref.revision !== undefined && ref.revision !== summary.ref.revision) return { kind: "lost_race" };
    if (patch.state !== undefined && summary.state === "merged") return { kind: "lost_race" };
  }
  const told = patch.comment ?? (patch.state === "closed" ? patch.reason : undefined);
  const before = [
    ...(told === undefined ? [] : [() => addComment(session, ref.repo, ref.number, told)]),
    ...labelSteps(session, ref, summary, patch),
  ];
  return inTurn([
    ...before,
    ...textSteps(session, ref, summary, patch, before.length > 0 || patch.state === "open"),
    ...(status === undefined ? [] : [() => setStatus(session, ref.repo, status)]),
    ...(response === undefined ? [] : [() => giveResponse(session, summary, response)]),
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

/** Puts labels on and takes labels off one by one: what people put on in between stays. */
function labelSteps(
  session: GiteaSession,
  { repo, number }: ProposalRef,
  { labels }: ProposalSummary,
  patch: ProposalPatch,
): readonly Step[] {
  const path = `${repoPath(repo)}/issues/${number}/labels`;
  const { added, removed } = labelChanges(labels, patch.labels);
  const send = async (method: string, place: string, body?: object): Promise<WriteResult<void>> => {
    const result = await session.client.call(method, place, body);
    const status = result.kind === "answer" ? result.answer.status : 0;
    if (status === 200 || status === 204) return done;
    // Gone already, or so it seems: a fresh look tells.
    return method === "DELETE" && (status === 404 || status === 422)
      ? { kind: "lost_race" }
      : writeFailure(result, session.now());
  };
  const withIds = async (
    names: readonly string[],
    act: (ids: readonly number[]) => Promise<WriteResult<void>>,
  ) => {
    const ids = await labelIds(session, repo, names);
    return ids.kind === "done" ? act(ids.value) : ids;
  };
  return [
    ...(added.length === 0 ? [] : [() => withIds(added, (ids) => send("POST", path, { labels: ids }))]),
    ...removed.map((name) => () => withIds([name], ([id]) => send("DELETE", `${path}/${id}`))),
  ];
}

/** Changes what differs of text and state, in one request. `again`: it is looked at once more, for time has passed. */
function textSteps(
  session: GiteaSession,
  { repo, number }: ProposalRef,
  summary: ProposalSummary,
  patch: ProposalPatch,
  again: boolean,
): readonly Step[] {
  const { body, state } = patch;
  const title = titleOf(patch.title ?? summary.title, patch.draft ?? summary.draft);
  const fields = {
    ...(title === titleOf(summary.title, summary.draft) ? {} : { title }),
    ...(body === undefined || body === summary.body ? {} : { body }),
    ...(state === undefined || state === summary.state ? {} : { state }),
  };
  const send = async (): Promise<WriteResult<void>> => {
    const now = again ? await readOne(session, repo, number) : undefined;
    if (now?.ok === false) return refusal(now.problem, session.now());
    if (now !== undefined && !isUntouched(summary, now.value.summary)) return { kind: "lost_race" };
    const result = await session.client.call("PATCH", `${repoPath(repo)}/pulls/${number}`, fields);
    // The server answers 201 to a change, newer ones 200.
    return result.kind === "answer" && (result.answer.status === 201 || result.answer.status === 200)
      ? done
      : writeFailure(result, session.now());
  };
  return Object.keys(fields).length === 0 ? [] : [send];
}

/** A draft is told by the title here. */
function isUntouched(before: ProposalSummary, now: ProposalSummary): boolean {
  return sameText(before, now) && before.draft === now.draft;
}
