import type { Plan } from "@coulomb-loop/schemas";
import { CoulombError, validatePlan } from "@coulomb-loop/schemas";
import { planDigest } from "./plan-fleet.ts";

/**
 * Reads a saved plan. Throws CoulombError: `plan_invalid` for what is no plan or was changed by hand (its digest does
 * not fit), `plan_version` for a newer major. Whether it is still fresh is for `applyPlan` to say, repo by repo.
 */
export function readPlan(text: string, file: string): Plan {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new CoulombError(
      "plan_invalid",
      `${file}: expected JSON: ${error instanceof Error ? error.message : String(error)}`,
      { hint: "make a new plan: coulomb plan --out plan.json", cause: error },
    );
  }
  const version =
    typeof raw === "object" && raw !== null && "format_version" in raw ? raw.format_version : undefined;
  if (typeof version === "string" && /^\d+\.\d+$/.test(version) && !version.startsWith("1.")) {
    throw new CoulombError("plan_version", `${file}: plan format ${version}; this release reads 1.x`, {
      hint: "use the release that wrote the plan, or make a new one",
    });
  }
  const checked = validatePlan(raw);
  if (!checked.ok) {
    const first = checked.findings[0];
    throw new CoulombError("plan_invalid", `${file}: ${first?.message ?? "not a plan"}`, {
      hint: "make a new plan: coulomb plan --out plan.json",
    });
  }
  if (planDigest(checked.value) !== checked.value.plan_digest) {
    throw new CoulombError("plan_invalid", `${file}: its content does not fit its plan_digest`, {
      hint: "a plan is applied as it was made; make a new one: coulomb plan --out plan.json",
    });
  }
  return checked.value;
}
