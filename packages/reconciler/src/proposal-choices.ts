import { labels } from "@coulomb-loop/proposals";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import { code, shownValue, subject } from "./change-words.ts";
import { noOverride } from "./override-words.ts";

/**
 * What people can do with a proposal, a sentence each. With `byCommand` the sentences name the commands, because the
 * forge itself has no place to do it. Firings are counted from `at` (epoch milliseconds).
 */
export function choices(plan: RepoPlan, at: number, byCommand: boolean): string[] {
  const ours = plan.class === "conflict" || plan.class === "adoption" ? "; the ops repo's values win" : "";
  const run = (words: string) => (byCommand ? ` (\`coulomb requests ${words}\`)` : "");
  const repo = `${plan.repo}@${plan.loop}`;
  return [
    `**Merge** to agree${ours}${run(`merge ${repo}`)}.`,
    `**Close** to decline${run(`close ${repo} --reason …`)}: this change is not offered again, another one may be.${meant(plan, at)}`,
    `**Push to the branch** and it is yours: the tool says so once and leaves it alone. The label \`${labels.rebuild}\` gives it back${run(`label ${repo} ${labels.rebuild}`)}.`,
    `**Label \`${labels.hold}\`**${run(`label ${repo} ${labels.hold}`)} and nothing happens to it until the label is gone${run(`label ${repo} ${labels.hold} --remove`)}.`,
    `To opt this repo out altogether, set \`enabled: false\` at the top of \`${plan.file}\`.`,
  ];
}

/** The way for a repo that meant its change, as far as `coulomb validate` lets it go. */
function meant(plan: RepoPlan, at: number): string {
  if (plan.class !== "drift" && plan.class !== "conflict") return "";
  const changed = plan.paths.filter((path) => path.class === "drift" || path.class === "conflict");
  const kept = changed.filter((path) => noOverride(plan, path, at) === undefined);
  if (kept.length === 0)
    return " If the change was meant, close this and ask the owners of the ops repo to want it: no override can keep it.";
  if (changed.every(({ reason }) => reason.includes("override_expired")))
    return " If it is still needed, close this and ask for the override to be renewed in the roster.";
  const which =
    kept.length === changed.length ? "the change" : `the change of ${kept.map(subject).join(", ")}`;
  return ` If ${which} was meant, close this and ask for an override in the roster.`;
}

/** Both answers to an adoption: merge for the loop's values, or these lines in the roster for the repo's. */
export function adoptionNote(plan: RepoPlan, at: number): string[] {
  const own = plan.paths.filter((path) => path.class === "adoption");
  if (own.length === 0) return [];
  const judged = own.map((path) => ({ path, obstacle: noOverride(plan, path, at) }));
  const kept = judged.filter(({ obstacle }) => obstacle === undefined).map(({ path }) => path);
  const lost = judged.flatMap(({ path, obstacle }) =>
    obstacle === undefined ? [] : [`- ${subject(path)} (${shownValue(path, path.live)}): ${code(obstacle)}`],
  );
  return [
    "### To keep your own values",
    "",
    ...(kept.length === 0 ? [] : snippet(plan, kept)),
    ...(lost.length === 0 ? [] : ["No override can keep these:", "", ...lost, ""]),
  ];
}

function snippet(plan: RepoPlan, kept: readonly PathPlan[]): string[] {
  return [
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
