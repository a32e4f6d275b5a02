import { definitionDigest, type OpsDocuments } from "@coulomb-loop/cadence";
import type { ActivityDefinition, ActivityLock, Finding } from "@coulomb-loop/schemas";
import { definitionFindings } from "./definition-findings.ts";

/** A definition with its digest. */
export interface CompiledDefinition {
  readonly definition: ActivityDefinition;
  readonly body: string;
  readonly file: string;
  readonly digest: string;
  /** Whether the lock holds this digest: what it does not hold is not fired (page 06 R7). */
  readonly isLocked: boolean;
  /** Errors of it among the findings: while there is one it is not fired. */
  readonly flaws: readonly Finding[];
}

/** What the definitions of an ops repo come to. */
export interface Compilation {
  /** In the order of the documents. */
  readonly definitions: readonly CompiledDefinition[];
  /** The lock that fits them. */
  readonly lock: ActivityLock;
  /** Where the lock that was given does not: `lock_stale`, one for each definition. */
  readonly stale: readonly Finding[];
  /** What is wrong with the gate of each, its inputs and its cadence. */
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
  const found = documents.definitions.map((placed) => definitionFindings(documents, placed));
  const definitions = documents.definitions.map((placed, index): CompiledDefinition => {
    const { value: definition, body, file } = placed;
    const digest = definitionDigest(definition, body);
    const isLocked = locked.get(definition.id)?.digest === digest;
    const flaws = found[index]?.filter(({ severity }) => severity === "error") ?? [];
    return { definition, body, file, digest, isLocked, flaws };
  });
  return {
    definitions,
    lock: lockOf(definitions),
    stale: staleFindings(definitions, [...locked.keys()], lockFile),
    findings: found.flat(),
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
