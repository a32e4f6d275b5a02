import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Preparation, Preparer, PrepareRequest } from "@coulomb-loop/activity";
import { optimize, prepareBundle, summaryText } from "@coulomb-loop/kaizen";
import { type Coulomb, CoulombError } from "@coulomb-loop/schemas";
import { sha256Of } from "@coulomb-loop/schemas/digest";
import type { Io } from "./io.ts";
import { lockHolder } from "./kaizen-place.ts";
import { readSecret } from "./secret.ts";

const run = promisify(execFile);

/** Milliseconds that a clone may take. */
const longestClone = 300_000;

/** Commits that a clone reaches back: what happened since the last session is among them, or too long ago to tell. */
const depth = 200;

interface Ops {
  readonly folder: string;
  readonly config: Coulomb;
}

/**
 * Prepares by the pilot's own commands in a clone that is thrown away (page 06 R15): runs nothing else, pushes nothing, and
 * records nothing. What cannot be prepared is refused, with the code of the reason.
 */
export function preparerIn(io: Io, ops: Ops): Preparer {
  return {
    async prepare(request) {
      const folder = mkdtempSync(join(io.env.TMPDIR || tmpdir(), "coulomb-prepare-"));
      try {
        const clone = join(folder, "repo");
        await cloneInto(io, ops, request, clone);
        return await prepareIn(io, request, clone);
      } catch (error) {
        if (!(error instanceof CoulombError)) throw error;
        return { kind: "refused", code: error.code, message: error.message };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

async function prepareIn(io: Io, request: PrepareRequest, cwd: string): Promise<Preparation> {
  const { command, repo, slot, cycle, attempt, definition, upstream, expiresIn } = request;
  const place = { cwd, env: gitEnvironment(io) };
  const head = (await git(io, ["-C", cwd, "rev-parse", "HEAD"])).trim();
  if (command.kind === "metrics_optimize") {
    const text = summaryText(
      await optimize({
        ...place,
        slot,
        cycle,
        attempt,
        repo: repo.id,
        actor: "coulomb",
        record: false,
        holder: lockHolder(io),
      }),
    );
    return { kind: "prepared", text, digest: sha256Of(text), head };
  }
  const { text, digest } = await prepareBundle({
    ...place,
    agent: command.agent,
    slot,
    cycle,
    attempt,
    repo: repo.id,
    upstream,
    definition,
    ...(expiresIn === undefined ? {} : { expiresIn }),
    now: io.now(),
  });
  return { kind: "prepared", text, digest, head };
}

async function cloneInto(io: Io, ops: Ops, { repo }: PrepareRequest, into: string): Promise<void> {
  const { url, headers } = addressOf(io, ops, repo);
  // Bound to the address, and not carried to where a redirect leads.
  const secret = [
    ["http.followRedirects", "false"] as const,
    ...(headers === undefined ? [] : [[`http.${url}.extraHeader`, headers] as const]),
  ];
  // A link in a pilot repo leads nowhere on this machine.
  const args = [
    "-c",
    "core.symlinks=false",
    "clone",
    "--quiet",
    "--no-tags",
    "--single-branch",
    `--depth=${depth}`,
    "--",
    url,
    into,
  ];
  await git(io, args, secret);
}

/** Where git finds a repo of a forge, and what lets it in. Throws `prepare_unsupported`, and what reading a token throws. */
function addressOf(
  io: Io,
  { folder, config }: Ops,
  { forge: name, owner, repo }: PrepareRequest["repo"],
): { readonly url: string; readonly headers?: string } {
  const forge = config.forges.find((each) => each.name === name);
  if (forge === undefined)
    throw new CoulombError("forge_unknown", `coulomb.yaml declares no forge "${name}"`);
  const filled = (url: string) =>
    /\{(?:owner|repo)\}/.test(url)
      ? url.replaceAll("{owner}", owner).replaceAll("{repo}", repo)
      : `${url.replace(/\/+$/, "")}/${owner}/${repo}.git`;
  if (forge.kind === "git") {
    const url = filled(forge.url);
    // By an address, so that a depth counts for a folder of this machine too.
    const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^[^/\\]+@[^/\\]+:/.test(url);
    return { url: isAddress ? url : `file://${resolve(folder, url)}` };
  }
  if (forge.token === undefined)
    throw new CoulombError("prepare_unsupported", `forge "${name}" has no token that git can use`, {
      hint: "declare a token for it; an App's is for the API alone",
    });
  const token = readSecret(io, folder, forge.token, `forge "${name}"`);
  const site = forge.url
    .replace(/^https:\/\/api\.github\.com\/?$/, "https://github.com")
    .replace(/\/api\/v3\/?$/, "");
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return { url: filled(site), headers: `Authorization: Basic ${basic}` };
}

/** Runs git. Secrets travel by environment, never on a command line. Throws `prepare_clone`. */
async function git(
  io: Io,
  args: readonly string[],
  config: readonly (readonly [name: string, value: string])[] = [],
): Promise<string> {
  const settings = Object.fromEntries(
    config.flatMap(([name, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, name],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  );
  try {
    const { stdout } = await run("git", [...args], {
      env: { ...gitEnvironment(io), ...settings, GIT_CONFIG_COUNT: String(config.length) },
      timeout: longestClone,
      signal: io.signal,
      maxBuffer: 4 * 1_048_576,
    });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new CoulombError(
      "prepare_clone",
      `git ${args.find((each) => /^[a-z-]+$/.test(each) && !each.startsWith("-")) ?? ""} failed: ${said.split("\n")[0] ?? ""}`,
      {
        hint: "look whether git reaches the repo from here",
        cause: error,
      },
    );
  }
}

/** The environment without secrets and without what would point git elsewhere, and with nobody to ask. */
function gitEnvironment({ env }: Io): Record<string, string | undefined> {
  // A filter that the user's git runs on a pilot's files gets no secret, and fetches nothing.
  const own = Object.entries(env).filter(
    ([name]) => !/^GIT_|TOKEN|SECRET|PASSWORD|_KEY$|^DATABASE_URL$/.test(name),
  );
  return { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: "0", GIT_LFS_SKIP_SMUDGE: "1" };
}
