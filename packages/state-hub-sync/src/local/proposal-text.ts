import type { LocalTask, LocalView } from "../model.ts";
import type { FileEdit } from "../plan/types.ts";
import type { EditedFile } from "./edit-files.ts";

/** The title of a proposal: what a person has to know of it in a list. */
export function titleOf(files: readonly EditedFile[]): string {
  const edits = files.flatMap((file) => file.edits);
  const [only, other] = edits;
  if (only !== undefined && other === undefined) return titleOfOne(only);
  const [values, ids] = [edits.filter((edit) => !isId(edit)), edits.filter(isId)];
  const where = count(files.length, "workplan");
  if (values.length === 0) return `Write ${count(ids.length, "id")} of the state hub into ${where}`;
  return `Take ${count(values.length, "change")} of the state hub into ${where}`;
}

function titleOfOne(edit: FileEdit): string {
  switch (edit.do) {
    case "value":
      if (edit.field === "title") return `Rename ${edit.key}, as in the state hub`;
      return edit.value === null
        ? `Take the ${edit.field} from ${edit.key}, as in the state hub`
        : `Set the ${edit.field} of ${edit.key} to ${edit.value}, as in the state hub`;
    case "repair":
      return `Set both copies of the status of ${edit.key} to ${edit.value}`;
    case "task_id":
    case "workstream_id":
      return `Write the state hub's id of ${edit.key} into its workplan`;
  }
}

/** The text of a proposal: what changes for which task, from what to what, and who changed it in the hub. */
export function textOf(files: readonly EditedFile[], view: LocalView, trailers: readonly string[]): string {
  const tasks = new Map(view.plans.flatMap((plan) => plan.tasks.map((task) => [task.key, task] as const)));
  const parts = files.flatMap(({ path, edits }) => [
    `### ${cell(path)}`,
    "",
    "| task | what | now | then | in the state hub |",
    "|---|---|---|---|---|",
    ...edits.map((edit) => row(edit, tasks.get(edit.key))),
    "",
  ]);
  // A squash may carry this text and drop the commits; their trailers must not be lost with them.
  const copied = trailers.length === 0 ? [] : ["<!--", ...trailers, "-->"];
  return [introduction, "", ...parts, ...copied].join("\n").trimEnd();
}

const introduction =
  "The state hub says other things of these tasks than the workplans here. Merging takes them over; whoever closes this says no to exactly these changes, and they are not offered again.";

function row(edit: FileEdit, task: LocalTask | undefined): string {
  const line = (what: string, now: string, then: string, who: string) =>
    `| ${[cell(edit.key), what, now, then, who].join(" | ")} |`;
  switch (edit.do) {
    case "value":
      return line(edit.field, nowOf(task, edit.field), cell(edit.value), sourceOf(edit));
    case "repair":
      return line("status, in both copies", nowOf(task, "status"), cell(edit.value), "");
    case "task_id":
      return line("id of the task", "", cell(edit.id), "");
    case "workstream_id":
      return line("id of the workstream", "", cell(edit.id), "");
  }
}

function sourceOf({ rev, by }: Extract<FileEdit, { do: "value" }>): string {
  return by === undefined ? `revision ${rev}` : `revision ${rev}, by ${cell(by)}`;
}

function nowOf(task: LocalTask | undefined, field: "status" | "title" | "priority"): string {
  if (task === undefined) return "";
  if (field !== "status") return cell(task[field] ?? null);
  const { frontmatter, fence } = task.status;
  return frontmatter === fence ? cell(fence) : `${cell(frontmatter)} above, ${cell(fence)} in the text`;
}

/** A value as code in a cell of a table; whatever is in it, it stays there. */
function cell(value: string | null): string {
  if (value === null) return "none";
  const plain = value.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
  const marks = "`".repeat(Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return marks.length === 1 ? `\`${plain}\`` : `${marks} ${plain} ${marks}`;
}

/** Whether an edit writes an id of the hub and no value. */
function isId(edit: FileEdit): boolean {
  return edit.do === "task_id" || edit.do === "workstream_id";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
