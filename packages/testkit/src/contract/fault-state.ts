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
  }[];
  /** Names of the labels there are, one for each label. */
  readonly labels: readonly string[];
}

/** Reads the state past every server. */
export async function stateOf({ hosted, hosting }: FaultStage): Promise<RepoState> {
  await hosting.notice(hosted);
  const heads: Record<string, string> = {};
  const describe = async (oid: string) => {
    const commit = await hosted.objects.commit(oid);
    return `${commit?.tree} on ${commit?.parents.join()}: ${commit?.message.trim()}`;
  };
  for (const [ref, oid] of await hosted.refs.list("refs/heads/"))
    heads[ref.slice("refs/heads/".length)] = await describe(oid);
  const pulls: RepoState["pulls"][number][] = [];
  for (const pull of hosted.pulls.view().values()) {
    const { state, merged, title, body, draft } = pull;
    pulls.push({
      state,
      merged,
      title,
      body,
      draft,
      head: await describe(pull.head),
      labels: pull.labels.map((id) => hosted.labels.byId(id)?.name ?? "?").toSorted(),
      comments: pull.comments.map((comment) => comment.body),
      statuses: hosted.statuses
        .of(pull.head)
        .map((status) => `${status.context} ${status.state} ${status.description}`),
    });
  }
  return {
    heads,
    pulls,
    labels: hosted.labels
      .list()
      .map(({ name }) => name)
      .toSorted(),
  };
}
