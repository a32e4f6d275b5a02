import { parseMarker } from "@coulomb-loop/proposals";
import type { ExplainedTask, HubSetter, TaskField } from "@coulomb-loop/state-hub-sync";
import { versionKey } from "@coulomb-loop/state-hub-sync";
import type { OpenSync } from "./open-sync.ts";

/** Who set the values of one field, and what is proposed for it. */
export interface FieldProvenance {
  /** On the hub. `at` is RFC 3339. */
  readonly hub?: HubSetter;
  /** In the file: the commit, or the revision of the hub that it copied. */
  readonly file?:
    | { readonly commit: string; readonly by?: string; readonly at?: string }
    | { readonly copied: number };
  /** What an open proposal sets it to. */
  readonly proposed?: string | null;
}

/** The proposal of the sync as it stands. */
export interface ProposalNote {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly url?: string;
}

/** Where the values of a task come from. */
export interface Provenance {
  readonly fields: ReadonlyMap<TaskField, FieldProvenance>;
  readonly proposal?: ProposalNote;
}

/** Asks both sides who set each value of a task. What cannot be told is left out. */
export async function provenanceOf(open: OpenSync, task: ExplainedTask): Promise<Provenance> {
  const names = task.fields.map(({ field }) => ({ key: task.key, field }));
  const [hub, versions, changes, proposal] = await Promise.all([
    task.id === undefined ? new Map<string, never>() : open.hub.setters(task.id),
    open.workplans.versions(names, async ({ field }, rev) => {
      const value = task.fields.find((each) => each.field === field)?.local ?? null;
      return task.id !== undefined && open.hub.hadValue(task.id, { key: task.key, field }, rev, value);
    }),
    open.changesOf(task.file),
    open.proposal(),
  ]);
  const values = proposal?.state === "open" ? (parseMarker(proposal.body)?.values ?? {}) : {};
  const fields = new Map(
    names.map(({ key, field }): [TaskField, FieldProvenance] => {
      const version = versions.get(versionKey({ key, field }));
      const change =
        version?.kind === "commit" ? changes.find(({ commit }) => commit === version.commit) : undefined;
      const proposed = values[`${key}.${field}`];
      const setter = hub.get(field);
      return [
        field,
        {
          ...(setter === undefined ? {} : { hub: setter }),
          ...(version === undefined
            ? {}
            : {
                file: version.kind === "copied" ? { copied: version.rev } : byCommit(version.commit, change),
              }),
          ...(typeof proposed === "string" || proposed === null ? { proposed } : {}),
        },
      ];
    }),
  );
  if (proposal === undefined) return { fields };
  const { ref, state, title, url } = proposal;
  return { fields, proposal: { number: ref.number, state, title, ...(url === undefined ? {} : { url }) } };
}

function byCommit(commit: string, change: { readonly authorName: string; readonly at: number } | undefined) {
  if (change === undefined) return { commit };
  return { commit, by: change.authorName, at: new Date(change.at).toISOString() };
}
