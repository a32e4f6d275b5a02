import type { Decision } from "@coulomb-loop/schemas";
import { didYouMean } from "@coulomb-loop/schemas";
import type { LoopDocuments, OpsDocuments, Placed } from "../ops-documents.ts";
import type { Report } from "./report.ts";
import { checkUnique, findCycle } from "./report.ts";

/** Checks workplans across files: unique ids, existing and acyclic dependencies. */
export function checkWorkplans(report: Report, documents: OpsDocuments): void {
  const { workplans } = documents;
  checkUnique(
    report,
    workplans,
    (plan) => plan.value.id,
    (plan) => ({ file: plan.file, path: ["id"] }),
    "workplan",
  );
  const ids = workplans.map((plan) => plan.value.id);
  for (const { file, value, origin } of workplans) {
    const name = file.split("/").at(-1) ?? "";
    if (!name.startsWith(value.id))
      report.warn(
        { file, path: ["id"] },
        "id_file",
        `workplan ${value.id} stands in "${name}"`,
        "let the file's name begin with the id",
      );
    const dependencies = value.depends_on ?? [];
    for (const [index, id] of dependencies.entries()) {
      if (!ids.includes(id) && !documents.ids.workplans.has(id))
        report.at(
          { file, path: origin(dependencies, index) },
          "workplan_missing",
          `there is no workplan ${id}`,
          didYouMean(id, ids),
        );
    }
  }
  const cycle = findCycle(new Map(workplans.map(({ value }) => [value.id, value.depends_on ?? []])));
  const first = workplans.find(({ value }) => value.id === cycle?.[0]);
  if (cycle !== undefined && first !== undefined)
    report.at(
      { file: first.file, path: ["depends_on"] },
      "dependency_cycle",
      `workplans wait for each other: ${cycle.join(" → ")}`,
      "remove one of these dependencies",
    );
}

/** Checks decisions: ids, the chosen option, what an accepted one must say. */
export function checkDecisions(report: Report, documents: OpsDocuments): void {
  for (const loop of documents.loops) {
    checkUnique(
      report,
      loop.decisions,
      (decision) => decision.value.id,
      (decision) => ({ file: decision.file, path: ["id"] }),
      "decision",
    );
    for (const decision of loop.decisions) checkDecision(report, documents, loop, decision);
  }
}

function checkDecision(
  report: Report,
  documents: OpsDocuments,
  loop: LoopDocuments,
  { file, value }: Placed<Decision>,
): void {
  const keys = value.options.map((option) => option.key);
  if (value.chosen !== undefined && !keys.includes(value.chosen))
    report.at(
      { file, path: ["chosen"] },
      "option_unknown",
      `${value.id} chooses "${value.chosen}", which is no option`,
      didYouMean(value.chosen, keys),
    );
  for (const key of ["chosen", "decided_by", "decided_at"] as const) {
    if (value.status === "accepted" && value[key] === undefined)
      report.at(
        { file, path: ["status"] },
        "decision_incomplete",
        `${value.id} is accepted and does not say ${key}`,
        `add ${key}`,
      );
  }
  const ids = loop.decisions.map((decision) => decision.value.id);
  if (
    value.supersedes !== undefined &&
    !ids.includes(value.supersedes) &&
    !documents.ids.decisions.has(value.supersedes)
  )
    report.at(
      { file, path: ["supersedes"] },
      "decision_missing",
      `there is no decision ${value.supersedes}`,
      didYouMean(value.supersedes, ids),
    );
  const name = file.split("/").at(-1) ?? "";
  if (!name.startsWith(value.id))
    report.warn(
      { file, path: ["id"] },
      "id_file",
      `decision ${value.id} stands in "${name}"`,
      "let the file's name begin with the id",
    );
}
