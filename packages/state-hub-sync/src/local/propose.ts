import { isDeepStrictEqual } from "node:util";
import type { Instant, ProposalSummary, RepoObservation } from "@coulomb-loop/forge";
import {
  branchName,
  parseMarker,
  parseTrailers,
  type ProposalTarget,
  type Settled,
  type SettleOptions,
  settleProposal,
  type Switches,
} from "@coulomb-loop/proposals";
import type { Finding } from "@coulomb-loop/schemas";
import type { LocalView } from "../model.ts";
import type { FileEdit } from "../plan/types.ts";
import type { Proposed } from "../run/ports.ts";
import { editFiles } from "./edit-files.ts";
import { look, type Reading } from "./forge-reading.ts";
import type { LocalValidators } from "./parse-file.ts";
import { wantedOf } from "./wanted.ts";

/** What proposing needs beside what reading does. */
export interface ProposeOptions extends Reading {
  readonly target: ProposalTarget;
  readonly validators: LocalValidators;
  /** Time of every write. */
  readonly time: Instant;
  readonly switches: Switches;
  /** How to keep the pace of the forge, and what to be told of; see `settleProposal`. */
  readonly pace: Pick<
    SettleOptions,
    "hold" | "admit" | "retry" | "onRetryAt" | "onWrite" | "onObserved" | "beforeWrite"
  >;
}

/** What was observed when the edits were planned. */
export interface Seen {
  readonly view: LocalView;
  readonly observation: RepoObservation;
}

/** Brings the one proposal to exactly these edits, if everything is still as it was observed. */
export async function propose(
  options: ProposeOptions,
  { view, observation: before }: Seen,
  edits: readonly FileEdit[],
): Promise<Proposed> {
  const branch = branchName(options.target);
  if (edits.length === 0 && isClean(before, branch)) return nothing("nothing to propose", []);
  const paths = new Set([...edits.map(({ file }) => file), ...filesOfOurs(before, branch)]);
  const now = await look(options, { files: [...paths], branches: [branch] });
  const moved = whatMoved(before, now, view.head, branch);
  if (moved !== undefined) return { ...nothing(moved.message, []), kind: moved.kind };
  const { files, findings } = editFiles(edits, (path) => fileIn(now, path), options.validators);
  let isPutOff = false;
  const settled = await settleProposal({
    ...options.pace,
    forge: options.forge,
    target: options.target,
    wanted: wantedOf(files, view),
    time: options.time,
    switches: options.switches,
    cache: options.cache,
    observation: now,
    onRetryAt(result) {
      isPutOff = true;
      return options.pace.onRetryAt?.(result) ?? result.at;
    },
  });
  return proposedOf(settled, isPutOff, findings);
}

function nothing(message: string, findings: readonly Finding[]): Proposed {
  return { kind: "none", message, writes: 0, findings };
}

/** Whether nothing of ours was there: then there is nothing to take away either. */
function isClean({ branches, proposals }: RepoObservation, branch: string): boolean {
  const [state, listed] = [branches.get(branch), proposals.get(branch)];
  return (
    state?.kind === "known" &&
    state.value.kind === "absent" &&
    listed?.kind === "known" &&
    listed.value.every((proposal) => proposal.state !== "open")
  );
}

/** Files that our branch says it changed: by what it holds there it is known for ours. */
function filesOfOurs({ branches, proposals }: RepoObservation, branch: string): readonly string[] {
  const [state, listed] = [branches.get(branch), proposals.get(branch)];
  const message = state?.kind === "known" && state.value.kind === "present" ? state.value.message : "";
  const bodies = listed?.kind === "known" ? listed.value.map(({ body }) => body) : [];
  return [
    ...Object.keys(parseTrailers(message)?.results ?? {}),
    ...bodies.flatMap((body) => Object.keys(parseMarker(body)?.files ?? {})),
  ];
}

/** What is not as it was observed, and what that comes to. */
function whatMoved(
  before: RepoObservation,
  now: RepoObservation,
  head: string,
  branch: string,
): { readonly kind: "stale" | "waiting"; readonly message: string } | undefined {
  for (const fact of [now.facts, ...now.files.values(), now.branches.get(branch), now.proposals.get(branch)])
    if (fact?.kind === "unknown") return { kind: "waiting", message: fact.message };
  if (now.facts.kind === "known" && now.facts.value.head !== head)
    return { kind: "stale", message: "the default branch moved since it was read" };
  // What could not be read then cannot be said to be the same now.
  const isSame = isDeepStrictEqual(ours(before, branch), ours(now, branch));
  return isSame ? undefined : { kind: "stale", message: "the proposal changed since it was read" };
}

/** Our branch and its proposals, without what a reading adds. */
function ours({ branches, proposals }: RepoObservation, branch: string): unknown {
  const [state, listed] = [branches.get(branch), proposals.get(branch)];
  const head = state?.kind === "known" && state.value.kind === "present" ? state.value.head : state?.kind;
  return [head, listed?.kind === "known" ? listed.value.map(told) : listed?.kind];
}

function told({ ref, state, title, body, draft, labels, head }: ProposalSummary): unknown {
  return [ref.number, state, title, body, draft, labels, head];
}

function fileIn({ files }: RepoObservation, path: string) {
  const found = files.get(path);
  return found?.kind === "known" && found.value.kind === "file" ? found.value : undefined;
}

const kinds: Readonly<Record<Exclude<Settled["rest"], "retry">, Proposed["kind"]>> = {
  clean: "none",
  proposed: "open",
  declined: "declined",
  edited: "edited",
  // Somebody holds it, or has a branch of this name: it is theirs in either case.
  held: "edited",
  blocked: "edited",
  stale: "stale",
  queued: "waiting",
  suspended: "waiting",
  unknown: "waiting",
  rejected: "waiting",
};

function proposedOf(settled: Settled, isPutOff: boolean, findings: readonly Finding[]): Proposed {
  const { rest, message, writes, number, url } = settled;
  // Somebody else was faster, unless the forge itself wants a pause.
  const kind = rest === "retry" ? (isPutOff ? "waiting" : "stale") : kinds[rest];
  return {
    kind,
    message,
    writes: writes.length,
    ...(number === undefined ? {} : { number }),
    ...(url === undefined ? {} : { url }),
    findings: rest === "rejected" ? [...findings, rejection(message)] : findings,
  };
}

function rejection(message: string): Finding {
  return {
    code: "sync_refused",
    severity: "error",
    message: `the forge refused the proposal for good: ${message}`,
    hint: "give the account of the run the right to push its branch and to open proposals, or see what the rule says",
  };
}
