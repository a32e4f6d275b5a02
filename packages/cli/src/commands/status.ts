import type { ProposalSummary } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import type { Prospect } from "@coulomb-loop/reconciler";
import { classOrder } from "@coulomb-loop/reconciler";
import type { RepoPlan, StatusReport } from "@coulomb-loop/schemas";
import { exitCodes } from "../io.ts";
import { countLine, paintClass } from "../output/plan.ts";
import type { CommonOptions, Invocation } from "../program.ts";
import { table } from "../terminal.ts";
import { openWorkspace } from "../workspace.ts";
import { lookAhead } from "./plan.ts";

/** `coulomb status`: every active repo, worst first, with its open proposal. Exit 1 when a repo is unknown. */
export async function status(invocation: Invocation, options: CommonOptions): Promise<void> {
  const { io, terminal, exit } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  const repos = [...seen.plan.repos].sort(
    (a, b) => classOrder.indexOf(a.class) - classOrder.indexOf(b.class),
  );
  if (options.json === true) terminal.data(JSON.stringify(report(seen, repos, io.now()), null, 2));
  else {
    const rows = repos.map((repo) => {
      const open = openProposal(seen, repo);
      const proposal = open === undefined ? "" : `#${open.ref.number} ${open.title}`;
      return [
        terminal.paint.bold(repo.repo_id),
        paintClass(repo.class, terminal.paint),
        repo.phase,
        `wave ${repo.wave}`,
        proposal === "" ? terminal.paint.dim(repo.reason) : proposal,
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

function report(seen: Prospect, repos: readonly RepoPlan[], now: number): StatusReport {
  const counts: Record<string, number> = {};
  for (const repo of repos) counts[repo.class] = (counts[repo.class] ?? 0) + 1;
  return {
    format_version: "1.0",
    kind: "status",
    as_of: new Date(now).toISOString(),
    counts,
    repos: repos.map((repo) => {
      const open = openProposal(seen, repo);
      return {
        repo_id: repo.repo_id,
        loop: repo.loop,
        phase: repo.phase,
        class: repo.class,
        reason: repo.reason,
        wave: repo.wave,
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
