import { CoulombError } from "@coulomb-loop/schemas";
import { createLearnedSecrets, redactedForge, redactorOf, withoutTokens } from "../http/redacted.ts";
import { createSend, type RequestKind } from "../http/transport.ts";
import type { Capabilities, Forge, Instant } from "../port.ts";
import { advanceBranch, deleteBranch } from "./branches.ts";
import { check } from "./check.ts";
import { createClients, type GithubAuth } from "./client.ts";
import { inspect } from "./inspect.ts";
import { mergeProposal } from "./merge.ts";
import { openProposal, updateProposal } from "./proposals.ts";
import { pullRequests } from "./pull-requests.ts";
import { observeFresh } from "./read.ts";
import { createMemory, type GithubSession } from "./session.ts";

/** What `createGithubForge` needs to know. */
export interface GithubForgeOptions {
  /** Name of the forge in coulomb.yaml, for messages. */
  readonly name: string;
  /** Address of the API: `https://api.github.com`, or `https://<host>/api/v3` of a server of one's own. */
  readonly url: string;
  /** It travels in headers only, and never in a message. */
  readonly auth: GithubAuth;
  /** Owner at which `check` looks an App up. */
  readonly owner: string;
  /** Epoch milliseconds. */
  readonly now: () => Instant;
  /** Waits so many milliseconds; default: with a timer. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Milliseconds between writes; default 1,000, as GitHub asks for. */
  readonly writeIntervalMs?: number;
  /** Milliseconds for one request; default 30,000. */
  readonly timeoutMs?: number;
  /** Ends every request; what was under way is unknown or unclear. */
  readonly signal?: AbortSignal;
  /** Told of each request before it is sent, for counting. */
  readonly onRequest?: (kind: RequestKind, method: string, path: string) => void;
}

const capabilities: Capabilities = {
  readBatch: 50,
  expectedHead: true,
  drafts: true,
  identity: "forge",
  cost: { open: 8, update: 16, close: 11, commit: 6 },
  mergeByTool: false,
};

/** Without GraphQL every look before and after a write is some requests of REST, in place of one document. */
const withoutGraphql: Capabilities = {
  ...capabilities,
  readBatch: 1,
  cost: { open: 40, update: 60, close: 60, commit: 20 },
};

/**
 * A forge of GitHub, or of a GitHub Enterprise Server (04-forges §4). It reads many repositories by one GraphQL document and
 * writes by REST, moving refs only from the commit they must hold (`updateRefs`). Where GraphQL breaks down or is switched
 * off it reads by REST instead, and says so in `capabilities` (docs/decisions/0012-github-without-graphql.md).
 *
 * Throws `forge_url` for an address that is none. Everything GitHub can answer is a value.
 */
export function createGithubForge(options: GithubForgeOptions): Forge {
  const { auth } = options;
  const redactOwn = redactorOf(auth.kind === "token" ? auth.token : auth.privateKey);
  // An App's tokens are made on the way.
  const learned = createLearnedSecrets();
  const redact = (text: string) => withoutTokens(learned.redact(redactOwn(text)));
  const session = createSession(options, redact, learned.learn);
  const forge: Forge = {
    get capabilities() {
      return session.memory.away === undefined ? capabilities : withoutGraphql;
    },
    pulls: pullRequests(session),
    check: () => check(session, options),
    observe: (queries, cache) => observeFresh(session, queries, cache),
    inspect: (ref) => inspect(session, ref),
    advanceBranch: (write) => advanceBranch(session, write),
    deleteBranch: (ref, expected) => deleteBranch(session, ref, expected),
    openProposal: (draft) => openProposal(session, draft),
    updateProposal: (ref, patch) => updateProposal(session, ref, patch),
    mergeProposal: (ref, expectedHead) => mergeProposal(session, ref, expectedHead),
  };
  return redactedForge(forge, redact);
}

function createSession(
  options: GithubForgeOptions,
  redact: (text: string) => string,
  onToken: (token: string) => void,
): GithubSession {
  const { auth, now } = options;
  const send = createSend({
    timeoutMs: options.timeoutMs ?? 30_000,
    signal: options.signal,
    onRequest: options.onRequest,
    redact,
  });
  const clientOf = createClients({
    url: addressOf(options),
    auth,
    send,
    now,
    writeIntervalMs: options.writeIntervalMs ?? 1000,
    onToken,
  });
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  return { clientOf, memory: createMemory(), now, sleep };
}

function addressOf({ url, name }: GithubForgeOptions): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isHttp = parsed?.protocol === "https:" || parsed?.protocol === "http:";
  if (parsed !== undefined && isHttp && parsed.username === "" && parsed.password === "")
    return url.replace(/\/+$/, "");
  throw new CoulombError(
    "forge_url",
    `forge "${name}": expected an http or https address without credentials`,
    {
      hint: "write url: https://api.github.com and give the token as token: { env: NAME } or { file: path }",
    },
  );
}
