import type { Forge, Observed, ProposalSummary, RepoName, WriteResult } from "@coulomb-loop/forge";
import type { FleetFile } from "../fleet.ts";
import type { GiteaOptions } from "../gitea-double/index.ts";
import type { GithubDoubleOptions, GithubSettings } from "../github-double/index.ts";
import {
  type HostedRepo,
  type Hosting,
  type Stage,
  type TreeWrite,
  writeTreeWith,
} from "../hosting/index.ts";
import { memoryCache } from "../memory-cache.ts";
import type { Person } from "../person.ts";
import { fixedTime } from "../plain-git.ts";
import type { RepoState } from "./fault-state.ts";
import { branch, startFiles } from "./harness.ts";

/** Kinds of server whose adapter has a matrix of faults. */
export type FaultKind = "gitea" | "github" | "git";

/** How the proposals of a kind of server are made and seen past the forge under test. */
export interface ProposalSide {
  /**
   * Opens number 1 for the suite's branch, as an earlier run left it, with a comment and a status. `author`: where the
   * server keeps one, somebody else than the account under test.
   */
  open(stage: FaultStage, head: string, author?: string): Promise<void>;
  /** Closes it as a person does; what is not open stays as it is. */
  close(stage: FaultStage): Promise<void>;
  list(stage: FaultStage): Promise<RepoState["pulls"]>;
}

/** A repository `pilot/one` on a double of one kind of server, and forges for it. */
export interface FaultHarness {
  readonly kind: FaultKind;
  readonly repo: RepoName;
  readonly hosting: Hosting;
  readonly double: Pick<Stage, "url" | "requests" | "fail" | "before" | "calm"> & {
    readonly settings?: GithubSettings;
  };
  readonly person: Person;
  readonly proposals: ProposalSide;
  /** What must never be seen in anything that a forge tells: tokens and keys, also those made on the way. */
  readonly secrets: () => readonly string[];
  /** Arguments of every process and addresses of every request of its forges, as they were started and sent. */
  readonly heard: readonly string[];
  /** A forge that knows nothing yet, as in a new process. */
  readonly newForge: (options?: NewForge) => Forge;
  readonly close: () => Promise<void> | void;
}

/** What a forge of a stage may be made with. */
export interface NewForge {
  readonly url?: string;
  readonly timeoutMs?: number;
  /** It reads the folder of the repository and pushes there, with no server between; only of git. */
  readonly folder?: boolean;
}

export type FaultFactory = (
  files: Readonly<Record<string, FleetFile>>,
  server?: { readonly gitea?: GiteaOptions; readonly github?: GithubDoubleOptions },
) => Promise<FaultHarness>;

/** A harness with what every method starts from. */
export interface FaultStage extends FaultHarness {
  readonly hosted: HostedRepo;
  /** Branch of the suite's proposal. */
  readonly branch: string;
  /** Head of the default branch at the start. */
  readonly base: string;
  /** A branch of a person, which nothing may touch. */
  readonly theirs: string;
}

/** Name of the branch of a person. */
const theirBranch = "people/work";

/** Opens a stage, runs the work on it, and leaves nothing behind. */
export async function onFaultStage<T>(
  factory: FaultFactory,
  work: (stage: FaultStage) => Promise<T>,
): Promise<T> {
  const harness = await factory(startFiles);
  try {
    const hosted = harness.hosting.repo("pilot/one");
    const base = await hosted.refs.read("refs/heads/main");
    if (base === null) throw new Error("main does not exist");
    const theirs = await commitOn(hosted, theirBranch, { theirs: "1" }, "A person's commit");
    return await work({ ...harness, hosted, branch, base, theirs });
  } finally {
    await harness.close();
  }
}

/** Puts a commit on a new branch without any process: stages are made by the hundred. */
async function commitOn(
  { refs, objects }: HostedRepo,
  name: string,
  files: Readonly<Record<string, string>>,
  message: string,
): Promise<string> {
  const parent = await refs.read("refs/heads/main");
  const commit = parent === null ? null : await objects.commit(parent);
  if (parent === null || commit === null) throw new Error("main has no commit");
  const writes: TreeWrite[] = [];
  for (const [path, content] of Object.entries(files))
    writes.push({ path, mode: "100644", oid: await objects.writeBlob(Buffer.from(content)) });
  const author = { name: "Pat Person", email: "pat@example.org", time: fixedTime };
  const tree = await writeTreeWith(objects, commit.tree, writes);
  const oid = await objects.writeCommit({ tree, parents: [parent], author, committer: author, message });
  await refs.keep(`refs/heads/${name}`, oid);
  return oid;
}

/** Makes the branch of the suite, as an earlier run left it. Answers with its head. */
export function makeBranch({ hosted }: FaultStage): Promise<string> {
  const message = "Set the schedule\n\nCoulomb-Change: 1";
  return commitOn(hosted, branch, { ".kaizen/schedule.yml": "cron: daily\n" }, message);
}

/** Makes branch and proposal, as an earlier run left them; a comment and a status are there too. */
export async function makeProposal(stage: FaultStage): Promise<string> {
  const head = await makeBranch(stage);
  await stage.proposals.open(stage, head);
  return head;
}

/** The same of somebody else, so that the account under test may answer it. */
export async function makeTheirProposal(stage: FaultStage): Promise<string> {
  const head = await makeBranch(stage);
  await stage.proposals.open(stage, head, "pilot");
  return head;
}

/** The newest proposal of the suite's branch, as a caller reads it who is struck by nothing. */
export async function readProposal(stage: FaultStage): Promise<ProposalSummary> {
  const query = { repo: stage.repo, files: [], branches: [branch] };
  for await (const found of stage.newForge().observe([query], memoryCache())) {
    const list = found.proposals.get(branch);
    const [first] = list?.kind === "known" ? list.value : [];
    if (first !== undefined) return first;
    throw new Error(`there is no proposal: ${JSON.stringify(list)}`);
  }
  throw new Error("an observation without an answer");
}

/** What a method answered: facts by name for a read. */
export type Outcome =
  | { readonly kind: "read"; readonly facts: ReadonlyMap<string, Observed<unknown>> }
  | { readonly kind: "write"; readonly result: WriteResult<unknown> };

/** One call, with everything decided that its caller has read before. */
export type Call = (forge: Forge) => Promise<Outcome>;

/** Facts of one read. */
export function asRead(facts: Readonly<Record<string, Observed<unknown>>>): Outcome {
  return { kind: "read", facts: new Map(Object.entries(facts)) };
}

/** Result of one write. */
export function asWrite(result: WriteResult<unknown>): Outcome {
  return { kind: "write", result };
}
