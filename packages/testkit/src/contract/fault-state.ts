import type { FaultStage } from "./fault-stage.ts";

/** Everything in a repository that a write may change, in a form that is the same on every run. */
export interface RepoState {
  /** Branches: tree, parents and message of their heads. */
  readonly heads: Readonly<Record<string, string>>;
  readonly pulls: readonly {
    readonly state: string;
    readonly merged: boolean;
    readonly title: string;
    readonly body: string;
    readonly draft: boolean;
    readonly head: string;
    readonly labels: readonly string[];
    readonly comments: readonly string[];
    readonly statuses: readonly string[];
    /** What people answered, the latest of each last. */
    readonly responses: readonly string[];
  }[];
  /** Names of the labels there are, one for each label. */
  readonly labels: readonly string[];
}

/** Reads the state past every server. */
export async function stateOf(stage: FaultStage): Promise<RepoState> {
  const { hosted, hosting } = stage;
  await hosting.notice(hosted);
  const heads: Record<string, string> = {};
  for (const [ref, oid] of await hosted.refs.list("refs/heads/"))
    heads[ref.slice("refs/heads/".length)] = await commitWords(stage, oid);
  return {
    heads,
    pulls: await stage.proposals.list(stage),
    labels: hosted.labels
      .list()
      .map(({ name }) => name)
      .toSorted(),
  };
}

/** A commit without its id, which says when it was made. */
export async function commitWords({ hosted }: Pick<FaultStage, "hosted">, oid: string): Promise<string> {
  const commit = await hosted.objects.commit(oid);
  return `${commit?.tree} on ${commit?.parents.join()}: ${commit?.message.trim()}`;
}
