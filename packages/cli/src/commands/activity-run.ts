import { randomUUID } from "node:crypto";
import { type CompiledDefinition, runActivity } from "@coulomb-loop/activity";
import { resolveDesired } from "@coulomb-loop/cadence";
import { type ActivityRunReport, CoulombError, didYouMean } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { compileOps, openLedger } from "../open-activity.ts";
import type { HubOptions } from "../open-hub.ts";
import { placeFindings, printFindings } from "../output/findings.ts";
import { printableLine, table } from "../terminal.ts";
import { gateErrors, readSound } from "../workspace.ts";
import { findRepo } from "./find-repo.ts";

interface Options extends CommonOptions, HubOptions {
  readonly repo?: readonly string[];
  readonly request?: string;
  readonly input?: Readonly<Record<string, string>>;
}

/** `coulomb activity run <activity>`: a task now, by hand, in one repo or in all of its phase. It is bound to no slot. */
export async function run(
  { io, terminal, exit }: Invocation,
  options: Options,
  [named = ""]: readonly string[],
): Promise<void> {
  const workspace = readSound(io, terminal, options.ops, gateErrors);
  const { definitions } = compileOps(workspace);
  const activity = definitions.find(({ definition: { id } }) => id === named);
  if (activity === undefined)
    throw new CoulombError("activity_unknown", `there is no activity definition "${named}"`, {
      hint: didYouMean(
        named,
        definitions.map(({ definition: { id } }) => id),
      ),
    });
  refuseFlawed(workspace.ops.locate, terminal, activity);
  const { loop, phase } = activity.definition;
  const all = resolveDesired(workspace.ops.documents, io.now()).filter((repo) => repo.loop === loop);
  const repos =
    options.repo === undefined
      ? all.filter((repo) => repo.phase === phase)
      : options.repo.map((name) => findRepo(all, ({ id, loop: of }) => ({ id, loop: of }), name));
  if (repos.length === 0)
    throw new CoulombError("phase_empty", `no repo of ${loop} is in phase ${phase}`, {
      hint: "name repos with --repo",
    });
  const request = options.request ?? randomUUID();
  const opened = await openLedger(io, workspace, options);
  try {
    const tasks = await runActivity(opened.hub, {
      activity,
      repos,
      request,
      inputs: options.input ?? {},
      at: io.now(),
    });
    const report: ActivityRunReport = {
      format_version: "1.0",
      kind: "activity-run",
      request,
      tasks: tasks.map((task) => ({ ...task })),
    };
    const { paint } = terminal;
    const words = { created: paint.green("created"), there: "there", refused: paint.red("refused") };
    if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
    else
      for (const line of table(
        tasks.map(({ result, repo, key, message, task }) => [
          words[result],
          paint.bold(repo),
          printableLine(message ?? task ?? key),
        ]),
      ))
        terminal.data(line);
    if (options.json !== true && options.request === undefined)
      terminal.note(paint.dim(`Repeat it with --request ${request}: no second task is made.`));
    exit(tasks.some(({ result }) => result === "refused") ? exitCodes.error : exitCodes.ok);
  } finally {
    await opened.close();
  }
}

/** A task that says what is wrong, or of a gate that does not hold, is made by nobody. Throws `activity_flawed`. */
function refuseFlawed(
  locate: Parameters<typeof placeFindings>[0],
  { note, paint }: Invocation["terminal"],
  { definition: { id }, flaws }: CompiledDefinition,
): void {
  if (flaws.length === 0) return;
  for (const line of printFindings(placeFindings(locate, flaws), paint)) note(line);
  throw new CoulombError("activity_flawed", `${id} has errors: ${flaws.map(({ code }) => code).join(", ")}`, {
    hint: "correct them: coulomb activity compile lists them again; to try it out, set enabled: false",
  });
}
