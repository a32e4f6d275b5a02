import { Ajv, type ValidateFunction } from "ajv";
import type { StagedAnswer, StagedRequest } from "../hosting/index.ts";
import { type Direction, toDefinitions, toJsonSchema } from "./json-schema.ts";
import type { JsonObject, Swagger, SwaggerOperation } from "./swagger.ts";

/** Something that the description of the API does not have. */
export interface Violation {
  readonly where: "request" | "answer";
  readonly method: string;
  /** Path as it was asked for. */
  readonly path: string;
  readonly message: string;
}

/** Holds requests and answers against the description of an API. */
export interface Conformance {
  /** The operation a request is for; paths without a parameter at a place come before those with one. */
  find(method: string, path: string): SwaggerOperation | undefined;
  checkRequest(operation: SwaggerOperation, request: StagedRequest): readonly Violation[];
  checkAnswer(
    operation: SwaggerOperation,
    request: StagedRequest,
    answer: StagedAnswer,
  ): readonly Violation[];
}

/**
 * Any operation may be answered so, whatever its description says: moved, unauthorized, refused, not there, a field
 * missing, locked, too many, broken.
 */
const always: ReadonlySet<number> = new Set([
  301, 302, 304, 307, 308, 401, 403, 404, 422, 423, 429, 500, 502, 503,
]);

/** Makes a judge of an API. Schemas are compiled when they are first needed. */
export function createConformance(swagger: Swagger): Conformance {
  const validate = createValidators(swagger);
  const patterns = swagger.operations
    .map((operation) => ({ operation, pattern: toPattern(swagger.basePath + operation.path) }))
    .sort((a, b) => openness(a.operation.path) - openness(b.operation.path));
  return {
    find: (method, path) =>
      patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation,
    checkRequest: (operation, request) =>
      found("request", request, [
        ...queryFlaws(operation, request.query),
        ...bodyFlaws(operation, request.body, validate),
      ]),
    checkAnswer(operation, request, answer) {
      return found("answer", request, answerFlaws(operation, answer, validate));
    },
  };
}

function found(
  where: Violation["where"],
  { method, path }: StagedRequest,
  messages: readonly string[],
): Violation[] {
  return messages.map((message) => ({ where, method, path, message }));
}

type Validate = (schema: JsonObject, direction: Direction, value: unknown) => readonly string[];

function createValidators(swagger: Swagger): Validate {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addFormat("int64", { type: "number", validate: Number.isInteger });
  ajv.addFormat("uint64", {
    type: "number",
    validate: (value: number) => Number.isInteger(value) && value >= 0,
  });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat("email", /^(|[^@\s]+@[^@\s]+)$/);
  ajv.addSchema(toDefinitions(swagger.definitions, "request"));
  ajv.addSchema(toDefinitions(swagger.definitions, "answer"));
  const compiled = new Map<string, ValidateFunction>();
  return (schema, direction, value) => {
    const key = `${direction} ${JSON.stringify(schema)}`;
    const check = compiled.get(key) ?? ajv.compile(toJsonSchema(schema, direction));
    compiled.set(key, check);
    if (check(value)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}

function queryFlaws({ parameters }: SwaggerOperation, query: URLSearchParams): string[] {
  const flaws: string[] = [];
  for (const [name, value] of query) {
    const parameter = parameters.find((one) => one.in === "query" && one.name === name);
    if (parameter === undefined) flaws.push(`unknown query parameter ${name}`);
    else if (parameter.type === "integer" && !/^-?\d+$/.test(value))
      flaws.push(`${name} is no integer: ${value}`);
    else if (parameter.enum !== undefined && !parameter.enum.includes(value))
      flaws.push(`${name} is none of its values: ${value}`);
  }
  const missing = parameters.filter(
    ({ in: place, required, name }) => place === "query" && required && !query.has(name),
  );
  return [...flaws, ...missing.map(({ name }) => `missing query parameter ${name}`)];
}

function bodyFlaws({ parameters }: SwaggerOperation, body: Buffer, validate: Validate): readonly string[] {
  const schema = parameters.find((parameter) => parameter.in === "body")?.schema;
  if (schema === undefined) return body.length === 0 ? [] : ["a body where none is expected"];
  if (body.length === 0) return [];
  const value = parsed(body);
  return value === undefined ? ["the body is no JSON"] : validate(schema, "request", value);
}

function answerFlaws(
  operation: SwaggerOperation,
  answer: StagedAnswer,
  validate: Validate,
): readonly string[] {
  const response = operation.responses.get(answer.status);
  if (response === undefined)
    return always.has(answer.status) ? [] : [`status ${answer.status} is not described`];
  const isError = response.name === "error" || response.name === "validationError";
  const schema = isError ? errorSchema : response.schema;
  if (schema === undefined || schema["type"] === "file" || schema["type"] === "string") return [];
  // Where a commit has no status, old servers send no body.
  if (operation.path.endsWith("/commits/{ref}/status") && answer.body.length === 0) return [];
  const value = parsed(answer.body);
  // The description knows files here; servers list folders at the same place.
  if (operation.path.endsWith("/contents/{filepath}") && Array.isArray(value))
    return value.flatMap((entry) => validate(schema, "answer", entry));
  return value === undefined ? ["the body is no JSON"] : validate(schema, "answer", value);
}

/** Swagger tells these as headers, and servers send them as the body. */
const errorSchema: JsonObject = {
  type: "object",
  required: ["message", "url"],
  properties: { message: { type: "string" }, url: { type: "string" }, errors: {} },
};

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A parameter at the end takes the rest of the path when it is one of those that hold slashes. */
function toPattern(path: string): RegExp {
  const source = path
    .replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replaceAll(/\{(filepath|branch|ref|basehead)\}/g, ".+")
    .replaceAll(/\{diffType\}/g, "(diff|patch)")
    .replaceAll(/\{(index|id)\}/g, "\\d+")
    .replaceAll(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

function openness(path: string): number {
  return (path.match(/\{/g) ?? []).length;
}
