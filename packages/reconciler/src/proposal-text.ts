import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import { changeLines, code, shownValue, subject } from "./change-words.ts";
import { agentsOf, firingTable } from "./firing-table.ts";
import { overrideOf } from "./override-words.ts";
import { adoptionNote, choices } from "./proposal-choices.ts";

/** Title and Markdown body of a schedule proposal. */
export interface ProposalText {
  readonly title: string;
  readonly body: string;
}

/** What the words of a proposal rest on beside its plan. */
export interface TextContext {
  /** All paths of the file; by default those of the plan. */
  readonly paths?: readonly PathPlan[];
  /** The live file as parsed; only a change of the zone is told from it, since it moves agents of the repo's own too. */
  readonly raw?: unknown;
  /** Whether people act on proposals by `coulomb requests`, because the forge has no place of its own for it. */
  readonly byCommand?: boolean;
}

/**
 * Words a schedule proposal as a colleague would: what changes for each agent, why, when it fires before and after, and
 * what happens when it is merged, closed or edited. The plan holds the paths that are offered. A function of the plan, the
 * file it was made from and its time (RFC 3339): no clock and no run id, so that an unchanged plan never rewrites a
 * proposal.
 */
export function proposalText(
  plan: RepoPlan,
  plannedAt: string,
  { paths = plan.paths, raw, byCommand = false }: TextContext = {},
): ProposalText {
  const at = Date.parse(plannedAt);
  const body = [
    opening(plan),
    "",
    "### What changes",
    "",
    ...changeLines(plan.paths).map((line) => `- ${line}`),
    "",
    ...firingTable({ plan, paths, raw, at }),
    "### Why",
    "",
    ...reasons(plan).map((line) => `- ${line}`),
    "",
    ...conflictNote(plan),
    ...adoptionNote(plan, at),
    "### What you can do",
    "",
    ...choices(plan, at, byCommand).map((line) => `- ${line}`),
    "",
    scope(plan),
  ];
  return { title: title(plan), body: body.join("\n") };
}

function title(plan: RepoPlan): string {
  switch (plan.class) {
    case "create":
      return plan.blob === null
        ? `Add the ${plan.loop} schedule (${plan.phase})`
        : `Complete the ${plan.loop} schedule (${plan.phase})`;
    case "drift":
      return `Restore the ${plan.loop} schedule (${plan.phase})`;
    case "adoption":
      return `Let ${plan.loop} take over its schedule (${plan.phase})`;
    case "conflict":
      return `Settle the ${plan.loop} schedule (${plan.phase})`;
    case "leaving":
      return `Take the ${plan.loop} schedule out`;
    default:
      if (plan.mode === "disable") return `Turn the ${plan.loop} agents off`;
      return plan.paths.every(turnsOff)
        ? `Turn ${agentNames(plan)} off (${plan.loop})`
        : `Set the ${plan.loop} schedule to ${plan.phase}`;
  }
}

/** The agents of a plan, as a title has room for. */
function agentNames(plan: RepoPlan): string {
  const names = agentsOf(plan.paths);
  return names.length > 3
    ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more agents`
    : names.join(", ");
}

function turnsOff(path: PathPlan): boolean {
  return path.pointer.endsWith("/enabled") && path.desired === false;
}

function opening(plan: RepoPlan): string {
  const file = `\`${plan.file}\``;
  const where = `The ops repo runs the loop **${plan.loop}** here, in phase **${plan.phase}**`;
  switch (plan.class) {
    case "create":
      return `${where}. This adds what the loop needs to ${file}.`;
    case "drift":
      if (plan.paths.every(({ reason }) => reason.includes("override_expired")))
        return `${where}. An override of its values in ${file} has ended; this brings them back to the phase.`;
      return `${where}. Some of its values in ${file} were changed in this repo; this restores them.`;
    case "adoption":
      return `${where}. This repo has values other than the loop's, which the loop has not taken over.`;
    case "conflict":
      return `${where}. The ops repo and this repo both changed the same values.`;
    case "leaving":
      return `The loop **${plan.loop}** leaves this repo. This takes its values out of ${file}.`;
    default:
      if (plan.mode === "disable")
        return `${stopping(plan)} This turns its agents off; then the file is yours alone.`;
      return plan.paths.every(turnsOff)
        ? `${where}. It has no more use for ${agentNames(plan)}; this turns off what it once turned on in ${file}.`
        : `${where}. Its values changed in the ops repo; this brings ${file} along.`;
  }
}

/** Whether the repo was taken off the roster, or the loop is done there. */
function stopping({ loop, because }: RepoPlan): string {
  return because === undefined
    ? `The loop **${loop}** has nothing more to give this repo.`
    : `The loop **${loop}** leaves this repo.`;
}

/** One line for each reason, with what it is about and where the wanted value stands. */
function reasons(plan: RepoPlan): string[] {
  const groups = Map.groupBy(plan.paths, (path) => reasonOf(plan, path));
  const lines = [...groups].map(([reason, paths]) => `${paths.map(subject).join(", ")}: ${reason}`);
  const because =
    plan.because === undefined ? [] : [`The roster says why the repo leaves: ${code(plan.because)}`];
  return [...lines, ...because, ...lastChange(plan)];
}

function reasonOf(plan: RepoPlan, path: PathPlan): string {
  const { file, line, what } = path.source;
  const place = file === undefined ? "" : `, \`${file}${line === undefined ? "" : `:${line}`}\``;
  const override = overrideOf(plan, path);
  const said =
    override === undefined ? "" : `; the override is by ${code(override.owner)}: ${code(override.reason)}`;
  return `${path.reason} (${what}${place})${said}`;
}

function lastChange({ last_change: change, file }: RepoPlan): string[] {
  if (change === undefined) return [];
  const { author, at, commit, subject: words } = change;
  const said = words === undefined ? "" : `: ${code(words)}`;
  return [
    `\`${file}\` was last changed by ${code(author)} on ${at.slice(0, 10)} (${commit.slice(0, 10)}${said})`,
  ];
}

function conflictNote(plan: RepoPlan): string[] {
  const lines = plan.paths
    .filter((path) => path.class === "conflict")
    .map(
      (path) =>
        `| ${subject(path)} | ${shownValue(path, path.base)} | ${shownValue(path, path.live)} | ${shownValue(path, path.desired)} |`,
    );
  if (lines.length === 0) return [];
  return [
    "### Both sides",
    "",
    "| what | last in sync | this repo | ops repo |",
    "|---|---|---|---|",
    ...lines,
    "",
  ];
}

function scope(plan: RepoPlan): string {
  return plan.result_blob === null
    ? `Nothing but the loop's agents is in \`${plan.file}\`, so the file goes.`
    : `Only these values change in \`${plan.file}\`; every other byte stays as it is.`;
}
