import type { ProposalSummary } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import type { Prospect, RepoResult } from "@coulomb-loop/reconciler";
import { classOrder, foresee } from "@coulomb-loop/reconciler";
import type { RepoPlan, StatusReport } from "@coulomb-loop/schemas";
import { exitCodes } from "../io.ts";
import { countLine, outcomeOf, paintClass } from "../output/plan.ts";
import type { CommonOptions, Invocation } from "../program.ts";
import { printable, table } from "../terminal.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { lookAhead } from "./plan.ts";

/** `coulomb status`: every active repo, worst first, with its open proposal. Exit 1 when a repo is unknown. */
export async function status(invocation: Invocation, options: CommonOptions): Promise<void> {
  const { io, terminal, exit } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  const foreseen = await foresee(runContext(io, workspace), seen);
  const results = [...foreseen.repos].sort(
    (a, b) => classOrder.indexOf(a.plan.class) - classOrder.indexOf(b.plan.class),
  );
  const repos = results.map((result) => result.plan);
  if (options.json === true) terminal.data(JSON.stringify(report(seen, results, io.now()), null, 2));
  else {
    const rows = results.map((result) => {
      const { plan } = result;
      const open = openProposal(seen, plan);
      const proposal = open === undefined ? "" : `${printable(open.title)}${open.draft ? " (draft)" : ""}`;
      return [
        terminal.paint.bold(plan.repo_id),
        paintClass(plan.class, terminal.paint),
        plan.phase,
        `wave ${plan.wave}`,
        result.outcome === "clean" ? "" : outcomeOf(result),
        proposal === ""
          ? terminal.paint.dim(result.outcome === "clean" ? plan.reason : result.message)
          : proposal,
      ];
    });
    for (const line of [...table(rows), "", countLine(repos)]) terminal.data(line);
  }
  exit(repos.some((repo) => repo.class === "unknown") ? exitCodes.error : exitCodes.ok);
}

/** The open proposal of a planned repo, as it was observed. */
export function openProposal(seen: Prospect, repo: RepoPlan): ProposalSummary | undefined {
  return proposalsOf(seen, repo).find((proposal) => proposal.state === "open");
}

/** The proposals of a planned repo, newest first; none when they are unknown. */
export function proposalsOf(seen: Prospect, repo: RepoPlan): readonly ProposalSummary[] {
  const listed = seen.observations
    .get(repo.repo_id)
    ?.proposals.get(branchName({ installation: seen.plan.installation, key: repo.key }));
  return listed?.kind === "known" ? listed.value : [];
}

function report(seen: Prospect, results: readonly RepoResult[], now: number): StatusReport {
  const counts: Record<string, number> = {};
  for (const { plan } of results) counts[plan.class] = (counts[plan.class] ?? 0) + 1;
  return {
    format_version: "1.0",
    kind: "status",
    as_of: new Date(now).toISOString(),
    counts,
    repos: results.map(({ plan: repo, outcome, message }) => {
      const open = openProposal(seen, repo);
      return {
        repo_id: repo.repo_id,
        loop: repo.loop,
        phase: repo.phase,
        class: repo.class,
        reason: repo.reason,
        wave: repo.wave,
        outcome,
        message,
        ready: repo.class === "in_sync" ? "true" : repo.class === "unknown" ? "unknown" : "false",
        ...(open === undefined
          ? {}
          : {
              proposal: {
                number: open.ref.number,
                title: open.title,
                opened_at: new Date(open.openedAt).toISOString(),
                draft: open.draft,
                ...(open.url === undefined ? {} : { url: open.url }),
              },
            }),
      };
    }),
  };
}
