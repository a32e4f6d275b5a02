import type { WorkplanTask as JoinedTask, TaskChange } from "@coulomb-loop/documents";
import { editWorkplan, repairWorkplan, TASK_STATUSES } from "@coulomb-loop/documents";
import type { Finding, WorkplanEditReport, WorkplansReport } from "@coulomb-loop/schemas";
import { CoulombError, compareFindings, didYouMean, hasErrors, nearest } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { findOpsFolder } from "../ops-files.ts";
import { findingsReport, printFindings } from "../output/findings.ts";
import { spliceLines } from "../output/splices.ts";
import type { Paint } from "../terminal.ts";
import { counted, printable, table } from "../terminal.ts";
import type { WorkplanFile } from "../workplan-files.ts";
import { readWorkplans, replaceWorkplan, workplanValidators } from "../workplan-files.ts";
import { readWorkspace } from "../workspace.ts";

/** `coulomb workplan list`: every workplan with how far it is. */
export async function list({ io, terminal }: Invocation, options: CommonOptions): Promise<void> {
  const plans = readWorkplans(findOpsFolder(io.cwd, options.ops), io.cwd);
  if (options.json === true) return terminal.data(JSON.stringify(report(plans), null, 2));
  if (plans.length === 0) return terminal.data("There is no workplan.");
  const rows = report(plans).workplans.map((plan) => {
    const done = plan.tasks.filter((task) => task.status === "done").length;
    const errors = plan.errors === 0 ? "" : terminal.paint.red(`  (${counted(plan.errors, "error")})`);
    return [
      terminal.paint.bold(plan.id ?? plan.file),
      plan.status ?? "",
      `${done}/${plan.tasks.length} done`,
      `${printable(plan.title ?? "")}${errors}`,
    ];
  });
  for (const line of table(rows)) terminal.data(line);
}

/** `coulomb workplan show <plan or task>`: its tasks, or one task, with where each stands. */
export async function show(
  { io, terminal }: Invocation,
  options: CommonOptions,
  [wanted = ""]: readonly string[],
): Promise<void> {
  const plans = readWorkplans(findOpsFolder(io.cwd, options.ops), io.cwd);
  const whole = plans.find((plan) => plan.read?.plan?.id === wanted || plan.path === wanted);
  const found = whole === undefined ? findTask(plans, wanted) : { plan: whole, task: undefined };
  const full = report([found.plan]);
  const { task } = found;
  const shown: WorkplansReport =
    task === undefined
      ? full
      : {
          ...full,
          workplans: full.workplans.map((plan) => ({
            ...plan,
            tasks: plan.tasks.filter(({ id }) => id === task.key),
          })),
        };
  if (options.json === true) return terminal.data(JSON.stringify(shown, null, 2));
  for (const plan of shown.workplans) {
    terminal.data(
      `${terminal.paint.bold(plan.id ?? plan.file)}  ${printable(plan.title ?? "")}  ${terminal.paint.dim(`${plan.status ?? ""}  ${plan.file}`)}`,
    );
    for (const line of table(plan.tasks.map((item) => taskRow(item, plan.file, terminal.paint))))
      terminal.data(line);
    if (plan.errors > 0)
      terminal.data(
        terminal.paint.red(`${counted(plan.errors, "error")}: coulomb workplan check ${plan.file}`),
      );
  }
}

function taskRow(
  task: WorkplansReport["workplans"][number]["tasks"][number],
  file: string,
  paint: Paint,
): string[] {
  const status = task.status ?? "unclear";
  const colour =
    status === "done"
      ? paint.green
      : status === "blocked" || status === "unclear"
        ? paint.red
        : status === "cancelled"
          ? paint.dim
          : paint.yellow;
  return [
    `  ${paint.bold(task.id)}`,
    colour(status),
    task.priority ?? "",
    printable(task.title ?? ""),
    paint.dim(task.line === undefined ? "" : `${file}:${task.line}`),
  ];
}

interface SetOptions extends CommonOptions {
  readonly title?: string;
  readonly priority?: string;
  readonly updated?: string | boolean;
  readonly dryRun?: boolean;
}

/** `coulomb workplan set <task> [status]`: edits both copies of a task byte-exactly; proves the result before it writes. */
export async function set(
  { io, terminal, exit }: Invocation,
  options: SetOptions,
  [wanted = "", status]: readonly string[],
): Promise<void> {
  if (status === undefined && options.title === undefined && options.priority === undefined) {
    throw new CoulombError("usage", "nothing to set", {
      hint: `name a status (${TASK_STATUSES.join(", ")}), or give --title or --priority`,
    });
  }
  const folder = findOpsFolder(io.cwd, options.ops);
  const { plan, task } = findTask(readWorkplans(folder, io.cwd), wanted);
  const { source } = plan;
  if (source === undefined) throw new CoulombError("internal", `${plan.path} was read without its bytes`);
  const changes: TaskChange[] = [
    { key: task.key, set: { status, title: options.title, priority: options.priority } },
  ];
  const updated = options.updated === true ? today(io.now()) : options.updated;
  if (typeof updated === "string") changes.push({ plan: { updated } });
  const result = editWorkplan(source, changes, workplanValidators);
  if (result.status === "refused") {
    for (const line of printFindings(result.findings, terminal.paint)) terminal.note(line);
    throw new CoulombError("workplan_refused", `${plan.path} was not changed`, {
      hint: "correct what is said above, or edit the file by hand",
    });
  }
  const splices = result.status === "edited" ? result.splices : [];
  const outcome =
    result.status === "unchanged" ? "unchanged" : options.dryRun === true ? "planned" : "edited";
  if (result.status === "edited" && outcome === "edited")
    replaceWorkplan(folder, source, plan.path, result.bytes);
  const done: WorkplanEditReport = {
    format_version: "1.0",
    kind: "workplan-edit",
    file: plan.path,
    status: outcome,
    splices: splices.map(([start, end, text]) => [start, end, text]),
  };
  if (options.json === true) terminal.data(JSON.stringify(done, null, 2));
  else {
    const words = { unchanged: "says so already", planned: "would change", edited: "changed" };
    terminal.data(`${plan.path} ${words[outcome]}`);
    for (const line of spliceLines(source, splices))
      terminal.data(
        line.startsWith("+")
          ? terminal.paint.green(line)
          : line.startsWith("-")
            ? terminal.paint.red(line)
            : line,
      );
  }
  exit(exitCodes.ok);
}

/** The calendar day in UTC. */
function today(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** `coulomb workplan check [paths]`: all findings; `--fix` repairs what has one possible repair. Exit 1 while errors are left. */
export async function check(
  { io, terminal, exit }: Invocation,
  options: CommonOptions & { readonly fix?: boolean },
  paths: readonly string[],
): Promise<void> {
  const folder = findOpsFolder(io.cwd, options.ops);
  const repaired = options.fix === true ? repairAll(folder, readWorkplans(folder, io.cwd, paths)) : [];
  const plans = readWorkplans(folder, io.cwd, paths);
  const files = new Set(plans.map((plan) => plan.path));
  // What only shows between workplans (dependencies, ids) comes from the check of the whole ops repo.
  const findings = readWorkspace(io, options.ops).ops.findings.filter(
    ({ file }) => file !== undefined && files.has(file),
  );
  if (options.json === true)
    terminal.data(JSON.stringify(findingsReport(folder, files.size, findings), null, 2));
  else {
    // What was to be done about them is done.
    const done = repaired.map(({ hint: _hint, ...finding }) => finding);
    for (const line of printFindings(done, terminal.paint))
      terminal.data(`${terminal.paint.green("repaired")} ${line}`);
    for (const line of printFindings(findings, terminal.paint)) terminal.data(line);
    const errors = findings.filter((finding) => finding.severity === "error").length;
    terminal.data(
      `${counted(files.size, "workplan")}: ${errors === 0 ? "no errors" : counted(errors, "error")}`,
    );
  }
  exit(hasErrors(findings) ? exitCodes.error : exitCodes.ok);
}

function repairAll(folder: string, plans: readonly WorkplanFile[]): Finding[] {
  const repaired: Finding[] = [];
  for (const { source, path } of plans) {
    if (source === undefined) continue;
    const repair = repairWorkplan(source, workplanValidators);
    if (repair.result.status !== "edited") continue;
    replaceWorkplan(folder, source, path, repair.result.bytes);
    repaired.push(...repair.repaired);
  }
  return repaired.sort(compareFindings);
}

/** Names in a hint. */
const MAX_NAMES = 12;

interface FoundTask {
  readonly plan: WorkplanFile;
  readonly task: JoinedTask<unknown>;
}

/** Finds a task by its full id, or by `T07` where one workplan only has it. Throws `usage`. */
function findTask(plans: readonly WorkplanFile[], wanted: string): FoundTask {
  const all = plans.flatMap((plan) =>
    (plan.read?.plan?.tasks ?? []).map((task): FoundTask => ({ plan, task })),
  );
  const found = all.filter(({ task }) => task.key === wanted || task.id === wanted);
  const [first, second] = found;
  if (first === undefined) {
    const names = [...all.map(({ task }) => task.key), ...plans.flatMap((plan) => plan.read?.plan?.id ?? [])];
    throw new CoulombError("usage", `no workplan or task is called "${wanted}"`, {
      hint: suggestion(wanted, names),
    });
  }
  if (second !== undefined && second.plan !== first.plan) {
    const choices = found.map(({ task }) => task.key).join(", ");
    throw new CoulombError("usage", `"${wanted}" is a task of several workplans`, {
      hint: `say which: ${choices}`,
    });
  }
  return first;
}

/** The nearest name, else some of them: an ops repo may have hundreds of tasks. */
function suggestion(wanted: string, names: readonly string[]): string {
  const found = nearest(wanted, names);
  if (found !== undefined) return didYouMean(wanted, [found]);
  const shown = names.slice(0, MAX_NAMES).join(", ");
  if (names.length === 0) return "coulomb workplan list names those there are";
  return names.length > MAX_NAMES
    ? `expected one of ${names.length}: ${shown}, …`
    : `expected one of: ${shown}`;
}

function report(plans: readonly WorkplanFile[]): WorkplansReport {
  return {
    format_version: "1.0",
    kind: "workplans",
    workplans: plans.map(({ path, read, findings }) => {
      const plan = read?.plan;
      return {
        file: path,
        ...(plan === undefined ? {} : { id: plan.id }),
        ...(plan?.frontmatter === undefined
          ? {}
          : { title: plan.frontmatter.title, status: plan.frontmatter.status }),
        tasks: (plan?.tasks ?? []).map((task) => ({
          id: task.key,
          ...(task.title === undefined ? {} : { title: task.title }),
          ...(task.status === undefined ? {} : { status: task.status }),
          ...(task.priority === undefined ? {} : { priority: task.priority }),
          ...(task.stateHubTaskId === undefined ? {} : { state_hub_task_id: task.stateHubTaskId }),
          ...lineOf(task),
        })),
        errors: findings.filter((finding) => finding.severity === "error").length,
      };
    }),
  };
}

function lineOf({ fence, frontmatter }: JoinedTask<unknown>): { line?: number } {
  const place = (fence ?? frontmatter)?.idPlace;
  return place === undefined ? {} : { line: place.line };
}
