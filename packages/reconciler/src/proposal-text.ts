import { defaultDst, isCronProblem, nextOccurrences, parseCron } from "@coulomb-loop/cadence";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import { fromPointer, toPointer } from "@coulomb-loop/schemas";
import { changeLines, code, shownValue, subject } from "./change-words.ts";

/** Title and Markdown body of a schedule proposal. */
export interface ProposalText {
  readonly title: string;
  readonly body: string;
}

/**
 * Words a schedule proposal as a colleague would: what changes for each agent, why, when it fires before and after, and
 * what happens when it is merged, closed or edited. The plan holds the paths that are offered, `paths` all of the file. A
 * function of the plan and its time (RFC 3339): no clock and no run id, so that an unchanged plan never rewrites a
 * proposal.
 */
export function proposalText(
  plan: RepoPlan,
  plannedAt: string,
  paths: readonly PathPlan[] = plan.paths,
): ProposalText {
  const body = [
    opening(plan),
    "",
    "### What changes",
    "",
    ...changeLines(plan.paths).map((line) => `- ${line}`),
    "",
    ...firings(plan, paths, Date.parse(plannedAt)),
    "### Why",
    "",
    ...reasons(plan).map((line) => `- ${line}`),
    "",
    ...conflictNote(plan),
    ...adoptionNote(plan),
    "### What you can do",
    "",
    ...choices(plan).map((line) => `- ${line}`),
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
      return plan.mode === "disable" || plan.paths.every(turnsOff)
        ? `Turn the ${plan.loop} agents off`
        : `Set the ${plan.loop} schedule to ${plan.phase}`;
  }
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
      return `${where}. This repo had values of its own before the loop came.`;
    case "conflict":
      return `${where}. The ops repo and this repo both changed the same values.`;
    case "leaving":
      return `The loop **${plan.loop}** leaves this repo. This takes its values out of ${file}.`;
    default:
      return plan.mode === "disable"
        ? `The loop **${plan.loop}** has nothing more to give this repo. This turns its agents off; then the file is yours alone.`
        : `${where}. Its values changed in the ops repo; this brings ${file} along.`;
  }
}

/** When each agent whose cron or switch changes fires next, before and after, as of the plan. */
function firings(plan: RepoPlan, paths: readonly PathPlan[], at: number): string[] {
  const rows = agentsOf(plan.paths).flatMap((agent) => {
    const of = (key: string) => paths.find(({ pointer }) => pointer === toPointer(["agents", agent, key]));
    const [cron, enabled] = [of("cron"), of("enabled")];
    const before = enabled?.live === false ? undefined : nextFiring(cron?.live, plan.timezone, at);
    const off = cron?.class === "leaving" || (enabled?.desired ?? enabled?.live) === false;
    const after = off ? undefined : nextFiring(cron?.desired ?? cron?.live, plan.timezone, at);
    return before === after ? [] : [`| ${agent} | ${before ?? "not scheduled"} | ${after ?? "no more"} |`];
  });
  if (rows.length === 0) return [];
  return [
    `### When it fires next (as of ${new Date(at).toISOString().slice(0, 16)}Z, times in ${plan.timezone})`,
    "",
    "| agent | now | merged |",
    "|---|---|---|",
    ...rows,
    "",
  ];
}

function nextFiring(cron: unknown, zone: string, at: number): string | undefined {
  const parsed = typeof cron === "string" ? parseCron(cron) : undefined;
  if (parsed === undefined || isCronProblem(parsed)) return undefined;
  const [next] = nextOccurrences(parsed, zone, defaultDst, at, 1);
  return next === undefined ? undefined : civil(next, zone);
}

/** `Mon 2026-06-22 09:00` in a zone. */
function civil(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("weekday")} ${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}`;
}

function agentsOf(paths: readonly PathPlan[]): string[] {
  return [
    ...new Set(
      paths.flatMap(({ pointer }) => {
        const [section, agent] = fromPointer(pointer);
        return section === "agents" && agent !== undefined ? [agent] : [];
      }),
    ),
  ];
}

/** One line for each reason, with what it is about and where the wanted value stands. */
function reasons(plan: RepoPlan): string[] {
  const groups = Map.groupBy(plan.paths, ({ reason, source }) =>
    JSON.stringify([reason, source.what, source.file, source.line]),
  );
  const lines = [...groups.values()].map((paths) => {
    const [first] = paths;
    const { file, line, what } = first?.source ?? { what: "" };
    const place = file === undefined ? "" : `, \`${file}${line === undefined ? "" : `:${line}`}\``;
    return `${paths.map(subject).join(", ")}: ${first?.reason ?? ""} (${what}${place})`;
  });
  return [...lines, ...lastChange(plan)];
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

/** Both answers to an adoption: merge for the loop's values, or these lines in the roster for the repo's. */
function adoptionNote(plan: RepoPlan): string[] {
  const kept = plan.paths.filter((path) => path.class === "adoption" && path.ownership === "overridable");
  if (kept.length === 0) return [];
  return [
    "### To keep your own values",
    "",
    "Ask the owners of the ops repo for overrides in the roster, each with an end at most 90 days ahead:",
    "",
    "```yaml",
    `- repo: ${plan.repo}`,
    "  overrides:",
    ...kept.map(
      (path) =>
        `    - { path: ${path.pointer}, value: ${JSON.stringify(path.live ?? null)}, reason: …, owner: …, expires_at: … }`,
    ),
    "```",
    "",
  ];
}

function choices(plan: RepoPlan): string[] {
  const ours = plan.class === "conflict" || plan.class === "adoption" ? "; the ops repo's values win" : "";
  const override =
    plan.class === "drift" || plan.class === "conflict"
      ? " If the change was meant, close this and ask for an override in the roster."
      : "";
  return [
    `**Merge** to agree${ours}.`,
    `**Close** to decline: this change is not offered again, another one may be.${override}`,
    "**Push to the branch** and it is yours: the tool says so once and leaves it alone. The label `coulomb:rebuild` gives it back.",
    "**Label `coulomb:hold`** and nothing happens to it until the label is gone.",
    `To opt this repo out altogether, set \`enabled: false\` at the top of \`${plan.file}\`.`,
  ];
}

function scope(plan: RepoPlan): string {
  return plan.result_blob === null
    ? `Nothing but the loop's agents is in \`${plan.file}\`, so the file goes.`
    : `Only these values change in \`${plan.file}\`; every other byte stays as it is.`;
}
