import type { HubRegisterReport, Workplan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { codeOf, detailOf, type Transport, wireOf } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { repoKeyOf } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { type HubOptions, hubPlace, openHub, transportTo } from "../open-hub.ts";
import { printable, table } from "../terminal.ts";
import { readWorkplans } from "../workplan-files.ts";
import { readSound, type SoundWorkspace } from "../workspace.ts";

/** One resource that is to be there. */
interface Wanted {
  readonly kind: "domains" | "topics" | "repos" | "workstreams";
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Registered = HubRegisterReport["resources"][number];

/**
 * `coulomb hub register`: makes the ops repo known to the hub, with its domain, its topics and a workstream for each
 * workplan, under the ids that the files have. What is there stays as it is; tasks come with `coulomb sync`.
 */
export async function register(
  { io, terminal, exit }: Invocation,
  options: CommonOptions & HubOptions,
): Promise<void> {
  const workspace = readSound(io, terminal, options.ops);
  const plans = readWorkplans(workspace.folder, io.cwd).flatMap(({ read }) =>
    read?.value?.frontmatter === undefined ? [] : [read.value.frontmatter],
  );
  const hub = await openHub(io, hubPlace(io, workspace, options), workspace.config.installation);
  const resources: Registered[] = [];
  try {
    const transport = transportTo(hub, io);
    for (const wanted of wantedOf(workspace, plans)) resources.push(await ensure(transport, wanted));
  } finally {
    await hub.close();
  }
  const report: HubRegisterReport = { format_version: "1.0", kind: "hub-register", resources };
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else {
    const word = {
      created: terminal.paint.green("created"),
      there: "there",
      refused: terminal.paint.red("refused"),
    };
    const rows = resources.map(({ kind, key, id, result, message }) => [
      word[result],
      kind.slice(0, -1),
      terminal.paint.bold(printable(key)),
      message ?? id ?? "",
    ]);
    for (const line of table(rows)) terminal.data(line);
  }
  exit(resources.some(({ result }) => result === "refused") ? exitCodes.error : exitCodes.ok);
}

/** Everything the files name, in an order in which each finds what it refers to. */
function wantedOf(workspace: SoundWorkspace, plans: readonly Workplan[]): readonly Wanted[] {
  const { config } = workspace;
  const { forge, owner, repo } = config.ops_repo;
  const domains = [...new Set(plans.flatMap(({ domain }) => domain ?? []))].sort();
  const topics = new Map(
    plans.flatMap(({ topic_slug: topic, domain }) => (topic === undefined ? [] : [[topic, domain]])),
  );
  return [
    ...domains.map((slug): Wanted => ({ kind: "domains", key: slug, body: { slug, title: titleOf(slug) } })),
    ...[...topics].map(
      ([slug, domain]): Wanted => ({
        kind: "topics",
        key: slug,
        body: { slug, title: titleOf(slug), ...(domain === undefined ? {} : { domain }) },
      }),
    ),
    { kind: "repos", key: repoKeyOf(workspace), body: { forge, owner, name: repo } },
    ...plans.map(
      (plan): Wanted => ({
        kind: "workstreams",
        key: plan.id,
        body: {
          ...workstreamOf(plan),
          repo: repoKeyOf(workspace),
          ...(plan.state_hub_workstream_id === undefined ? {} : { id: plan.state_hub_workstream_id }),
        },
      }),
    ),
  ];
}

/** What the hub's workstream says of a workplan. */
function workstreamOf(plan: Workplan): Readonly<Record<string, unknown>> {
  const { title, status, domain, topic_slug: topic, owner, supplier, created, updated, depends_on } = plan;
  const fields = { title, status, domain, topic, owner, supplier, created, updated, depends_on };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A title for people until somebody writes a better one. */
function titleOf(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function ensure(transport: Transport, { kind, key, body }: Wanted): Promise<Registered> {
  const answer = await transport.send({
    method: "PUT",
    path: `/v1/${kind}?key=${encodeURIComponent(key)}`,
    body,
    headers: { "if-none-match": "*" },
  });
  if (answer.status === 201) return { kind, key, result: "created", id: idOf(answer.json) };
  if (answer.status === 412) {
    const id = idOf(wireOf(answer.json)["current"]);
    const differs = typeof body["id"] === "string" && body["id"] !== id;
    return differs
      ? {
          kind,
          key,
          result: "refused",
          id,
          message: `the hub has it as ${id}, the file as ${String(body["id"])}`,
        }
      : { kind, key, result: "there", id };
  }
  if (answer.status === 403)
    throw new CoulombError("hub_refused", `the hub refused ${key}: ${detailOf(answer)}`, {
      hint: "registering needs a token with the scope write that is bound to no repo",
    });
  return { kind, key, result: "refused", message: `${detailOf(answer)} [${codeOf(answer)}]` };
}

function idOf(json: unknown): string {
  const { id } = wireOf(json);
  return typeof id === "string" ? id : "";
}
