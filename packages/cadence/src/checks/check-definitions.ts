import { didYouMean } from "@coulomb-loop/schemas";
import { definitionClock } from "../activities.ts";
import { isCronProblem, parseCron, sameCron } from "../cron.ts";
import { cadenceMismatches } from "../cadence-mismatch.ts";
import { parseDuration } from "../duration.ts";
import { nextOccurrences } from "../occurrences.ts";
import type { OpsDocuments, PlacedDefinition } from "../ops-documents.ts";
import { loopName } from "../ops-documents.ts";
import { gateFindings } from "./gate-findings.ts";
import type { Report } from "./report.ts";
import { checkCron, checkUnique, checkZone, findCycle } from "./report.ts";

const variables = ["repo", "slot", "cycle", "agent"];

/** Checks every activity definition beyond its schema (the lints of page 06). */
export function checkDefinitions(report: Report, documents: OpsDocuments): void {
  checkUnique(
    report,
    documents.definitions,
    (item) => item.value.id,
    (item) => ({ file: item.file, path: ["id"] }),
    "activity definition",
  );
  for (const definition of documents.definitions) {
    checkNames(report, documents, definition);
    checkTrigger(report, documents, definition);
    report.findings.push(...gateFindings(definition));
    checkTemplate(report, definition);
    checkSource(report, documents, definition);
  }
  checkSteps(report, documents);
  checkDependencies(report, documents);
}

function checkNames(report: Report, documents: OpsDocuments, definition: PlacedDefinition): void {
  const { file, value } = definition;
  const name = file.split("/").at(-1)?.replace(/\.md$/, "");
  if (value.id !== name)
    report.at(
      { file, path: ["id"] },
      "id_file",
      `id "${value.id}" stands in file "${name ?? ""}.md"`,
      "give both the same name",
    );
  const loops = documents.loops.map(loopName);
  if (!loops.includes(value.loop)) {
    report.at(
      { file, path: ["loop"] },
      "loop_unknown",
      `there is no loop "${value.loop}"`,
      loops.length === 0
        ? "no loop folder was found: correct paths.loops in coulomb.yaml, or write the loop"
        : didYouMean(value.loop, loops),
    );
    return;
  }
  const cadence = documents.loops.find((loop) => loopName(loop) === value.loop)?.cadence?.value;
  const phases = cadence?.phases.map((phase) => phase.name) ?? [];
  if (cadence !== undefined && !phases.includes(value.phase))
    report.at(
      { file, path: ["phase"] },
      "phase_unknown",
      `loop "${value.loop}" has no phase "${value.phase}"`,
      didYouMean(value.phase, phases),
    );
}

function checkTrigger(report: Report, documents: OpsDocuments, definition: PlacedDefinition): void {
  const { file, value } = definition;
  const { trigger } = value;
  checkZone(report, { file, path: ["trigger", "timezone"] }, trigger.timezone);
  if (trigger.kind === "after" && (value.depends_on ?? []).length === 0)
    report.at(
      { file, path: ["trigger", "kind"] },
      "after_nothing",
      `"${value.id}" is triggered after another activity and depends on none`,
      "add depends_on, or trigger it by cron",
    );
  checkDeadlines(report, documents, definition);
  if (trigger.kind !== "cron") return;
  if (trigger.cron === undefined) {
    report.at(
      { file, path: ["trigger"] },
      "cron_missing",
      `"${value.id}" is triggered by cron and has none`,
      "add trigger.cron",
    );
    return;
  }
  checkCron(report, { file, path: ["trigger", "cron"] }, trigger.cron);
  const cadence = documents.loops.find((loop) => loopName(loop) === value.loop)?.cadence?.value;
  const phase = cadence?.phases.find((candidate) => candidate.name === value.phase);
  const desired = phase?.definitions?.includes(value.id) ? phase.schedule[value.step]?.cron : undefined;
  if (desired !== undefined && !isCronProblem(parseCron(desired)) && !sameCron(desired, trigger.cron)) {
    report.at(
      { file, path: ["trigger", "cron"] },
      "definition_cron",
      `"${trigger.cron}" is not the phase's cron for ${value.step}, "${desired}"`,
      "cadence.yaml holds the one desired value; write the same here",
    );
  }
}

/** A slot must be closed before the next one is due, by whatever clock that is, and jitter must leave time to start. */
function checkDeadlines(report: Report, documents: OpsDocuments, definition: PlacedDefinition): void {
  const { file, value } = definition;
  const cron = definitionClock(documents, value)?.cron;
  if (cron === undefined) return;
  const close = parseDuration(value.policy?.close_deadline ?? "");
  // Any week without a change of offset will do: the civil distance between firings is what counts.
  const firings = nextOccurrences(cron, "UTC", { gap: "shift", overlap: "each" }, Date.UTC(2026, 0, 5), 50);
  const gaps = firings.slice(1).map((instant, index) => instant - (firings[index] ?? 0));
  const shortest = Math.min(...gaps);
  if (close !== undefined && close >= shortest) {
    report.at(
      { file, path: ["policy", "close_deadline"] },
      "deadline_order",
      `close_deadline ${value.policy?.close_deadline ?? ""} reaches the next due time, ${shortest / 60_000} minutes later`,
      "let it end before the next slot is due",
    );
  }
  const [jitter, start] = [
    parseDuration(value.trigger.jitter?.max ?? ""),
    parseDuration(value.policy?.start_deadline ?? ""),
  ];
  if (start !== undefined && close !== undefined && start >= close) {
    report.at(
      { file, path: ["policy", "start_deadline"] },
      "deadline_order",
      `work may start until ${value.policy?.start_deadline ?? ""} and must be closed by ${value.policy?.close_deadline ?? ""}`,
      "let the start deadline come before the close deadline",
    );
  }
  if (jitter !== undefined && start !== undefined && jitter > start / 2) {
    report.at(
      { file, path: ["trigger", "jitter", "max"] },
      "deadline_order",
      `jitter ${value.trigger.jitter?.max ?? ""} is above half of start_deadline ${value.policy?.start_deadline ?? ""}`,
      "make the jitter shorter, or the deadline longer",
    );
  }
}

/** What an activity runs over, and whether it fires as often as the agents it asks for. */
function checkSource(
  report: Report,
  documents: OpsDocuments,
  { file, value, origin }: PlacedDefinition,
): void {
  const { context } = value;
  const bound = context?.for_each?.split(".")[0];
  const sources = context?.sources ?? [];
  if (bound !== undefined && !sources.some(({ bind }) => bind === bound))
    report.at(
      { file, path: ["context", "for_each"] },
      "for_each_unbound",
      `for_each names "${bound}", and no source is bound to that name`,
      didYouMean(
        bound,
        sources.map(({ bind }) => bind),
      ),
    );
  const cadence = documents.loops.find((loop) => loopName(loop) === value.loop)?.cadence?.value;
  // In the first phase the cron carries the cadence: `activity compile` tells of it.
  if (cadence?.phases[0]?.name === value.phase) return;
  for (const { source, message } of cadenceMismatches(documents, value))
    report.at(
      { file, path: [...origin(source), "params", "cadence"] },
      "definition_cadence",
      message,
      "correct the cron or the cadence",
    );
}

/** One step of a phase is done by one activity. */
function checkSteps(report: Report, { definitions }: OpsDocuments): void {
  const first = new Map<string, PlacedDefinition>();
  for (const definition of definitions) {
    const { file, value } = definition;
    if (value.enabled !== true) continue;
    const key = JSON.stringify([value.loop, value.phase, value.step]);
    const other = first.get(key);
    if (other === undefined) first.set(key, definition);
    else
      report.at(
        { file, path: ["enabled"] },
        "step_twice",
        `"${value.id}" and "${other.value.id}" are both enabled for step ${value.step} of phase ${value.phase}`,
        "enable one of them",
      );
  }
}

function checkTemplate(report: Report, { file, value, body, bodyLine }: PlacedDefinition): void {
  const texts: { text: string; line?: number }[] = body
    .split("\n")
    .map((text, index) => ({ text, line: bodyLine + index }));
  texts.push(
    { text: value.task.title },
    { text: value.task.prepare ?? "" },
    { text: value.task.close ?? "" },
  );
  for (const { text, line } of texts) {
    for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
      const name = (match[1] ?? "").trim();
      if (variables.includes(name) || /^inputs\.[a-z][a-z0-9_.]*$/.test(name)) continue;
      const place =
        line === undefined ? { file, path: ["task"] } : { file, path: [], line, column: match.index + 1 };
      report.at(
        place,
        "variable_unknown",
        `there is no variable "{{${name}}}"`,
        didYouMean(name, [...variables, "inputs.<name>"]),
      );
    }
  }
}

function checkDependencies(report: Report, documents: OpsDocuments): void {
  const ids = [...documents.ids.definitions];
  for (const { file, value, origin } of documents.definitions) {
    for (const dependency of value.depends_on ?? []) {
      if (!ids.includes(dependency.activity))
        report.at(
          { file, path: [...origin(dependency), "activity"] },
          "definition_missing",
          `there is no activity definition "${dependency.activity}"`,
          didYouMean(dependency.activity, ids),
        );
    }
  }
  const edges = new Map(
    documents.definitions.map(({ value }) => [
      value.id,
      (value.depends_on ?? []).map((item) => item.activity),
    ]),
  );
  const cycle = findCycle(edges);
  const first = documents.definitions.find(({ value }) => value.id === cycle?.[0]);
  if (cycle !== undefined && first !== undefined)
    report.at(
      { file: first.file, path: ["depends_on"] },
      "dependency_cycle",
      `activities wait for each other: ${cycle.join(" → ")}`,
      "remove one of these dependencies",
    );
}
