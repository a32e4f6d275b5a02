import { compareFindings, type Finding, hasErrors, type Path, type Validator } from "@coulomb-loop/schemas";
import type { Fence } from "./fences.ts";
import { findFrontmatter } from "./frontmatter.ts";
import { locateNothing } from "./locate.ts";
import { readHost } from "./read-yaml.ts";
import { findTaskFences } from "./task-fences.ts";
import type { Read, Source } from "./types.ts";
import type { Workplan, WorkplanRead, WorkplanValidators } from "./workplan.ts";
import { isStatus, joinTasks, type TaskCopy, unknownStatus } from "./workplan-join.ts";

/**
 * Reads a workplan: the frontmatter, every task fence, and both copies of each task joined. Reports where the copies
 * disagree and never chooses between them.
 *
 * Findings besides those of `readMarkdown`: `task_duplicate`, `task_unpaired`, `status_unknown`, `status_disagrees`,
 * `fence_unclosed`, `fence_content` (errors); `fence_shadowed` (a warning: a task may be hidden); `fence_hidden`,
 * `task_many` (info). `raw` and `locate` are those of the frontmatter.
 */
export function readWorkplan<F, T>(source: Source, validators: WorkplanValidators<F, T>): WorkplanRead<F, T> {
  const found = findFrontmatter(source);
  if ("code" in found) return { findings: [found], locate: locateNothing(source) };
  const frontmatter = readHost(found.host, validators.frontmatter);
  const listed = listedTasks<T>(frontmatter);
  const { fences, findings: faults, shadowed } = findTaskFences(source, found.bodyLine);
  const read = fences.map((fence) => readFence(fence, validators.task));
  const fenced = read.map(({ copy }) => copy);
  const planId = textAt(frontmatter.raw, ["id"]) ?? "";
  const joined = joinTasks(planId, listed, fenced, source.file);
  const findings = [
    ...frontmatter.findings.filter(
      (finding) => !listed.some((copy, at) => saysStatus(finding, copy, ["tasks", at])),
    ),
    ...faults,
    ...read.flatMap(({ findings: own, copy }) => own.filter((finding) => !saysStatus(finding, copy, []))),
    ...joined.findings,
    ...[...listed, ...fenced].flatMap((copy) => unknownStatus(copy, source.file)),
  ].sort(compareFindings);
  const { raw, locate } = frontmatter;
  if (raw === undefined) return { findings, locate };
  const kept = frontmatter.value === undefined ? {} : { frontmatter: frontmatter.value };
  const plan: Workplan<F, T> = { id: planId, ...kept, tasks: joined.tasks, shadowed };
  return { ...(hasErrors(findings) ? {} : { value: plan }), plan, raw, findings, locate };
}

/** The contract complains of an unknown status too; ours has the suggestion and stands at the same place. */
function saysStatus<T>(finding: Finding, { status }: TaskCopy<T>, path: Path): boolean {
  if (status === undefined || isStatus(status) || finding.path === undefined) return false;
  const meant = [...path, "status"];
  return finding.path.length === meant.length && meant.every((step, at) => finding.path?.[at] === step);
}

function readFence<T>(fence: Fence, validate: Validator<T>): { copy: TaskCopy<T>; findings: Finding[] } {
  const read = readHost(fence.content, validate);
  const copy = copyAt<T>(read, "fence", []);
  return { copy: read.value === undefined ? copy : { ...copy, value: read.value }, findings: read.findings };
}

function listedTasks<T>(frontmatter: Read<unknown>): TaskCopy<T>[] {
  const tasks = partAt(frontmatter.raw, ["tasks"]);
  return Array.isArray(tasks) ? tasks.map((_, at) => copyAt(frontmatter, "frontmatter", ["tasks", at])) : [];
}

function copyAt<T>({ raw, locate }: Read<unknown>, host: TaskCopy<T>["host"], path: Path): TaskCopy<T> {
  return {
    host,
    id: textAt(raw, [...path, "id"]),
    status: textAt(raw, [...path, "status"]),
    title: textAt(raw, [...path, "title"]),
    priority: textAt(raw, [...path, "priority"]),
    stateHubTaskId: textAt(raw, [...path, "state_hub_task_id"]),
    idPlace: locate([...path, "id"]),
    statusPlace: locate([...path, "status"]),
  };
}

function textAt(raw: unknown, path: Path): string | undefined {
  const part = partAt(raw, path);
  return typeof part === "string" ? part : undefined;
}

/** Own properties only: documents may hold any key. */
function partAt(raw: unknown, path: Path): unknown {
  let part = raw;
  for (const step of path) {
    if (typeof part !== "object" || part === null) return undefined;
    part = Object.getOwnPropertyDescriptor(part, step)?.value;
  }
  return part;
}
