import type { HubTokenReport, HubTokensReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { type HubBody, hubBodies } from "@coulomb-loop/schemas/hub";
import { detailOf, type HubResponse } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { opsOrNone } from "../hub-workspace.ts";
import { type HubOptions, hubPlace, openHub, requestName, transportTo } from "../open-hub.ts";
import { counted, printable, table } from "../terminal.ts";

interface CreateOptions extends CommonOptions, HubOptions {
  readonly name: string;
  readonly scope: readonly string[];
  readonly repo?: string;
}

/** `coulomb hub token create`: makes a token and shows its secret, this once. */
export async function create(invocation: Invocation, options: CreateOptions): Promise<void> {
  const { terminal } = invocation;
  const { name, scope, repo } = options;
  const body = { name, scopes: scope, ...(repo === undefined ? {} : { repo }) };
  const answer = await asked(invocation, options, "POST", "/v1/tokens", body);
  const made = answered(hubBodies.token_created, answer, 201);
  const report: HubTokenReport = { format_version: "1.0", kind: "hub-token", token: { ...made } };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  // The secret alone on stdout, so that it can go into a file or a variable.
  terminal.data(made.token ?? "");
  terminal.note(
    `This is the secret of ${printable(made.name)} (${made.scopes.join(", ")}${made.repo === undefined ? "" : `, only ${made.repo}`}), shown once. Its id is ${made.id}.`,
  );
}

/** `coulomb hub token list`: every token without its secret. */
export async function list(invocation: Invocation, options: CommonOptions & HubOptions): Promise<void> {
  const { terminal } = invocation;
  const answer = await asked(invocation, options, "GET", "/v1/tokens");
  const { items } = answered(hubBodies.token_list, answer, 200);
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
  const answer = await asked(invocation, options, "DELETE", `/v1/tokens/${encodeURIComponent(id)}`);
  if (answer.status !== 204) throw refused(answer);
  const report = { format_version: "1.0", kind: "hub-token-revoked", id };
  invocation.terminal.data(options.json === true ? JSON.stringify(report) : `The token ${id} is revoked.`);
}

async function asked(
  { io, terminal }: Invocation,
  options: CommonOptions & HubOptions,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
): Promise<HubResponse> {
  const ops = opsOrNone(io, terminal, options.ops);
  const hub = await openHub(io, hubPlace(io, ops, options), io.env.USER ?? "coulomb");
  try {
    return await transportTo(hub, io).send({
      method,
      path,
      ...(body === undefined ? {} : { body }),
      headers: method === "POST" ? { "idempotency-key": requestName() } : {},
    });
  } finally {
    await hub.close();
  }
}

/** The body of an answer that has this status, or the error that it is none. */
function answered<T>({ validate }: HubBody<T>, answer: HubResponse, status: number): T {
  const checked = answer.status === status ? validate(answer.json) : undefined;
  if (checked?.ok !== true) throw refused(answer);
  return checked.value;
}

function refused(answer: HubResponse): CoulombError {
  return new CoulombError("hub_refused", `the hub answered ${answer.status}: ${detailOf(answer)}`, {
    hint:
      answer.status === 403
        ? "use an admin token for it"
        : answer.status === 404
          ? "coulomb hub token list shows the ids"
          : "correct what it says, and run the command again",
  });
}
