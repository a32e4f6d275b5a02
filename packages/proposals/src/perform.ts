import type { Forge, Oid, RepoObservation, WriteResult } from "@coulomb-loop/forge";
import type { CloseReason, KnownProposal, Step } from "./decide.ts";
import { labels } from "./decide.ts";
import type { Marker } from "./marker.ts";
import { formatBody } from "./marker.ts";
import { toldText } from "./told.ts";
import { formatCommitMessage } from "./trailers.ts";
import type { ProposalTarget, Wanted } from "./wanted.ts";
import { branchName } from "./wanted.ts";

/** A write that was made. */
export type Write =
  | "branch_advanced"
  | "proposal_opened"
  | "proposal_updated"
  | "proposal_closed"
  | "proposal_commented"
  | "branch_deleted";

/** What a step is carried out with. `time` is the plan's: commits and records carry it, so that a repeated write is the same. */
export interface PerformOptions {
  readonly forge: Forge;
  readonly target: ProposalTarget;
  readonly wanted: Wanted | null;
  readonly time: number;
  /** Told of every write, after it was answered. */
  readonly onWrite?: (write: Write) => void;
}

/** A step that is a write. */
export type Performed = Exclude<Step, { readonly do: "rest" }>;

/** Carries out one step, bound to what was observed; `writes` gains every write that was answered. */
export async function perform(
  options: PerformOptions,
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
  options: PerformOptions,
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
  options: PerformOptions,
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
  options: PerformOptions,
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
  options: PerformOptions,
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
    message: messageOf(options.target, wanted),
    time: options.time,
  });
}

function messageOf({ installation }: ProposalTarget, { title, change, files, trailers }: Wanted): string {
  const results = Object.fromEntries(files.map((file) => [file.path, file.result]));
  return formatCommitMessage(title, "", { installation, change, results }, trailers);
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
