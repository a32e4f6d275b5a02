import type { FileChange, Forge, ProposalSummary, RepoQuery } from "@coulomb-loop/forge";
import { branchName } from "@coulomb-loop/proposals";
import { memoryCache } from "@coulomb-loop/reconciler";
import {
  CoulombError,
  validateDecision,
  validateWorkplan,
  validateWorkplanTask,
} from "@coulomb-loop/schemas";
import {
  createHubSide,
  createWorkplanSide,
  type HubDesk,
  type HubGlance,
  type HubSide,
  syncProposalKey,
  type WorkplanGlance,
  type WorkplanSide,
} from "@coulomb-loop/state-hub-sync";
import { openForges, toolIdentity } from "./forges.ts";
import { type OpsConfig, repoKeyOf } from "./hub-workspace.ts";
import { hubMapping } from "./hub-mapping.ts";
import { holderOf, retryOf } from "./holder.ts";
import type { Io } from "./io.ts";
import { type HubOptions, hubPlace, type OpenedHub, openHub, transportTo } from "./open-hub.ts";
import { createRequestCounter } from "./request-count.ts";
import { openSyncCache, type SyncCache } from "./sync-cache.ts";

/** Both sides of a sync, open. */
export interface OpenSync {
  readonly workplans: WorkplanSide & WorkplanGlance;
  readonly hub: HubSide & HubGlance & HubDesk;
  readonly cache: SyncCache;
  /** Who changed a file lately, newest first; empty where that is not known. */
  readonly changesOf: (file: string) => Promise<readonly FileChange[]>;
  /** The newest proposal of the sync. */
  readonly proposal: () => Promise<ProposalSummary | undefined>;
  /** Requests to the hub so far. */
  readonly hubRequests: () => number;
  close(): Promise<void>;
}

/** What a command line may say about a sync. */
export interface SyncSwitches extends HubOptions {
  readonly reopen?: boolean;
  readonly rebuild?: boolean;
}

/** Opens the files' side over the forge of the ops repo, and the hub. Throws what opening either throws. */
export async function openSync(io: Io, ops: OpsConfig, options: SyncSwitches): Promise<OpenSync> {
  const { config, folder } = ops;
  const place = hubPlace(io, ops, options);
  const forge = opsForge(io, ops);
  const repo = { owner: ops.config.ops_repo.owner, repo: ops.config.ops_repo.repo };
  const branch = branchName({ installation: config.installation, key: syncProposalKey });
  const observed = async (query: Partial<RepoQuery>) => {
    const asked = { repo, files: [], branches: [], ...query };
    for await (const found of forge.observe([asked], memoryCache())) return found;
    return undefined;
  };
  const opened: OpenedHub = await openHub(io, place, config.installation);
  let requests = 0;
  const transport = transportTo(opened, io, () => {
    requests += 1;
  });
  const where = place.kind === "served" ? place.url : place.kind === "folder" ? place.folder : "postgresql";
  const cache = openSyncCache(io, folder, `${where} ${repoKeyOf(ops)}`);
  return {
    workplans: workplanSide(io, ops, options, forge, cache),
    async changesOf(file) {
      const found = (await observed({ lastChanges: [file] }))?.lastChanges?.get(file);
      return found?.kind === "known" ? found.value : [];
    },
    async proposal() {
      const listed = (await observed({ branches: [branch] }))?.proposals.get(branch);
      return listed?.kind === "known"
        ? (listed.value.find(({ state }) => state === "open") ?? listed.value[0])
        : undefined;
    },
    hub: createHubSide({
      transport,
      mapping: hubMapping,
      repo: repoKeyOf(ops),
      holder: holderOf(io).name,
      cache: cache.replica,
    }),
    cache,
    hubRequests: () => requests,
    close: () => opened.close(),
  };
}

/** The forge of the ops repo. Throws `forge_unknown`, and what `openForges` throws. */
function opsForge(io: Io, { config, folder }: OpsConfig): Forge {
  const { forge: name } = config.ops_repo;
  const declared = config.forges.find((each) => each.name === name);
  const settings = { folder, io, writer: toolIdentity(config.installation), counter: createRequestCounter() };
  const forge =
    declared === undefined
      ? undefined
      : openForges({ ...settings, config: { ...config, forges: [declared] } }).get(name);
  if (forge !== undefined) return forge;
  throw new CoulombError("forge_unknown", `ops_repo names forge "${name}", which is not declared`);
}

function workplanSide(
  io: Io,
  ops: OpsConfig,
  { reopen = false, rebuild = false }: SyncSwitches,
  forge: Forge,
  { parsed }: SyncCache,
): WorkplanSide & WorkplanGlance {
  const { config } = ops;
  const { owner, repo } = config.ops_repo;
  const loops = config.paths?.loops ?? ["loops/*"];
  return createWorkplanSide({
    forge,
    cache: memoryCache(),
    repo: { owner, repo },
    repoId: repoKeyOf(ops),
    installation: config.installation,
    workplans: config.paths?.workplans ?? ["workplans/*.md"],
    decisions: loops.map((loop) => `${loop}/decisions/*.yaml`),
    validators: { frontmatter: validateWorkplan, task: validateWorkplanTask, decision: validateDecision },
    time: io.now(),
    switches: { suspended: false, gate: { open: true }, declined: new Set(), reopen, rebuild },
    parsed,
    pace: { retry: retryOf(io) },
  });
}
