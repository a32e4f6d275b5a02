import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Path } from "./finding.ts";
import { toPointer } from "./finding.ts";
import type { Validator } from "./index.ts";
import * as schemas from "./index.ts";
import type { Salvaged } from "./salvage.ts";
import { salvage } from "./salvage.ts";

const { validateCadence, validateRoster, validateSchedule, validateWorkplan } = schemas;

function isNode(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

function partAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (isNode(node) ? node[step] : undefined), root);
}

/** Paths of all parts below the root, in document order. */
function partsOf(value: unknown, path: Path = []): Path[] {
  if (!isNode(value)) return [];
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const below: Path = [...path, key];
    const found: Path[] = [below];
    return found.concat(partsOf(value[key], below));
  });
}

/**
 * The parts of a result, by pointer, that do not stand in the raw document at the place that `origin` names: scalars
 * must be equal, maps and lists of the same kind.
 */
function misplaced(raw: unknown, value: unknown, origin: Salvaged<unknown>["origin"]): string[] {
  return partsOf(value).flatMap((path) => {
    const parent = partAt(value, path.slice(0, -1));
    const item = partAt(value, path);
    const key = path.at(-1);
    if (!isNode(parent) || key === undefined) return [];
    const place = typeof key === "number" ? origin(parent, key) : [...origin(parent), key];
    const found = partAt(raw, place);
    const same = isNode(item)
      ? isNode(found) &&
        Array.isArray(found) === Array.isArray(item) &&
        toPointer(origin(item)) === toPointer(place)
      : Object.is(found, item);
    return same ? [] : [toPointer(path)];
  });
}

const entry = (repo: string, more: object = {}) => ({ repo, ...more });
const roster = (more: object) => ({ schema_version: "roster/v1", loop: "kaizen-stack", active: [], ...more });
const agent = { cadence: "daily", enabled: true };
const plan = (more: object) => ({
  id: "LOOP-WP-0001",
  type: "workplan",
  title: "t",
  status: "active",
  tasks: [],
  ...more,
});
const override = {
  path: "/agents/coach/cron",
  reason: "r",
  owner: "ops",
  expires_at: "2026-09-01T00:00:00Z",
};

describe("salvage", () => {
  it.each([
    [
      "nothing of a good document",
      validateRoster,
      roster({ active: [entry("a")] }),
      roster({ active: [entry("a")] }),
    ],
    ["an unknown key", validateRoster, roster({ activ: [] }), roster({})],
    ["a flawed value that is not required", validateRoster, roster({ decision: 5 }), roster({})],
    [
      "an item without a required key",
      validateRoster,
      roster({ active: [entry("a"), {}, entry("b")] }),
      roster({ active: [entry("a"), entry("b")] }),
    ],
    [
      "an item once that lacks two required keys",
      validateRoster,
      roster({ removed: [entry("a"), { repo: "b", mode: "release", reason: "r" }] }),
      roster({ removed: [{ repo: "b", mode: "release", reason: "r" }] }),
    ],
    [
      "an item once that has two flaws",
      validateWorkplan,
      plan({ depends_on: ["", "LOOP-WP-0002"] }),
      plan({ depends_on: ["LOOP-WP-0002"] }),
    ],
    [
      "several items",
      validateRoster,
      roster({ active: [{}, entry("a"), {}, {}, entry("b")] }),
      roster({ active: [entry("a"), entry("b")] }),
    ],
    [
      "an item and a part of it",
      validateRoster,
      roster({ active: [{ wave: -1 }, entry("a", { wave: -1 })] }),
      roster({ active: [entry("a")] }),
    ],
    [
      "an override that lost its path, and not its entry",
      validateRoster,
      roster({ active: [entry("a", { overrides: [{ ...override, path: 1 }, override] })] }),
      roster({ active: [entry("a", { overrides: [override] })] }),
    ],
    [
      "an agent with a name of digits",
      validateSchedule,
      { timezone: "UTC", agents: { "08": {}, coach: agent } },
      { timezone: "UTC", agents: { coach: agent } },
    ],
    [
      "a key that objects are born with",
      validateSchedule,
      JSON.parse('{"timezone":"UTC","agents":{},"__proto__":{"a":1}}'),
      { timezone: "UTC", agents: {} },
    ],
  ] satisfies [string, Validator<unknown>, unknown, unknown][])(
    "takes out %s",
    (_what, validate: Validator<unknown>, raw, expected) => {
      const before = structuredClone(raw);
      const salvaged = salvage(raw, validate);
      expect(salvaged?.value).toEqual(expected);
      expect(raw).toEqual(before);
      expect(misplaced(raw, salvaged?.value, salvaged?.origin ?? (() => []))).toEqual([]);
    },
  );

  it.each([
    ["text", "roster"],
    ["nothing", null],
    ["a list", []],
    ["a document of another version", { ...roster({}), schema_version: "roster/v2" }],
    ["a document that lacks a required key", { schema_version: "roster/v1", loop: "a" }],
  ])("leaves nothing of %s", (_what, raw) => {
    expect(salvage(raw, validateRoster)).toBeUndefined();
  });

  it("leaves nothing where a required list empties out", () => {
    const cadence = {
      schema_version: "cadence/v1",
      loop: "a",
      timezone: "UTC",
      steps: ["coach"],
      phases: [{ name: "p" }],
    };
    expect(salvage(cadence, validateCadence)).toBeUndefined();
  });

  it("gives the places before the removal", () => {
    const raw = roster({ active: [{}, entry("a"), {}, entry("b", { overrides: [{}, override] })] });
    const salvaged = salvage(raw, validateRoster);
    if (salvaged === undefined) throw new Error("nothing is left");
    const { value, origin } = salvaged;
    expect(value.active.map((item) => origin(item))).toEqual([
      ["active", 1],
      ["active", 3],
    ]);
    expect(value.active[1]?.overrides?.map((item) => origin(item))).toEqual([["active", 3, "overrides", 1]]);
    expect(origin(value)).toEqual([]);
    expect(origin(value.active)).toEqual(["active"]);
    expect(origin(value.active, 1)).toEqual(["active", 3]);
  });

  it("gives the places of scalars in lists", () => {
    const salvaged = salvage(plan({ depends_on: [1, "A-WP-0001", "x", "B-WP-0002"] }), validateWorkplan);
    const list = salvaged?.value.depends_on ?? [];
    expect([0, 1].map((item) => salvaged?.origin(list, item))).toEqual([
      ["depends_on", 1],
      ["depends_on", 3],
    ]);
  });

  it("knows no place of a stranger", () => {
    expect(salvage(roster({}), validateRoster)?.origin({})).toEqual([]);
  });
});

const folder = new URL("../../../schemas/", import.meta.url);
const validators: readonly [string, Validator<unknown>][] = [
  ["activity-definition", schemas.validateActivityDefinition],
  ["cadence", validateCadence],
  ["coulomb", schemas.validateCoulomb],
  ["decision", schemas.validateDecision],
  ["plan", schemas.validatePlan],
  ["roster", validateRoster],
  ["schedule", validateSchedule],
  ["workplan", validateWorkplan],
  ["workplan-task", schemas.validateWorkplanTask],
];

function examplesOf(name: string): unknown[] {
  const schema: unknown = JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), "utf8"));
  return isNode(schema) && Array.isArray(schema.examples) ? schema.examples : [];
}

type Flaw = {
  readonly place: number;
  readonly kind: "replace" | "delete" | "repeat" | "add";
  readonly value: unknown;
};
const flaw: fc.Arbitrary<Flaw> = fc.record({
  place: fc.nat(10_000),
  kind: fc.constantFrom("replace" as const, "delete" as const, "repeat" as const, "add" as const),
  value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("", "a b", -1, 1.5, "0", "roster/v2")),
});

function corrupt(document: unknown, { place, kind, value }: Flaw): void {
  const parts = partsOf(document);
  const path = parts[place % parts.length];
  const last = path?.at(-1);
  if (path === undefined || last === undefined) return;
  const parent = partAt(document, path.slice(0, -1));
  if (!isNode(parent)) return;
  if (kind === "replace") parent[last] = structuredClone(value);
  else if (kind === "delete" && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (kind === "delete") delete parent[last];
  else if (kind === "repeat" && Array.isArray(parent))
    parent.splice(Number(last), 0, structuredClone(parent[last]));
  else if (Array.isArray(parent)) parent.unshift(structuredClone(value));
  else parent.bogus = structuredClone(value);
}

describe("salvage of a corrupted document", () => {
  it("knows every contract", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
    expect(names.length).toBeGreaterThanOrEqual(validators.length);
    for (const [name] of validators) expect(examplesOf(name)).not.toHaveLength(0);
  });

  it.each(validators)("of %s is valid or nothing, and leaves its input alone", (name, validate) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examplesOf(name)),
        fc.array(flaw, { minLength: 1, maxLength: 5 }),
        (example, flaws) => {
          const raw = structuredClone(example);
          for (const one of flaws) corrupt(raw, one);
          const before = structuredClone(raw);
          const salvaged = salvage(raw, validate);
          expect(raw).toEqual(before);
          fc.pre(salvaged !== undefined);
          expect(validate(salvaged.value).ok).toBe(true);
          expect(misplaced(raw, salvaged.value, salvaged.origin)).toEqual([]);
          expect(validate(raw).ok).toBe(partsOf(raw).length === partsOf(salvaged.value).length);
        },
      ),
      { numRuns: 150, maxSkipsPerRun: 1000 },
    );
  });
});

describe("salvage with neutral values", () => {
  const flawed = { schema_version: "roster/v1", loop: 7, active: "none", defaults: { phase: "bootstrap" } };
  const neutral = { schema_version: "roster/v1", loop: "kaizen-stack", active: [] };

  it("keeps a document whose required keys are flawed, and never changes it", () => {
    const before = structuredClone(flawed);
    expect(salvage(flawed, schemas.validateRoster)).toBeUndefined();
    expect(salvage(flawed, schemas.validateRoster, neutral)?.value).toEqual({
      ...neutral,
      defaults: { phase: "bootstrap" },
    });
    expect(flawed).toEqual(before);
  });

  it.each([[undefined], [null], ["text"], [[]], [7]])("gives up on %j", (raw) => {
    expect(salvage(raw, schemas.validateRoster, neutral)).toBeUndefined();
  });

  it("gives up where the neutral values are not enough", () => {
    expect(salvage({}, schemas.validateRoster, { loop: "x" })).toBeUndefined();
  });
});
