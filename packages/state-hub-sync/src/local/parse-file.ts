import { decode, readYaml, type WorkplanValidators } from "@coulomb-loop/documents";
import type { Decision, Finding, Validator, Workplan, WorkplanTask } from "@coulomb-loop/schemas";
import type { LocalDecision, LocalPlan } from "../model.ts";
import { parsePlan } from "./parse-plan.ts";

/** The contracts of the files that the sync reads. */
export interface LocalValidators extends WorkplanValidators<Workplan, WorkplanTask> {
  readonly decision: Validator<Decision>;
}

/** A workplan without where it stands: the same bytes are the same plan. */
export type ParsedPlan = Omit<LocalPlan, "file" | "blob">;

/** What a file says, as plain JSON. Findings name no file. */
export interface ParsedFile {
  /** Absent where the file cannot be read. */
  readonly plan?: ParsedPlan;
  readonly decision?: Pick<LocalDecision, "values" | "places"> & { readonly id: string };
  readonly findings: readonly Finding[];
}

/** Files that were parsed before, by `<kind>:<blob id>`; a Map is one. What it has lost is parsed again. */
export interface ParsedFiles {
  get(key: string): ParsedFile | undefined;
  set(key: string, parsed: ParsedFile): unknown;
}

/** What a file is read as. */
export type FileKind = "plan" | "decision";

/** The key of a file in `ParsedFiles`. */
export function parsedKey(kind: FileKind, blob: string): string {
  return `${kind}:${blob}`;
}

/** Parses a file, whatever its bytes are. */
export function parseFile(kind: FileKind, bytes: Uint8Array, validators: LocalValidators): ParsedFile {
  const source = decode(bytes);
  if (Array.isArray(source)) return { findings: source };
  if (kind === "plan") return parsePlan(source, validators);
  const { value, findings, locate } = readYaml(source, validators.decision);
  if (value === undefined) return { findings };
  const { schema_version: _version, ...fields } = value;
  const values = withoutFreeKeys(fields);
  const places = Object.fromEntries(Object.keys(values).map((field) => [field, locate([field])]));
  return { decision: { id: value.id, values, places }, findings };
}

/** The same without keys that are people's own (`x_…`): no hub has them. */
function withoutFreeKeys(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => !/^x[-_]/.test(key))
      .map(([key, value]): [string, unknown] => [key, bare(value)]),
  );
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  return typeof value === "object" && value !== null ? withoutFreeKeys(value) : value;
}
