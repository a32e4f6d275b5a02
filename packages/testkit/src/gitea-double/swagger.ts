/** A JSON value that may be looked into. */
export type JsonObject = { readonly [name: string]: unknown };

/** A parameter of an operation, as Swagger 2.0 writes it. */
export interface SwaggerParameter {
  readonly name: string;
  readonly in: "path" | "query" | "body" | "header" | "formData";
  readonly required: boolean;
  readonly type: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  /** Schema of a body. */
  readonly schema: JsonObject | undefined;
}

/** One thing the API can do. */
export interface SwaggerOperation {
  readonly method: string;
  /** Path below the base path, with `{name}` for parameters. */
  readonly path: string;
  readonly parameters: readonly SwaggerParameter[];
  /** By status: the name of a shared response, or none, and its schema, or none. */
  readonly responses: ReadonlyMap<number, SwaggerResponse>;
}

export interface SwaggerResponse {
  readonly name: string | undefined;
  readonly schema: JsonObject | undefined;
}

/** A description of an API, ready to be asked. */
export interface Swagger {
  readonly basePath: string;
  readonly operations: readonly SwaggerOperation[];
  /** Schemas by name, as Swagger writes them. */
  readonly definitions: JsonObject;
}

/** Reads a parsed description in Swagger 2.0. Throws when it is none. */
export function readSwagger(parsed: unknown): Swagger {
  const root = objectOf(parsed);
  if (root["swagger"] !== "2.0") throw new Error(`expected Swagger 2.0, received ${String(root["swagger"])}`);
  const shared = objectOf(root["responses"]);
  const operations = Object.entries(objectOf(root["paths"])).flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).map(([method, operation]) =>
      readOperation(method.toUpperCase(), path, objectOf(operation), shared),
    ),
  );
  return {
    basePath: typeof root["basePath"] === "string" ? root["basePath"] : "",
    operations,
    definitions: objectOf(root["definitions"]),
  };
}

function readOperation(
  method: string,
  path: string,
  operation: JsonObject,
  shared: JsonObject,
): SwaggerOperation {
  const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"].map(readParameter) : [];
  const responses = new Map<number, SwaggerResponse>();
  for (const [status, response] of Object.entries(objectOf(operation["responses"]))) {
    const reference = objectOf(response)["$ref"];
    const name = typeof reference === "string" ? reference.replace("#/responses/", "") : undefined;
    const found = name === undefined ? objectOf(response) : objectOf(shared[name]);
    const schema = found["schema"];
    responses.set(Number(status), { name, schema: schema === undefined ? undefined : objectOf(schema) });
  }
  return { method, path, parameters, responses };
}

function readParameter(parsed: unknown): SwaggerParameter {
  const { name, type, required, schema, in: place, enum: values } = objectOf(parsed);
  return {
    name: String(name),
    in: place === "query" || place === "body" || place === "header" || place === "formData" ? place : "path",
    required: required === true,
    type: typeof type === "string" ? type : undefined,
    enum: Array.isArray(values) ? values : undefined,
    schema: schema === undefined ? undefined : objectOf(schema),
  };
}

/** The value as an object; everything else is an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
