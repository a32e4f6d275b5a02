import type { BlobCache, Forge, Oid, RepoObservation, WriteResult } from "@coulomb-loop/forge";
import type { CloseReason, KnownProposal, Rest, Step } from "./decide.ts";
import { decide, labels } from "./decide.ts";
import type { Switches } from "./facts.ts";
import { gatherFacts } from "./facts.ts";
import type { Marker } from "./marker.ts";
import { formatBody } from "./marker.ts";
import type { RetryPolicy } from "./retry.ts";
import { toldText } from "./told.ts";
import { formatCommitMessage } from "./trailers.ts";
import type { ProposalTarget, Wanted } from "./wanted.ts";
import { branchName } from "./wanted.ts";

/** What a proposal came to. */
export interface Settled {
  readonly rest: Rest | "stale" | "rejected" | "retry";
  /** Row of page 03 §4 that decided. */
  readonly row: number;
  readonly message: string;
  /** Writes that were made, in order; empty on a second run. */
  readonly writes: readonly Write[];
  readonly number?: number;
  readonly url?: string;
}

export type Write =
  | "branch_advanced"
  | "proposal_opened"
  | "proposal_updated"
  | "proposal_closed"
  | "proposal_commented"
  | "branch_deleted";

/** What one settling needs. `time` is the plan's: commits and records carry it, so that a repeated write is the same. */
export interface SettleOptions {
  readonly forge: Forge;
  readonly target: ProposalTarget;
  readonly wanted: Wanted | null;
  readonly switches: Switches;
  readonly cache: BlobCache;
  readonly time: number;
  /** A fresh observation of the repo with the wanted files and our branch; later ones are asked for. */
  readonly observation: RepoObservation;
  /** Told of every write, after it was answered. */
  readonly onWrite?: (write: Write) => void;
  /** Given what was read after writes, each time. */
  readonly onObserved?: (observation: RepoObservation) => void;
  /** Asked before the first write: why nothing may be written now, or `undefined`. */
  readonly beforeWrite?: () => Promise<string | undefined>;
  /** Asked right before a proposal is opened: why that must wait, or `undefined`; then it counts as opened. */
  readonly admit?: () => string | undefined;
  /** How to wait before a write that a forge asks to repeat; without it a run leaves that to the next. */
  readonly retry?: RetryPolicy;
}

/** A proposal that waits for something the facts do not show. */
type Halt = Pick<Settled, "rest" | "row" | "message">;

/** Every step is one write, and no proposal needs more than close, delete, advance, open and their repeats after a lost race. */
const mostSteps = 12;

/**
 * Brings one managed proposal to what is wanted: observe, decide, one step, until there is nothing to do. Every write
 * is bound to what was observed, so that a crash, a lost race or a second run at the same time leave nothing half done:
 * the next settling goes on from the facts. When a planned file no longer has the blob the plan was made from, the
 * proposal is `stale` and nothing more is written. Never throws for what a forge can answer.
 */
export async function settleProposal(options: SettleOptions): Promise<Settled> {
  const writes: Write[] = [];
  let observation = options.observation;
  let last: Step | undefined;
  let tries = 0;
  const halted = (halt: Halt): Settled => ({ ...halt, writes });
  for (let count = 0; count < mostSteps; count++) {
    const stale = staleFile(options.wanted, observation);
    if (stale !== undefined) return halted({ rest: "stale", row: 0, message: stale });
    const facts = await gatherFacts(
      options.forge,
      options.target,
      options.wanted,
      observation,
      options.switches,
    );
    const step = decide(facts, options.wanted);
    last = step;
    if (step.do === "rest") return { ...restOf(step), writes };
    const halt = await mayWrite(options, step);
    if (halt !== undefined) return halted(halt);
    const result = await perform(options, observation, step, writes);
    if (result.kind === "rejected")
      return halted({ rest: "rejected", row: step.row, message: `${result.reason}: ${result.hint}` });
    if (result.kind === "retry_at") {
      tries += 1;
      const again = await options.retry?.wait(tries, result.at);
      if (again !== true) return halted({ rest: "retry", row: step.row, message: result.message });
    } else if (result.kind === "done") tries = 0;
    observation = await observeAgain(options);
  }
  const message = "the repository kept changing while we wrote; run again";
  return halted({ rest: "retry", row: last?.row ?? 0, message });
}

function restOf(step: Extract<Step, { do: "rest" }>): Omit<Settled, "writes"> {
  const { summary } = step.proposal ?? {};
  const place =
    summary === undefined
      ? {}
      : { number: summary.ref.number, ...(summary.url === undefined ? {} : { url: summary.url }) };
  return { rest: step.rest, row: step.row, message: step.message, ...place };
}

/** What the caller has against a write: another run at work, or the pace of new proposals. */
async function mayWrite(options: SettleOptions, step: Performed): Promise<Halt | undefined> {
  const busy = await options.beforeWrite?.();
  if (busy !== undefined) return { rest: "retry", row: step.row, message: busy };
  const wait = step.do === "open" ? options.admit?.() : undefined;
  return wait === undefined ? undefined : { rest: "queued", row: 10, message: wait };
}

/** The first planned file whose blob on the base branch is not the one the plan was made from. */
function staleFile(wanted: Wanted | null, observation: RepoObservation): string | undefined {
  for (const file of wanted?.files ?? []) {
    const seen = observation.files.get(file.path);
    if (seen?.kind !== "known") continue;
    const blob = seen.value.kind === "file" ? seen.value.blob : null;
    if (seen.value.kind === "other" || blob !== file.base)
      return `${file.path} changed since the plan was made`;
  }
  return undefined;
}

async function observeAgain(options: SettleOptions): Promise<RepoObservation> {
  const { target, wanted } = options;
  // Also what was looked at first: a branch is known by the files it holds.
  const paths = [...options.observation.files.keys(), ...(wanted?.files ?? []).map((file) => file.path)];
  const query = {
    repo: target.repo,
    files: [...new Set(paths)],
    branches: [branchName(target)],
  };
  for await (const observation of options.forge.observe([query], options.cache)) {
    options.onObserved?.(observation);
    return observation;
  }
  throw new Error(`the forge answered nothing for ${target.repoId}`);
}

type Performed = Exclude<Step, { readonly do: "rest" }>;

async function perform(
  options: SettleOptions,
  observation: RepoObservation,
  step: Performed,
  writes: Write[],
): Promise<WriteResult<unknown>> {
  const note = (write: Write, result: WriteResult<unknown>) => {
    if (result.kind !== "done") return;
    writes.push(write);
    options.onWrite?.(write);
  };
  switch (step.do) {
    case "close": {
      const result = await closeAll(options, step.proposals, step.reason);
      note("proposal_closed", result);
      return result;
    }
    case "delete_branch": {
      const listed = observation.proposals.get(branchName(options.target));
      const revision = listed?.kind === "known" ? listed.value[0]?.ref.revision : undefined;
      const result = await options.forge.deleteBranch(
        {
          repo: options.target.repo,
          branch: branchName(options.target),
          ...(revision === undefined ? {} : { revision }),
        },
        step.head,
      );
      note("branch_deleted", result);
      return result;
    }
    case "tell": {
      const comment = toldText(step.change, options.wanted);
      const result = await options.forge.updateProposal(step.proposal.summary.ref, {
        comment,
        time: options.time,
      });
      note("proposal_commented", result);
      return result;
    }
    case "update":
      return update(options, observation, step.proposal, note);
    case "open":
      return open(options, observation, step, note);
  }
}

type Note = (write: Write, result: WriteResult<unknown>) => void;

async function closeAll(
  options: SettleOptions,
  proposals: readonly KnownProposal[],
  reason: CloseReason,
): Promise<WriteResult<unknown>> {
  let result: WriteResult<unknown> = { kind: "lost_race" };
  for (const { summary, marker } of proposals) {
    const own = ownText(summary.body);
    const known = marker ?? emptyMarker(options.target, summary.head);
    const body = formatBody(own, { ...known, closed_by: reason }, summary.body);
    result = await options.forge.updateProposal(summary.ref, {
      body,
      state: "closed",
      reason: closeText[reason],
      time: options.time,
    });
    if (result.kind !== "done") return result;
  }
  return result;
}

const closeText: Readonly<Record<CloseReason, string>> = {
  duplicate: "another proposal for the same change is open",
  nothing_to_propose: "nothing is left to propose",
  declined_change: "this change was declined before",
};

function ownText(body: string): string {
  const section = /<!-- coulomb:begin -->([\s\S]*?)<!-- coulomb:(?:v1 |end )/.exec(body);
  return section?.[1] ?? "";
}

/** Of a proposal that people changed and gave back to us without its marker: only who closed it matters then. */
function emptyMarker({ installation, repoId, key }: ProposalTarget, head: Oid): Marker {
  return {
    installation,
    repo: repoId,
    key,
    plan: "",
    inputs: "",
    change: "",
    class: "",
    values: {},
    files: {},
    head,
  };
}

async function update(
  options: SettleOptions,
  observation: RepoObservation,
  proposal: KnownProposal,
  note: Note,
): Promise<WriteResult<unknown>> {
  const { forge, target, wanted } = options;
  if (wanted === null) throw new Error("an update needs something wanted");
  let head = proposal.summary.head;
  if (!carries(proposal, wanted)) {
    // Where a planned file changed on the base branch, the present base joins, so that the proposal merges cleanly.
    const onOldBase = wanted.files.some((file) => proposal.marker?.files[file.path]?.[0] !== file.base);
    // What people pushed stays a commit of the branch, but a rebuilt proposal shows our files and nothing else.
    const advanced = await advance(options, observation, wanted, head, onOldBase || proposal.edited);
    note("branch_advanced", advanced);
    if (advanced.kind !== "done") return advanced;
    head = advanced.value;
  }
  const body = formatBody(wanted.text, markerOf(target, wanted, head), proposal.summary.body);
  const spent = new Set<string>([labels.rebuild, labels.reopen, labels.adoption]);
  const kept = proposal.summary.labels.filter((label) => !spent.has(label));
  const result = await forge.updateProposal(proposal.summary.ref, {
    title: wanted.title,
    body,
    draft: wanted.draft,
    head,
    labels: [...new Set([...kept, ...wanted.labels])],
    time: options.time,
  });
  note("proposal_updated", result);
  return result;
}

/** Whether the branch already has the wanted files on the present base, so that only the text is to be written. */
function carries({ marker, edited }: KnownProposal, wanted: Wanted): boolean {
  return (
    !edited &&
    marker !== undefined &&
    wanted.files.every(
      (file) => marker.files[file.path]?.[0] === file.base && marker.files[file.path]?.[1] === file.result,
    )
  );
}

async function open(
  options: SettleOptions,
  observation: RepoObservation,
  step: Extract<Step, { do: "open" }>,
  note: Note,
): Promise<WriteResult<unknown>> {
  const { forge, target, wanted } = options;
  if (wanted === null || observation.facts.kind !== "known")
    throw new Error("opening needs something wanted in a known repo");
  let head = step.head;
  if (head === null || step.advance) {
    const advanced = await advance(options, observation, wanted, head, true);
    note("branch_advanced", advanced);
    if (advanced.kind !== "done") return advanced;
    head = advanced.value;
  }
  const result = await forge.openProposal({
    repo: target.repo,
    branch: branchName(target),
    base: observation.facts.value.defaultBranch,
    head,
    title: wanted.title,
    body: formatBody(wanted.text, markerOf(target, wanted, head)),
    draft: wanted.draft,
    labels: wanted.labels,
    time: options.time,
  });
  note("proposal_opened", result);
  return result;
}

/** One commit on our branch: on `expected` when there is one, with the present base as second parent when it joins. */
async function advance(
  options: SettleOptions,
  observation: RepoObservation,
  wanted: Wanted,
  expected: Oid | null,
  joinBase: boolean,
): Promise<WriteResult<Oid>> {
  if (observation.facts.kind !== "known") return { kind: "lost_race" };
  const onExpected = expected !== null && !joinBase;
  return options.forge.advanceBranch({
    repo: options.target.repo,
    branch: branchName(options.target),
    expected,
    base: onExpected ? expected : observation.facts.value.head,
    mergeBase: expected !== null && joinBase,
    files: wanted.files.map(({ path, content }) => ({ path, content })),
    message: formatCommitMessage(wanted.title, "", {
      installation: options.target.installation,
      change: wanted.change,
      results: Object.fromEntries(wanted.files.map((file) => [file.path, file.result])),
    }),
    time: options.time,
  });
}

function markerOf(target: ProposalTarget, wanted: Wanted, head: Oid) {
  return {
    installation: target.installation,
    repo: target.repoId,
    key: target.key,
    plan: wanted.plan,
    inputs: wanted.inputs,
    change: wanted.change,
    class: wanted.class,
    values: wanted.values,
    files: Object.fromEntries(wanted.files.map((file) => [file.path, [file.base, file.result] as const])),
    head,
  };
}
