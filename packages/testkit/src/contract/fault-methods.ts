import type { BranchWrite, Observed, ProposalPatch, RepoObservation } from "@coulomb-loop/forge";
import { memoryCache } from "../memory-cache.ts";
import { fixedTime } from "../plain-git.ts";
import type { RepoState } from "./fault-state.ts";
import {
  asRead,
  asWrite,
  type Call,
  type FaultStage,
  makeBranch,
  makeProposal,
  makeTheirProposal,
  type Outcome,
  readProposal,
} from "./fault-stage.ts";
import { branch } from "./harness.ts";
import { answerPatch } from "./responses.ts";

/** Methods of the port, in its order. */
export const methodNames = [
  "check",
  "observe",
  "inspect",
  "advanceBranch",
  "deleteBranch",
  "openProposal",
  "updateProposal",
  "mergeProposal",
] as const;

export type MethodName = (typeof methodNames)[number];

/** How the suite calls a method. */
export interface Method {
  readonly kind: "read" | "write";
  /** Puts the repository into the state the call starts from. */
  readonly prepare: (stage: FaultStage) => Promise<unknown>;
  /** Reads what a caller reads before, and answers with the call. */
  readonly aim: (stage: FaultStage) => Promise<Call>;
  /** What the write is for: of it, all or nothing is done. */
  readonly effect: (state: RepoState) => unknown;
}

/** Files that reads ask for: two that are there, and two that are not. */
const files = [".kaizen/schedule.yml", "README.md", "none", ".kaizen/none"];

const nothing = () => undefined;
const later = fixedTime + 120_000;

const check: Method = {
  kind: "read",
  prepare: makeProposal,
  aim: async () => async (forge) => asRead({ identity: await forge.check() }),
  effect: nothing,
};

const observe: Method = {
  kind: "read",
  prepare: makeProposal,
  aim: async ({ repo }) => {
    const query = {
      repo,
      files,
      folders: [".kaizen", "none"],
      branches: [branch, "none/such"],
      changes: true,
      lastChanges: [".kaizen/schedule.yml"],
    };
    return async (forge) => {
      for await (const found of forge.observe([query], memoryCache())) return factsOf(found);
      throw new Error("an observation without an answer");
    };
  },
  effect: nothing,
};

function factsOf(found: RepoObservation): Outcome {
  const facts = new Map<string, Observed<unknown>>([["facts", found.facts]]);
  for (const [name, fact] of found.files) facts.set(`file ${name}`, fact);
  for (const [name, fact] of found.folders ?? []) facts.set(`folder ${name}`, fact);
  for (const [name, fact] of found.branches) facts.set(`branch ${name}`, fact);
  for (const [name, fact] of found.proposals) facts.set(`proposals ${name}`, fact);
  for (const [name, fact] of found.lastChanges ?? []) facts.set(`changes ${name}`, fact);
  return { kind: "read", facts };
}

const inspect: Method = {
  kind: "read",
  prepare: makeProposal,
  aim: async ({ repo }) => {
    const ref = { repo, branch, number: 1 };
    return async (forge) => asRead({ detail: await forge.inspect(ref) });
  },
  effect: nothing,
};

const advanceBranch: Method = {
  kind: "write",
  prepare: makeProposal,
  aim: async (stage) => {
    const head = await stage.hosted.refs.read(`refs/heads/${branch}`);
    const write: BranchWrite = {
      repo: stage.repo,
      branch,
      expected: expectedHead(stage, head),
      base: stage.base,
      mergeBase: true,
      files: [
        { path: ".kaizen/schedule.yml", content: Buffer.from("cron: weekly\n") },
        { path: "bytes", content: Buffer.from([0, 255, 254]) },
      ],
      message: "Set the schedule again\n\nCoulomb-Change: 2\n",
      time: later,
    };
    return async (forge) => asWrite(await forge.advanceBranch(write));
  },
  effect: ({ heads }) => heads[branch],
};

/** Heads that a caller read first, by stage: a repeated call names what the first one did. */
const firstHeads = new WeakMap<object, string | null>();

function expectedHead({ hosted }: Pick<FaultStage, "hosted">, now: string | null): string | null {
  const first = firstHeads.get(hosted) ?? now;
  firstHeads.set(hosted, first);
  return first;
}

const deleteBranch: Method = {
  kind: "write",
  async prepare(stage) {
    const head = await makeProposal(stage);
    await stage.proposals.close(stage);
    return head;
  },
  aim: async (stage) => {
    const { ref, head } = await readProposal(stage);
    const { revision } = ref;
    const wanted = { repo: stage.repo, branch, ...(revision === undefined ? {} : { revision }) };
    return async (forge) => asWrite(await forge.deleteBranch(wanted, head));
  },
  effect: ({ heads }) => branch in heads,
};

const openProposal: Method = {
  kind: "write",
  prepare: makeBranch,
  aim: async ({ repo, hosted }) => {
    const head = expectedHead({ hosted }, await hosted.refs.read(`refs/heads/${branch}`)) ?? "";
    const draft = {
      repo,
      branch,
      base: "main",
      head,
      title: "Adopt the schedule",
      body: 'Daily.\n\n<!-- coulomb:v1 {"change":"1"} -->\n',
      draft: true,
      labels: ["coulomb", "coulomb:adoption"],
      time: later,
    };
    return async (forge) => asWrite(await forge.openProposal(draft));
  },
  effect: ({ pulls }) => pulls.length,
};

const updateProposal: Method = {
  kind: "write",
  prepare: makeProposal,
  aim: async (stage) => {
    const { ref, head } = await readProposal(stage);
    const patch: ProposalPatch = {
      title: "Set the schedule anew",
      body: "New body\n",
      draft: true,
      labels: ["coulomb", "coulomb:hold"],
      comment: "Look",
      status: { context: "coulomb/promotion", state: "pending", description: "2 of 3", head },
      time: later,
    };
    return async (forge) => asWrite(await forge.updateProposal(ref, patch));
  },
  effect: ({ pulls }) => pulls.map(({ body }) => body),
};

const mergeProposal: Method = {
  kind: "write",
  prepare: makeProposal,
  aim: async (stage) => {
    const { ref, head } = await readProposal(stage);
    return async (forge) => asWrite(await forge.mergeProposal(ref, head, later));
  },
  effect: ({ heads, pulls }) => [heads["main"], pulls.map(({ merged }) => merged)],
};

/** `updateProposal` with a response alone. */
const respond: Method = {
  kind: "write",
  prepare: makeTheirProposal,
  aim: async (stage) => {
    const { ref, head } = await readProposal(stage);
    const patch = answerPatch("bot", ref, head, { action: "reject", message: "Not yet", time: later });
    return async (forge) => asWrite(await forge.updateProposal(ref, patch));
  },
  effect: ({ pulls }) => pulls.map(({ responses }) => responses),
};

/** Other ways to call a method, tried with faults of requests. */
export const otherCalls: readonly {
  readonly name: MethodName;
  readonly detail: string;
  readonly method: Method;
}[] = [{ name: "updateProposal", detail: "with a response", method: respond }];

export const methods: Readonly<Record<MethodName, Method>> = {
  check,
  observe,
  inspect,
  advanceBranch,
  deleteBranch,
  openProposal,
  updateProposal,
  mergeProposal,
};
