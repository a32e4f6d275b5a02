import { type ManualClock, manualClock } from "@coulomb-loop/testkit";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Database, Hub, Scope, Store } from "./index.ts";
import { createHub, hubRules, openapiDocument, openStore } from "./index.ts";

/** A hub over a database, with a client that checks every answer by the description of the API. */
export interface HubUnderTest {
  readonly hub: Hub;
  readonly store: Store;
  readonly clock: ManualClock;
  /** Sends a request as an admin, or with another token. */
  readonly call: (method: string, path: string, request?: CallOptions) => Promise<Called>;
  /** Makes a token. */
  readonly token: (scopes: readonly Scope[], repo?: string) => Promise<string>;
  /** What failed within: must stay empty. */
  readonly failures: readonly unknown[];
}

/** What a request carries. */
export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `null`: none. Default: the admin's. */
  readonly token?: string | null;
}

/** An answer, its JSON parsed. */
export interface Called {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into it
  readonly json: any;
  readonly text: string;
}

const adminSecret = "an-admin-secret-of-the-tests";

/** Opens a hub over a database. */
export async function hubOver(database: Database, start = "2026-08-01T00:00:00Z"): Promise<HubUnderTest> {
  const clock = manualClock(Date.parse(start));
  const store = await openStore(database, { clock: clock.now, rules: hubRules });
  const failures: unknown[] = [];
  const hub = createHub({
    store,
    storeKind: database.kind,
    version: "0.1.0",
    adminSecret,
    onFailure: (error) => failures.push(error),
  });
  const call: HubUnderTest["call"] = async (
    method,
    path,
    { body, headers = {}, token = adminSecret } = {},
  ) => {
    const isText = typeof body === "string";
    const response = await hub.fetch(
      new Request(`http://hub.test${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = (response.headers.get("content-type") ?? "").endsWith("json");
    const json: unknown = isJson && text !== "" ? JSON.parse(text) : undefined;
    checkAnswer(method, path, response, json, text);
    return { status: response.status, headers: response.headers, json, text };
  };
  const token: HubUnderTest["token"] = async (scopes, repo) => {
    const { json } = await call("POST", "/v1/tokens", {
      body: {
        name: `${scopes.join("-")}${repo === undefined ? "" : ` of ${repo}`}`,
        scopes,
        ...(repo === undefined ? {} : { repo }),
      },
    });
    return json.token;
  };
  return { hub, store, clock, call, token, failures };
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we made it
const document = openapiDocument("0.1.0") as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};
const ajv = new Ajv2020({ strict: false, allowUnionTypes: true });
ajv.addSchema({ $id: "api", components: document.components });
const compiled = new Map<string, ValidateFunction>();

/** Fails when an answer is not what the description of the API says (H10). */
function checkAnswer(
  method: string,
  path: string,
  response: Pick<Response, "status" | "headers">,
  json: unknown,
  text: string,
): void {
  const where = `${method} ${path} → ${response.status}`;
  const pathname = path.replace(/[?#].*$/, "");
  // The most exact path: `/v1/tasks/claim` before `/v1/tasks/{id}`.
  const found = Object.keys(document.paths)
    .filter((each) => new RegExp(`^${each.replace("{id}", "[^/]+")}$`).test(pathname))
    .sort((a, b) => Number(a.includes("{")) - Number(b.includes("{")));
  const operation = found
    .map((each) => document.paths[each]?.[method.toLowerCase()])
    .find((each) => each !== undefined);
  if (operation === undefined) {
    if (response.status !== 404 && response.status !== 405 && pathname !== "/openapi.json")
      throw new Error(`${where}: the description has no such operation`);
    return;
  }
  const answer = operation.responses[response.status];
  if (answer === undefined) throw new Error(`${where}: the description has no such answer: ${text}`);
  const [type] = Object.keys(answer.content ?? {});
  if (type === undefined) {
    if (text !== "") throw new Error(`${where}: it has a body`);
    return;
  }
  if (response.headers.get("content-type") !== type)
    throw new Error(`${where}: it is ${response.headers.get("content-type")}, not ${type}`);
  const ref = JSON.stringify(answer.content).match(/#\/components\/schemas\/(\w+)/)?.[1] ?? "";
  const validate = compiled.get(ref) ?? ajv.compile({ $ref: `api#/components/schemas/${ref}` });
  compiled.set(ref, validate);
  const values =
    type === "application/jsonl"
      ? text
          .trimEnd()
          .split("\n")
          .map((line): unknown => JSON.parse(line))
      : [json];
  for (const value of values)
    if (!validate(value))
      throw new Error(`${where}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`);
}
