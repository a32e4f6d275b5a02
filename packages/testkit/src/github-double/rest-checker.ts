import { Ajv, type ValidateFunction } from "ajv";
import { isObject, type JsonObject, objectAt, textAt } from "./json.ts";
import { officialDescription } from "./official-schema.ts";
import { componentBase, toJsonSchema } from "./openapi-convert.ts";
import { createOperations, jsonContent, type Operation, type Operations } from "./operations.ts";

/** What is asked, as far as the description speaks of it. */
export interface CheckedRequest {
  readonly query: URLSearchParams;
  /** Values of the template's names. */
  readonly path: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
}

/** Compares requests and answers with the official description. Each answers with flaws, none when it fits. */
export interface RestChecker {
  /** Whether the description has this operation. */
  knows(method: string, template: string): boolean;
  request(method: string, template: string, request: CheckedRequest): string[];
  /** `body`: parsed JSON, or `undefined` for another media type or none. */
  answer(method: string, template: string, status: number, body: unknown): string[];
}

/**
 * Statuses that every operation may answer with, whether its description says so or not: of many it leaves out 401 and
 * 403, of `POST statuses` the 422 that it does answer.
 */
const anywhere = new Set([400, 301, 302, 307, 401, 403, 404, 410, 422, 429, 500, 502, 503]);

/** Answers that release 23.0.2 describes wrongly, by operation and status. */
const corrected: Readonly<Record<string, JsonObject>> = {
  // Asks that an account is a user and an enterprise at once; the same object elsewhere: either.
  "apps/list-installations 200": { type: "array", items: { $ref: "#/components/schemas/installation" } },
};

let shared: RestChecker | undefined;

/** The checker of this process; schemas are compiled when an operation is first used. */
export function restChecker(): RestChecker {
  shared ??= createRestChecker(officialDescription());
  return shared;
}

/** Makes a checker for one description of OpenAPI 3.0. */
function createRestChecker(description: JsonObject): RestChecker {
  const operations = createOperations(description);
  const compile = createCompiler(objectAt(objectAt(description, "components"), "schemas"));
  const need = (method: string, template: string): Operation | undefined => operations.find(method, template);
  return {
    knows: (method, template) => need(method, template) !== undefined,
    request(method, template, request) {
      const operation = need(method, template);
      if (operation === undefined) return [`${method} ${template} is not in the description`];
      return [
        ...parameterFlaws(operation, operations, compile, request),
        ...bodyFlaws(operation, operations, compile, request.body),
      ];
    },
    answer(method, template, status, body) {
      const operation = need(method, template);
      if (operation === undefined) return [`${method} ${template} is not in the description`];
      return answerFlaws(operation, compile, status, body);
    },
  };
}

type Compile = (key: string, schema: JsonObject) => ValidateFunction;

/** Compiles on demand; components are added as they are referred to, so that 13 MB are not compiled for one path. */
function createCompiler(components: JsonObject): Compile {
  const ajv = new Ajv({ strict: false, validateSchema: false, logger: false, allErrors: false });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat("uri", (text: string) => URL.canParse(text));
  const added = new Set<string>();
  const compiled = new Map<string, ValidateFunction>();
  const add = (name: string): void => {
    if (added.has(name)) return;
    added.add(name);
    ajv.addSchema(toJsonSchema(objectAt(components, name), add), `${componentBase}${name}`);
  };
  return (key, schema) => {
    const found = compiled.get(key) ?? ajv.compile(toJsonSchema(schema, add));
    compiled.set(key, found);
    return found;
  };
}

function flawsOf(where: string, validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error) => `${where}${error.instancePath}: ${error.message ?? "is wrong"}`,
  );
}

function parameterFlaws(
  operation: Operation,
  operations: Operations,
  compile: Compile,
  request: CheckedRequest,
): string[] {
  const flaws: string[] = [];
  const allowed = new Set<string>();
  for (const parameter of operation.parameters) {
    const name = textAt(parameter, "name") ?? "";
    const place = textAt(parameter, "in") ?? "";
    if (place === "query") allowed.add(name);
    const text = place === "query" ? request.query.get(name) : request.path[name];
    const schema = operations.follow(parameter["schema"]);
    const where = `${operation.id} ${place} ${name}`;
    if (text === null || text === undefined) {
      if (parameter["required"] === true && place === "query") flaws.push(`${where}: is missing`);
    } else flaws.push(...flawsOf(where, compile(where, schema), fromText(text, schema)));
  }
  for (const name of request.query.keys()) {
    if (!allowed.has(name)) flaws.push(`${operation.id} query ${name}: is unknown`);
  }
  return flaws;
}

/** A parameter arrives as text; numbers and booleans are read as such. */
function fromText(text: string, schema: JsonObject): unknown {
  const type = schema["type"];
  if ((type === "integer" || type === "number") && /^-?\d+$/.test(text)) return Number(text);
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

function bodyFlaws(operation: Operation, operations: Operations, compile: Compile, body: unknown): string[] {
  const where = `${operation.id} body`;
  if (operation.body === undefined) return body === undefined ? [] : [`${where}: none is expected`];
  if (body === undefined) return operation.bodyRequired ? [`${where}: is missing`] : [];
  return [
    ...flawsOf(where, compile(where, operation.body), body),
    ...unknownMembers(operations.follow(operation.body), operations, body).map(
      (name) => `${where}/${name}: is unknown`,
    ),
  ];
}

/** Members of a body that no variant of its schema names. JSON Schema lets them pass; a caller misspelt them. */
function unknownMembers(schema: JsonObject, operations: Operations, body: unknown): string[] {
  if (!isObject(body)) return [];
  const variants = ["allOf", "anyOf", "oneOf"].flatMap((word) => {
    const inner = schema[word];
    return Array.isArray(inner) ? inner.map((variant) => operations.follow(variant)) : [];
  });
  const names = new Set([schema, ...variants].flatMap((one) => Object.keys(objectAt(one, "properties"))));
  return names.size === 0 ? [] : Object.keys(body).filter((name) => !names.has(name));
}

function answerFlaws(operation: Operation, compile: Compile, status: number, body: unknown): string[] {
  const where = `${operation.id} answer ${status}`;
  const described = operation.answers[String(status)];
  if (!isObject(described)) {
    if (!anywhere.has(status)) return [`${where}: is not described`];
    return isObject(body) && typeof body["message"] === "string" ? [] : [`${where}: has no message`];
  }
  const schema = corrected[`${operation.id} ${status}`] ?? jsonContent(described)["schema"];
  if (body === undefined || !isObject(schema)) return [];
  return flawsOf(where, compile(where, schema), body);
}
