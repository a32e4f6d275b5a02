import { isObject, type JsonObject, listAt, objectAt, textAt } from "./json.ts";

/** One operation of the official description. */
export interface Operation {
  /** As GitHub names it, such as `pulls/create`. */
  readonly id: string;
  readonly method: string;
  /** Path with `{names}`. */
  readonly template: string;
  /** Parameters with references followed. */
  readonly parameters: readonly JsonObject[];
  readonly body: JsonObject | undefined;
  readonly bodyRequired: boolean;
  /** Answers by status, with references followed. */
  readonly answers: JsonObject;
}

/** Finds operations in a description; each is made when first asked for. */
export interface Operations {
  /** `template` must be written as in the description; `undefined` when it is not there. */
  find(method: string, template: string): Operation | undefined;
  /** Follows a reference within the description. */
  follow(value: unknown): JsonObject;
}

/** Reads the operations of a description of OpenAPI 3.0. */
export function createOperations(description: JsonObject): Operations {
  const known = new Map<string, Operation | undefined>();
  const follow = (value: unknown): JsonObject => {
    if (!isObject(value)) return {};
    const reference = value["$ref"];
    if (typeof reference !== "string") return value;
    let at: unknown = description;
    for (const part of reference.slice(2).split("/")) at = isObject(at) ? at[part] : undefined;
    return follow(at);
  };
  return {
    follow,
    find(method, template) {
      const key = `${method} ${template}`;
      if (!known.has(key)) known.set(key, read(description, method, template, follow));
      return known.get(key);
    },
  };
}

function read(
  description: JsonObject,
  method: string,
  template: string,
  follow: (value: unknown) => JsonObject,
): Operation | undefined {
  const item = objectAt(objectAt(description, "paths"), template);
  const operation = item[method.toLowerCase()];
  if (!isObject(operation)) return undefined;
  const answers = Object.entries(objectAt(operation, "responses"));
  const body = operation["requestBody"] === undefined ? undefined : follow(operation["requestBody"]);
  return {
    id: textAt(operation, "operationId") ?? `${method} ${template}`,
    method,
    template,
    parameters: [...listAt(item, "parameters"), ...listAt(operation, "parameters")].map(follow),
    body: body === undefined ? undefined : objectAt(jsonContent(body), "schema"),
    bodyRequired: body?.["required"] === true,
    answers: Object.fromEntries(answers.map(([status, answer]) => [status, follow(answer)])),
  };
}

/** The media type object of JSON in a body or an answer. */
export function jsonContent(holder: JsonObject): JsonObject {
  return objectAt(objectAt(holder, "content"), "application/json");
}
