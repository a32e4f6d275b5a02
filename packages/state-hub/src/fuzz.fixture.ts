import * as fc from "fast-check";
import { expect } from "vitest";
import { type HubUnderTest, hubOver } from "./api.fixture.ts";
import { type Database, openapiDocument } from "./index.ts";

/** A JSON schema, as far as the description of the API uses them. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: "query" | "header" | "path";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One request that was made up. */
interface Made {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly token: number;
}

const document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
} = JSON.parse(JSON.stringify(openapiDocument("0.1.0")));

const ids = [
  "c66d2e98-8f3e-4119-89e7-2b6f67b6596d",
  "65994889-2f41-46e3-9c47-00cedc59fd81",
  "90a05147-7b95-4ce7-96bf-39cdb487b557",
  "11111111-1111-4111-8111-111111111111",
];
const repo = "local/coulomb/coulomb-loop";
/** What `stock` puts under them. */
const idsOf = {
  repos: ids[0],
  replicas: ids[0],
  tasks: ids[1],
  workstreams: ids[2],
  slots: ids[0],
  "by-key": ids[1],
};
/** A slot that is claimed, under the first of the ids. */
const slot = {
  loop: "kaizen-stack",
  activity: "hourly-coach",
  repo,
  due: "2026-07-31T08:00:00Z",
  cycle: "kaizen-stack/bootstrap@2026-07-31T08:00:00Z",
  definition_digest: "a".repeat(64),
  policy_digest: "a".repeat(64),
};

/** Texts that break what is not careful. */
const nasty = fc.constantFrom<unknown>(
  "'; DROP TABLE resources; --",
  "\u0000",
  "\ud800",
  "a\r\nx-injected: 1",
  "%00",
  "../../etc/passwd",
  "{{7*7}}",
  "$1",
  "\\",
  "🚲".repeat(400),
  "x".repeat(30_000),
  "",
  " ",
  "NaN",
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53 + 2,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: 1 },
);

/** Values of a schema, and now and then what is none. */
function valueOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const right = rightValue(schema, depth);
  return fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: nasty });
}

function rightValue(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/components/schemas/", "");
    if (name === "uuid") return fc.constantFrom(...ids);
    if (name === "repo_key") return fc.constantFrom(repo, repo, "local/coulomb/none");
    return rightValue(document.components.schemas[name] ?? {}, depth);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return fc.oneof(...choices.map((each) => rightValue(each, depth)));
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type: string | undefined) => ofType(type, schema, depth)));
}

function ofType(type: string | undefined, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return fc.oneof(
        fc.constantFrom(schema.minimum ?? 0, 1, 2),
        fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 10, 2_000_000_000) }),
      );
    case "array":
      return fc.array(valueOf(schema.items ?? {}, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case "object":
      return objectOf(schema, depth);
    default:
      return textOf(schema);
  }
}

function textOf({ pattern, format, maxLength }: Schema): fc.Arbitrary<unknown> {
  if (format === "uuid") return fc.constantFrom(...ids);
  const known = fc.constantFrom("LOOP-WP-0001", "LOOP-WP-0001-T01", "coulomb_social", "text");
  if (pattern === undefined) return known;
  const longest = maxLength ?? 300;
  const right = fc.stringMatching(new RegExp(pattern, "u")).filter((text) => text.length <= longest);
  return fc.oneof(
    { weight: 20, arbitrary: right },
    { weight: 2, arbitrary: known },
    { weight: 1, arbitrary: fc.string({ maxLength: longest }) },
  );
}

/** Fields that must name what is there, or agree with others. */
const references: Readonly<Record<string, string>> = {
  domain: "coulomb_social",
  topic: "coulomb_social",
  workstream: "LOOP-WP-0001",
  loop: slot.loop,
  activity: slot.activity,
  due: slot.due,
  ready_at: "2026-07-31T08:05:00Z",
  start_by: "2026-07-31T08:10:00Z",
  close_by: "2026-07-31T08:55:00Z",
  as_of: "2026-07-31T09:00:00Z",
  record_id: idsOf["by-key"] ?? "",
  slot: `${slot.loop}/${slot.activity}/${repo}@${slot.due}`,
  started_at: "2026-07-31T08:06:00Z",
  finished_at: "2026-07-31T08:08:00Z",
  recorded_at: "2026-07-31T08:08:01Z",
};

function objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const needed = new Set(schema.required);
  const model = Object.fromEntries(
    properties.map(([name, each]) => {
      const there = references[name];
      const known = there === undefined ? valueOf(each, depth + 1) : fc.constant(there);
      return [
        name,
        fc.oneof({ weight: 10, arbitrary: known }, { weight: 1, arbitrary: valueOf(each, depth + 1) }),
      ];
    }),
  );
  const right = fc.record(model, {
    requiredKeys: properties.map(([name]) => name).filter((name) => needed.has(name)),
  });
  return fc.oneof(
    { weight: 40, arbitrary: right },
    { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
    { weight: 1, arbitrary: right.map((value) => ({ ...value, unheard_of: 1 })) },
  );
}

function requestOf(path: string, method: string, { parameters, requestBody }: Operation): fc.Arbitrary<Made> {
  const given = parameters
    .filter(({ name }) => name !== "If-Match" && name !== "If-None-Match")
    .map((parameter) => {
      const right = parameter.in === "path" ? idIn(path, method) : valueOf(parameter.schema);
      const value = right.map((each) => ({ name: parameter.name, in: parameter.in, value: each }));
      const often = parameter.required === true || parameter.in === "path";
      return fc.oneof(
        { weight: often ? 30 : 1, arbitrary: value },
        { weight: often ? 1 : 5, arbitrary: fc.constant(undefined) },
      );
    });
  const condition = conditionOf(parameters.map(({ name }) => name));
  const content = Object.entries(requestBody?.content ?? {})[0];
  const body =
    content === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 30, arbitrary: valueOf(content[1].schema).map((value) => JSON.stringify(value)) },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              "",
              "{",
              "[1,",
              "nul",
              '{"a":1}{}',
              `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
            ),
          },
        );
  const type = fc.oneof(
    { weight: 40, arbitrary: fc.constant(content?.[0] ?? "application/json") },
    { weight: 1, arbitrary: fc.constantFrom("text/plain", "", "application/x-www-form-urlencoded") },
  );
  return fc
    .record({ given: fc.tuple(...given), condition, body, type, token: fc.integer({ min: 0, max: 29 }) })
    .map((made) => {
      const search = new URLSearchParams();
      const headers: Record<string, string> = {
        ...made.condition,
        ...(made.body === undefined ? {} : { "content-type": made.type }),
      };
      let full = path;
      for (const each of made.given) {
        if (each === undefined) continue;
        const text = asText(each.value);
        if (each.in === "path") full = full.replace("{id}", encodeURIComponent(text.toWellFormed()) || "x");
        else if (each.in === "query") search.append(each.name, text);
        else if (/^[\x20-\x7e]*$/.test(text)) headers[each.name] = text;
      }
      full = full.replace("{id}", ids[0] ?? "");
      const query = search.size === 0 ? "" : `?${search.toString()}`;
      return {
        method: method.toUpperCase(),
        path: `${full}${query}`,
        headers,
        token: made.token,
        ...(made.body === undefined ? {} : { body: made.body }),
      };
    });
}

/** Mostly the id of what the path is about. What all the others hang on is never deleted. */
function idIn(path: string, method: string): fc.Arbitrary<unknown> {
  if (method === "delete") return fc.oneof(fc.constantFrom(ids[1], ids[3]), nasty);
  const own = Object.entries(idsOf).find(([kind]) => path.includes(`/${kind}/`))?.[1] ?? ids[3];
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant(own) },
    { weight: 2, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: nasty },
  );
}

/** Mostly one condition of those that an operation takes. */
function conditionOf(names: readonly string[]): fc.Arbitrary<Readonly<Record<string, string>>> {
  const match = fc.constantFrom('"1"', '"2"', '"3"').map((value) => ({ "if-match": value }));
  const create = fc.constant({ "if-none-match": "*" });
  const broken = fc.constantFrom<Readonly<Record<string, string>>>(
    {},
    { "if-match": "*" },
    { "if-match": '"1"', "if-none-match": "*" },
    { "if-match": "1; drop" },
    { "if-none-match": '"1"' },
  );
  if (!names.includes("If-Match")) return fc.constant({});
  const right = names.includes("If-None-Match") ? fc.oneof(match, create) : match;
  // Among the few requests of a short run one without any must be.
  return fc.oneof(
    { weight: 15, arbitrary: right },
    { weight: 1, arbitrary: broken },
    { weight: 2, arbitrary: fc.constant({}) },
  );
}

function asText(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 2_000) : JSON.stringify(value);
}

/** Every operation of the API. */
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
// Seldom a deletion: what is gone leaves little to ask for. Often what needs much to be right.
const anyRequest = fc.oneof(
  ...operations.map(({ path, method, operation }) => ({
    weight: method === "delete" ? 1 : method === "put" || path.endsWith("/sync") ? 150 : 40,
    arbitrary: requestOf(path, method, operation),
  })),
);

/** How often each status came, and the operations that ever succeeded. */
export interface Fuzzed {
  readonly statuses: ReadonlyMap<number, number>;
  readonly operationsMet: ReadonlySet<string>;
}

/**
 * Sends requests that are made up from the description of the API, right ones and broken ones. No answer may be a failure of
 * the hub, and each must be what the description says.
 */
export async function fuzz(database: Database, requests: number, seed: number): Promise<Fuzzed> {
  const hub = await hubOver(database);
  await stock(hub);
  const tokens = [await hub.token(["read"]), await hub.token(["write", "sync"], repo), "wrong"];
  const statuses = new Map<number, number>();
  const operationsMet = new Set<string>();
  const made = fc.sample(anyRequest, { numRuns: requests, seed });
  for (const [index, { method, path, headers, body, token }] of made.entries()) {
    if (index % 100 === 0) await leaseAgain(hub);
    const asked = path.replace(/([?&])wait=\d+/, "$1wait=0");
    const { status, text } = await hub.call(method, asked, {
      headers,
      ...(body === undefined ? {} : { body }),
      ...(token < tokens.length ? { token: tokens[token] ?? null } : {}),
    });
    if (status >= 500) throw new Error(`${method} ${asked} ${body ?? ""} (seed ${seed}): ${status} ${text}`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status < 400)
      operationsMet.add(`${method} ${path.replace(/\?.*/, "").replace(/[0-9a-f-]{36}/, "{id}")}`);
  }
  expect(hub.failures).toEqual([]);
  // The rules of the register hold whatever was sent: nothing is there twice, and the feed has no gap.
  const seqs = await hub.store.read((sql) =>
    sql.rows<{ readonly gaps: number }>(
      "SELECT (SELECT seq FROM feed)::float8 - count(*)::float8 AS gaps FROM events",
    ),
  );
  expect(seqs).toEqual([{ gaps: 0 }]);
  hub.hub.close();
  await hub.store.close();
  return { statuses, operationsMet };
}

/** The lease has its first number again: whoever took it since, requests that were made up before cannot know a later one. */
async function leaseAgain({ store }: HubUnderTest): Promise<void> {
  await store.transact(({ sql }) =>
    sql.rows("UPDATE replicas SET fence = 1, holder = 'fuzz', expires_at = '2999-01-01T00:00:00Z'"),
  );
}

/** What requests can be about. */
async function stock({ call, store }: HubUnderTest): Promise<void> {
  const headers = { "if-none-match": "*" };
  const put = (path: string, body: object) => call("PUT", path, { headers, body });
  await put("/v1/domains?key=coulomb_social", { slug: "coulomb_social", title: "Domain" });
  await put("/v1/topics?key=coulomb_social", { slug: "coulomb_social", title: "Topic" });
  await put(`/v1/repos?key=${repo}`, { id: ids[0], forge: "local", owner: "coulomb", name: "coulomb-loop" });
  await put("/v1/workstreams?key=LOOP-WP-0001", { id: ids[2], title: "Kaizen", status: "active", repo });
  await call("POST", `/v1/replicas/${ids[0]}/lease`, { body: { holder: "fuzz", lease_s: 3600 } });
  await put("/v1/tasks?key=LOOP-WP-0001-T01", {
    id: ids[1],
    title: "Task",
    status: "todo",
    repo,
    workstream: "LOOP-WP-0001",
  });
  await call("POST", "/v1/slots/expect", { body: { slots: [slot, { ...slot, activity: "hourly-other" }] } });
  // The hub makes these ids: requests are made up before it runs.
  await store.transact(({ sql }) =>
    sql.rows(
      `UPDATE slots SET id = $1, claim_id = $2, claimed_by = 'fuzz', claim_expires_at = '2026-08-01T01:00:00Z'
        WHERE activity = $3`,
      [ids[0] ?? "", ids[1] ?? "", slot.activity],
    ),
  );
}
