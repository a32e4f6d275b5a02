import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  definitionDigest,
  type OpsDocuments,
  type Placed,
  type PlacedDefinition,
} from "@coulomb-loop/cadence";
import { decode, readMarkdown, readYaml, type Source } from "@coulomb-loop/documents";
import {
  type ActivityDefinition,
  type Cadence,
  type Coulomb,
  type Roster,
  salvage,
  type Validator,
  validateActivityDefinition,
  validateCadence,
  validateCoulomb,
  validateRoster,
} from "@coulomb-loop/schemas";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Changes to what this project's own files say. */
export interface OpsChanges {
  readonly roster?: (roster: Roster) => Roster;
  readonly cadence?: (cadence: Cadence) => Cadence;
  readonly definition?: (definition: ActivityDefinition) => ActivityDefinition;
  readonly body?: (id: string, body: string) => string;
}

function same<T>(value: T): T {
  return value;
}

/**
 * The ops repo that this project is, as its files are, with changes. The bootstrap definitions of the loop are enabled. Of what
 * is enabled without any proof every required one is added.
 */
export function ownOps(changes: OpsChanges = {}): OpsDocuments {
  const { roster = same, cadence = same, definition = enabled, body = (_id, text) => text } = changes;
  const loop = "loops/kaizen-stack";
  const names = readdirSync(join(root, "activity-definitions")).filter((name) => name.endsWith(".md"));
  const definitions = names
    .sort()
    .map((name) => definitionIn(`activity-definitions/${name}`, definition, body));
  return {
    coulomb: placed<Coulomb>("coulomb.yaml", validateCoulomb, same),
    loops: [
      {
        folder: loop,
        roster: placed(`${loop}/roster.yaml`, validateRoster, roster),
        cadence: placed(`${loop}/cadence.yaml`, validateCadence, cadence),
        decisions: [],
        promotions: [],
        seals: [],
      },
    ],
    definitions,
    workplans: [],
    ids: {
      definitions: new Set(names.map((name) => basename(name, ".md"))),
      workplans: new Set(),
      decisions: new Set(),
    },
  };
}

/** Enables the hourly definitions of the loop. */
export function enabled(definition: ActivityDefinition): ActivityDefinition {
  return definition.id.startsWith("hourly-") ? { ...definition, enabled: true } : definition;
}

/** The schedule file of a pilot in sync with the bootstrap phase; `more` is appended. */
export function inSync(more = ""): string {
  return `timezone: Europe/Berlin
domain: custodian
agents:
  coach:
    cadence: daily
    cron: "15 * * * *"
    enabled: true
  optimization:
    cadence: daily
    cron: "30 * * * *"
    enabled: true
${more}`;
}

function sourceOf(path: string): Source {
  const source = decode(readFileSync(join(root, path)), path);
  if (Array.isArray(source)) throw new Error(`${path} is no text`);
  return source;
}

function placed<T>(path: string, validate: Validator<T>, change: (value: T) => T): Placed<T> {
  const { value } = readYaml(sourceOf(path), validate);
  return replaced(path, value, validate, change);
}

function replaced<T>(
  path: string,
  value: T | undefined,
  validate: Validator<T>,
  change: (value: T) => T,
): Placed<T> {
  if (value === undefined) throw new Error(`${path} is not valid`);
  const salvaged = salvage(change(value), validate);
  if (salvaged === undefined) throw new Error(`${path}: the change breaks it`);
  return { file: path, ...salvaged };
}

function definitionIn(
  path: string,
  change: (definition: ActivityDefinition) => ActivityDefinition,
  bodyOf: (id: string, body: string) => string,
): PlacedDefinition {
  const { value, body } = readMarkdown(sourceOf(path), validateActivityDefinition);
  const changed = (definition: ActivityDefinition) => {
    const made = change(definition);
    return proved(made, bodyOf(made.id, body.text));
  };
  const read = replaced(path, value, validateActivityDefinition, changed);
  return { ...read, body: bodyOf(read.value.id, body.text), bodyLine: body.line };
}

function proved(definition: ActivityDefinition, body: string): ActivityDefinition {
  const { enabled: isOn, enable_gate: gate } = definition;
  if (isOn !== true || gate === undefined || (gate.proof ?? []).length > 0) return definition;
  const digest = definitionDigest(definition, body);
  const proof = gate.requires.map((kind) => ({ kind, ref: "log", digest }));
  return { ...definition, enable_gate: { ...gate, proof } };
}
