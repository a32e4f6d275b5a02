import type { HubRegisterReport, Workplan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { createHubClient, type HubClient, type HubResources } from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { repoKeyOf } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { type HubOptions, hubPlace, openHub, transportTo } from "../open-hub.ts";
import { printable, table } from "../terminal.ts";
import { readWorkplans } from "../workplan-files.ts";
import { readSound, type SoundWorkspace } from "../workspace.ts";

/** One resource that is to be there. */
type Wanted = {
  readonly [K in "domains" | "topics" | "repos" | "workstreams"]: {
    readonly kind: K;
    readonly key: string;
    readonly body: HubResources[K]["put"];
  };
}["domains" | "topics" | "repos" | "workstreams"];

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
  const hub = await openHub(
    io,
    hubPlace(io, workspace, options, { mayMake: true }),
    workspace.config.installation,
  );
  const resources: Registered[] = [];
  try {
    const client = createHubClient(transportTo(hub, io));
    for (const wanted of wantedOf(workspace, plans)) resources.push(await ensure(client, wanted));
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
function workstreamOf(plan: Workplan): Omit<HubResources["workstreams"]["put"], "repo" | "id"> {
  const { title, status, domain, topic_slug: topic, owner, supplier, created, updated, depends_on } = plan;
  return {
    title,
    status,
    ...(domain === undefined ? {} : { domain }),
    ...(topic === undefined ? {} : { topic }),
    ...(owner === undefined ? {} : { owner }),
    ...(supplier === undefined ? {} : { supplier }),
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { updated }),
    ...(depends_on === undefined ? {} : { depends_on }),
  };
}

/** A title for people until somebody writes a better one. */
function titleOf(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function ensure(hub: HubClient, { kind, key, body }: Wanted): Promise<Registered> {
  const result = await hub.put(kind, key, body, "new");
  switch (result.kind) {
    case "done":
      return { kind, key, result: "created", id: result.value.id };
    case "stale":
      return thereAlready(kind, key, body.id, result.current?.id ?? "");
    case "gone":
      return {
        kind,
        key,
        result: "refused",
        message: "it was deleted on the hub, and its key is taken for good",
      };
    case "missing":
      return { kind, key, result: "refused", message: "the hub has no such path" };
    case "refused":
      if (result.code.startsWith("forbidden")) throw forbidden(key, result.message);
      return { kind, key, result: "refused", message: `${result.message} [${result.code}]` };
  }
}

function thereAlready(kind: Wanted["kind"], key: string, wanted: string | undefined, id: string): Registered {
  if (wanted === undefined || wanted === id) return { kind, key, result: "there", id };
  return { kind, key, result: "refused", id, message: `the hub has it as ${id}, the file as ${wanted}` };
}

function forbidden(key: string, message: string): CoulombError {
  return new CoulombError("hub_refused", `the hub refused ${key}: ${message}`, {
    hint: "registering needs a token with the scope write that is bound to no repo",
  });
}
