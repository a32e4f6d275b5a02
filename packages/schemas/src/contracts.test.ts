import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as schemas from "./index.ts";

type Node = Readonly<Record<string, unknown>>;

const folder = new URL("../../../schemas/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) => ({ name: name.slice(0, -".schema.json".length), schema: read(name) }));
const contracts = files.filter(({ schema }) => schema["x-output"] !== true);

const validators: Readonly<Record<string, schemas.Validator<unknown>>> = {
  "activity-definition": schemas.validateActivityDefinition,
  bundle: schemas.validateBundle,
  cadence: schemas.validateCadence,
  coulomb: schemas.validateCoulomb,
  decision: schemas.validateDecision,
  evidence: schemas.validateEvidence,
  plan: schemas.validatePlan,
  promotion: schemas.validatePromotion,
  "promotion-seal": schemas.validatePromotionSeal,
  roster: schemas.validateRoster,
  "activity-lock": schemas.validateActivityLock,
  schedule: schemas.validateSchedule,
  workplan: schemas.validateWorkplan,
  "workplan-task": schemas.validateWorkplanTask,
};

function read(name: string): Node {
  const parsed: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  if (!isNode(parsed)) throw new Error(`${name} holds no map`);
  return parsed;
}

function examplesOf(schema: Node): readonly unknown[] {
  return Array.isArray(schema.examples) ? schema.examples : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function maps(value: unknown): [string, Node][] {
  return isNode(value)
    ? Object.entries(value).flatMap(([key, item]): [string, Node][] => (isNode(item) ? [[key, item]] : []))
    : [];
}

/** Every schema below one, with its pointer: what a keyword such as `enum` or `examples` holds is data. */
function subschemas(node: Node, pointer = ""): [string, Node][] {
  const below: [string, Node][] = [
    ...["properties", "patternProperties", "$defs"].flatMap((word) =>
      maps(node[word]).map(([key, item]): [string, Node] => [`${pointer}/${word}/${key}`, item]),
    ),
    ...["items", "additionalProperties"].flatMap((word): [string, Node][] => {
      const item = node[word];
      return isNode(item) ? [[`${pointer}/${word}`, item]] : [];
    }),
    ...["anyOf", "oneOf", "allOf", "prefixItems"].flatMap((word) => {
      const branches: readonly unknown[] = Array.isArray(node[word]) ? node[word] : [];
      return branches.flatMap((item, index): [string, Node][] =>
        isNode(item) ? [[`${pointer}/${word}/${index}`, item]] : [],
      );
    }),
  ];
  return below.concat(below.flatMap(([at, item]) => subschemas(item, at)));
}

function describes(root: Node, node: Node): boolean {
  if (typeof node.description === "string" && node.description !== "") return true;
  const name = typeof node.$ref === "string" ? node.$ref.replace("#/$defs/", "") : "";
  const target = maps(root.$defs).find(([key]) => key === name)?.[1];
  return target !== undefined && describes(root, target);
}

describe("the contracts", () => {
  it("have a validator each, and every validator a contract", () => {
    expect(contracts.map(({ name }) => name).sort()).toEqual(Object.keys(validators).sort());
  });

  it.each(files)("$name names itself", ({ name, schema }) => {
    expect(schema.$id).toBe(`urn:coulomb-loop:schema:${name}`);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.title).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(schema.description).toMatch(/\S/);
  });

  it.each(contracts)("$name has examples, and its validator takes them", ({ name, schema }) => {
    expect(examplesOf(schema)).not.toHaveLength(0);
    for (const example of examplesOf(schema))
      expect(validators[name]?.(example)).toEqual({ ok: true, value: example });
  });

  it.each(files)("$name is strict, and its examples are valid", ({ schema }) => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      allowMatchingProperties: true,
      discriminator: true,
      keywords: ["x-expect", "x-ownership", "x-output", "x-bodies", "x-body"],
    });
    const validate = ajv.compile(schema);
    expect(examplesOf(schema).filter((example) => !validate(example))).toEqual([]);
  });

  it.each(files)("$name describes every property", ({ schema }) => {
    const silent = subschemas(schema)
      .filter(([pointer]) => /\/(?:properties|patternProperties|\$defs)\/[^/]+$/.test(pointer))
      .filter(([, node]) => !describes(schema, node));
    expect(silent.map(([pointer]) => pointer)).toEqual([]);
  });

  it.each(files)("$name refers only to definitions it has", ({ schema }) => {
    const known = new Set(maps(schema.$defs).map(([name]) => `#/$defs/${name}`));
    const missing = subschemas(schema).flatMap(([, node]) =>
      typeof node.$ref === "string" && !known.has(node.$ref) ? [node.$ref] : [],
    );
    expect(missing).toEqual([]);
  });

  it("agree on every definition they share", () => {
    const variants = new Map<string, Set<string>>();
    for (const { schema } of files) {
      for (const [key, definition] of maps(schema.$defs)) {
        // Two outputs may each call their rows `repo`; values mean the same everywhere.
        if (schema["x-output"] === true && definition.properties !== undefined) continue;
        variants.set(key, (variants.get(key) ?? new Set()).add(JSON.stringify(definition)));
      }
    }
    expect(variants.size).toBeGreaterThan(10);
    expect([...variants].filter(([, texts]) => texts.size > 1)).toEqual([]);
  });

  it.each(files)("$name has only maps whose keys are known, or freely named", ({ schema }) => {
    const open = subschemas(schema)
      .filter(([, node]) => node.properties !== undefined && node.additionalProperties === undefined)
      .map(([pointer]) => pointer);
    expect(open).toEqual([]);
  });

  it.each(files)("$name has patterns that compile in unicode mode", ({ schema }) => {
    const patterns = subschemas(schema).flatMap(([, node]) =>
      typeof node.pattern === "string" ? [node.pattern] : [],
    );
    for (const pattern of patterns) expect(() => new RegExp(pattern, "u")).not.toThrow();
  });
});

describe("the schedule contract", () => {
  it("takes the example of LOOP-WP-0001 as it is written", () => {
    const example = {
      timezone: "Europe/Berlin",
      agents: {
        coach: { cadence: "daily", cron: "0 * * * *", enabled: true },
        optimization: { cadence: "daily", cron: "30 * * * *", enabled: true },
      },
    };
    expect(schemas.validateSchedule(example).ok).toBe(true);
  });

  it("marks who owns which path", () => {
    expect(schemas.scheduleOwnership).toEqual([
      { path: "/timezone", class: "seed" },
      { path: "/domain", class: "seed" },
      { path: "/agents/<step>/cadence", class: "overridable" },
      { path: "/agents/<step>/cron", class: "overridable" },
      { path: "/agents/<step>/enabled", class: "enforced" },
    ]);
  });
});
