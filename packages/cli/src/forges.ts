import { resolve } from "node:path";
import type { Forge, GithubAuth } from "@coulomb-loop/forge";
import { createGiteaForge, createGitForge, createGithubForge } from "@coulomb-loop/forge";
import type { Forges } from "@coulomb-loop/reconciler";
import type { Coulomb } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import type { RequestCounter } from "./request-count.ts";
import { readSecret } from "./secret.ts";

/** Who writes: the tool, or the person who runs a command. */
export interface Writer {
  readonly name: string;
  readonly email: string;
}

/** What opening the forges of an ops repo needs. */
export interface ForgeSettings {
  readonly config: Coulomb;
  /** Folder of the ops repo: relative places start there. */
  readonly folder: string;
  readonly io: Io;
  /** Author of commits that git makes here; on a server the account of the token is who writes. */
  readonly writer: Writer;
  readonly counter: RequestCounter;
}

/** The tool itself, as author of branches and proposals. The address is one that can never belong to anybody. */
export function toolIdentity(installation: string): Writer {
  return { name: installation, email: `${installation}@coulomb.invalid` };
}

/** Opens every forge that coulomb.yaml declares. Throws `secret_missing`, `token_missing`, `forge_url` and `git_url`. */
export function openForges(settings: ForgeSettings): Forges {
  return new Map(settings.config.forges.map((forge) => [forge.name, openForge(settings, forge)]));
}

type Declared = Coulomb["forges"][number];

function openForge(settings: ForgeSettings, declared: Declared): Forge {
  switch (declared.kind) {
    case "git":
      return openGit(settings, declared);
    case "gitea":
      return openGitea(settings, declared);
    case "github":
      return openGithub(settings, declared);
  }
}

function openGit({ config, folder, io, writer, counter }: ForgeSettings, { name, url }: Declared): Forge {
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^[^/\\]+@[^/\\]+:/.test(url);
  return createGitForge({
    name,
    url: isUrl ? url : resolve(folder, url),
    identity: writer,
    installation: config.installation,
    env: io.env,
    userConfig: true,
    now: io.now,
    onRequest: counter.onRequest,
    onProcess: counter.onProcess,
  });
}

function openGitea({ config, folder, io, writer, counter }: ForgeSettings, declared: Declared): Forge {
  const { name, url, token } = declared;
  if (token === undefined) throw tokenMissing(declared);
  return createGiteaForge({
    name,
    url,
    token: readSecret(io, folder, token, `forge "${name}"`),
    identity: writer,
    installation: config.installation,
    now: io.now,
    env: io.env,
    onRequest: counter.onRequest,
    onProcess: counter.onProcess,
  });
}

function openGithub({ folder, io, counter, config }: ForgeSettings, declared: Declared): Forge {
  const { name, url, owner } = declared;
  return createGithubForge({
    name,
    // People write the address they know.
    url: /^https:\/\/(?:www\.)?github\.com\/?$/.test(url) ? "https://api.github.com" : url,
    auth: githubAuth(io, folder, declared),
    owner: owner ?? config.ops_repo.owner,
    now: io.now,
    onRequest: counter.onRequest,
    ...(io.writeIntervalMs === undefined ? {} : { writeIntervalMs: io.writeIntervalMs }),
  });
}

function githubAuth(io: Io, folder: string, declared: Declared): GithubAuth {
  const { name, token, app } = declared;
  if (token !== undefined) return { kind: "token", token: readSecret(io, folder, token, `forge "${name}"`) };
  if (app === undefined) throw tokenMissing(declared);
  return {
    kind: "app",
    appId: String(app.id),
    privateKey: readSecret(io, folder, app.private_key, `the App of forge "${name}"`),
    ...(app.installation_id === undefined ? {} : { installationId: app.installation_id }),
  };
}

function tokenMissing({ name, kind }: Declared): CoulombError {
  return new CoulombError("token_missing", `forge "${name}" is of kind ${kind} and has no token`, {
    hint: "add token: { env: NAME } to it in coulomb.yaml, and set that variable",
  });
}
