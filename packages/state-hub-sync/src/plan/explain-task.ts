import type { Finding } from "@coulomb-loop/schemas";
import type { LocalPlan, LocalTask, LocalVersion, TaskField } from "../model.ts";
import type { DecideField, FieldDecision } from "./decide-field.ts";
import { decideField } from "./decide-field.ts";
import { decideTask, decidingBy, localStatus } from "./decide-task.ts";
import { lookupByKey, matchTask, namesOf } from "./identity.ts";
import { disagreement } from "./plan-task.ts";
import type { PlanInput } from "./types.ts";
import { planWorkstream, workstreamsByKey } from "./workstreams.ts";

/** One field of a task on both sides, and the row that decides about it. */
export interface ExplainedField {
  readonly field: TaskField;
  /** Values; `null`: absent. */
  readonly local: string | null;
  readonly remote: string | null;
  readonly base: string | null;
  /** Revisions of the hub: of its value, and the one that the base was taken at; 0: it never had one. */
  readonly rev: number;
  readonly baseRev: number;
  /** Only where both sides changed. */
  readonly version?: LocalVersion;
  readonly decision: FieldDecision;
}

/** All that decides about a task. */
export interface ExplainedTask {
  readonly kind: "task";
  readonly key: string;
  readonly file: string;
  readonly line: number;
  /** The status as each copy has it. */
  readonly copies: LocalTask["status"];
  /**
   * `linked`: the fields decide. `unlinked`: they do, without a base. `new`: the hub will get it. `deleted`: the hub has its
   * tombstone. `stopped`: the finding says why it is left alone.
   */
  readonly state: "linked" | "unlinked" | "new" | "deleted" | "stopped";
  readonly id?: string;
  readonly rev?: number;
  readonly finding?: Finding;
  readonly fields: readonly ExplainedField[];
}

/**
 * What was found by the name that somebody gave. `flawed`: a file has it, and the findings say why it cannot be read. `gone`: the hub has
 * it, and no file that can be read; `unseen` tells files that may hold it all the same.
 */
export type Explained =
  | ExplainedTask
  | { readonly kind: "ambiguous"; readonly keys: readonly string[] }
  | {
      readonly kind: "flawed";
      readonly key: string;
      readonly file: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: "gone";
      readonly key: string;
      readonly id: string;
      readonly orphaned: boolean;
      readonly unseen: readonly string[];
    }
  | { readonly kind: "unknown"; readonly keys: readonly string[]; readonly unseen: readonly string[] };

/**
 * Says of one task what both sides hold and what decides about each field. `name` is its key, or the end of it (`T07`)
 * where only one task has that, in the files or else on the hub. The input is that of a whole plan. `unknown` answers with all keys. Pure.
 */
export function explainTask(input: PlanInput, name: string, decide: DecideField = decideField): Explained {
  const found: { readonly plan: LocalPlan; readonly local: LocalTask }[] = [];
  for (const plan of input.local.plans)
    for (const local of plan.tasks) if (isNamed(local.key, plan.key, name)) found.push({ plan, local });
  const [one, other] = found;
  if (other !== undefined && other.local.key !== one?.local.key)
    return { kind: "ambiguous", keys: found.map(({ local }) => local.key) };
  if (one !== undefined) return explainFound(input, one.plan, one.local, decide);
  return explainFlawed(input, name) ?? explainGone(input, name);
}

/** A task that stands in a file and cannot be read. */
function explainFlawed({ local }: PlanInput, name: string): Explained | undefined {
  const found = local.plans.flatMap(({ key: plan, file, flawed }) =>
    flawed.flatMap((key) => (isNamed(key, plan, name) ? [{ key, file }] : [])),
  );
  const [one] = found;
  if (one === undefined) return undefined;
  const keys = [...new Set(found.map(({ key }) => key))];
  if (keys.length > 1) return { kind: "ambiguous", keys };
  return { kind: "flawed", ...one, findings: local.findings.filter(({ file }) => file === one.file) };
}

/** A task of the hub that no file has, or nothing. */
function explainGone({ local, hub }: PlanInput, name: string): Explained {
  const unseen = [
    ...local.unreadable,
    ...local.plans.filter(({ shadowed }) => shadowed).map(({ file }) => file),
  ];
  const own = [...hub.tasks.values()].filter(
    ({ key, repo }) => repo === hub.repo && (key === name || key.endsWith(`-${name}`)),
  );
  const whole = own.find(({ key }) => key === name);
  const [one, other] = whole === undefined ? own : [whole];
  if (other !== undefined) return { kind: "ambiguous", keys: own.map(({ key }) => key).toSorted() };
  if (one !== undefined) {
    const { id, key } = one;
    return { kind: "gone", key, id, orphaned: hub.links.get(id)?.orphaned ?? false, unseen };
  }
  return { kind: "unknown", keys: local.plans.flatMap(({ tasks }) => tasks.map(({ key }) => key)), unseen };
}

/** Whether a name is a task's key, or the end of it. */
function isNamed(key: string, plan: string, name: string): boolean {
  return key === name || key === `${plan}-${name}`;
}

function explainFound(
  input: PlanInput,
  plan: LocalPlan,
  local: LocalTask,
  decide: DecideField,
): ExplainedTask {
  const { hub } = input;
  const { key, line, status: copies } = local;
  const place = { kind: "task", key, file: plan.file, line, copies } as const;
  const names = namesOf(input.local);
  const { stops, finding } = planWorkstream(plan, names, hub, workstreamsByKey(hub));
  // What the hub has under its id, or its key: it is there whatever stops it.
  const there = (local.hubId === undefined ? undefined : hub.tasks.get(local.hubId)) ?? lookupByKey(hub)(key);
  const onHub = there === undefined ? {} : { id: there.id, rev: there.rev };
  if (stops === "all" && finding !== undefined)
    return { ...place, ...onHub, state: "stopped", finding, fields: [] };
  const match = matchTask(plan, local, names, hub, lookupByKey(hub));
  if (match.kind === "stopped")
    return { ...place, ...onHub, state: "stopped", finding: match.finding, fields: [] };
  if (match.kind === "new") return { ...place, state: "new", fields: [] };
  const { task } = match;
  const known = { ...place, id: task.id, rev: task.rev };
  if (task.deleted) return { ...known, state: "deleted", fields: [] };
  const link = hub.links.get(task.id);
  const status = localStatus(local, link?.base.status);
  if (status === undefined)
    return { ...known, state: "stopped", finding: disagreement(plan, local), fields: [] };
  const fields = decideTask({ plan, local, task, link }, status, decidingBy(decide, input)).map(
    ({ facts, decision }): ExplainedField => ({
      field: facts.field,
      local: facts.local ?? null,
      remote: facts.remote ?? null,
      base: facts.base ?? null,
      rev: facts.rev,
      baseRev: facts.baseRev,
      ...(facts.version === undefined ? {} : { version: facts.version }),
      decision,
    }),
  );
  return { ...known, state: link === undefined ? "unlinked" : "linked", fields };
}
