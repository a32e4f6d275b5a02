import type { TaskField } from "../model.ts";
import type { Commit, FileTask } from "./world.fixture.ts";
import { planOf } from "./world.fixture.ts";

/** `W-1-T2` and `W-1` as the contract of workplans wants them: `LOOP-WP-0001-T02`, `LOOP-WP-0001`. */
export function realKey(key: string): string {
  const [, plan = "", task] = /^W-(\d)(?:-T(\d))?$/.exec(key) ?? [];
  return `LOOP-WP-000${plan}${task === undefined ? "" : `-T0${task}`}`;
}

/** The key of the models for one of `realKey`. */
export function modelKey(key: string): string {
  const [, plan = "", task] = /^LOOP-WP-000(\d)(?:-T0(\d))?$/.exec(key) ?? [];
  return `W-${plan}${task === undefined ? "" : `-T${task}`}`;
}

/** A value as files and hub hold it: a title of one letter would be another thing in YAML. */
export function realValue(field: TaskField, value: string): string {
  return field === "title" ? `Title ${value}` : value;
}

export function modelValue(field: TaskField, value: string | null): string | null {
  return field === "title" && value !== null ? value.replace("Title ", "") : value;
}

export function pathOf(plan: string): string {
  return `workplans/${plan}.md`;
}

/** The plans of a commit as text, byte for byte as the tool's own edits would leave them. */
export function filesOf(commit: Commit, flawed: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    [...commit.plans].map(([key, { hubId, title }]) => {
      const tasks = [...commit.tasks.values()]
        .filter((task) => planOf(task.key) === key)
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      return [key, planText(key, title, hubId, tasks, flawed)];
    }),
  );
}

function planText(
  key: string,
  title: string,
  hubId: string | undefined,
  tasks: readonly FileTask[],
  flawed: ReadonlySet<string>,
): string {
  const entries = tasks.map(
    ({ key: task, frontmatter, title: name }) =>
      `  - id: ${realKey(task).slice(-3)}\n    status: ${frontmatter.value}\n    title: Title ${name.value}\n`,
  );
  const list = entries.length === 0 ? "tasks: []\n" : `tasks:\n${entries.join("")}`;
  const id = hubId === undefined ? "" : `state_hub_workstream_id: "${hubId}"\n`;
  const fences = tasks.map((task) => `${fenceText(task, flawed.has(task.key))}\nSome words.\n`);
  return `---\nid: ${realKey(key)}\ntype: workplan\ntitle: ${title}\nstatus: active\n${list}${id}---\n\n${fences.join("\n")}`;
}

function fenceText({ key, fence, priority, hubId }: FileTask, isFlawed: boolean): string {
  const lines = [
    `id: ${realKey(key)}`,
    `status: ${fence.value}`,
    ...(priority.value === null ? [] : [`priority: ${priority.value}`]),
    ...(hubId === undefined ? [] : [`state_hub_task_id: "${hubId}"`]),
    ...(isFlawed ? ["depends_on: 1"] : []),
  ];
  return `## ${realKey(key)}\n\n\`\`\`task\n${lines.join("\n")}\n\`\`\`\n`;
}
