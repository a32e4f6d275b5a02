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
// JavaScript with a declaration file: Node would spend 100 ms on stripping the types of half a megabyte.
files.set("validators.js", validators());
files.set(
  "validators.d.ts",
  banner +
    contracts.map(({ name }) => `export declare const ${camel(name)}: CompiledValidator;\n`).join("") +
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

/** json-schema-to-typescript reads draft-4 words: patternProperties for free keys would add an index signature. */
async function types(schema) {
  return compile(withoutFreeKeys(structuredClone(schema)), schema.title, {
    bannerComment: "",
    additionalProperties: false,
    declareExternallyReferenced: true,
    format: false,
    unreachableDefinitions: false,
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

function validators() {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    code: { source: true, esm: true, lines: true },
    keywords: ["x-expect", "x-ownership", "x-output"],
  });
  const exported = {};
  for (const { name, schema } of contracts) {
    const { examples: _examples, ...lean } = schema;
    ajv.addSchema(lean);
    exported[camel(name)] = schema.$id;
  }
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
  return name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
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
