import type { Json } from "../http/fields.ts";
import { AnswerError, json, list, maybeJson, number } from "../http/fields.ts";
import { isAs, labelChanges, sameSet, sameText } from "../is-as.ts";
import { isBranchName } from "../names.ts";
import type {
  CommitStatus,
  ProposalDraft,
  ProposalPatch,
  ProposalRef,
  ProposalSummary,
  WriteResult,
} from "../port.ts";
import { halfway, inTurn, refusal, type Step } from "../problem.ts";
import type { ApiResult, GithubClient } from "./client.ts";
import { wordsOf } from "./client.ts";
import { draftTitle, type Pull, readComments, readStatuses, revisionOf } from "./mapping.ts";
import { isDone, mutationFailure } from "./mutation.ts";
import { readFresh } from "./pulls.ts";
import { draftDocument } from "./query.ts";
import { giveResponse, obstacleTo } from "./responses.ts";
import { listOwn } from "./rest-pulls.ts";
import { type GithubSession, keyOf, repoPath } from "./session.ts";
import { hasStatus, writeFailure } from "./write.ts";

const done: WriteResult<void> = { kind: "done", value: undefined };

/** Opens a proposal; see `Forge.openProposal`. Labels are a request of their own, after it. */
export async function openProposal(
  session: GithubSession,
  draft: ProposalDraft,
): Promise<WriteResult<ProposalRef>> {
  const { repo, branch, base, head } = draft;
  if (![branch, base].every(isBranchName))
    return {
      kind: "rejected",
      reason: "unsupported",
      hint: `"${branch}" or "${base}" is no name of a branch`,
    };
  const client = await session.clientOf(repo.owner);
  if (!client.ok) return refusal(client.problem, session.now());
  const result = await create(client.value, draft);
  if (hasStatus(result, 422)) return whyNot(session, client.value, draft, result);
  if (!hasStatus(result, 201)) return writeFailure(result, session.now());
  const made = createdOf(result);
  if (made === undefined)
    return { kind: "unclear", message: "GitHub opened a pull request and did not say which" };
  session.memory.fresh.set(`${keyOf(repo)} ${branch}`, { head, number: made.number });
  if (made.head !== head) return { kind: "lost_race" };
  const labelled = halfway(await setLabels(client.value, repo, made.number, draft.labels, []));
  if (labelled.kind !== "done") return labelled;
  const revision = revisionOf({ ...draft, state: "open" });
  return { kind: "done", value: { repo, branch, number: made.number, revision } };
}

function create(
  client: GithubClient,
  { repo, branch, base, title, body, draft }: ProposalDraft,
): Promise<ApiResult> {
  const send = (fields: object) =>
    client.rest("POST", `${repoPath(repo)}/pulls`, { head: branch, base, body, ...fields });
  if (!draft) return send({ title, draft });
  return send({ title, draft }).then((result) =>
    // Not every plan has drafts: then the title says it, and reads back as one.
    hasStatus(result, 422) && /draft/i.test(wordsOf(result.answer.data))
      ? send({ title: draftTitle(title) })
      : result,
  );
}

function createdOf(
  result: Extract<ApiResult, { kind: "answer" }>,
): { readonly number: number; readonly head: unknown } | undefined {
  try {
    const pull = json(result.answer.data, "a pull request");
    return { number: number(pull, "number"), head: json(pull["head"], "a head")["sha"] };
  } catch (error) {
    if (error instanceof AnswerError) return undefined;
    throw error;
  }
}

/** Why GitHub takes no such proposal: one is open, the branch or the base is not there, or there is nothing to merge. */
async function whyNot(
  session: GithubSession,
  client: GithubClient,
  draft: ProposalDraft,
  result: Extract<ApiResult, { kind: "answer" }>,
): Promise<WriteResult<ProposalRef>> {
  const words = wordsOf(result.answer.data);
  const limited = writeFailure(result, session.now());
  if (limited.kind === "retry_at") return limited;
  if (/no commits between/i.test(words))
    return { kind: "rejected", reason: "ineligible", hint: `${draft.base} has all of it already` };
  if (fieldsOf(result.answer.data).includes("base"))
    return { kind: "rejected", reason: "not_found", hint: `there is no branch ${draft.base} to merge into` };
  const open = await listOwn(client, session.memory, draft.repo, draft.branch, "open");
  if (!open.ok) return { kind: "unclear", message: open.problem.message };
  const found = open.value.find(
    ({ pull }) => pull.summary.head === draft.head && isBegun(pull.summary, draft),
  );
  if (found !== undefined) return finish(session, client, found.pull.summary, draft);
  // A list may be older than the one that GitHub speaks of.
  const isTold = /already exists/i.test(words) || fieldsOf(result.answer.data).includes("head");
  return open.value.length > 0 || isTold ? { kind: "lost_race" } : limited;
}

/** Whether a proposal is the one drafted, but for labels that it lacks: they are set after it was opened. */
function isBegun(summary: ProposalSummary, { title, body, draft, labels }: ProposalDraft): boolean {
  return isAs(summary, { title, body, draft }) && summary.labels.every((label) => labels.includes(label));
}

async function finish(
  session: GithubSession,
  client: GithubClient,
  summary: ProposalSummary,
  draft: ProposalDraft,
): Promise<WriteResult<ProposalRef>> {
  const { ref, head, labels } = summary;
  session.memory.fresh.set(`${keyOf(ref.repo)} ${ref.branch}`, { head, number: ref.number });
  const labelled = halfway(await setLabels(client, ref.repo, ref.number, draft.labels, labels));
  if (labelled.kind !== "done") return labelled;
  return { kind: "done", value: { ...ref, revision: revisionOf({ ...draft, state: "open" }) } };
}

function fieldsOf(data: unknown): readonly unknown[] {
  const errors = maybeJson(data)?.["errors"];
  return Array.isArray(errors) ? errors.map((each) => maybeJson(each)?.["field"]) : [];
}

/** Puts labels on and takes labels off one by one: what people put on in between stays. */
function setLabels(
  client: GithubClient,
  repo: ProposalRef["repo"],
  proposal: number,
  wanted: readonly string[],
  before: readonly string[],
): Promise<WriteResult<void>> {
  const path = `${repoPath(repo)}/issues/${proposal}/labels`;
  const { added, removed } = labelChanges(before, wanted);
  const send = async (method: string, place: string, body?: object): Promise<WriteResult<void>> => {
    const result = await client.rest(method, place, body);
    if (hasStatus(result, 200)) return done;
    // Gone already, or so it seems: a fresh look tells.
    return method === "DELETE" && hasStatus(result, 404)
      ? { kind: "lost_race" }
      : writeFailure(result, client.now());
  };
  return inTurn([
    ...(added.length === 0 ? [] : [() => send("POST", path, { labels: added })]),
    ...removed.map((name) => () => send("DELETE", `${path}/${encodeURIComponent(name)}`)),
  ]);
}

/**
 * Changes a proposal; see `Forge.updateProposal`. Body and state are one request, and the last one: a caller knows by the
 * body what was done, so whatever is cut off before it is done again.
 */
export async function updateProposal(
  session: GithubSession,
  ref: ProposalRef,
  patch: ProposalPatch,
): Promise<WriteResult<void>> {
  const client = await session.clientOf(ref.repo.owner);
  if (!client.ok) return refusal(client.problem, session.now());
  const { status, response } = patch;
  const extras = { statusOf: status?.head, reviews: response !== undefined };
  const found = await readFresh(session, client.value, ref, extras);
  if (!found.ok) return refusal(found.problem, session.now());
  const { pull, node, commit } = found.value;
  const { summary } = pull;
  if (!pull.isOwn || summary.ref.branch !== ref.branch)
    return { kind: "rejected", reason: "not_found", hint: `proposal ${ref.number} is not of ${ref.branch}` };
  if (patch.head !== undefined && patch.head !== summary.head) return { kind: "lost_race" };
  const obstacle = response === undefined ? undefined : obstacleTo(summary, response);
  if (obstacle !== undefined) return obstacle;
  const isThere = isAs(summary, patch) && (patch.state === undefined || patch.state === summary.state);
  if (!isThere) {
    if (patch.state !== undefined && summary.state === "merged") return { kind: "lost_race" };
    if (patch.state === "open" && summary.state === "closed" && node["headRef"] === null)
      return { kind: "rejected", reason: "not_found", hint: `its branch ${ref.branch} is gone` };
    if (ref.revision !== undefined && ref.revision !== summary.ref.revision) return { kind: "lost_race" };
  }
  const told = patch.comment ?? (patch.state === "closed" ? patch.reason : undefined);
  return inTurn([
    ...(told === undefined ? [] : [() => addComment(client.value, ref, node, told)]),
    ...(isThere ? [] : patchSteps({ session, client: client.value, pull, patch, again: told !== undefined })),
    ...(status === undefined ? [] : [() => setStatus(client.value, ref, status, commit)]),
    ...(response === undefined ? [] : [() => giveResponse(session, client.value, summary, node, response)]),
  ]);
}

/** A change of a proposal as it was read; `again`: time has passed since. */
interface Change {
  readonly session: GithubSession;
  readonly client: GithubClient;
  readonly pull: Pull;
  readonly patch: ProposalPatch;
  readonly again: boolean;
}

function patchSteps({ session, client, pull, patch, again }: Change): readonly Step[] {
  const { summary } = pull;
  const { draft, labels } = patch;
  const { repo, number: proposal } = summary.ref;
  const isSame = draft === undefined || draft === summary.draft || isDraftByTitle(pull);
  const isLabelled = labels === undefined || sameSet(labels, summary.labels);
  const isLate = again || !isLabelled || !isSame;
  const setText = async (byTitle: boolean): Promise<WriteResult<void>> => {
    const fields = fieldsToSend(pull, patch, byTitle);
    if (Object.keys(fields).length === 0) return done;
    const now = isLate ? await readFresh(session, client, summary.ref) : undefined;
    if (now?.ok === false) return refusal(now.problem, session.now());
    if (now !== undefined && !sameText(summary, now.value.pull.summary)) return { kind: "lost_race" };
    const result = await client.rest("PATCH", `${repoPath(repo)}/pulls/${proposal}`, fields);
    return hasStatus(result, 200) ? done : writeFailure(result, client.now());
  };
  const setDraftAndText = async (wanted: boolean): Promise<WriteResult<void>> => {
    const result = await client.graphql(draftDocument(pull.id, wanted));
    if (isDone(result)) return halfway(await setText(false));
    // Not every plan has drafts: then the title says it, as when one is opened.
    const isNone = wanted && hasStatus(result, 200) && /not supported/i.test(wordsOf(result.answer.data));
    return isNone ? setText(true) : mutationFailure(result, client.now());
  };
  const isText = Object.keys(fieldsToSend(pull, patch, isDraftByTitle(pull))).length > 0;
  return [
    ...(isLabelled ? [] : [() => setLabels(client, repo, proposal, labels, summary.labels)]),
    ...(isSame ? [] : [() => setDraftAndText(draft)]),
    ...(isSame && isText ? [() => setText(isDraftByTitle(pull))] : []),
  ];
}

/** What of the text and the state is to be changed; `byTitle`: the title says of a draft that it is one. */
function fieldsToSend(
  pull: Pull,
  { title, body, state, draft }: ProposalPatch,
  byTitle: boolean,
): Readonly<Record<string, string>> {
  const { summary } = pull;
  const plain = title ?? summary.title;
  const shown = byTitle && (draft ?? summary.draft) ? draftTitle(plain) : plain;
  return {
    ...(shown === pull.title ? {} : { title: shown }),
    ...(body === undefined || body === summary.body ? {} : { body }),
    ...(state === undefined || state === summary.state ? {} : { state }),
  };
}

function isDraftByTitle({ title, summary }: Pull): boolean {
  return title !== summary.title;
}

/** Adds a comment, unless the same one is among the newest. */
async function addComment(
  client: GithubClient,
  { repo, number: proposal }: ProposalRef,
  node: Json,
  body: string,
): Promise<WriteResult<void>> {
  if (readComments(node["comments"]).some((comment) => comment.body === body)) return done;
  const result = await client.rest("POST", `${repoPath(repo)}/issues/${proposal}/comments`, { body });
  return hasStatus(result, 201) ? done : writeFailure(result, client.now());
}

/** Sets a status of a commit, unless it says so already. */
async function setStatus(
  client: GithubClient,
  { repo }: ProposalRef,
  { context, state, description, head }: CommitStatus,
  commit: Json | undefined,
): Promise<WriteResult<void>> {
  const isSame = readStatuses(commit?.["status"], head).some(
    (each) => each.context === context && each.state === state && each.description === description,
  );
  if (isSame) return done;
  const result = await client.rest("POST", `${repoPath(repo)}/statuses/${head}`, {
    context,
    state,
    description,
  });
  return hasStatus(result, 201) ? done : writeFailure(result, client.now());
}

/** Statuses of the newest commit of a proposal. Throws AnswerError. */
export function headStatuses(node: Json, head: string): readonly CommitStatus[] {
  const [last] = list(json(node["headStatus"], "commits")["nodes"], "commits");
  const commit = maybeJson(maybeJson(last)?.["commit"]);
  return commit?.["oid"] === head ? readStatuses(commit["status"], head) : [];
}
