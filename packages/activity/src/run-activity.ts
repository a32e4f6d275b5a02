import { type DesiredRepo, instantText } from "@coulomb-loop/cadence";
import type { HubClient, HubResources } from "@coulomb-loop/state-hub-sync";
import type { CompiledDefinition } from "./compile.ts";
import { renderTask } from "./template.ts";

/** A run by hand: of an activity, in some repos, now. */
export interface ManualWish {
  readonly activity: CompiledDefinition;
  readonly repos: readonly DesiredRepo[];
  /** Names the request: a repetition makes no second task. */
  readonly request: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What became of the task of one repo. */
export interface ManualTask {
  readonly repo: string;
  /** Key of the task in the hub. */
  readonly key: string;
  /** `there`: the same request made it before. */
  readonly result: "created" | "there" | "refused";
  readonly task?: string;
  readonly message?: string;
}

/**
 * Makes a task for each repo, bound to no slot: it proves nothing and closes nothing (page 06 R14). Its session is told a
 * slot of the loop `manual`, which no ledger has. Throws what the hub's transport throws.
 */
export async function runActivity(
  hub: Pick<HubClient, "put">,
  wish: ManualWish,
): Promise<readonly ManualTask[]> {
  const made: ManualTask[] = [];
  for (const repo of wish.repos) made.push(await runIn(hub, wish, repo));
  return made;
}

async function runIn(
  hub: Pick<HubClient, "put">,
  { activity: { definition, body }, request, inputs, at }: ManualWish,
  repo: DesiredRepo,
): Promise<ManualTask> {
  const name = `manual/${definition.id}/${repo.id}`;
  const key = `${name}@${request}`;
  const { title, description } = renderTask(definition, body, {
    repo: repo.id,
    slot: `${name}@${instantText(at)}`,
    cycle: `manual@${request}`,
    agent: definition.step,
    attempt: 1,
    inputs,
  });
  const { forge, owner, repo: repoName } = repo;
  const known = await hub.put("repos", repo.id, { forge, owner, name: repoName }, "new");
  if (known.kind === "refused") return { repo: repo.id, key, result: "refused", message: known.message };
  const fields: HubResources["tasks"]["put"] = {
    title,
    description,
    status: "todo",
    repo: repo.id,
    labels: [definition.loop, definition.step, "manual"],
    ...(definition.task.priority === undefined ? {} : { priority: definition.task.priority }),
  };
  const result = await hub.put("tasks", key, fields, "new");
  switch (result.kind) {
    case "done":
      return { repo: repo.id, key, result: "created", task: result.value.id };
    case "stale":
      return {
        repo: repo.id,
        key,
        result: "there",
        ...(result.current === undefined ? {} : { task: result.current.id }),
      };
    case "refused":
      return { repo: repo.id, key, result: "refused", message: result.message };
    default:
      return { repo: repo.id, key, result: "refused", message: "somebody deleted the task of this request" };
  }
}
