import {
  cadenceMismatches,
  definitionDigest,
  loopName,
  type OpsDocuments,
  type PlacedDefinition,
} from "@coulomb-loop/cadence";
import type { ActivityDefinition, ActivityLock, Finding, Path } from "@coulomb-loop/schemas";
import { inputNames } from "./template.ts";

/** A definition with its digest. */
export interface CompiledDefinition {
  readonly definition: ActivityDefinition;
  readonly body: string;
  readonly file: string;
  readonly digest: string;
  /** Whether the lock holds this digest: what it does not hold is not fired (page 06 R7). */
  readonly isLocked: boolean;
}

/** What the definitions of an ops repo come to. */
export interface Compilation {
  /** In the order of the documents. */
  readonly definitions: readonly CompiledDefinition[];
  /** The lock that fits them. */
  readonly lock: ActivityLock;
  /** Where the lock that was given does not: `lock_stale`, one for each definition. */
  readonly stale: readonly Finding[];
  /** What only the digest or the template's inputs show to be wrong. */
  readonly findings: readonly Finding[];
}

/**
 * Compiles the definitions of an ops repo, which `checkOpsDocuments` has checked, and compares them with their lock.
 * `lockFile` is its path; `lock` is `undefined` when there is none. Pure.
 */
export function compileDefinitions(
  documents: OpsDocuments,
  lock: ActivityLock | undefined,
  lockFile: string,
): Compilation {
  const locked = new Map(Object.entries(lock?.definitions ?? {}));
  const definitions = documents.definitions.map((placed): CompiledDefinition => {
    const digest = definitionDigest(placed.value, placed.body);
    const { value: definition, body, file } = placed;
    return { definition, body, file, digest, isLocked: locked.get(definition.id)?.digest === digest };
  });
  return {
    definitions,
    lock: lockOf(definitions),
    stale: staleFindings(definitions, [...locked.keys()], lockFile),
    findings: documents.definitions.flatMap((placed, index) => [
      ...unprovedFindings(placed, definitions[index]?.digest ?? ""),
      ...inputFindings(placed),
      ...cadenceFindings(documents, placed),
    ]),
  };
}

function lockOf(definitions: readonly CompiledDefinition[]): ActivityLock {
  const entries = definitions.map(({ definition: { id, based_on: basedOn }, digest }) => [
    id,
    { digest, ...(basedOn === undefined ? {} : { based_on: pinned(basedOn) }) },
  ]);
  return { schema_version: "activity-lock/v1", definitions: Object.fromEntries(entries) };
}

function pinned({ supplier, template, ref }: NonNullable<ActivityDefinition["based_on"]>) {
  return { supplier, template, ...(ref === undefined ? {} : { ref }) };
}

function staleFindings(
  definitions: readonly CompiledDefinition[],
  locked: readonly string[],
  lockFile: string,
): Finding[] {
  const hint = "run coulomb activity compile, and commit the lock with the definition";
  const changed = definitions
    .filter(({ isLocked }) => !isLocked)
    .map(({ definition: { id }, file }) => {
      const message = locked.includes(id)
        ? `${id} is not as ${lockFile} pins it`
        : `${id} is not in ${lockFile}`;
      return { code: "lock_stale", severity: "error", message, hint, file, path: ["id"] } as const;
    });
  const ids = new Set(definitions.map(({ definition: { id } }) => id));
  const gone = locked
    .filter((id) => !ids.has(id))
    .map((id) => {
      const message = `${lockFile} pins ${id}, and there is no such definition`;
      return { code: "lock_stale", severity: "error", message, hint, file: lockFile } as const;
    });
  return [...changed, ...gone];
}

/** A proof is of one definition: after a change it proves nothing. */
function unprovedFindings({ file, value, origin }: PlacedDefinition, digest: string): Finding[] {
  const { enabled, enable_gate: gate } = value;
  if (enabled !== true || gate === undefined) return [];
  const proofs = gate.proof ?? [];
  return gate.requires.flatMap((kind): Finding[] => {
    const given = proofs.filter((proof) => proof.kind === kind);
    // That there is none at all is what `gate_unproved` says.
    if (given.length === 0 || given.some((proof) => proof.digest === digest)) return [];
    const last = given.at(-1);
    const path: Path = last === undefined ? ["enable_gate"] : origin(last);
    return [
      {
        code: "gate_digest",
        severity: "error",
        message: `the ${kind} of "${value.id}" is for ${last?.digest === undefined ? "no definition in particular" : "another state of it"}`,
        hint: `prove it as it is now, and write digest: ${digest}; or set enabled: false`,
        file,
        path,
      },
    ];
  });
}

/** In a loop's first phase the cron says how often: worth knowing, and no more. Elsewhere `checkOpsDocuments` finds an error. */
function cadenceFindings(documents: OpsDocuments, { file, value, origin }: PlacedDefinition): Finding[] {
  const loop = documents.loops.find((each) => loopName(each) === value.loop);
  if (loop?.cadence?.value.phases[0]?.name !== value.phase) return [];
  return cadenceMismatches(value).map(({ source, message }) => ({
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
