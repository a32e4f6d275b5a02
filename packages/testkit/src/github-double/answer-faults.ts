import type { HttpFault, StagedAnswer } from "../hosting/index.ts";
import { isObject, type JsonObject, objectAt } from "./json.ts";

/**
 * A fault that gives every file in an answer other bytes, in both APIs, so that what is read does not hash to its id.
 * The answer stays well-formed, unlike with the hosting's `wrong_bytes`.
 */
export function wrongContent(): HttpFault {
  return { kind: "rewrite", rewrite: (answer) => withJson(answer, spoiled) };
}

function spoiled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoiled);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    if (name === "content" && typeof inner === "string") return [name, otherBase64(inner)];
    return [name, name === "text" && typeof inner === "string" ? `${inner}x` : spoiled(inner)];
  });
  return Object.fromEntries(entries);
}

const otherBase64 = (content: string): string =>
  `${Buffer.from(`${Buffer.from(content, "base64").toString("latin1")}x`, "latin1").toString("base64")}\n`;

/**
 * A fault that takes one root field out of a GraphQL answer, as GitHub does with an alias that failed: its data is
 * null, and an error names it.
 */
export function nulledField(alias: string, type: string, message: string): HttpFault {
  const rewrite = (body: JsonObject): JsonObject => {
    const errors = Array.isArray(body["errors"]) ? body["errors"] : [];
    return {
      ...body,
      data: { ...objectAt(body, "data"), [alias]: null },
      errors: [...errors, { type, path: [alias], message }],
    };
  };
  return {
    kind: "rewrite",
    rewrite: (answer) => withJson(answer, (body) => (isObject(body) ? rewrite(body) : body)),
  };
}

function withJson(answer: StagedAnswer, change: (body: unknown) => unknown): StagedAnswer {
  const body: unknown = JSON.parse(Buffer.from(answer.body).toString("utf8"));
  return { ...answer, body: Buffer.from(JSON.stringify(change(body))) };
}
