import { CoulombError } from "@coulomb-loop/schemas";
import { createGitClient } from "../git/client.ts";
import { createRefLister } from "../git/ref-lister.ts";
import { redactedForge, redactorOf } from "../http/redacted.ts";
import { createSend, type RequestKind } from "../http/transport.ts";
import { isRepoName } from "../names.ts";
import type { Capabilities, Forge, Instant } from "../port.ts";
import { failed, ok } from "../problem.ts";
import { advanceBranch, deleteBranch } from "./branches.ts";
import { check } from "./check.ts";
import { basicOf, createGiteaClient } from "./client.ts";
import { inspect } from "./inspect.ts";
import { mergeProposal } from "./merge.ts";
import { observeAll } from "./observe.ts";
import { openProposal, updateProposal } from "./proposals.ts";
import { pullRequests } from "./pull-requests.ts";
import { createMemory, type GiteaSession, keyOf } from "./session.ts";

/** What `createGiteaForge` needs to know. */
export interface GiteaForgeOptions {
  /** Name of the forge in coulomb.yaml, for messages. */
  readonly name: string;
  /** Address of the server, as `https://git.example.org`; repositories are below it. */
  readonly url: string;
  /** Access token. It travels in headers and in the environment of git, never on a command line or in a message. */
  readonly token: string;
  /** Author and committer of every commit that is pushed. */
  readonly identity: { readonly name: string; readonly email: string };
  /** Part of the names of branches that are written. */
  readonly installation: string;
  /** Epoch milliseconds. */
  readonly now: () => Instant;
  /** Environment of git, which pushes branches: at least PATH. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where throw-away repositories are made; default: the system's folder for temporary files. */
  readonly tempDir?: string;
  /** Milliseconds for one request, and for which a git process may be silent; default 30,000 and 120,000. */
  readonly timeoutMs?: number;
  /** Ends every request and process; what was under way is unknown or unclear. */
  readonly signal?: AbortSignal;
  /** Told of each request before it is sent, for counting; those that git makes itself are told as processes. */
  readonly onRequest?: (kind: RequestKind, method: string, path: string) => void;
  readonly onProcess?: (args: readonly string[]) => void;
}

const capabilities: Capabilities = {
  readBatch: 1,
  expectedHead: true,
  drafts: true,
  identity: "forge",
  cost: { open: 14, update: 25, close: 15, commit: 8 },
  mergeByTool: false,
};

/**
 * A forge of Gitea (1.16 or newer) or Forgejo (04-forges §3). It reads refs by protocol v2 and the rest by the API, uses
 * only calls of the API description of 1.16, and moves branches by `git push` with a lease, since the API has no
 * compare-and-swap.
 *
 * Throws `forge_url` for an address that is none. Everything a server can answer is a value.
 */
export function createGiteaForge(options: GiteaForgeOptions): Forge {
  const redact = redactorOf(options.token);
  const session = createSession(options, redact);
  const forge: Forge = {
    capabilities,
    pulls: pullRequests(session),
    check: () => check(session),
    observe: (queries, cache) => observeAll(session, queries, cache),
    inspect: (ref) => inspect(session, ref),
    advanceBranch: (write) => advanceBranch(session, write),
    deleteBranch: (ref, expected) => deleteBranch(session, ref, expected),
    openProposal: (draft) => openProposal(session, draft),
    updateProposal: (ref, patch) => updateProposal(session, ref, patch),
    mergeProposal: (ref, expectedHead) => mergeProposal(session, ref, expectedHead),
  };
  return redactedForge(forge, redact);
}

function createSession(options: GiteaForgeOptions, redact: (text: string) => string): GiteaSession {
  const { token, now, installation, identity } = options;
  const url = addressOf(options);
  const basic = basicOf(token);
  const send = createSend({
    timeoutMs: options.timeoutMs ?? 30_000,
    signal: options.signal,
    onRequest: options.onRequest,
    redact,
  });
  // A redirect of a push would send the token elsewhere.
  const config = [
    [`http.${url}/.extraHeader`, `Authorization: Basic ${basic}`],
    ["http.followRedirects", "false"],
  ] as const;
  const client = createGiteaClient({ url, token, send, now });
  const git = createGitClient({
    base: options.env,
    userConfig: false,
    config,
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? 120_000,
    onProcess: options.onProcess,
  });
  const memory = createMemory();
  return {
    client,
    memory,
    now,
    git: {
      client: git,
      lister: createRefLister(send, config),
      tempDir: options.tempDir,
      identity,
      installation,
      hasRecords: false,
      isOther: (repo, branch) => {
        const told = memory.repos.get(keyOf(repo));
        return told !== undefined && told.defaultBranch !== branch;
      },
      memo: new Map(),
      locate: (repo) =>
        isRepoName(repo)
          ? ok({ kind: "url", url: client.cloneUrl(repo) })
          : failed("not_found", `"${repo.owner}/${repo.repo}" is no name of a repository`),
    },
  };
}

function addressOf({ url, name }: GiteaForgeOptions): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isHttp = parsed?.protocol === "https:" || parsed?.protocol === "http:";
  if (parsed !== undefined && isHttp && parsed.username === "" && parsed.password === "")
    return url.replace(/\/+$/, "");
  throw new CoulombError(
    "forge_url",
    `forge "${name}": expected an http or https address without credentials`,
    {
      hint: "write url: https://git.example.org and give the token as token: { env: NAME } or { file: path }",
    },
  );
}
