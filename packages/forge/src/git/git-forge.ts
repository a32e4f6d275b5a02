import { CoulombError } from "@coulomb-loop/schemas";
import { createSend, type RequestKind } from "../http/transport.ts";
import type { BlobCache, Capabilities, Forge, Identity, Instant, PathEntry, RepoQuery } from "../port.ts";
import { known, nullOid } from "../problem.ts";
import { advanceBranch, deleteBranch } from "./branches.ts";
import { createGitClient, type GitClient } from "./client.ts";
import type { GitIdentity } from "./commit.ts";
import { redactor } from "./environment.ts";
import { inspect } from "./inspect.ts";
import { createLocator } from "./location.ts";
import { mergeProposal } from "./merge.ts";
import { observeAll, shardSize } from "./observe.ts";
import { loginOf, openProposal } from "./open-proposal.ts";
import { createRefLister } from "./ref-lister.ts";
import type { GitSession } from "./session.ts";
import { updateProposal } from "./update-proposal.ts";

/** What `createGitForge` needs to know. */
export interface GitForgeOptions {
  /** Name of the forge in coulomb.yaml, for messages. */
  readonly name: string;
  /**
   * An absolute folder or a git URL. `{owner}` and `{repo}` stand for a repository's names; without either,
   * `/{owner}/{repo}.git` is added.
   */
  readonly url: string;
  /** Author and committer of every commit; also who opened, closed and commented. */
  readonly identity: GitIdentity;
  /** Only proposals on `coulomb/<installation>/<key>` are written. */
  readonly installation: string;
  /** Where throw-away repositories are made; default: the system's folder for temporary files. */
  readonly tempDir?: string;
  /** Environment of git: at least PATH, and HOME with `userConfig`. `GIT_*` in it is always dropped. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Lets the user's and the system's git configuration count: credential helpers, `safe.directory`, proxies. */
  readonly userConfig?: boolean;
  /** More git settings, as `http.<url>.extraHeader`. They travel by environment, never on a command line. */
  readonly config?: readonly (readonly [key: string, value: string])[];
  /** Epoch milliseconds, for when to come back; without it a server's refusal for a while has no time. */
  readonly now?: () => Instant;
  /** Milliseconds a git process may be silent; default 120,000. */
  readonly timeoutMs?: number;
  /** Ends every process; what was under way is unknown or unclear. */
  readonly signal?: AbortSignal;
  /** Told of each request of our own before it is sent, for counting; what git sends is told as a process. */
  readonly onRequest?: (kind: RequestKind, method: string, path: string) => void;
  /** Told of each git process before it starts, with its arguments, for counting. */
  readonly onProcess?: (args: readonly string[]) => void;
}

const capabilities: Capabilities = {
  readBatch: shardSize,
  expectedHead: true,
  drafts: true,
  identity: "signature",
  cost: { open: 0, update: 0, close: 0, commit: 0 },
  mergeByTool: true,
};

/**
 * A forge of plain git repositories: folders or URLs, no server of ours (04-forges §2). Proposals are records under
 * `refs/coulomb/proposals/`; what people do with plain git beats them. Every write is one `git push` with a lease on
 * each ref, so hooks and `receive.*` rule. No process and no folder of it outlives a call.
 *
 * Throws `git_url`, `git_identity` or `git_installation` for options that cannot work, and, from a write or `check`,
 * `git_version` when git is missing or older than 2.38. Everything else is a value.
 */
export function createGitForge(options: GitForgeOptions): Forge {
  // Where a repository went is for a person to say, and a redirect would take credentials elsewhere.
  const config = [["http.followRedirects", "false"] as const, ...(options.config ?? [])];
  const client = createGitClient({
    base: options.env,
    userConfig: options.userConfig ?? false,
    config,
    hidesRefusals: true,
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? 120_000,
    onProcess: options.onProcess,
  });
  const send = createSend({
    timeoutMs: options.timeoutMs ?? 30_000,
    signal: options.signal,
    onRequest: options.onRequest,
    redact: redactor((options.config ?? []).map(([, value]) => value)),
  });
  const session: GitSession = {
    client,
    lister: createRefLister(send, config),
    tempDir: options.tempDir,
    locate: createLocator(options.url),
    identity: checkIdentity(options),
    installation: checkInstallation(options),
    hasRecords: true,
    ...(options.now === undefined ? {} : { now: options.now }),
    memo: new Map(),
  };
  const entries = new Map<string, PathEntry>();
  const memory = { merges: session.memo, messages: new Map<string, string>() };
  return {
    capabilities,
    check: async () => known(await readIdentity(client, session), nullOid),
    observe: (queries: readonly RepoQuery[], cache: BlobCache) =>
      observeAll(session, queries, withEntries(cache, entries), memory),
    inspect: (ref) => inspect(session, ref),
    advanceBranch: (write) => advanceBranch(session, write),
    deleteBranch: (ref, expected) => deleteBranch(session, ref, expected, options.now?.()),
    openProposal: (draft) => openProposal(session, draft),
    updateProposal: (ref, patch) => updateProposal(session, ref, patch),
    mergeProposal: (ref, expectedHead, time) => mergeProposal(session, ref, expectedHead, time),
  };
}

async function readIdentity(client: GitClient, session: GitSession): Promise<Identity> {
  return { login: loginOf(session), server: `git ${await client.version()}` };
}

/** Entries the memory of one forge holds before it starts anew. */
const mostEntries = 100_000;

/** A cache that remembers entries of commits for as long as the forge lives, when the caller's does not. */
function withEntries(cache: BlobCache, entries: Map<string, PathEntry>): BlobCache {
  return {
    get: (blob) => cache.get(blob),
    put: (blob, bytes) => cache.put(blob, bytes),
    getEntry: (commit, path) => cache.getEntry?.(commit, path) ?? entries.get(`${commit} ${path}`),
    putEntry(commit, path, entry) {
      if (cache.putEntry !== undefined) cache.putEntry(commit, path, entry);
      else {
        if (entries.size >= mostEntries) entries.clear();
        entries.set(`${commit} ${path}`, entry);
      }
    },
  };
}

function checkIdentity({ identity, name }: GitForgeOptions): GitIdentity {
  if (fits(identity.name) && fits(identity.email)) return identity;
  throw new CoulombError(
    "git_identity",
    `forge "${name}": expected a name and an email without <, > or control characters`,
  );
}

/** Whether a text may stand in the header of a commit: it must not end the line or look like an address. */
function fits(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- a line feed would start another header
  return text.trim() === text && text !== "" && !/[<>\u0000-\u001f]/.test(text);
}

function checkInstallation({ installation, name }: GitForgeOptions): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(installation)) return installation;
  throw new CoulombError(
    "git_installation",
    `forge "${name}": expected an installation of a-z, 0-9 and -, received "${installation}"`,
  );
}
