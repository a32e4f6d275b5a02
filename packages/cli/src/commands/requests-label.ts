import type { ProposalSummary } from "@coulomb-loop/forge";
import { labels } from "@coulomb-loop/proposals";
import { CoulombError, didYouMean } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { printable } from "../terminal.ts";
import { findPlanned } from "./find-repo.ts";
import {
  describe,
  forgeOf,
  knownOf,
  look,
  needKnown,
  needOpen,
  outcome,
  report,
  type Target,
} from "./requests-fleet.ts";

/** Labels that are people's to set; that of an adoption is the tool's own. */
const steering: readonly string[] = [labels.hold, labels.rebuild, labels.reopen];

/**
 * `coulomb requests label <repo> <label>`: sets or removes a label by which people steer a proposal (page 03 R12), as the
 * person who asks. Nothing is written when it is so already. Exit 1 when the forge did not take it.
 */
export async function label(
  invocation: Invocation,
  options: CommonOptions & { readonly remove?: boolean },
  [wanted = "", name = ""]: readonly string[],
): Promise<void> {
  const { io, terminal, exit } = invocation;
  if (!steering.includes(name))
    throw new CoulombError("usage", `"${name}" is no label that steers a proposal`, {
      hint: didYouMean(name, steering),
    });
  const fleet = await look(invocation, options, true);
  const repo = findPlanned(fleet.targets, wanted);
  const proposal = steered(repo, name);
  const others = proposal.labels.filter((each) => each !== name);
  const next = options.remove === true ? others : [...others, name];
  const isSo = proposal.labels.includes(name) !== (options.remove === true);
  const result = isSo
    ? ({ kind: "done", value: undefined } as const)
    : await forgeOf(fleet.workspace, repo).updateProposal(proposal.ref, { labels: next, time: io.now() });
  const isDone = result.kind === "done";
  const done = `${isSo ? "already " : ""}${options.remove === true ? "without" : "labelled"} ${name}`;
  const line = `${terminal.paint.bold(`${repo.repo_id}#${proposal.ref.number}`)} ${printable(outcome(result, done))}`;
  if (options.json === true) {
    const request = { ...describe(repo, proposal), labels: isSo ? [...proposal.labels] : next };
    terminal.data(JSON.stringify(report(isDone ? [request] : []), null, 2));
  }
  if (options.json !== true || !isDone) (options.json === true ? terminal.note : terminal.data)(line);
  exit(isDone ? exitCodes.ok : exitCodes.error);
}

/** The proposal that a label steers: the open one, and for `coulomb:reopen` the one that people closed last. */
function steered(repo: Target, name: string): ProposalSummary {
  if (name !== labels.reopen) return needOpen(repo);
  needKnown(repo);
  const [newest] = knownOf(repo);
  if (newest?.state === "closed") return newest;
  throw new CoulombError(
    "request_missing",
    `${repo.repo_id} has no closed proposal that ${labels.reopen} could bring back`,
    { hint: "coulomb requests list --all shows what there is" },
  );
}
