import type { Finding } from "@coulomb-loop/schemas";
import type { HubView, HubWorkstream, LocalPlan, WorkstreamValues } from "../model.ts";
import type { Names } from "./identity.ts";
import type { FileEdit, SyncItem } from "./types.ts";

/** What becomes of a workplan as a whole. */
export interface WorkstreamPlan {
  readonly item?: SyncItem;
  readonly edit?: FileEdit;
  readonly finding?: Finding;
  /** `all`: its tasks are left alone; `new`: no new task can be made in it. */
  readonly stops?: "all" | "new";
}

const texts = [
  "title",
  "status",
  "domain",
  "topic",
  "owner",
  "supplier",
  "created",
  "updated",
] as const satisfies readonly (keyof WorkstreamValues)[];

/** Finds the hub's workstreams by key. */
export function workstreamsByKey({ workstreams }: HubView): ReadonlyMap<string, HubWorkstream> {
  return new Map([...workstreams.values()].map((each) => [each.key, each]));
}

/** Plans the workstream of one workplan: its frontmatter goes one way, to the hub. */
export function planWorkstream(
  plan: LocalPlan,
  names: Names,
  hub: HubView,
  byKey: ReadonlyMap<string, HubWorkstream>,
): WorkstreamPlan {
  const { key, hubId, file, blob, workstream: values } = plan;
  if (names.plans.has(key))
    return stopped(file, {
      code: "duplicate_id",
      message: `several workplans have the id ${key}; expected one`,
      hint: "give each its own id",
    });
  const found = (hubId === undefined ? undefined : hub.workstreams.get(hubId)) ?? byKey.get(key);
  const edit: FileEdit = { file, blob, do: "workstream_id", key, id: found?.id ?? null };
  const named = hubId === undefined ? { edit } : {};
  if (found === undefined) {
    const id = hubId === undefined ? {} : { id: hubId };
    return { ...named, item: { do: "workstream", key, ...id, rev: null, values } };
  }
  if (found.repo !== hub.repo || found.key !== key || (hubId !== undefined && hubId !== found.id))
    return stopped(file, {
      code: "link_mismatch",
      message: `${key}${hubId === undefined ? "" : ` names the id ${hubId}, and`} is to be linked with the hub's ${found.key} of ${found.repo}, whose id is ${found.id}; expected one and the same workstream`,
      hint: "correct or remove state_hub_workstream_id, or give the workplan an id that nobody has",
    });
  if (found.deleted) return { stops: "new" };
  if (sameWorkstream(values, found.values)) return named;
  return { ...named, item: { do: "workstream", key, id: found.id, rev: found.rev, values } };
}

/** What a new task of a deleted workstream is told. */
export function deletedFinding(plan: LocalPlan, line: number): Finding {
  return {
    code: "workstream_deleted",
    severity: "error",
    message: `${plan.key} was deleted in the hub, and the file has a new task for it`,
    hint: "move the task to another workplan, or take it out",
    file: plan.file,
    line,
  };
}

function stopped(file: string, why: Pick<Finding, "code" | "message" | "hint">): WorkstreamPlan {
  return { stops: "all", finding: { severity: "error", file, ...why } };
}

function sameWorkstream(a: WorkstreamValues, b: WorkstreamValues): boolean {
  if (texts.some((name) => a[name] !== b[name])) return false;
  const [before, after] = [a.depends_on ?? [], b.depends_on ?? []];
  return before.length === after.length && before.every((key, index) => key === after[index]);
}
