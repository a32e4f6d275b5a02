import { randomUUID } from "node:crypto";
import type { HubTokenReport, HubTokensReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { createHubClient, type HubClient } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { opsOrNone } from "../hub-workspace.ts";
import { type HubNeed, type HubOptions, hubPlace, openHub, transportTo } from "../open-hub.ts";
import { counted, printable, table } from "../terminal.ts";

interface CreateOptions extends CommonOptions, HubOptions {
  readonly name: string;
  /** At least one: the command line sees to that. */
  readonly scope: readonly [HubScope, ...HubScope[]];
  readonly repo?: string;
}

type HubScope = "read" | "write" | "sync" | "admin";

/** `coulomb hub token create`: makes a token and shows its secret, this once. */
export async function create(invocation: Invocation, options: CreateOptions): Promise<void> {
  const { terminal } = invocation;
  const {
    name,
    scope: [scope, ...others],
    repo,
  } = options;
  const scopes: [HubScope, ...HubScope[]] = [scope, ...new Set(others.filter((each) => each !== scope))];
  const wish = { name, scopes, ...(repo === undefined ? {} : { repo }) };
  const { result, isRepoKnown } = await atHub(
    invocation,
    options,
    async (hub) => ({
      isRepoKnown: repo === undefined || (await hub.list("repos", { key: repo })).length > 0,
      // With a key of its own, a repetition of the request makes no second token.
      result: await hub.createToken(wish, randomUUID()),
    }),
    { mayMake: true },
  );
  if (result.kind !== "done") throw refused(result);
  const made = result.value;
  if (made.token === undefined)
    throw new CoulombError(
      "hub_token_lost",
      `the token ${made.id} was made, and the answer with its secret was lost`,
      {
        hint: `coulomb hub token revoke ${made.id}, and make another one`,
      },
    );
  if (!isRepoKnown)
    terminal.note(
      `The hub does not know the repo ${printable(repo ?? "")}: coulomb hub register makes an ops repo known. If the key is wrong, revoke the token.`,
    );
  const report: HubTokenReport = { format_version: "1.0", kind: "hub-token", token: { ...made } };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  // The secret alone on stdout, so that it can go into a file or a variable.
  terminal.data(made.token);
  terminal.note(
    `This is the secret of ${printable(made.name)} (${made.scopes.join(", ")}${made.repo === undefined ? "" : `, only ${made.repo}`}), shown once. Its id is ${made.id}.`,
  );
}

/** `coulomb hub token list`: every token without its secret. */
export async function list(invocation: Invocation, options: CommonOptions & HubOptions): Promise<void> {
  const { terminal } = invocation;
  const items = await atHub(invocation, options, (hub) => hub.tokens());
  const report: HubTokensReport = {
    format_version: "1.0",
    kind: "hub-tokens",
    tokens: items.map((item) => ({ ...item })),
  };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  if (items.length === 0) return terminal.data("There is no token.");
  const rows = items.map(({ id, name, scopes, repo, created_at, revoked_at }) => [
    terminal.paint.bold(printable(name)),
    scopes.join(","),
    repo ?? "every repo",
    id,
    revoked_at === undefined ? `made ${created_at}` : terminal.paint.dim(`revoked ${revoked_at}`),
  ]);
  for (const line of table(rows)) terminal.data(line);
  terminal.data(counted(items.length, "token"));
}

/** `coulomb hub token revoke <id>`: takes a token out of force at once. */
export async function revoke(
  invocation: Invocation,
  options: CommonOptions & HubOptions,
  [id = ""]: readonly string[],
): Promise<void> {
  const result = await atHub(invocation, options, (hub) => hub.revokeToken(id));
  if (result.kind !== "done") throw refused(result);
  const report = { format_version: "1.0", kind: "hub-token-revoked", id };
  invocation.terminal.data(options.json === true ? JSON.stringify(report) : `The token ${id} is revoked.`);
}

async function atHub<T>(
  { io, terminal }: Invocation,
  options: CommonOptions & HubOptions,
  work: (hub: HubClient) => Promise<T>,
  need: HubNeed = {},
): Promise<T> {
  const ops = opsOrNone(io, terminal, options.ops);
  const hub = await openHub(io, hubPlace(io, ops, options, need), io.env.USER ?? "coulomb");
  try {
    return await work(createHubClient(transportTo(hub, io)));
  } finally {
    await hub.close();
  }
}

function refused(result: {
  readonly kind: string;
  readonly message?: string;
  readonly hint?: string;
}): CoulombError {
  if (result.kind === "missing")
    return new CoulombError("hub_refused", "the hub has no such token", {
      hint: "coulomb hub token list shows the ids",
    });
  return new CoulombError("hub_refused", `the hub refused: ${result.message ?? result.kind}`, {
    hint: result.hint ?? "use an admin token for it",
  });
}
