import {
  type HostedRepo,
  type Hosting,
  type HostingUser,
  jsonAnswer,
  type Permission,
  type StagedAnswer,
  type StagedRequest,
} from "../hosting/index.ts";
import type { GiteaSettings } from "./settings.ts";
import type { JsonObject } from "./swagger.ts";

/** What every endpoint can reach. */
export interface Server {
  readonly hosting: Hosting;
  readonly settings: GiteaSettings;
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: () => string;
}

/** A request on its way to an endpoint. */
export interface Call extends Server {
  readonly request: StagedRequest;
  readonly user: HostingUser | null;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Fields of the body; empty where there is none. */
  readonly body: JsonObject;
}

/** A call about a repository that the user may read. */
export interface RepoCall extends Call {
  readonly repo: HostedRepo;
  readonly permission: Permission;
}

/** A call by somebody with a login. */
export type Signed<T extends Call> = T & { readonly user: HostingUser };

/** An answer as errors of the API are. */
export function apiError(server: Server, status: number, message: string): StagedAnswer {
  return jsonAnswer(status, { message, url: `${server.url()}/api/swagger` });
}

/** The answer to what is not there, or not to be seen. */
export function notFound(server: Server, message = "The target couldn't be found."): StagedAnswer {
  return jsonAnswer(404, { errors: null, message, url: `${server.url()}/api/swagger` });
}

/** An answer without a body. */
export function emptyAnswer(status: number): StagedAnswer {
  return { status, headers: {}, body: new Uint8Array() };
}

/** A text field of a body; `undefined` when it is absent or no text. */
export function textOf(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  return typeof value === "string" ? value : undefined;
}

/** A list of numbers of a body; `undefined` when it is absent. */
export function numbersOf(body: JsonObject, name: string): number[] | undefined {
  const value = body[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "number") : undefined;
}

/** 422 for required fields that are absent or empty; `null` when all are there. */
export function missingField(call: Call, names: readonly string[]): StagedAnswer | null {
  const missing = names.filter((name) => (textOf(call.body, name) ?? "") === "");
  return missing.length === 0
    ? null
    : apiError(call, 422, missing.map((name) => `[${name}]: Required`).join("; "));
}

/** Instants as the API writes them: seconds, UTC. */
export function toTime(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The same for an instant that may be missing. */
export function toTimeOrNull(instant: number | null): string | null {
  return instant === null ? null : toTime(instant);
}
