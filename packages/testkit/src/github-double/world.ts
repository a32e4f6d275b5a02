import type { Hosting } from "../hosting/index.ts";
import type { Apps } from "./apps.ts";
import type { Identity } from "./identity.ts";
import type { JsonObject } from "./json.ts";
import type { Lag } from "./lag.ts";
import type { Limits } from "./limits.ts";
import type { GithubSettings } from "./settings.ts";

/** All that a double knows. */
export interface World {
  readonly hosting: Hosting;
  /** Address of the double, without a slash at its end. */
  readonly url: string;
  readonly settings: GithubSettings;
  readonly apps: Apps;
  readonly limits: Limits;
  readonly lag: Lag;
  /** Commits that GitHub signed. */
  readonly verified: Set<string>;
  /** Present instant, epoch milliseconds. */
  readonly now: () => number;
}

/** One REST request that has a route. */
export interface Call {
  readonly world: World;
  readonly identity: Identity;
  /** The credential itself, empty without one. */
  readonly token: string;
  readonly method: string;
  /** Values of the template's names. */
  readonly path: Readonly<Record<string, string>>;
  /** The address asked for, with its query. */
  readonly url: URL;
  /** Empty without a body. */
  readonly body: JsonObject;
  readonly accept: string;
  /** Pulls are to be answered as they were before so many writes. */
  readonly staleBy: number;
}

/** What a handler answers: JSON, or text of another type. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: { readonly type: string; readonly content: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one request; throws a RestProblem for what is not a success. */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** 200 with JSON. */
export const ok = (json: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  json,
  headers,
});

/** 201 with JSON. */
export const created = (json: unknown): Answer => ({ status: 201, json });

/** 204. */
export const noContent: Answer = { status: 204 };
