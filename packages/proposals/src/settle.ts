import { isDeepStrictEqual } from "node:util";
import type { BlobCache, RepoObservation, WriteResult } from "@coulomb-loop/forge";
import type { Rest, Step } from "./decide.ts";
import { decide } from "./decide.ts";
import type { Switches } from "./facts.ts";
import { gatherFacts } from "./facts.ts";
import type { Performed, PerformOptions, Write } from "./perform.ts";
import { perform } from "./perform.ts";
import type { RetryPolicy } from "./retry.ts";
import type { Wanted } from "./wanted.ts";
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

/** What one settling needs. */
export interface SettleOptions extends PerformOptions {
  readonly switches: Switches;
  readonly cache: BlobCache;
  /** A fresh observation of the repo with the wanted files and our branch; later ones are asked for. */
  readonly observation: RepoObservation;
  /** Given what was read after writes, each time. */
  readonly onObserved?: (observation: RepoObservation) => void;
  /** Asked before each write: why the forge is to be left alone for now, or `undefined`. */
  readonly hold?: () => Promise<string | undefined>;
  /** Told of a write that the forge put off; answers when to come back (epoch milliseconds). Default: as it says. */
  readonly onRetryAt?: (result: Extract<WriteResult<never>, { kind: "retry_at" }>) => number;
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
  const mayRetry = async (at: number): Promise<boolean> => {
    tries += 1;
    return (await options.retry?.wait(tries, at)) === true;
  };
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
    const before = observation;
    if (result.kind === "retry_at") {
      const at = options.onRetryAt?.(result) ?? result.at;
      if (!(await mayRetry(at)))
        return halted({ rest: "retry", row: step.row, message: `${result.message}; ${againAt(at)}` });
    } else if (result.kind === "done") tries = 0;
    observation = await observeAgain(options);
    if ((result.kind === "lost_race" || result.kind === "unclear") && isSame(before, observation)) {
      // Whoever was faster is not to be seen yet: the same facts want time, new ones are decided at once.
      if (!(await mayRetry(0))) return halted({ rest: "retry", row: step.row, message: whyAgain(result) });
      observation = await observeAgain(options);
    }
  }
  const message = "the repository kept changing while we wrote; run again";
  return halted({ rest: "retry", row: last?.row ?? 0, message });
}

function isSame(before: RepoObservation, after: RepoObservation): boolean {
  return isDeepStrictEqual(seenIn(before), seenIn(after));
}

function seenIn({ facts, files, branches, proposals }: RepoObservation): readonly unknown[] {
  return [facts, files, branches, proposals];
}

function againAt(at: number): string {
  return `to be tried again at ${new Date(at).toISOString()}`;
}

function whyAgain(result: Extract<WriteResult<unknown>, { kind: "lost_race" | "unclear" }>): string {
  return result.kind === "unclear" ? result.message : "another write was faster, and is not to be seen yet";
}

function restOf(step: Extract<Step, { do: "rest" }>): Omit<Settled, "writes"> {
  const { summary } = step.proposal ?? {};
  const place =
    summary === undefined
      ? {}
      : { number: summary.ref.number, ...(summary.url === undefined ? {} : { url: summary.url }) };
  return { rest: step.rest, row: step.row, message: step.message, ...place };
}

/** What the caller has against a write: a forge that wants a pause, another run at work, the pace of new proposals. */
async function mayWrite(options: SettleOptions, step: Performed): Promise<Halt | undefined> {
  const held = await options.hold?.();
  if (held !== undefined) return { rest: "queued", row: 10, message: held };
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
