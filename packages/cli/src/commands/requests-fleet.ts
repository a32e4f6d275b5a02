import type { Forge, ProposalSummary, WriteResult } from "@coulomb-loop/forge";
import { parseMarker } from "@coulomb-loop/proposals";
import type { Prospect } from "@coulomb-loop/reconciler";
import type { RepoPlan, Request, RequestsReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { openProposal, unknownProposals } from "../output/repo-report.ts";
import { personIdentity } from "../person.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../terminal.ts";
import type { OpenWorkspace } from "../workspace.ts";
import { openWorkspace } from "../workspace.ts";
import { lookAhead } from "./plan.ts";

type Unknown = RequestsReport["unknown"][number];

/** The fleet that a command about proposals works on. */
export interface Fleet {
  readonly workspace: OpenWorkspace;
  readonly seen: Prospect;
}

/** Reads the fleet; `asPerson`: to write as the person who asks. */
export async function look(invocation: Invocation, options: CommonOptions, asPerson = false): Promise<Fleet> {
  const { io, terminal } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops, asPerson ? await personIdentity(io) : undefined);
  return { workspace, seen: await lookAhead(invocation, workspace) };
}

/** Every repo whose proposals could not be read. */
export function unknownOf(seen: Prospect): Unknown[] {
  return seen.plan.repos.flatMap((repo) => {
    const reason = unknownProposals(seen, repo);
    return reason === undefined ? [] : [{ repo_id: repo.repo_id, loop: repo.loop, reason }];
  });
}

/** Names them on stderr: a list that is silent about them reads as whole. */
export function tellUnknown(unknown: readonly Unknown[], { note, paint }: Terminal): void {
  for (const { repo_id, reason } of unknown)
    note(`${paint.red("unknown")} ${paint.bold(repo_id)} its proposals cannot be read: ${printable(reason)}`);
  if (unknown.length > 0) note(`  ${paint.cyan("→")} coulomb doctor says how to mend it`);
}

/** Throws `request_unknown` when the proposals of a repo could not be read: that is not the same as none. */
export function needKnown(seen: Prospect, repo: RepoPlan): void {
  const reason = unknownProposals(seen, repo);
  if (reason === undefined) return;
  throw new CoulombError("request_unknown", `the proposals of ${repo.repo_id} cannot be read: ${reason}`, {
    hint: "make the repo readable; coulomb doctor says what is wrong",
  });
}

/** The open proposal of a repo. Throws `request_missing`, or `request_unknown`. */
export function needOpen({ seen }: Fleet, repo: RepoPlan): ProposalSummary {
  needKnown(seen, repo);
  const open = openProposal(seen, repo);
  if (open !== undefined) return open;
  throw new CoulombError("request_missing", `${repo.repo_id} has no open proposal`, {
    hint: "coulomb requests list shows what is open",
  });
}

/** The forge of a repo. Throws `forge_unknown`. */
export function forgeOf(workspace: OpenWorkspace, repo: RepoPlan): Forge {
  const forge = workspace.forges.get(repo.forge);
  if (forge === undefined)
    throw new CoulombError("forge_unknown", `coulomb.yaml declares no forge "${repo.forge}"`);
  return forge;
}

/** What became of a write, in words. */
export function outcome(result: WriteResult<unknown>, done: string): string {
  switch (result.kind) {
    case "done":
      return done;
    case "lost_race":
      return "changed while we looked: look at it again, then repeat";
    case "unclear":
      return `may or may not be done (${result.message}): look before you repeat`;
    case "rejected":
      return `refused (${result.reason}): ${result.hint}`;
    case "retry_at":
      return `not now (${result.message}): repeat after ${new Date(result.at).toISOString()}`;
  }
}

/** A proposal as the documents of `requests` have it. */
export function describe(
  repo: RepoPlan,
  { ref, state, title, head, draft, labels, openedAt, body, url }: ProposalSummary,
): Request {
  const marker = parseMarker(body);
  return {
    repo_id: repo.repo_id,
    loop: repo.loop,
    number: ref.number,
    state,
    title,
    branch: ref.branch,
    head,
    draft,
    labels: [...labels],
    opened_at: new Date(openedAt).toISOString(),
    ...(marker === undefined ? {} : { class: marker.class }),
    ...(url === undefined ? {} : { url }),
  };
}

/** The JSON document of every `requests` command. */
export function report(requests: Request[], unknown: Unknown[] = []): RequestsReport {
  return { format_version: "1.0", kind: "requests", requests, unknown };
}
