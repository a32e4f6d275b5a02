import { hubDefinitions } from "@coulomb-loop/schemas/hub";
import type { Parameter } from "./parameters.ts";
import type { AnswerShape, Route } from "./route.ts";
import { routes } from "./routes.ts";

/** A JSON object. */
type Node = Readonly<Record<string, unknown>>;

/** What each problem status means, whatever the route. */
const problems: Readonly<Record<number, string>> = {
  400: "The request cannot be read, or does not fit its schema.",
  401: "A token is missing or wrong.",
  403: "The token may not do this.",
  404: "There is no such thing.",
  409: "Somebody else was faster, or has it.",
  410: "It is gone.",
  412: "The condition does not hold; `current` is what is there.",
  413: "The body is too large.",
  415: "The body has another media type.",
  422: "The change is not allowed.",
  428: "A condition is missing.",
  500: "The hub failed.",
  503: "The database does not answer.",
};

/** The description of the API (OpenAPI 3.1), made from the table of routes and the schemas of their bodies (H10). */
export function openapiDocument(version: string): Node {
  return {
    openapi: "3.1.1",
    info: {
      title: "coulomb state hub",
      version,
      description:
        "The live register of workstreams, tasks and decisions. Every write names the revision it changes; every change is in the feed.",
      license: { name: "MIT", identifier: "MIT" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token: coulomb hub token create." },
      },
      schemas: relocated(hubDefinitions),
    },
  };
}

function pathsOf(all: readonly Route[]): Node {
  const paths = new Map<string, Record<string, unknown>>();
  for (const route of all) {
    const path = paths.get(route.path) ?? {};
    path[route.method.toLowerCase()] = operationOf(route);
    paths.set(route.path, path);
  }
  return Object.fromEntries([...paths].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function operationOf(route: Route): Node {
  const { operation, summary, scope, body, answers } = route;
  return {
    operationId: operation,
    summary,
    ...(scope === "none" ? { security: [] } : { "x-scope": scope }),
    parameters: parametersOf(route),
    ...(body === undefined ? {} : { requestBody: bodyOf(route, body) }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
      ...(route.method === "GET" && Object.values(answers).some(({ etag }) => etag === true)
        ? { 304: { description: "It is as If-None-Match says." } }
        : {}),
      ...Object.fromEntries(problemsOf(route).map((status) => [status, problemOf(status)])),
    },
  };
}

function bodyOf({ method }: Route, name: string): Node {
  const schema = { $ref: `#/components/schemas/${name}` };
  const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  return { required: true, content: { [type]: { schema } } };
}

function answerOf({ description, schema, mediaType = "application/json", etag }: AnswerShape): Node {
  return {
    description,
    ...(etag === true
      ? { headers: { ETag: { description: "The revision.", required: true, schema: { type: "string" } } } }
      : {}),
    ...(schema === undefined
      ? {}
      : { content: { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } } } }),
  };
}

function problemOf(status: number): Node {
  return {
    description: problems[status] ?? "A problem.",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
  };
}

function problemsOf(route: Route): readonly number[] {
  const common = [
    ...(route.scope === "none" ? [] : [401, 403]),
    ...(route.query !== undefined || route.body !== undefined || route.condition !== undefined ? [400] : []),
    ...(route.path.includes("{id}") ? [404] : []),
    ...(route.body === undefined ? [] : [413, 415]),
    ...(takesKey(route) ? [409, 422] : []),
    500,
    503,
  ];
  return [...new Set([...common, ...(route.problems ?? [])])].sort((a, b) => a - b);
}

function takesKey({ method }: Route): boolean {
  return method === "POST";
}

function parametersOf(route: Route): readonly Node[] {
  const { condition } = route;
  const header = (name: string, description: string, schema: Node): Node => ({
    name,
    in: "header",
    description,
    schema,
  });
  return [
    ...(route.path.includes("{id}")
      ? [
          {
            name: "id",
            in: "path",
            required: true,
            description: "Its id.",
            schema: { type: "string", format: "uuid" },
          },
        ]
      : []),
    ...Object.entries(route.query ?? {}).map(([name, parameter]) => queryOf(name, parameter)),
    ...(condition === undefined
      ? []
      : [
          header("If-Match", "The revision that is changed, in quotes.", {
            type: "string",
            pattern: '^"[1-9][0-9]{0,9}"$',
          }),
        ]),
    ...(condition === "create"
      ? [header("If-None-Match", "`*`: it is new.", { type: "string", const: "*" })]
      : []),
    ...(takesKey(route)
      ? [
          header(
            "Idempotency-Key",
            "Names the request: a repetition within 24 hours gets the first answer.",
            { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" },
          ),
        ]
      : []),
  ];
}

function queryOf(name: string, parameter: Parameter): Node {
  const { description, required } = parameter;
  return {
    name,
    in: "query",
    description,
    ...(required === true ? { required: true } : {}),
    schema: parameter.type === "integer" ? integerOf(parameter) : textOf(parameter),
  };
}

function integerOf({ minimum, maximum }: Extract<Parameter, { type: "integer" }>): Node {
  return { type: "integer", minimum, maximum };
}

function textOf({ maxLength, pattern, values, several }: Extract<Parameter, { type: "string" }>): Node {
  const one: Node =
    values === undefined
      ? { type: "string", minLength: 1, maxLength, ...(pattern === undefined ? {} : { pattern }) }
      : { type: "string", enum: values };
  return several === true ? { type: "array", items: one } : one;
}

/** The schemas as components: what refers to a definition refers to a component, and words of ours stay out. */
function relocated(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relocated);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== "x-expect" && key !== "discriminator")
      .map(([key, value]) => [
        key,
        key === "$ref" && typeof value === "string"
          ? value.replace("#/$defs/", "#/components/schemas/")
          : relocated(value),
      ]),
  );
}
