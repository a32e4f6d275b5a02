import type { CommitObject } from "../hosting/index.ts";
import { fixedTime, git } from "../plain-git.ts";
import type { FaultStage, ProposalSide } from "./fault-stage.ts";
import { commitWords } from "./fault-state.ts";
import { branch } from "./harness.ts";

const recordRef = "refs/coulomb/proposals/pilot/schedule";

/** A record as it was made once, to be put into other repositories: stages are made by the hundred. */
interface Template {
  readonly commit: CommitObject;
  readonly blobs: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** By the head of the branch, which the record names. */
const templates = new Map<string, Promise<Template>>();

/** Proposals that are records in the repository (04-forges §2). */
export const gitProposals: ProposalSide = {
  async open(stage, head) {
    const known = templates.get(head);
    if (known !== undefined) return put(stage, await known);
    const made = make(stage, head);
    templates.set(head, made);
    await made;
  },
  async close(stage) {
    if ((await recordOf(stage))?.state !== "open") return;
    const ref = { repo: stage.repo, branch, number: 1 };
    const patch = { state: "closed", reason: "A person's no", time: fixedTime + 30_000 } as const;
    expectDone(await stage.newForge({ folder: true }).updateProposal(ref, patch));
  },
  async list(stage) {
    const record = await recordOf(stage);
    if (record === undefined) return [];
    const { state, title, body, draft, labels, comments, statuses, head } = record;
    return [
      {
        state,
        merged: state === "merged",
        title,
        body,
        draft,
        head: await commitWords(stage, head),
        labels: labels.toSorted(),
        comments: comments.map((comment) => comment.body),
        statuses: statuses.map((status) => `${status.context} ${status.state} ${status.description}`),
        responses: await responsesIn(stage),
      },
    ];
  },
};

async function make(stage: FaultStage, head: string): Promise<Template> {
  const forge = stage.newForge({ folder: true });
  const opened = await forge.openProposal({
    repo: stage.repo,
    branch,
    base: "main",
    head,
    title: "Set the schedule",
    body: 'Daily.\n\n<!-- coulomb:v1 {"change":"1"} -->\n',
    draft: false,
    labels: ["coulomb"],
    time: fixedTime,
  });
  if (opened.kind !== "done") throw new Error(`the proposal was not opened: ${JSON.stringify(opened)}`);
  const status = { context: "ci", state: "success", description: "fine", head } as const;
  const patch = { comment: "A person's words", status, time: fixedTime + 10_000 };
  expectDone(await forge.updateProposal(opened.value, patch));
  const { objects, refs } = stage.hosted;
  const commit = await objects.commit((await refs.read(recordRef)) ?? "");
  const tree = commit === null ? null : await objects.tree(commit.tree);
  if (commit === null || tree === null) throw new Error("the record is not there");
  const blobs = await Promise.all(
    tree.map(async ({ name, oid }) => ({ name, bytes: (await objects.blob(oid)) ?? new Uint8Array() })),
  );
  // A single commit tells as much as the chain of them.
  return { commit: { ...commit, parents: [head] }, blobs };
}

async function put({ hosted }: FaultStage, { commit, blobs }: Template): Promise<void> {
  const { objects, refs } = hosted;
  const entries = await Promise.all(
    blobs.map(async ({ name, bytes }) => ({
      mode: "100644" as const,
      name,
      oid: await objects.writeBlob(bytes),
    })),
  );
  const tree = await objects.writeTree(entries);
  await refs.keep(recordRef, await objects.writeCommit({ ...commit, tree }));
}

/** Refs of responses, each with its tag object. */
async function responsesIn({ hosted }: FaultStage): Promise<readonly string[]> {
  const tags = await hosted.refs.list("refs/coulomb/approvals/");
  return Promise.all(
    tags.map(async ([ref, oid]) => `${ref} ${await git(hosted.path, ["cat-file", "tag", oid])}`),
  );
}

interface Shown {
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly head: string;
  readonly labels: readonly string[];
  readonly comments: readonly { readonly body: string }[];
  readonly statuses: readonly {
    readonly context: string;
    readonly state: string;
    readonly description: string;
  }[];
}

async function recordOf({ hosted }: FaultStage): Promise<Shown | undefined> {
  const { objects, refs } = hosted;
  const oid = await refs.read(recordRef);
  const commit = oid === null ? null : await objects.commit(oid);
  const tree = commit === null ? null : await objects.tree(commit.tree);
  if (tree === null) return undefined;
  const text = async (name: string) => {
    const entry = tree.find((each) => each.name === name);
    const bytes = entry === undefined ? null : await objects.blob(entry.oid);
    return Buffer.from(bytes ?? "").toString("utf8");
  };
  return { ...JSON.parse(await text("proposal.json")), body: await text("body.md") };
}

function expectDone(result: { readonly kind: string }): void {
  if (result.kind !== "done") throw new Error(`expected a write that is done: ${JSON.stringify(result)}`);
}
