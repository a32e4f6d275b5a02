import type { FieldName, LocalTask, LocalVersion } from "../model.ts";
import { localStatus } from "../plan/decide-task.ts";
import { planDigestOf } from "../plan/digest.ts";
import { lookupByKey } from "../plan/identity.ts";
import type { PlanInput, SyncPlan } from "../plan/types.ts";
import { versionKey } from "../plan/types.ts";
import type { HubSide, WorkplanSide } from "./ports.ts";

/** Makes a plan; `planSync` is one. */
export type Planner = (input: PlanInput) => SyncPlan;

/** What looking at both sides needs. */
export interface Looking {
  readonly workplans: Pick<WorkplanSide, "observe" | "versions">;
  readonly hub: Pick<HubSide, "observe" | "hadValue">;
  readonly planner: Planner;
  readonly maxRemovalPercent: number;
}

/** Both sides as they were observed, and what is to be done about them. */
export interface Seen {
  readonly input: PlanInput;
  readonly plan: SyncPlan;
  readonly planDigest: string;
}

/**
 * Observes both sides and plans, with every version that the plan needs. Writes nothing. The hub comes first: files that
 * are older than the base that another run moved meanwhile would look like a change of theirs, and be pushed. Files that
 * are newer do no harm, since every write holds the hub to what was seen of it.
 */
export async function lookAt(looking: Looking): Promise<Seen> {
  const { workplans, hub, maxRemovalPercent } = looking;
  const view = await hub.observe();
  const local = await workplans.observe();
  return planWhole(looking, { local, hub: view, versions: new Map(), maxRemovalPercent });
}

/** Plans, and where versions are asked for, plans again with them. */
export async function planWhole({ workplans, hub, planner }: Looking, input: PlanInput): Promise<Seen> {
  const first = planner(input);
  if (first.asked.length === 0) return { input, plan: first, planDigest: planDigestOf(first) };
  const valueOf = askedValues(input, first.asked);
  const found = await workplans.versions(first.asked, async (name, rev) => {
    const asked = valueOf.get(versionKey(name));
    return asked !== undefined && hub.hadValue(asked.taskId, name, rev, asked.value);
  });
  const versions = new Map(input.versions);
  for (const name of first.asked) {
    const head: LocalVersion = { kind: "commit", commit: input.local.head };
    versions.set(versionKey(name), found.get(versionKey(name)) ?? head);
  }
  const whole = { ...input, versions };
  const plan = planner(whole);
  return { input: whole, plan, planDigest: planDigestOf(plan) };
}

interface AskedValue {
  readonly taskId: string;
  readonly value: string | null;
}

/** The hub's task and the file's value of each field that is asked for. */
function askedValues({ local, hub }: PlanInput, asked: readonly FieldName[]): Map<string, AskedValue> {
  const keys = new Set(asked.map(({ key }) => key));
  const tasks = new Map<string, LocalTask>();
  for (const plan of local.plans)
    for (const task of plan.tasks) if (keys.has(task.key)) tasks.set(task.key, task);
  const byKey = lookupByKey(hub);
  const values = new Map<string, AskedValue>();
  for (const { key, field } of asked) {
    const [task, known] = [tasks.get(key), byKey(key)];
    if (task === undefined || known === undefined) continue;
    const status = localStatus(task, hub.links.get(known.id)?.base.status)?.value;
    const value = (field === "status" ? status : task[field]) ?? null;
    values.set(versionKey({ key, field }), { taskId: known.id, value });
  }
  return values;
}
