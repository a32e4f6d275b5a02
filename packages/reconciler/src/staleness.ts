import type { Plan, RepoPlan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";

/** A saved plan is applied within a day (page 03 R13). */
const longestAge = 24 * 3_600_000;

/** Clocks of two machines may differ so much; a plan from further ahead would outlive its day. */
const mostAhead = 5 * 60_000;

/**
 * Says of each repo of a saved plan why it no longer holds, held against the plan that would be made now; `undefined`
 * when it does. What would be planned now supersedes every older plan, also where it says nothing. Throws CoulombError
 * `plan_foreign` for a plan that was made elsewhere.
 */
export function stalenessOf(
  { installation, now }: { readonly installation: string; readonly now: number },
  saved: Plan,
  present: Plan,
): (plan: RepoPlan) => string | undefined {
  if (saved.installation !== installation) {
    throw new CoulombError(
      "plan_foreign",
      `the plan was made by installation "${saved.installation}", this is "${installation}"`,
      { hint: "apply it in the ops repo it was made in" },
    );
  }
  const age = now - Date.parse(saved.created_at);
  const byKey = new Map(present.repos.map((repo) => [`${repo.repo_id} ${repo.key}`, repo]));
  return (repo) => {
    // Written so that a time that is none counts as too old.
    if (!(age <= longestAge)) return "the plan is older than 24 hours";
    if (age < -mostAhead)
      return `the plan was made at ${saved.created_at}, which is yet to come: check the clocks, and make a new one`;
    const found = byKey.get(`${repo.repo_id} ${repo.key}`);
    return found === undefined ? "the roster names the repo no more" : difference(repo, found);
  };
}

function difference(saved: RepoPlan, present: RepoPlan): string | undefined {
  if (present.inputs_digest !== saved.inputs_digest)
    return "what the ops repo wants of it changed since the plan was made";
  // What cannot be known is not stale: the repo shows as unknown.
  if (present.class === "unknown") return undefined;
  if (present.blob !== saved.blob) return `${saved.file} changed since the plan was made`;
  if (present.gate.open !== saved.gate.open)
    return `its gate ${saved.gate.open ? "has shut" : "has opened"} since the plan was made`;
  if (
    present.change !== saved.change ||
    present.class !== saved.class ||
    present.result_blob !== saved.result_blob
  )
    return `a plan made now says ${present.class.replaceAll("_", " ")}, this one ${saved.class.replaceAll("_", " ")}`;
  return undefined;
}
