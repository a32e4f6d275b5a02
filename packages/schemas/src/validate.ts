import type { Finding, Path } from "./finding.ts";
import { fromPointer } from "./finding.ts";
import type { ActivityDefinition } from "./generated/activity-definition.ts";
import type { ActivityLock } from "./generated/activity-lock.ts";
import type { Bundle } from "./generated/bundle.ts";
import type { Cadence } from "./generated/cadence.ts";
import type { Coulomb } from "./generated/coulomb.ts";
import type { Decision } from "./generated/decision.ts";
import type { Evidence } from "./generated/evidence.ts";
import type { Plan } from "./generated/plan.ts";
import type { Promotion } from "./generated/promotion.ts";
import type { PromotionSeal } from "./generated/promotion-seal.ts";
import type { Roster } from "./generated/roster.ts";
import type { Schedule } from "./generated/schedule.ts";
import type { CompiledError, CompiledValidator } from "./generated/validators.js";
import * as compiled from "./generated/validators.js";
import type { Workplan } from "./generated/workplan.ts";
import type { WorkplanTask } from "./generated/workplan-task.ts";
import { didYouMean } from "./suggest.ts";
import type { Validator } from "./validator.ts";

/** Validates coulomb.yaml. */
export const validateCoulomb: Validator<Coulomb> = validator(compiled.coulomb);
/** Validates loops/<loop>/roster.yaml. */
export const validateRoster: Validator<Roster> = validator(compiled.roster);
/** Validates loops/<loop>/cadence.yaml. */
export const validateCadence: Validator<Cadence> = validator(compiled.cadence);
/** Validates a pilot's .kaizen/schedule.yml. */
export const validateSchedule: Validator<Schedule> = validator(compiled.schedule);
/** Validates the frontmatter of activity-definitions/*.md. */
export const validateActivityDefinition: Validator<ActivityDefinition> = validator(
  compiled.activityDefinition,
);
/** Validates activity-definitions/.lock.json. */
export const validateActivityLock: Validator<ActivityLock> = validator(compiled.activityLock);
/** Validates the frontmatter of workplans/*.md. */
export const validateWorkplan: Validator<Workplan> = validator(compiled.workplan);
/** Validates one task fence of a workplan. */
export const validateWorkplanTask: Validator<WorkplanTask> = validator(compiled.workplanTask);
/** Validates evidence.json and the evidence that is pinned with a promotion. */
export const validateEvidence: Validator<Evidence> = validator(compiled.evidence);

/** Validates loops/<loop>/decisions/*.yaml. */
export const validateDecision: Validator<Decision> = validator(compiled.decision);
/** Validates the frontmatter of a bundle. */
export const validateBundle: Validator<Bundle> = validator(compiled.bundle);
/** Validates plan.json. */
export const validatePlan: Validator<Plan> = validator(compiled.plan);

/** A validator of ours from one that ajv compiled for the same schema as the type. */
export function validator<T>(check: CompiledValidator): Validator<T> {
  // The compiled schema is the proof that the value has the type generated from the same schema.
  const conforms = (value: unknown): value is T => check(value);
  return (value) => {
    if (conforms(value)) return { ok: true, value };
    return { ok: false, findings: toFindings(check.errors ?? [], value) };
  };
}

/**
 * Turns ajv's errors into findings, one per flaw: what a combining keyword adds to its branches' errors is noise, and
 * of a value that fails several branches only the deepest complaint is kept.
 */
function toFindings(errors: readonly CompiledError[], root: unknown): Finding[] {
  const combined = new Set(
    errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath),
  );
  const findings: Finding[] = [];
  for (const error of errors) {
    const inBranch = combined.has(error.instancePath);
    if (inBranch && error.keyword !== "anyOf") continue;
    if (inBranch && errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`))) continue;
    findings.push(toFinding(error, pathIn(root, error.instancePath)));
  }
  return findings;
}

/** The pointer as a path: positions in lists are numbers, keys of maps stay text, also `08`. */
function pathIn(root: unknown, pointer: string): Path {
  let node = root;
  return fromPointer(pointer).map((text) => {
    const step = Array.isArray(node) ? Number(text) : text;
    node = isMap(node) ? node[step] : undefined;
    return step;
  });
}

function isMap(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}

function toFinding(error: CompiledError, path: Path): Finding {
  const schema = error.parentSchema ?? {};
  const at = (code: string, message: string, more: Partial<Finding> = {}): Finding => ({
    code,
    severity: "error",
    message,
    path,
    ...more,
  });
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(at, path, String(error.params.additionalProperty), schema);
    case "required":
      return at("schema_required", `${name(path)} lacks "${String(error.params.missingProperty)}"`, {
        hint: `add ${String(error.params.missingProperty)}${describe(schema, String(error.params.missingProperty))}`,
      });
    case "type":
      return at(
        "schema_type",
        `${name(path)} must be ${expectedType(schema)}, received ${show(error.data)}`,
        expectation(schema),
      );
    case "enum": {
      const values = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
      return at(
        "schema_enum",
        `${name(path)} must be one of ${values.join(", ")}, received ${show(error.data)}`,
        {
          hint: didYouMean(typeof error.data === "string" ? error.data : show(error.data), values),
        },
      );
    }
    case "const":
      return wrongConst(at, path, schema.const, error.data);
    case "pattern":
      return at(
        "schema_pattern",
        `${name(path)} must be ${textOf(schema["x-expect"]) ?? `text like ${textOf(schema.pattern)}`}, received ${show(error.data)}`,
      );
    case "anyOf":
      return at("schema_type", `${name(path)} has a value of no allowed form, received ${show(error.data)}`, {
        hint: textOf(schema.description) ?? "see the schema",
      });
    default:
      return at(
        "schema_range",
        `${name(path)} ${error.message ?? "is out of range"}, received ${show(error.data)}`,
        expectation(schema),
      );
  }
}

type At = (code: string, message: string, more?: Partial<Finding>) => Finding;

/** The pattern by which a schema leaves keys to its users. */
const freeKeys = "^x[-_]";

function unknownKey(at: At, path: Path, key: string, schema: Readonly<Record<string, unknown>>): Finding {
  const known = Object.keys(schema.properties ?? {});
  const patterns = Object.keys(schema.patternProperties ?? {});
  const named = patterns.find((pattern) => pattern !== freeKeys);
  const hint = known.length === 0 && named !== undefined ? `keys match ${named}` : didYouMean(key, known);
  return at("schema_unknown_key", `"${key}" is no key of ${name(path)}`, {
    path: [...path, key],
    target: "key",
    hint: patterns.includes(freeKeys) ? `${hint} (keys of your own start with x_ or x-)` : hint,
  });
}

function wrongConst(at: At, path: Path, expected: unknown, received: unknown): Finding {
  if (path.at(-1) !== "schema_version") {
    return at("schema_const", `${name(path)} must be ${show(expected)}, received ${show(received)}`);
  }
  const [format, major] = String(expected).split("/v");
  const newer = /^([a-z-]+)\/v(\d+)$/.exec(textOf(received) ?? "");
  const isNewer = newer !== null && newer[1] === format && Number(newer[2]) > Number(major);
  return at("schema_version", `schema_version must be ${show(expected)}, received ${show(received)}`, {
    hint: isNewer
      ? "this file was written for a newer release: update coulomb"
      : `write schema_version: ${String(expected)}`,
  });
}

function name(path: Path): string {
  return path.length === 0
    ? "the document"
    : path
        .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
        .join("");
}

function describe(schema: Readonly<Record<string, unknown>>, key: string): string {
  const property = isMap(schema.properties) ? schema.properties[key] : undefined;
  const description = isMap(property) ? textOf(property.description) : undefined;
  return description === undefined ? "" : `: ${description}`;
}

function expectation(schema: Readonly<Record<string, unknown>>): Partial<Finding> {
  const form = textOf(schema["x-expect"]);
  if (form !== undefined) return { hint: `expected ${form}` };
  const meaning = textOf(schema.description);
  return meaning === undefined ? {} : { hint: `what it is for: ${meaning}` };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

const article: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "a map",
  string: "text",
};

function expectedType(schema: Readonly<Record<string, unknown>>): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) => article[String(type)] ?? String(type)).join(" or ");
}

/** Shows a received value shortly; never prints more than 60 characters of it. */
function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

/** Validates loops/<loop>/promotions/<id>.yaml. */
export const validatePromotion: Validator<Promotion> = validator(compiled.promotion);

/** Validates loops/<loop>/promotions/<id>.seal.yaml. */
export const validatePromotionSeal: Validator<PromotionSeal> = validator(compiled.promotionSeal);
