import {
  type HostedRepo,
  noOid,
  type Pull,
  type RefUpdate,
  signatureOf,
  type TreeWrite,
  updateGuarded,
  writeTreeWith,
} from "../../hosting/index.ts";
import { typedError } from "../graphql-error.ts";
import { field } from "../graphql-execute.ts";
import { isObject, type JsonObject, listAt, objectAt, textAt } from "../json.ts";
import { parseNodeId } from "../node-id.ts";
import { RestProblem } from "../problem.ts";
import { noticeMoveBy, setPullState } from "../pull-writes.ts";
import { guardMessage, refLagKey } from "../rest/git-refs.ts";
import { needGrant, type QueryContext } from "./context.ts";
import { commitNode, refNode } from "./git-nodes.ts";
import { pullNode } from "./pull-node.ts";
import { repositoryNode } from "./repository-node.ts";

const unprocessable = (message: string) => typedError("UNPROCESSABLE", message);

function mutation(act: (input: JsonObject) => Promise<JsonObject>): unknown {
  return field(["input"], async (args) => {
    const input = objectAt(args, "input");
    return { clientMutationId: input["clientMutationId"] ?? null, ...(await act(input)) };
  });
}

/** The mutations that are resolved, as members of the root. */
export function mutationRoot(context: QueryContext): JsonObject {
  return {
    updateRefs: mutation((input) => updateRefs(context, input)),
    createCommitOnBranch: mutation((input) => commitOnBranch(context, input)),
    closePullRequest: mutation((input) => setState(context, input, "closed")),
    reopenPullRequest: mutation((input) => setState(context, input, "open")),
    convertPullRequestToDraft: mutation((input) => setDraft(context, input, true)),
    markPullRequestReadyForReview: mutation((input) => setDraft(context, input, false)),
  };
}

function actorOf({ identity }: QueryContext) {
  if (identity.kind === "user" || identity.kind === "installation") return identity.user;
  throw typedError("FORBIDDEN", "Resource not accessible by integration");
}

const noNode = (id: string) =>
  typedError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);

async function writable(context: QueryContext, number: string | undefined, permission: string, id: string) {
  const repo = context.world.hosting.byId(Number(number));
  if (repo === undefined) throw noNode(id);
  needGrant(context, repo, { permission: "metadata", level: "read" });
  needGrant(context, repo, { permission, level: "write" });
  await context.world.hosting.notice(repo);
  return repo;
}

/** Moves all refs or none. Zeros as `afterOid` delete, zeros as `beforeOid` want that there is none. */
async function updateRefs(context: QueryContext, input: JsonObject): Promise<JsonObject> {
  const id = textAt(input, "repositoryId") ?? "";
  const [number] = parseNodeId("repository", id) ?? [];
  const repo = await writable(context, number, "contents", id);
  const actor = actorOf(context);
  await repo.exclusive(async () => {
    const updates: RefUpdate[] = [];
    for (const update of listAt(input, "refUpdates")) {
      if (isObject(update)) updates.push(await plannedUpdate(repo, update));
    }
    const result = await updateGuarded(repo, updates);
    if (result.kind === "guarded") throw unprocessable(guardMessage(result));
    if (result.kind !== "done") throw unprocessable("Reference cannot be updated");
    for (const { ref, from } of updates) {
      if (from === null) context.world.lag.hide(refLagKey(repo, ref), context.world.settings.lag);
    }
  });
  await noticeMoveBy(context.world, repo, actor.login);
  return {};
}

async function plannedUpdate(repo: HostedRepo, update: JsonObject): Promise<RefUpdate> {
  const ref = textAt(update, "name") ?? "";
  const after = textAt(update, "afterOid") ?? noOid;
  const before = textAt(update, "beforeOid");
  const now = await repo.refs.read(ref);
  if (before !== undefined && before !== (now ?? noOid)) {
    throw typedError("STALE_DATA", `Expected ${ref} to point to "${before}" but it did not.`);
  }
  const to = after === noOid ? null : after;
  if (to === null && now === null) throw unprocessable("Reference does not exist");
  if (to !== null && (await repo.objects.kind(to)) === null) throw unprocessable("Object does not exist");
  if (to !== null && now !== null && update["force"] !== true && !(await repo.history.contains(to, now))) {
    throw unprocessable("Update is not a fast forward");
  }
  return { ref, from: now, to };
}

async function pullOf(context: QueryContext, input: JsonObject): Promise<{ repo: HostedRepo; pull: Pull }> {
  const id = textAt(input, "pullRequestId") ?? "";
  const [number, pullNumber] = parseNodeId("pull", id) ?? [];
  const repo = await writable(context, number, "pull_requests", id);
  const pull = repo.pulls.get(Number(pullNumber));
  if (pull === undefined) throw noNode(id);
  return { repo, pull };
}

async function setState(
  context: QueryContext,
  input: JsonObject,
  state: "open" | "closed",
): Promise<JsonObject> {
  const { repo, pull } = await pullOf(context, input);
  const by = actorOf(context).login;
  try {
    const changed = await repo.exclusive(() => setPullState(context.world, repo, pull, state, by));
    return payload(context, repo, changed);
  } catch (error) {
    if (!(error instanceof RestProblem)) throw error;
    throw unprocessable(`Could not ${state === "open" ? "open" : "close"} the pull request.`);
  }
}

async function setDraft(context: QueryContext, input: JsonObject, draft: boolean): Promise<JsonObject> {
  const { repo, pull } = await pullOf(context, input);
  actorOf(context);
  if (draft && !context.world.settings.drafts) {
    throw unprocessable("Draft pull requests are not supported in this repository.");
  }
  if (pull.state === "closed") throw unprocessable("Pull request is closed");
  return payload(context, repo, pull.draft === draft ? pull : repo.pulls.patch(pull.number, { draft }));
}

function payload(context: QueryContext, repo: HostedRepo, pull: Pull): JsonObject {
  return { pullRequest: () => pullNode(context, repo, pull, () => repositoryNode(context, repo)) };
}

/** One commit on a branch that must have the expected head; GitHub signs it, and names who asks as author. */
async function commitOnBranch(context: QueryContext, input: JsonObject): Promise<JsonObject> {
  const { world } = context;
  const branch = objectAt(input, "branch");
  const { number, name } = branchIn(context, branch);
  const repo = await writable(context, number, "contents", JSON.stringify(branch));
  const actor = actorOf(context);
  const ref = `refs/heads/${name}`;
  const from = textAt(input, "expectedHeadOid") ?? noOid;
  const commit = await repo.exclusive(async () => {
    const stale = `Expected branch to point to "${from}" but it did not.  Pull and try again.`;
    const head = (await repo.refs.read(ref)) === from ? await repo.objects.commit(from) : null;
    if (head === null) throw typedError("STALE_DATA", stale);
    const tree = await writeTreeWith(
      repo.objects,
      head.tree,
      await fileWrites(repo, objectAt(input, "fileChanges")),
    );
    const message = objectAt(input, "message");
    const body = textAt(message, "body");
    const now = world.now();
    const oid = await repo.objects.writeCommit({
      tree,
      parents: [from],
      message: `${textAt(message, "headline") ?? ""}${body === undefined ? "" : `\n\n${body}`}`,
      author: signatureOf(actor, now),
      committer: { name: "GitHub", email: "noreply@github.com", time: now },
    });
    const result = await updateGuarded(repo, [{ ref, from, to: oid }]);
    if (result.kind === "guarded") throw unprocessable(guardMessage(result));
    if (result.kind !== "done") throw typedError("STALE_DATA", stale);
    world.verified.add(oid);
    return repo.objects.commit(oid);
  });
  await noticeMoveBy(world, repo, actor.login);
  if (commit === null) throw unprocessable("the commit is gone");
  return {
    commit: () => commitNode(context, repo, commit),
    ref: () => refNode(context, repo, ref, commit.oid),
  };
}

function branchIn(context: QueryContext, branch: JsonObject): { number: string | undefined; name: string } {
  const id = textAt(branch, "id");
  if (id !== undefined) {
    const [number, ref = ""] = parseNodeId("ref", id) ?? [];
    return { number, name: ref.replace(/^refs\/heads\//, "") };
  }
  const found = context.world.hosting.find(textAt(branch, "repositoryNameWithOwner") ?? "");
  const number = found.kind === "none" ? undefined : String(found.repo.id);
  return { number, name: (textAt(branch, "branchName") ?? "").replace(/^refs\/heads\//, "") };
}

async function fileWrites(repo: HostedRepo, changes: JsonObject): Promise<TreeWrite[]> {
  const writes: TreeWrite[] = [];
  for (const addition of listAt(changes, "additions").filter(isObject)) {
    const bytes = Buffer.from(textAt(addition, "contents") ?? "", "base64");
    writes.push({
      path: textAt(addition, "path") ?? "",
      mode: "100644",
      oid: await repo.objects.writeBlob(bytes),
    });
  }
  for (const deletion of listAt(changes, "deletions").filter(isObject)) {
    writes.push({ path: textAt(deletion, "path") ?? "", mode: "100644", oid: null });
  }
  return writes;
}
