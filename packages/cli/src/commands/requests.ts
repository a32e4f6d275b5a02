import type { Forge, Oid, ProposalSummary, WriteResult } from "@coulomb-loop/forge";
import { bodyText } from "@coulomb-loop/proposals";
import type { RunResult } from "@coulomb-loop/reconciler";
import { foresee, promoteLoop } from "@coulomb-loop/reconciler";
import type { Request } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { openPromotions } from "../open-promotion.ts";
import { namesOf } from "../output/names.ts";
import { tellPromotions } from "../tell-promotions.ts";
import type { Terminal } from "../terminal.ts";
import { printable, table } from "../terminal.ts";
import { runContext } from "../workspace.ts";
import {
  describe,
  findTarget,
  forgeOf,
  knownOf,
  look,
  needKnown,
  needOpen,
  openOf,
  outcome,
  report,
  type Target,
  tellUnknown,
  unknownOf,
} from "./requests-fleet.ts";

/** `coulomb requests list`: open proposals, or with `--all` the newest five of each repo. Exit 1 when those of a repo are unknown. */
export async function list(
  invocation: Invocation,
  options: CommonOptions & { readonly all?: boolean },
): Promise<void> {
  const { terminal, exit } = invocation;
  const fleet = await look(invocation, options);
  const unknown = unknownOf(fleet);
  const requests = fleet.targets.flatMap((repo) =>
    knownOf(repo)
      .filter((proposal) => options.all === true || proposal.state === "open")
      .map((proposal) => describe(repo, proposal)),
  );
  if (options.json === true) terminal.data(JSON.stringify(report(requests, unknown), null, 2));
  else for (const line of listLines(requests, options.all === true, terminal)) terminal.data(line);
  tellUnknown(unknown, terminal);
  exit(unknown.length === 0 ? exitCodes.ok : exitCodes.error);
}

function listLines(requests: readonly Request[], all: boolean, { paint }: Terminal): string[] {
  if (requests.length === 0) return [all ? "There is no proposal." : "No proposal is open."];
  const nameOf = namesOf(requests.map(({ repo_id, loop }) => ({ repo_id, loop })));
  const rows = requests.map(({ repo_id, loop, number, draft, state, class: found, title, labels: set }) => [
    paint.bold(`${nameOf({ repo_id, loop })}#${number}`),
    draft ? "draft" : state,
    found ?? "",
    title,
    paint.dim(set.join(", ")),
  ]);
  return table(rows);
}

/** `coulomb requests show <repo>`: the newest proposal with its text and diff. */
export async function show(
  invocation: Invocation,
  options: CommonOptions,
  [wanted = ""]: readonly string[],
): Promise<void> {
  const { terminal } = invocation;
  const { workspace, targets } = await look(invocation, options);
  const repo = findTarget(targets, wanted);
  needKnown(repo);
  const newest = openOf(repo) ?? knownOf(repo)[0];
  if (newest === undefined)
    throw new CoulombError("request_missing", `${repo.repo_id} has no proposal`, {
      hint: "coulomb requests list --all shows which repos have one",
    });
  const detail = await forgeOf(workspace, repo).inspect(newest.ref);
  if (detail.kind === "unknown")
    throw new CoulombError(
      "request_unreadable",
      `proposal ${repo.repo_id}#${newest.ref.number}: ${detail.message}`,
      { hint: "run coulomb doctor" },
    );
  const request: Request = {
    ...describe(repo, detail.value.summary),
    body: bodyText(newest.body),
    diff: detail.value.diff,
  };
  if (options.json === true) return terminal.data(JSON.stringify(report([request]), null, 2));
  const { paint } = terminal;
  terminal.data(
    `${paint.bold(printable(request.title))}\n${repo.repo_id}#${request.number}, ${request.draft ? "draft" : request.state}, branch ${request.branch} at ${request.head.slice(0, 10)}\n`,
  );
  terminal.data(`${printable(request.body ?? "")}\n`);
  for (const line of printable(detail.value.diff).trimEnd().split("\n"))
    terminal.data(line.startsWith("+") ? paint.green(line) : line.startsWith("-") ? paint.red(line) : line);
}

/**
 * `coulomb requests merge`: merges open proposals at exactly the heads that were read, as the person who asks. Exit 1
 * when one was not merged, or when `--all` had to leave repos out because their proposals are unknown.
 */
export async function merge(
  invocation: Invocation,
  options: CommonOptions & { readonly all?: boolean },
  wanted: readonly string[],
): Promise<void> {
  const { io, terminal, exit } = invocation;
  const { data, note } = terminal;
  if (options.all === true && wanted.length > 0)
    throw new CoulombError("usage", "name the repos to merge in, or give --all, not both", {
      hint: "--all alone merges every open proposal",
    });
  if (options.all !== true && wanted.length === 0)
    throw new CoulombError("usage", "name the repos to merge in, or give --all", {
      hint: "coulomb requests list shows what is open",
    });
  const fleet = await look(invocation, options, true);
  const repos =
    wanted.length > 0
      ? wanted.map((name) => findTarget(fleet.targets, name))
      : fleet.targets.filter((repo) => openOf(repo) !== undefined);
  const foreseen = await foresee(runContext(io, fleet.workspace), fleet.seen);
  // Before the first merge, so that a wrong name changes nothing.
  const proposals = repos.map((repo) => ({ repo, open: needOpen(repo) }));
  const merged: Request[] = [];
  const unknown = options.all === true ? unknownOf(fleet) : [];
  let failed = unknown.length > 0;
  for (const { repo, open } of proposals) {
    const reason = options.all === true ? ownDecision(repo, open, foreseen) : undefined;
    if (reason !== undefined) {
      note(`${repo.repo_id}#${open.ref.number} ${reason}: look at it, then merge it by name`);
      continue;
    }
    const name = terminal.paint.bold(`${repo.repo_id}#${open.ref.number}`);
    const { oid, words, waits } =
      repo.promotes === undefined
        ? merging(await mergeOne(forgeOf(fleet.workspace, repo), open, io.now()))
        : await mergePromotion(invocation, options, repo.promotes, open);
    if (oid !== undefined) merged.push({ ...describe(repo, open), state: "merged", merged: oid });
    // With --all a promotion whose gates are open is none that failed.
    else if (waits !== true || options.all !== true) failed = true;
    if (options.json !== true || oid === undefined)
      (options.json === true ? note : data)(`${name} ${printable(words)}`);
  }
  if (options.json === true) terminal.data(JSON.stringify(report(merged, unknown), null, 2));
  else if (repos.length === 0) terminal.data("No proposal is open.");
  tellUnknown(unknown, terminal);
  exit(failed ? exitCodes.error : exitCodes.ok);
}

/** Why a proposal asks for a person's own decision, which only naming its repo shows; `undefined` when it does not. */
function ownDecision({ plan: own }: Target, open: ProposalSummary, foreseen: RunResult): string | undefined {
  if (open.draft) return `is a draft (${own?.reason ?? "not ready"})`;
  const result = foreseen.repos.find(({ plan }) => plan.repo_id === own?.repo_id && plan.key === own.key);
  return result?.outcome === "edited" ? "was edited by people" : undefined;
}

/** What became of a merge: the commit, or nothing, and what is to be said. */
interface Merging {
  readonly oid?: Oid;
  readonly words: string;
  /** Nothing failed: something else has to come first. */
  readonly waits?: true;
}

function merging(result: WriteResult<Oid>): Merging {
  const words = outcome(result, "merged");
  return result.kind === "done" ? { oid: result.value, words } : { words };
}

/**
 * Nobody's word is enough to merge a promotion (page 07 P6): all its gates are computed anew, as `coulomb promote` does, and it is merged when
 * they are met, at exactly that head.
 */
async function mergePromotion(
  invocation: Invocation,
  options: CommonOptions,
  loop: string,
  { ref }: ProposalSummary,
): Promise<Merging> {
  const opened = await openPromotions(invocation, options);
  try {
    const done = await promoteLoop(opened.write, opened.portsOf(loop), loop);
    await tellPromotions(invocation, opened, loop, done, []);
    const { merged, proposal, message, failed } = done;
    // A hold or a demotion that was left half done comes first, and is another proposal.
    if (merged !== undefined && proposal?.number === ref.number) return { oid: merged, words: message };
    return { words: `is not merged: ${message}`, ...(failed === true ? {} : { waits: true }) };
  } finally {
    await opened.close();
  }
}

/** Merges a proposal at the head that was read; a draft is marked ready first. */
async function mergeOne(forge: Forge, open: ProposalSummary, time: number): Promise<WriteResult<Oid>> {
  if (!open.draft) return forge.mergeProposal(open.ref, open.head, time);
  const ready = await forge.updateProposal(open.ref, { draft: false, time });
  if (ready.kind !== "done") return ready;
  const { revision: _read, ...ref } = open.ref;
  return forge.mergeProposal(ref, open.head, time);
}

/** `coulomb requests close <repo>`: declines the open proposal, with a reason. */
export async function close(
  invocation: Invocation,
  options: CommonOptions & { readonly reason: string },
  [wanted = ""]: readonly string[],
): Promise<void> {
  const { io, terminal, exit } = invocation;
  const { data, note } = terminal;
  if (options.reason.trim() === "")
    throw new CoulombError("usage", "--reason is empty", { hint: "say why, for the people who proposed it" });
  const fleet = await look(invocation, options, true);
  const repo = findTarget(fleet.targets, wanted);
  const open = needOpen(repo);
  const result = await forgeOf(fleet.workspace, repo).updateProposal(open.ref, {
    state: "closed",
    reason: options.reason,
    time: io.now(),
  });
  if (options.json === true)
    terminal.data(
      JSON.stringify(
        report(result.kind === "done" ? [{ ...describe(repo, open), state: "closed" }] : []),
        null,
        2,
      ),
    );
  const line = `${terminal.paint.bold(`${repo.repo_id}#${open.ref.number}`)} ${printable(outcome(result, "closed: this change is not offered again"))}`;
  if (options.json !== true || result.kind !== "done") (options.json === true ? note : data)(line);
  exit(result.kind === "done" ? exitCodes.ok : exitCodes.error);
}
