import {
  cadenceMismatches,
  gateFindings,
  loopName,
  type OpsDocuments,
  type PlacedDefinition,
} from "@coulomb-loop/cadence";
import type { Finding } from "@coulomb-loop/schemas";
import { parsePrepare } from "./prepare-command.ts";
import { inputNames } from "./template.ts";

/**
 * What the runtime finds wrong with a definition that `checkOpsDocuments` has checked: with an error among it the definition is
 * not fired. Pure.
 */
export function definitionFindings(documents: OpsDocuments, placed: PlacedDefinition): readonly Finding[] {
  return [
    ...gateFindings(placed),
    ...inputFindings(placed),
    ...prepareFindings(documents, placed),
    ...cadenceFindings(documents, placed),
  ];
}

/** A command that nobody runs: what waits until it is prepared may wait in vain. */
function prepareFindings({ definitions }: OpsDocuments, { file, value }: PlacedDefinition): Finding[] {
  const { prepare } = value.task;
  if (value.trigger.kind === "manual" || prepare === undefined || parsePrepare(prepare) !== undefined)
    return [];
  const waiting = definitions.find((other) =>
    other.value.depends_on?.some(({ activity, when }) => activity === value.id && when === "prepared"),
  );
  return [
    {
      code: "prepare_unknown",
      severity: waiting === undefined ? "warning" : "error",
      message: `a tick with --prepare does not run "${prepare}"${waiting === undefined ? "" : `, and ${waiting.value.id} waits until ${value.id} is prepared`}`,
      hint: 'write "coulomb kaizen metrics optimize" or "coulomb kaizen schedule prepare <agent>" with the agent\'s name: it runs nothing else',
      file,
      path: ["task", "prepare"],
    },
  ];
}

/** In a loop's first phase the cron says how often: worth knowing, and no more. Elsewhere `checkOpsDocuments` finds an error. */
function cadenceFindings(documents: OpsDocuments, { file, value, origin }: PlacedDefinition): Finding[] {
  const loop = documents.loops.find((each) => loopName(each) === value.loop);
  if (loop?.cadence?.value.phases[0]?.name !== value.phase) return [];
  return cadenceMismatches(documents, value).map(({ source, message }) => ({
    code: "definition_cadence",
    severity: "info",
    message,
    hint: "in the first phase the cron carries the cadence: nothing to do",
    file,
    path: [...origin(source), "params", "cadence"],
  }));
}

/** Inputs of a scheduled task are what its resolver tells of a repo. */
function inputFindings({ file, value, body, bodyLine }: PlacedDefinition): Finding[] {
  if (value.trigger.kind === "manual") return [];
  const inBody = body.split("\n").flatMap((line, index) =>
    unknownInputs(line).map((match) => ({
      ...unknownInput(match[1] ?? ""),
      file,
      line: bodyLine + index,
      column: match.index + 1,
    })),
  );
  const inTask = [value.task.title, value.task.prepare ?? "", value.task.close ?? ""].flatMap((text) =>
    unknownInputs(text).map((match) => ({ ...unknownInput(match[1] ?? ""), file, path: ["task"] })),
  );
  return [...inBody, ...inTask];
}

function unknownInputs(text: string): RegExpExecArray[] {
  return [...text.matchAll(/\{\{\s*inputs\.([a-z][a-z0-9_.]*)\s*\}\}/g)].filter(
    ([, name = ""]) => !inputNames.includes(name),
  );
}

function unknownInput(name: string): Omit<Finding, "file"> {
  return {
    code: "variable_unknown",
    severity: "error",
    message: `there is no input "${name}" in a scheduled task`,
    hint: `inputs are ${inputNames.join(", ")}`,
  };
}
