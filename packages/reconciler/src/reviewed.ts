import { digestOf } from "@coulomb-loop/schemas/digest";
import type { Plan, RepoPlan } from "@coulomb-loop/schemas";

/** Hex digits of a change key: 64 bits, against chance; who may write the files can do more than find two that are alike. */
const keyLength = 16;

/**
 * What a review of a plan binds of one repo: what is wanted of it, what its file is, and what it would become. The same change in
 * the same repo has the same key at any time and in every later plan; `undefined` where the plan would write nothing now.
 */
function changeKey(plan: RepoPlan): string | undefined {
  if (plan.change === null || !plan.gate.open) return undefined;
  const { repo_id, key, file, class: found, change, blob, result_blob, inputs_digest } = plan;
  return digestOf({ repo_id, key, file, class: found, change, blob, result_blob, inputs_digest }).slice(
    0,
    keyLength,
  );
}

/** The keys of everything that a plan would write now, ascending. */
export function changeKeys({ repos }: Plan): readonly string[] {
  return repos.flatMap((repo) => changeKey(repo) ?? []).sort();
}

/**
 * Says of each repo of a plan made now why it is not what was reviewed; `undefined` when it is, when nothing would be written, or
 * when people were asked already.
 */
export function unreviewed(
  reviewed: ReadonlySet<string>,
  isOffered: (plan: RepoPlan) => boolean,
): (plan: RepoPlan) => string | undefined {
  return (plan) => {
    const key = changeKey(plan);
    if (key === undefined || reviewed.has(key) || isOffered(plan)) return undefined;
    return `the reviewed plan does not have this change (${plan.class.replaceAll("_", " ")})`;
  };
}
