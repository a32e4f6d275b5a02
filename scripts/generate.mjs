// Generates packages/schemas/src/generated from schemas/*.schema.json: types (json-schema-to-typescript) and
// validators (ajv, compiled ahead so that start-up does not pay for it). `--check` writes nothing and fails when a
// committed file is not what the schemas generate. `--root DIR` works on another tree (for the tests).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";

const args = process.argv.slice(2);
const rootFlag = args.indexOf("--root");
const root = rootFlag === -1 ? dirname(dirname(fileURLToPath(import.meta.url))) : args[rootFlag + 1];
const target = join(root, "packages/schemas/src/generated");
const banner = "// Generated from schemas/ by `npm run generate`. Do not edit.\n";

const schemas = readdirSync(join(root, "schemas"))
  .filter((name) => name.endsWith(".schema.json"))
  .sort()
  .map((name) => ({
    name: name.slice(0, -".schema.json".length),
    schema: JSON.parse(readFileSync(join(root, "schemas", name), "utf8")),
  }));

const files = new Map();
for (const { name, schema } of schemas) {
  files.set(`${name}.ts`, banner + (await types(schema)));
}
const contracts = schemas.filter(({ schema }) => schema["x-output"] !== true);
const apis = schemas.filter(({ schema }) => schema["x-bodies"] === true);
// JavaScript with a declaration file: Node would spend 100 ms on stripping the types of half a megabyte.
addValidators(
  "validators",
  contracts.map(({ name, schema }) => ({ name: camel(name), id: schema.$id })),
  `
/** A validator as ajv compiles it: true, or false with its errors on the function. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}

/** One violation, with the schema that was violated and the value that violates it. */
export interface CompiledError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}
`,
);
// Of an API: one of each body that it takes, apart, because only who speaks it needs them.
for (const { name, schema } of apis) {
  files.set(`${name}-definitions.ts`, definitions(schema));
  addValidators(
    `${name}-validators`,
    Object.entries(schema.$defs)
      .filter(([, definition]) => definition["x-body"] === true)
      .map(([key]) => ({ name: camel(key), id: `${schema.$id}#/$defs/${key}` })),
    'import type { CompiledValidator } from "./validators.js";\n',
  );
}

files.set("schedule-ownership.ts", ownership(schemas.find(({ name }) => name === "schedule").schema));

/** The `x-ownership` marks of the schedule schema as pointer patterns: a key by pattern becomes `<step>`. */
function ownership(schema) {
  const rules = [];
  const walk = (node, pointer) => {
    const merged =
      node.$ref === undefined ? node : { ...schema.$defs[node.$ref.slice("#/$defs/".length)], ...node };
    if (merged["x-ownership"] !== undefined) rules.push({ path: pointer, class: merged["x-ownership"] });
    for (const [key, child] of Object.entries(merged.properties ?? {})) walk(child, `${pointer}/${key}`);
    for (const [pattern, child] of Object.entries(merged.patternProperties ?? {})) {
      if (pattern !== "^x[-_]") walk(child, `${pointer}/<step>`);
    }
  };
  walk(schema, "");
  const lines = rules.map((rule) => `  { path: "${rule.path}", class: "${rule.class}" },\n`).join("");
  return `${banner}\n/** Who owns which path of a schedule file by default: the x-ownership marks of schemas/schedule.schema.json. */\nexport const scheduleOwnership = [\n${lines}] as const;\n`;
}

/** The definitions of an API's bodies as data, for its description. */
function definitions(schema) {
  const text = JSON.stringify(withoutMarks(schema.$defs));
  return `${banner}\n/** The bodies of the API, by name: JSON Schemas (2020-12) that refer to each other by \`#/$defs/<name>\`. */\nexport const definitions: Readonly<Record<string, unknown>> = JSON.parse(\n  ${JSON.stringify(text)},\n);\n`;
}

function withoutMarks(node) {
  if (Array.isArray(node)) return node.map(withoutMarks);
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node).filter(([key]) => key !== "x-body");
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutMarks(value)]));
}

/** json-schema-to-typescript reads draft-4 words: patternProperties for free keys would add an index signature. */
async function types(schema) {
  return compile(withoutFreeKeys(structuredClone(schema)), schema.title, {
    bannerComment: "",
    additionalProperties: false,
    declareExternallyReferenced: true,
    format: false,
    unreachableDefinitions: schema["x-bodies"] === true,
  });
}

function withoutFreeKeys(node) {
  if (Array.isArray(node)) return node.map(withoutFreeKeys);
  if (node === null || typeof node !== "object") return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "patternProperties" && Object.keys(value).every((pattern) => pattern === "^x[-_]")) continue;
    if (key === "examples" || key === "$id") continue;
    copy[key] = withoutFreeKeys(value);
  }
  // Its tuples come from draft-4 `items: […]`.
  if (copy.prefixItems !== undefined) {
    copy.items = copy.prefixItems;
    delete copy.prefixItems;
  }
  return copy;
}

/** Compiles validators, each exported under its name, with their declarations and what those need besides. */
function addValidators(file, validated, declarations) {
  files.set(`${file}.js`, validators(validated));
  const declared = validated.map(({ name }) => `export declare const ${name}: CompiledValidator;\n`).join("");
  const isImport = declarations.startsWith("import ");
  files.set(
    `${file}.d.ts`,
    banner + (isImport ? declarations : "") + declared + (isImport ? "" : declarations),
  );
}

function validators(validated) {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    code: { source: true, esm: true, lines: true },
    discriminator: true,
    keywords: ["x-expect", "x-ownership", "x-output", "x-bodies", "x-body"],
  });
  for (const { schema } of schemas) {
    const { examples: _examples, ...lean } = schema;
    ajv.addSchema(lean);
  }
  const exported = Object.fromEntries(validated.map(({ name, id }) => [name, id]));
  // ESM output still holds CommonJS calls for ajv's runtime helpers; static imports load everywhere.
  const helpers = new Map();
  const code = standalone.default(ajv, exported).replace(/require\("([^"]+)"\)\.default/g, (_all, path) => {
    const id = helpers.get(path) ?? `helper${helpers.size}`;
    helpers.set(path, id);
    return id;
  });
  if (code.includes("require("))
    throw new Error("ajv's standalone code calls require() in a form this script does not know");
  // Node gives a CommonJS module's whole exports as its default, bundlers its default export: take either.
  const imports = [...helpers]
    .map(
      ([path, id]) =>
        `import ${id}Module from "${path}.js";\nconst ${id} = ${id}Module.default ?? ${id}Module;\n`,
    )
    .join("");
  return `${banner}${imports}${code}\n`;
}

function camel(name) {
  return name.replace(/[-_]([a-z])/g, (_all, letter) => letter.toUpperCase());
}

const stale = [];
for (const [name, content] of files) {
  const path = join(target, name);
  if (!existsSync(path) || readFileSync(path, "utf8") !== content) stale.push(name);
}
const orphans = existsSync(target) ? readdirSync(target).filter((name) => !files.has(name)) : [];

if (args.includes("--check")) {
  for (const name of stale)
    console.error(`packages/schemas/src/generated/${name}: not what schemas/ generates`);
  for (const name of orphans) console.error(`packages/schemas/src/generated/${name}: no schema generates it`);
  if (stale.length + orphans.length > 0) {
    console.error("Run `npm run generate` and commit the result.");
    process.exit(1);
  }
  console.log(`generated files: ${files.size} fresh`);
} else {
  mkdirSync(target, { recursive: true });
  for (const name of orphans) rmSync(join(target, name));
  for (const name of stale) writeFileSync(join(target, name), files.get(name));
  console.log(`generated files: ${stale.length} written, ${files.size - stale.length} fresh`);
}
