import { describeCron } from "@coulomb-loop/cadence";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import { fromPointer } from "@coulomb-loop/schemas";

/** Title and Markdown body of a schedule proposal. */
export interface ProposalText {
  readonly title: string;
  readonly body: string;
}

/**
 * Words a schedule proposal: what changes per agent, why, and what happens when it is merged, closed or edited. A
 * function of the plan alone: no clock and no run id, so that an unchanged plan never rewrites a proposal.
 */
export function proposalText(plan: RepoPlan): ProposalText {
  const changes = plan.paths.filter((path) => path.class !== "in_sync");
  const body = [
    opening(plan),
    "",
    "| what | now | proposed | why |",
    "|---|---|---|---|",
    ...changes.map(
      (path) =>
        `| ${subject(path)} | ${value(path, path.live)} | ${value(path, path.desired)} | ${why(path)} |`,
    ),
    "",
    ...conflictNote(plan, changes),
    `Only these values change in \`${plan.file}\`; every other byte stays as it is.`,
    "",
    "**Merge** to agree. **Close** to decline: this change is not offered again, another one may be. **Push to the branch** and it is yours: the tool leaves it alone.",
    `To opt this repo out altogether, set \`enabled: false\` at the top of \`${plan.file}\`.`,
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
    default:
      return `Set the ${plan.loop} schedule to ${plan.phase}`;
  }
}

function opening(plan: RepoPlan): string {
  const where = `The ops repo runs the loop **${plan.loop}** here, in phase **${plan.phase}**`;
  switch (plan.class) {
    case "create":
      return `${where}. This adds what the loop needs to \`${plan.file}\`.`;
    case "drift":
      return `${where}. Some of its values in \`${plan.file}\` were changed in this repo; this restores them. If the change was meant, close this and ask for an override in the roster.`;
    case "adoption":
      return `${where}. This repo had its own values before the loop came. Merge to take the loop's values; to keep your own, close this and ask for an override in the roster.`;
    case "conflict":
      return `${where}. The ops repo and this repo both changed the same values. Merge to take the ops repo's; to keep this repo's, close this and ask for an override in the roster.`;
    default:
      return `${where}. Its values changed in the ops repo; this brings \`${plan.file}\` along.`;
  }
}

function conflictNote(plan: RepoPlan, changes: readonly PathPlan[]): string[] {
  if (plan.class !== "conflict") return [];
  const lines = changes
    .filter((path) => path.class === "conflict")
    .map((path) => `- ${subject(path)}: last in sync as ${value(path, path.base)}`);
  return ["Before both sides changed:", "", ...lines, ""];
}

/** What a path is about, in words: `coach: cron`. */
export function subject(path: Pick<PathPlan, "pointer">): string {
  const steps = fromPointer(path.pointer);
  return steps[0] === "agents" && steps.length === 3
    ? `${steps[1] ?? ""}: ${steps[2] ?? ""}`
    : steps.join(".");
}

/** One line for terminals: `coach cron: hourly at :15 → daily 09:00`. */
export function changeLine(path: PathPlan): string {
  return `${subject(path).replace(":", "")}: ${plain(path, path.live)} → ${plain(path, path.desired)}`;
}

function plain(path: PathPlan, shown: unknown): string {
  if (shown === undefined) return "nothing";
  if (path.pointer.endsWith("/cron") && typeof shown === "string") {
    const words = describeCron(shown);
    return words === shown ? `"${shown}"` : `${words} ("${shown}")`;
  }
  return typeof shown === "string" ? shown : JSON.stringify(shown);
}

function value(path: PathPlan, shown: unknown): string {
  if (shown === undefined) return "–";
  const text = typeof shown === "string" ? shown : JSON.stringify(shown);
  const words = path.pointer.endsWith("/cron") ? describeCron(text) : text;
  return words === text ? code(text) : `${words} (${code(text)})`;
}

/** A value of somebody's file inside a Markdown table: one line, no markup, no end of the cell. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").slice(0, 120);
  const ticks = "`".repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  return `${ticks}${line.replaceAll("|", "\\|")}${ticks}`;
}

function why(path: PathPlan): string {
  const from =
    path.source.file === undefined ? path.source.what : `${path.source.what}, \`${path.source.file}\``;
  return `${path.reason} (${from})`;
}
