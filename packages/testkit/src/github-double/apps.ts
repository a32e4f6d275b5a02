import { createPublicKey, type KeyObject } from "node:crypto";
import { verifyAppJwt } from "./app-jwt.ts";
import { badCredentials, notFound, RestProblem } from "./problem.ts";

/** How far a permission reaches; each holds the ones before it. */
export type Level = "none" | "read" | "write" | "admin";

/** Permissions of an installation by GitHub's names, such as `contents` and `pull_requests`. */
export type Permissions = Readonly<Record<string, Level>>;

/** An App on one account. */
export interface InstallationOptions {
  readonly id: number;
  /** Login of the user or organisation. */
  readonly account: string;
  /** `owner/name` of each repository it reaches; default: all of the account. */
  readonly repositories?: readonly string[];
  readonly permissions: Permissions;
  readonly suspended?: boolean;
}

/** A GitHub App that the double knows. */
export interface AppOptions {
  readonly id: number;
  /** Its tokens act as `<slug>[bot]`. */
  readonly slug: string;
  readonly clientId?: string;
  readonly owner: string;
  /** PEM of the key that its JSON web tokens must be signed with. */
  readonly publicKey: string;
  readonly installations: readonly InstallationOptions[];
}

/** A token of an installation. */
export interface InstallationToken {
  readonly token: string;
  readonly app: AppOptions;
  readonly installation: InstallationOptions;
  /** Narrowed to what was asked for. */
  readonly permissions: Permissions;
  readonly repositories: readonly string[] | undefined;
  /** Epoch milliseconds, UTC. */
  readonly expiresAt: number;
}

/** What is asked for with a new token; `undefined` is all there is. */
export interface TokenRequest {
  /** Names without owner. */
  readonly repositories?: readonly string[] | undefined;
  readonly permissions?: Permissions | undefined;
}

/** The Apps of a double and their tokens. */
export interface Apps {
  /** The App a JSON web token is of. Throws a RestProblem, 401 or 404, in GitHub's words. */
  byJwt(token: string): AppOptions;
  /** The installation token, or `undefined` when it never was or is over. */
  byToken(token: string): InstallationToken | undefined;
  /** Whether it was a token of an installation once, and no longer is. */
  isOver(token: string): boolean;
  /** Makes a token that lives one hour. Throws a RestProblem when more is asked for than there is. */
  createToken(app: AppOptions, installation: number, request: TokenRequest): InstallationToken;
  /** Every token that was made so far. */
  readonly made: () => readonly string[];
  /** Ends a token before its time; `false` when there is none. */
  revoke(token: string): boolean;
}

const hour = 3_600_000;
const levels: readonly Level[] = ["none", "read", "write", "admin"];

/** Whether one level holds another. */
export function reaches(has: Level | undefined, needs: Level): boolean {
  return levels.indexOf(has ?? "none") >= levels.indexOf(needs);
}

/** Keeps Apps by a clock in epoch milliseconds. */
export function createApps(options: readonly AppOptions[], clock: () => number): Apps {
  const keys = new Map<AppOptions, KeyObject>();
  const tokens = new Map<string, InstallationToken>();
  let made = 0;
  const keyOf = (app: AppOptions): KeyObject => {
    const key = keys.get(app) ?? createPublicKey(app.publicKey);
    keys.set(app, key);
    return key;
  };
  return {
    byJwt: (token) => signer(options, keyOf, token, clock()),
    byToken(token) {
      const found = tokens.get(token);
      return found === undefined || found.expiresAt <= clock() ? undefined : found;
    },
    createToken(app, id, request) {
      const installation = app.installations.find((one) => one.id === id);
      if (installation === undefined) throw notFound();
      if (installation.suspended === true) {
        throw new RestProblem(403, "This installation has been suspended");
      }
      made += 1;
      const token: InstallationToken = {
        token: `ghs_${String(made).padStart(36, "0")}`,
        app,
        installation,
        permissions: narrowed(installation.permissions, request.permissions),
        repositories: chosen(installation, request.repositories),
        expiresAt: clock() + hour,
      };
      tokens.set(token.token, token);
      return token;
    },
    made: () => [...tokens.keys()],
    isOver(token) {
      const found = tokens.get(token);
      return found !== undefined && found.expiresAt <= clock();
    },
    revoke: (token) => tokens.delete(token),
  };
}

/** The App that signed a JSON web token. */
function signer(
  apps: readonly AppOptions[],
  keyOf: (app: AppOptions) => KeyObject,
  token: string,
  now: number,
): AppOptions {
  const messages: string[] = [];
  for (const app of apps) {
    const issuers = [String(app.id), ...(app.clientId === undefined ? [] : [app.clientId])];
    const verdict = verifyAppJwt(token, issuers, keyOf(app), now);
    if (verdict.ok) return app;
    messages.push(verdict.message);
  }
  // The App whose key fits says more than the others, which cannot even decode the token.
  const message = messages.find((text) => !text.includes("decoded")) ?? messages[0];
  if (message === "Integration not found") throw new RestProblem(404, message);
  throw badCredentials(message ?? "A JSON web token could not be decoded");
}

function narrowed(all: Permissions, asked: Permissions | undefined): Permissions {
  // Every token may read what a repository is.
  const result: Record<string, Level> = { ...(asked ?? all), metadata: "read" };
  for (const [name, level] of Object.entries(asked ?? {})) {
    if (reaches(all[name], level) || name === "metadata") continue;
    throw new RestProblem(422, "The permissions requested are not granted to this installation.");
  }
  return result;
}

function chosen(
  installation: InstallationOptions,
  names: readonly string[] | undefined,
): readonly string[] | undefined {
  if (names === undefined) return installation.repositories;
  const full = names.map((name) => `${installation.account}/${name}`);
  const isAllowed = (name: string) => installation.repositories?.includes(name) ?? true;
  if (!full.every(isAllowed)) {
    throw new RestProblem(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  }
  return full;
}
