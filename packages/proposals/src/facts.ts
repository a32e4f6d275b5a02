import type { BranchState, Forge, ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import type { KnownBranch, KnownProposal, ProposalFacts } from "./decide.ts";
import type { Marker } from "./marker.ts";
import { parseMarker } from "./marker.ts";
import { toldIn } from "./told.ts";
import type { CommitTrailers } from "./trailers.ts";
import { parseTrailers } from "./trailers.ts";
import type { ProposalTarget, Wanted } from "./wanted.ts";
import { branchName } from "./wanted.ts";

/** What the caller knows beside the repository: the switches of page 03 R7, what was declined, what somebody asks for. */
export type Switches = Pick<
  ProposalFacts,
  "suspended" | "gate" | "declined" | "reopen" | "rebuild" | "accepted"
>;

/**
 * Turns an observation into the facts of a decision. Asks the forge for details only of an open proposal whose head is
 * not the one its marker names. Unknown facts are kept as such.
 */
export async function gatherFacts(
  forge: Forge,
  target: ProposalTarget,
  wanted: Wanted | null,
  observation: RepoObservation,
  switches: Switches,
): Promise<ProposalFacts> {
  const name = branchName(target);
  const branch = observation.branches.get(name);
  const listed = observation.proposals.get(name);
  const files = (wanted?.files ?? []).map((file) => observation.files.get(file.path));
  for (const fact of [observation.facts, branch, listed, ...files]) {
    if (fact?.kind === "unknown") return nothing(fact.message, switches);
  }
  if (files.includes(undefined)) return nothing("a planned file was not observed", switches);
  if (branch?.kind !== "known" || listed?.kind !== "known")
    return nothing(`branch ${name} was not observed`, switches);
  const proposals: KnownProposal[] = [];
  for (const summary of listed.value) {
    const known = await knownProposal(forge, target, asTaken(summary, switches), branch.value);
    if (typeof known === "string") return nothing(known, switches);
    proposals.push(known);
  }
  const asked = await withChanges(forge, target, branch.value, proposals, observation);
  if (typeof asked === "string") return nothing(asked, switches);
  return {
    unknown: undefined,
    ...switches,
    branch: knownBranch(asked, wanted, observation, target),
    proposals,
  };
}

/**
 * A branch without an open proposal is deleted or built on only when it is ours, and that depends on all that its head
 * changes: asked for only then. Answers with why it cannot be told.
 */
async function withChanges(
  forge: Forge,
  target: ProposalTarget,
  branch: BranchState,
  proposals: readonly KnownProposal[],
  { files }: RepoObservation,
): Promise<BranchState | string> {
  const isOpen = proposals.some(({ summary }) => summary.state === "open");
  if (branch.kind === "absent" || isOpen || parseTrailers(branch.message) === undefined) return branch;
  const name = branchName(target);
  const query = { repo: target.repo, files: [...files.keys()], branches: [name], changes: true };
  for await (const found of forge.observe([query], { get: () => undefined, put: () => undefined })) {
    const state = found.branches.get(name);
    if (state?.kind !== "known") return state?.message ?? `branch ${name} was not observed`;
    const isSame = state.value.kind === "present" && state.value.head === branch.head;
    return isSame ? state.value : `branch ${name} moved while it was read; run again`;
  }
  return `the forge answered nothing for ${target.repoId}`;
}

/** A closed proposal whose content was taken in by other means counts as merged. */
function asTaken(summary: ProposalSummary, { accepted }: Switches): ProposalSummary {
  const isTaken = summary.state === "closed" && accepted?.has(summary.ref.number) === true;
  return isTaken ? { ...summary, state: "merged" } : summary;
}

function nothing(message: string, switches: Switches): ProposalFacts {
  return { unknown: message, ...switches, branch: { kind: "absent" }, proposals: [] };
}

async function knownProposal(
  forge: Forge,
  target: ProposalTarget,
  summary: ProposalSummary,
  branch: BranchState,
): Promise<KnownProposal | string> {
  const marker = ownMarker(target, summary.body);
  const told = new Set<string>();
  if (summary.state !== "open" || marker?.head === summary.head)
    return { summary, marker, edited: false, told };
  const detail = await forge.inspect(summary.ref);
  if (detail.kind === "unknown") return detail.message;
  const trailers = parseTrailers(detail.value.commits[0]?.message ?? "");
  // A commit that changes nothing against the base branch may still not hold what it says.
  const holds =
    trailers !== undefined &&
    (branch.kind === "absent" || branch.head !== summary.head || isOurCommit(trailers, branch.blobs, target));
  const ours =
    trailers !== undefined &&
    holds &&
    detail.value.changed.every(
      (file) => file.path in trailers.results && trailers.results[file.path] === file.headBlob,
    );
  return ours
    ? {
        summary,
        marker: rebuilt(target, summary, marker, trailers, detail.value.changed),
        edited: false,
        told,
      }
    : { summary, marker, edited: true, told: toldIn(detail.value.comments) };
}

/** The marker of a body when it is this installation's, about this proposal; `undefined` otherwise. */
export function ownMarker(
  { installation, key }: Pick<ProposalTarget, "installation" | "key">,
  body: string,
): Marker | undefined {
  const marker = parseMarker(body);
  return marker !== undefined && marker.installation === installation && marker.key === key
    ? marker
    : undefined;
}

/**
 * A marker that people deleted, or that a crash kept from being written, from the trailers of the head: enough to
 * update the proposal, which writes it anew, without another commit when the branch is right already.
 */
function rebuilt(
  target: ProposalTarget,
  summary: ProposalSummary,
  marker: Marker | undefined,
  trailers: CommitTrailers,
  changed: readonly {
    readonly path: string;
    readonly baseBlob: string | null;
    readonly headBlob: string | null;
  }[],
): Marker {
  return {
    installation: target.installation,
    repo: target.repoId,
    key: target.key,
    plan: marker?.plan ?? "",
    inputs: marker?.inputs ?? "",
    change: trailers.change,
    // No class equals the wanted one, so the next step writes the whole marker.
    class: "",
    values: marker?.values ?? {},
    files: Object.fromEntries(changed.map((file) => [file.path, [file.baseBlob, file.headBlob]])),
    head: summary.head,
  };
}

function knownBranch(
  state: BranchState,
  wanted: Wanted | null,
  observation: RepoObservation,
  target: ProposalTarget,
): KnownBranch {
  if (state.kind === "absent") return state;
  const trailers = parseTrailers(state.message);
  const newest = observation.proposals.get(branchName(target));
  // A branch whose proposal is merged or closed was made on an older base: its head is ours, but does not fit.
  const used = newest?.kind === "known" && newest.value.some((proposal) => proposal.head === state.head);
  // What is merged is kept by the base branch, whoever wrote it: the name is free for our next commit.
  const merged =
    newest?.kind === "known" &&
    newest.value.some((proposal) => proposal.state === "merged" && proposal.head === state.head);
  const fits =
    trailers !== undefined &&
    !used &&
    wanted !== null &&
    trailers.change === wanted.change &&
    wanted.files.length === Object.keys(trailers.results).length &&
    wanted.files.every((file) => trailers.results[file.path] === file.result);
  const holds = trailers !== undefined && isOurCommit(trailers, state.blobs, target);
  const ours = merged || (holds && changesOnly(state.changed, trailers));
  return { kind: "present", head: state.head, ours, fits };
}

/** Whether a commit changes nothing beside what its trailers name; not when that cannot be told. */
function changesOnly(changed: readonly string[] | undefined, { results }: CommitTrailers): boolean {
  return changed?.every((path) => Object.hasOwn(results, path)) ?? false;
}

/**
 * Whether a commit holds what its trailers say (page 03 R10): people who amend a commit of ours keep its message, and
 * then it is theirs. What cannot be compared is not taken for ours.
 */
function isOurCommit(
  { installation, results }: CommitTrailers,
  blobs: ReadonlyMap<string, string | null>,
  target: ProposalTarget,
): boolean {
  const isOther = installation !== "" && installation !== target.installation;
  return !isOther && Object.entries(results).every(([path, blob]) => blobs.get(path) === blob);
}
