import type {
  BlobCache,
  BranchWrite,
  FileState,
  Forge,
  Oid,
  ProposalDraft,
  ProposalRef,
  ProposalSummary,
  RepoName,
  RepoObservation,
  WriteResult,
} from "@coulomb-loop/forge";
import type { FleetFile } from "../fleet.ts";
import { memoryCache } from "../memory-cache.ts";
import type { Person } from "../person.ts";
import { fixedTime } from "../plain-git.ts";

/** Somebody who answers proposals through the forge under test. */
export interface Reviewer {
  readonly by: string;
  readonly forge: Forge;
}

/** One repository on the forge under test, alone for one test. */
export interface ForgeHarness {
  readonly forge: Forge;
  readonly repo: RepoName;
  /** Somebody who acts on the repository past the forge. */
  readonly person: Person;
  /** Those who may answer the forge's proposals, by forges of their own; on plain git they have nothing but a name. */
  readonly reviewers: readonly Reviewer[];
  readonly close: () => Promise<void> | void;
  /**
   * What the forge's own clock shows (epoch milliseconds), where it dates what it is told; else the caller does. Where nobody
   * can say to the millisecond, a matcher of vitest.
   */
  readonly serverTime?: () => unknown;
  /** Whether the forge says who closed a proposal; default true. */
  readonly tellsCloser?: boolean;
}

/** Makes a repository with files on its default branch `main`. */
export type HarnessFactory = (files: Readonly<Record<string, FleetFile>>) => Promise<ForgeHarness>;

/** What a forge under test cannot do, or its surroundings lack. */
export interface ContractOptions {
  /** `false`: the default branch is checked out, and a merge must be refused. Default true. */
  readonly canMerge?: boolean;
  /** Why `person` has no account of their own, for the names of the tests that are skipped for that. */
  readonly lacksOther?: string;
}

/** Branch of every proposal in the suite; a harness makes its forge for the installation `pilot`. */
export const branch = "coulomb/pilot/schedule";

/** Files every test starts with. */
export const startFiles: Readonly<Record<string, FleetFile>> = {
  "README.md": "# Pilot\n",
  ".kaizen/schedule.yml": "cron: hourly\n",
  "bin/run.sh": { executable: "#!/bin/sh\n" },
  link: { link: "README.md" },
};

/** A harness with words for what tests do over and over. */
export interface Stage extends ForgeHarness {
  /** Reads the repository anew. */
  readonly look: (options?: {
    at?: string;
    files?: string[];
    folders?: string[];
    branches?: string[];
    lastChanges?: string[];
    changes?: boolean;
    cache?: BlobCache;
  }) => Promise<RepoObservation>;
  /** Head of a branch; throws when it has none. */
  readonly head: (name?: string) => Promise<Oid>;
  /** Text of a file on a branch; `null` when it is absent. */
  readonly text: (path: string, name?: string) => Promise<string | null>;
  /** The proposals of the suite's branch. */
  readonly proposals: () => Promise<readonly ProposalSummary[]>;
  /** A write that puts one line into the schedule, on top of `main`. */
  readonly write: (patch?: Partial<BranchWrite>) => Promise<BranchWrite>;
  /** A proposal for the branch as it is. */
  readonly draft: (patch?: Partial<ProposalDraft>) => Promise<ProposalDraft>;
  /** When the forge says that a write with this time happened. */
  readonly timeOf: (time: number) => unknown;
  /** Branch and proposal, in one go. */
  readonly propose: (patch?: Partial<ProposalDraft>) => Promise<{ ref: ProposalRef; head: Oid }>;
}

/** Opens a stage, runs the test on it, and leaves nothing behind. */
export function onStage(factory: HarnessFactory, test: (stage: Stage) => Promise<void>): () => Promise<void> {
  return async () => {
    const harness = await factory(startFiles);
    try {
      await test(createStage(harness));
    } finally {
      await harness.close();
    }
  };
}

function createStage(harness: ForgeHarness): Stage {
  const { forge, repo, person } = harness;

  const look: Stage["look"] = async (options = {}) => {
    const query = {
      repo,
      files: options.files ?? [],
      branches: options.branches ?? [branch],
      ...(options.at === undefined ? {} : { at: options.at }),
      ...(options.folders === undefined ? {} : { folders: options.folders }),
      ...(options.changes === undefined ? {} : { changes: options.changes }),
      ...(options.lastChanges === undefined ? {} : { lastChanges: options.lastChanges }),
    };
    for await (const found of forge.observe([query], options.cache ?? memoryCache())) return found;
    throw new Error("an observation without an answer");
  };
  const head: Stage["head"] = async (name = "main") => {
    const found = await person.head(name);
    if (found === null) throw new Error(`${name} does not exist`);
    return found;
  };
  const write: Stage["write"] = async (patch = {}) => ({
    repo,
    branch,
    expected: null,
    base: await head(),
    mergeBase: false,
    files: [{ path: ".kaizen/schedule.yml", content: Buffer.from("cron: daily\n") }],
    message: "Set the schedule\n\nCoulomb-Change: 1\n",
    time: fixedTime + 60_000,
    ...patch,
  });
  const draft: Stage["draft"] = async (patch = {}) => ({
    repo,
    branch,
    base: "main",
    head: await head(branch),
    title: "Set the schedule",
    body: 'Daily.\n\n<!-- coulomb:v1 {"change":"1"} -->\n',
    draft: false,
    labels: ["coulomb"],
    time: fixedTime + 120_000,
    ...patch,
  });
  return {
    ...harness,
    look,
    head,
    write,
    draft,
    timeOf: (time) => harness.serverTime?.() ?? time,
    text: (path, name = "main") => person.read(name, path),
    async proposals() {
      return valueOf((await look()).proposals.get(branch));
    },
    async propose(patch = {}) {
      const made = valueOfWrite(await forge.advanceBranch(await write()));
      const ref = valueOfWrite(await forge.openProposal(await draft(patch)));
      return { ref, head: made };
    },
  };
}

/** The value of a fact; fails the test when it is unknown. */
export function valueOf<T>(
  fact: { kind: "known"; value: T } | { kind: "unknown"; message: string } | undefined,
): T {
  if (fact?.kind === "known") return fact.value;
  throw new Error(`expected a known fact, received ${JSON.stringify(fact)}`);
}

/** The value of a write that must be done. */
export function valueOfWrite<T>(result: WriteResult<T>): T {
  if (result.kind === "done") return result.value;
  throw new Error(`expected a write that is done, received ${JSON.stringify(result)}`);
}

/** A file's state with its bytes as text, for comparing. */
export function shownFile(observation: RepoObservation, path: string): unknown {
  const state: FileState = valueOf(observation.files.get(path));
  return state.kind === "file" ? Buffer.from(state.bytes).toString("utf8") : state;
}
