import type { HostedLabel, HostedStatus } from "./pull.ts";
import type { ServerContext } from "./pull-store.ts";

/** Labels of one repository or organization, in the order they were made. */
export interface LabelStore {
  list(): readonly HostedLabel[];
  byId(id: number): HostedLabel | undefined;
  /** Finds by name; `fold`: without regard to case. */
  byName(name: string, fold?: "fold"): HostedLabel | undefined;
  add(label: Omit<HostedLabel, "id">): HostedLabel;
}

/** Makes an empty store of labels, or one that goes on from another. */
export function createLabelStore({ nextId }: ServerContext, from?: LabelStore): LabelStore {
  const labels: HostedLabel[] = [...(from?.list() ?? [])];
  return {
    list: () => [...labels],
    byId: (id) => labels.find((label) => label.id === id),
    byName: (name, fold) =>
      labels.find((label) =>
        fold === "fold" ? label.name.toLowerCase() === name.toLowerCase() : label.name === name,
      ),
    add(label) {
      const made = { ...label, id: nextId() };
      labels.push(made);
      return made;
    },
  };
}

/** Statuses of the commits of one repository. */
export interface StatusStore {
  /** Commits that have any. */
  commits(): readonly string[];
  /** Every status a commit ever got, oldest first. */
  of(commit: string): readonly HostedStatus[];
  /** The newest status of each context, in the order the contexts were first used. */
  latest(commit: string): readonly HostedStatus[];
  add(
    commit: string,
    status: Pick<HostedStatus, "context" | "state" | "creator"> & Partial<HostedStatus>,
  ): HostedStatus;
}

/** Makes an empty store of statuses, or one that goes on from another. */
export function createStatusStore({ clock, nextId }: ServerContext, from?: StatusStore): StatusStore {
  const byCommit = new Map<string, readonly HostedStatus[]>(
    from?.commits().map((commit) => [commit, from.of(commit)]),
  );
  const of = (commit: string) => byCommit.get(commit) ?? [];
  return {
    commits: () => [...byCommit.keys()],
    of: (commit) => [...of(commit)],
    latest: (commit) => [...new Map(of(commit).map((status) => [status.context, status])).values()],
    add(commit, status) {
      const now = clock();
      const times = { createdAt: now, updatedAt: now };
      const made = { description: "", targetUrl: "", ...times, ...status, id: nextId() };
      byCommit.set(commit, [...of(commit), made]);
      return made;
    },
  };
}
