import type { HostedLabel, HostedRepo } from "../hosting/index.ts";
import type { Server } from "./call.ts";

/** Whether a label belongs to a repository or to the organization that owns it. */
export type LabelScope = "repo" | "org";

/** Finds a label that may be put on issues of a repository. */
export function labelById(
  server: Server,
  repo: HostedRepo,
  id: number,
): { readonly label: HostedLabel; readonly scope: LabelScope } | undefined {
  const own = repo.labels.byId(id);
  if (own !== undefined) return { label: own, scope: "repo" };
  const shared = server.hosting.orgLabels(repo.owner).byId(id);
  return shared === undefined ? undefined : { label: shared, scope: "org" };
}

/** Address of the labels a label is among. */
export function labelBase(server: Server, repo: HostedRepo, scope: LabelScope): string {
  const of = scope === "repo" ? `repos/${repo.fullName}` : `orgs/${repo.owner}`;
  return `${server.url()}/api/v1/${of}/labels`;
}

/** The ids among some that are labels here; the others are passed over, as real servers do. */
export function knownLabels(server: Server, repo: HostedRepo, ids: readonly number[]): number[] {
  return [...new Set(ids)].filter((id) => labelById(server, repo, id) !== undefined);
}
