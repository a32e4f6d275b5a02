import type { Forge, ProposalSummary, WriteResult } from "@coulomb-loop/forge";
import { branchName, parseMarker } from "@coulomb-loop/proposals";
import { type Prospect, promotionKeys } from "@coulomb-loop/reconciler";
import { loopName } from "@coulomb-loop/cadence";
import type { RepoPlan, Request, RequestsReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { syncProposalKey } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { proposalsOf, unknownProposals } from "../output/repo-report.ts";
import { repoKeyOf } from "../hub-workspace.ts";
import { needKnownPerson, personIdentity } from "../person.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../terminal.ts";
import type { OpenWorkspace } from "../workspace.ts";
import { openWorkspace, workplanErrors } from "../workspace.ts";
import { findRepo, namedSo } from "./find-repo.ts";
import { lookAhead } from "./plan.ts";

type Unknown = RequestsReport["unknown"][number];

/** What a command about proposals can name: a repo of the fleet, or the ops repo with the proposal of the sync or of a promotion. */
export interface Target {
  readonly repo_id: string;
  /** The loop; of the sync and of promotions the key of their proposal. */
  readonly loop: string;
  /** Of a promotion or demotion: the loop it is of. */
  readonly promotes?: string;
  /** Name of its forge. */
  readonly forge: string;
  /** The plan of a repo of the fleet. */
  readonly plan?: RepoPlan;
  /** Its proposals, newest first, the open ones before them; or why they are not known. */
  readonly proposals: readonly ProposalSummary[] | { readonly unknown: string };
}

/** The fleet that a command about proposals works on. */
export interface Fleet {
  readonly workspace: OpenWorkspace;
  readonly seen: Prospect;
  readonly targets: readonly Target[];
}

/** Reads the fleet; `asPerson`: to write as the person who asks. Throws `git_identity` where git has to know them and does not. */
export async function look(invocation: Invocation, options: CommonOptions, asPerson = false): Promise<Fleet> {
  const { io, terminal } = invocation;
  const person = asPerson ? await personIdentity(io) : undefined;
  const workspace = openWorkspace(io, terminal, options.ops, person, workplanErrors);
  if (person !== undefined && workspace.config.forges.some(({ kind }) => kind === "git"))
    needKnownPerson(person);
  const seen = await lookAhead(invocation, workspace);
  const targets = seen.plan.repos.map((repo) => targetOf(seen, repo));
  return { workspace, seen, targets: [...targets, ...(await opsTargets(workspace))] };
}

/** The target that a person means: of several that are called so the one with an open proposal. Throws `usage`. */
export function findTarget(targets: readonly Target[], wanted: string): Target {
  const nameOf = ({ repo_id: id, loop }: Target) => ({ id, loop });
  const open = namedSo(targets, nameOf, wanted).filter((target) => openOf(target) !== undefined);
  return findRepo(open.length > 0 ? open : targets, nameOf, wanted);
}

function targetOf(seen: Prospect, plan: RepoPlan): Target {
  const { repo_id, loop, forge } = plan;
  const reason = unknownProposals(seen, plan);
  return {
    repo_id,
    loop,
    forge,
    plan,
    proposals: reason === undefined ? proposalsOf(seen, plan) : { unknown: reason },
  };
}

/** The ops repo, for the proposal of `coulomb sync` there, and for those of promotions and demotions as far as there ever was one. */
async function opsTargets({ config, opsRepo, cache, ops }: OpenWorkspace): Promise<readonly Target[]> {
  const loops = ops.documents.loops.map(loopName);
  const keys: readonly Pick<Target, "loop" | "promotes">[] = [
    ...(config.state_hub === undefined ? [] : [{ loop: syncProposalKey }]),
    ...loops.flatMap((promotes) => {
      const { promote, demote } = promotionKeys(promotes);
      return [promote, demote].map((loop) => ({ loop, promotes }));
    }),
  ];
  const frames = keys.map((key) => ({
    ...key,
    repo_id: repoKeyOf({ config }),
    forge: config.ops_repo.forge,
    branch: branchName({ installation: config.installation, key: key.loop }),
  }));
  const query = { repo: opsRepo.name, files: [], branches: frames.map(({ branch }) => branch) };
  for await (const { proposals } of opsRepo.forge.observe([query], cache))
    return frames.flatMap(({ branch, ...frame }): readonly Target[] => {
      const listed = proposals.get(branch);
      if (listed?.kind !== "known")
        // One line is enough to say that the ops repo cannot be read.
        return branch === frames[0]?.branch
          ? [{ ...frame, proposals: { unknown: listed?.message ?? "the forge did not tell" } }]
          : [];
      const isTarget = frame.loop === syncProposalKey || listed.value.length > 0;
      return isTarget ? [{ ...frame, proposals: listed.value }] : [];
    });
  return frames.slice(0, 1).map(({ branch: _branch, ...frame }) => ({
    ...frame,
    proposals: { unknown: "the forge answered nothing" },
  }));
}

/** The proposals of a target that are known. */
export function knownOf({ proposals }: Target): readonly ProposalSummary[] {
  return "unknown" in proposals ? [] : proposals;
}

/** Every repo whose proposals could not be read. */
export function unknownOf({ targets }: Fleet): Unknown[] {
  return targets.flatMap(({ repo_id, loop, proposals }) =>
    "unknown" in proposals ? [{ repo_id, loop, reason: proposals.unknown }] : [],
  );
}

/** Names them on stderr: a list that is silent about them reads as whole. */
export function tellUnknown(unknown: readonly Unknown[], { note, paint }: Terminal): void {
  for (const { repo_id, reason } of unknown)
    note(`${paint.red("unknown")} ${paint.bold(repo_id)} its proposals cannot be read: ${printable(reason)}`);
  if (unknown.length > 0) note(`  ${paint.cyan("→")} coulomb doctor says how to mend it`);
}

/** Throws `request_unknown` when the proposals of a repo could not be read: that is not the same as none. */
export function needKnown({ repo_id, proposals }: Target): void {
  if (!("unknown" in proposals)) return;
  throw new CoulombError(
    "request_unknown",
    `the proposals of ${repo_id} cannot be read: ${proposals.unknown}`,
    {
      hint: "make the repo readable; coulomb doctor says what is wrong",
    },
  );
}

/** The open proposal of a target; `undefined`: none. */
export function openOf(target: Target): ProposalSummary | undefined {
  return knownOf(target).find(({ state }) => state === "open");
}

/** The open proposal of a repo. Throws `request_missing`, or `request_unknown`. */
export function needOpen(target: Target): ProposalSummary {
  needKnown(target);
  const open = openOf(target);
  if (open !== undefined) return open;
  throw new CoulombError("request_missing", `${target.repo_id} has no open proposal`, {
    hint: "coulomb requests list shows what is open",
  });
}

/** The forge of a repo. Throws `forge_unknown`. */
export function forgeOf(workspace: OpenWorkspace, repo: Target): Forge {
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
  repo: Target,
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
