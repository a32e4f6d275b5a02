import {
  readWorkplan,
  type Source,
  TASK_STATUSES,
  type WorkplanTask as ReadTask,
  type WorkplanValidators,
} from "@coulomb-loop/documents";
import type { Finding, Workplan, WorkplanTask } from "@coulomb-loop/schemas";
import type { LocalTask, WorkstreamValues } from "../model.ts";
import type { ParsedFile } from "./parse-file.ts";

/**
 * Reads a workplan for the sync. Without a sound frontmatter there is no plan. A task with a flaw is named and left out; two
 * copies of a status that differ are no flaw: who reads both decides.
 */
export function parsePlan(
  source: Source,
  validators: WorkplanValidators<Workplan, WorkplanTask>,
): ParsedFile {
  const { plan, raw, findings } = readWorkplan(source, validators);
  if (plan === undefined || !isMap(raw)) return { findings };
  const head = frontmatterOf(raw, validators);
  if (head === undefined) return { findings };
  const broken = brokenEntries(raw, validators);
  const sound = plan.tasks.flatMap((task) => (broken.has(task.id) ? [] : (taskOf(task) ?? [])));
  const keys = new Set(sound.map(({ key }) => key));
  return {
    plan: {
      key: plan.id,
      ...some("hubId", head.state_hub_workstream_id),
      workstream: workstreamOf(head),
      tasks: sound,
      flawed: plan.tasks.flatMap(({ key }) => (keys.has(key) ? [] : [key])),
      // Only an error-free file says that a task is gone.
      shadowed: plan.shadowed || findings.some(isFlaw),
    },
    // Of two copies that differ the planner says whether anybody has to act: mostly one of them is the newer.
    findings: findings.filter(({ code }) => code !== "status_disagrees"),
  };
}

function isFlaw({ code, severity }: Finding): boolean {
  // Copies that only differ hide no task.
  return severity === "error" && code !== "status_disagrees";
}

/** The frontmatter, if everything but its tasks keeps the contract: each task is judged on its own. */
function frontmatterOf(
  raw: Readonly<Record<string, unknown>>,
  { frontmatter }: WorkplanValidators<Workplan, WorkplanTask>,
): Workplan | undefined {
  if (!Array.isArray(raw["tasks"])) return undefined;
  const checked = frontmatter({ ...raw, tasks: [] });
  return checked.ok ? checked.value : undefined;
}

/** Ids of entries in the frontmatter that do not keep the contract. */
function brokenEntries(
  raw: Readonly<Record<string, unknown>>,
  { frontmatter }: WorkplanValidators<Workplan, WorkplanTask>,
): ReadonlySet<unknown> {
  const checked = frontmatter(raw);
  const tasks: readonly unknown[] = Array.isArray(raw["tasks"]) ? raw["tasks"] : [];
  return new Set(
    (checked.ok ? [] : checked.findings).flatMap(({ path: [, at] = [] }) => {
      const entry = typeof at === "number" ? tasks[at] : undefined;
      return isMap(entry) ? [entry["id"]] : [];
    }),
  );
}

/** A task with both copies sound; `undefined` for any other. */
function taskOf(task: ReadTask<WorkplanTask>): LocalTask | undefined {
  const { key, title, priority, stateHubTaskId, frontmatter, fence, duplicate } = task;
  const [one, other] = [frontmatter?.status, fence?.status];
  if (fence?.value === undefined || !isStatus(one) || !isStatus(other) || duplicate === true)
    return undefined;
  return {
    key,
    ...some("hubId", stateHubTaskId),
    ...some("title", title),
    ...some("priority", priority),
    status: { frontmatter: one, fence: other },
    line: fence.idPlace.line,
  };
}

function isStatus(status: string | undefined): status is string {
  return TASK_STATUSES.some((known) => known === status);
}

function workstreamOf(head: Workplan): WorkstreamValues {
  const { title, status, domain, topic_slug: topic, owner, supplier, created, updated, depends_on } = head;
  return {
    title,
    status,
    ...some("domain", domain),
    ...some("topic", topic),
    ...some("owner", owner),
    ...some("supplier", supplier),
    ...some("created", created),
    ...some("updated", updated),
    ...some("depends_on", depends_on),
  };
}

/** A field that is there; nothing for one that is not. */
function some<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key has the type of any text
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
